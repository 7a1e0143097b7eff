"""What can go wrong with a source, by kind: each kind has one answer, given in `bot/services/pulling.py`."""

from bot.errors import SourceError


class CredentialsError(SourceError):
    """The tool does not know us: the source is paused until somebody sets other credentials."""


class AccountError(SourceError):
    """The settings name another account than the one whose feedback is here: nothing is read, so nothing is mixed."""


class PlanError(SourceError):
    """The tool refuses this stream, by plan or by role: the stream is switched off, the others go on."""


class GoneError(SourceError):
    """What was asked for does not exist there, or not any more; a redirect says the same."""


class ProtocolError(SourceError):
    """The tool answers in a way that would lose records or never end: the stream is stopped."""


class PassingError(SourceError):
    """Something that passes by itself: the network, a restart over there, a page of HTML instead of data."""

    def __init__(self, message: str) -> None:
        super().__init__(message, permanent=False)


class RateLimitedError(SourceError):
    """The tool asks us to wait *seconds*."""

    def __init__(self, message: str, seconds: float) -> None:
        super().__init__(message, permanent=False)
        self.seconds = seconds
