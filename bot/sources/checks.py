"""What a support tool is asked before it is relied on: credentials, permission per stream, and its clock."""

import time
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from bot.domain.check import Check
from bot.domain.connection import Trouble
from bot.errors import SourceError, VoxpopError
from bot.sources.connector import Connector, Cursor, Stream, read
from bot.sources.errors import (
    AccountError,
    CredentialsError,
    GoneError,
    PassingError,
    PlanError,
    ProtocolError,
    RateLimitedError,
)
from bot.sources.http import in_haste

_RECENT = timedelta(minutes=5)
SKEW = timedelta(minutes=2)
"""Clocks further apart make the newest records come late, or twice."""


def way_out(source: Connector, error: SourceError) -> str:
    """Return what a person can do about *error*, by its kind."""
    if isinstance(error, GoneError):
        return source.address
    if isinstance(error, CredentialsError | PlanError):
        return source.way_out
    if isinstance(error, ProtocolError):
        return "it is tried again tomorrow; please tell Voxpop's developers if it stays so"
    return f"see docs/{source.name}.md" if error.permanent else "try again in a few minutes"


def probe(source: Connector, now: datetime) -> None:
    """Ask one question that is answered only to an account which may read *source*; else the SourceError that says why.

    A person waits: it is asked once, and not for long.
    """
    stream = next(stream for stream in source.streams if stream.needed)
    with in_haste():
        next(read(source, Cursor(stream.name, now - _RECENT)), None)


_TROUBLES: Mapping[type[Exception], Trouble] = {
    CredentialsError: Trouble.CREDENTIALS,
    AccountError: Trouble.ACCOUNT,
    PlanError: Trouble.ROLE,
    GoneError: Trouble.ADDRESS,
    RateLimitedError: Trouble.BUSY,
    ProtocolError: Trouble.ANSWERS,
    PassingError: Trouble.PASSING,
    VoxpopError: Trouble.PASSING,
}


def trouble_of(error: Exception) -> Trouble:
    """Return which kind of trouble *error* is; what is none of ours is a mistake in Voxpop."""
    return next((trouble for kind, trouble in _TROUBLES.items() if isinstance(error, kind)), Trouble.MISTAKE)


def check(source: Connector, now: datetime) -> Iterator[Check]:
    """Ask for the newest records of every stream, which are thrown away, and yield what the answers tell.

    Wrong credentials and a tool that does not answer end it: every stream would say the same.
    """
    started = time.monotonic()
    for stream in source.streams:
        try:
            next(iter(source.pages(Cursor(stream.name, now - _RECENT))), None)
        except CredentialsError as error:
            yield Check(False, f"{error}.", way_out(source, error))
            return
        except (PlanError, GoneError) as error:
            yield _refused(source, stream, error)
        except SourceError as error:
            yield Check(False, f"{source.title} {stream.name} cannot be read: {error}.", way_out(source, error))
            return
        else:
            yield Check(True, f"{source.title} lets us read {stream.name}.")
    ahead = source.clock_ahead(now + timedelta(seconds=time.monotonic() - started))
    if ahead is not None and abs(ahead) > SKEW.total_seconds():
        word = "ahead of" if ahead > 0 else "behind"
        yield Check(
            False,
            f"{source.title}'s clock is {abs(ahead):.0f} seconds {word} this machine's.",
            "Let this machine set its clock by the network (NTP).",
        )
    elif ahead is not None:
        yield Check(True, f"{source.title}'s clock and this machine's agree.")


def _refused(source: Connector, stream: Stream, error: SourceError) -> Check:
    if stream.needed:
        return Check(False, f"{source.title} does not let us read {stream.name}: {error}.", way_out(source, error))
    return Check(True, f"{source.title} has no {stream.name} for us ({error}); the other streams are read.")
