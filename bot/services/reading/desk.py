"""Everything that can be read beyond the digest, put together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.domain.digest import Digest, Quote
from bot.domain.finding import Finding
from bot.domain.rules import Rules
from bot.services.reading.conversations import Conversations
from bot.services.reading.pinning import Pinner, Pinning
from bot.services.reading.quotes import Quotes
from bot.services.roles import Roles
from bot.services.speech import Speech
from bot.storage.store import Store


class Finds(Protocol):
    """Finds what takes a processor for seconds, so that nobody whom Slack waits for is held back."""

    def about(self, question: str, now: datetime) -> Finding:
        """Answer *question* from what customers said in the last weeks."""

    def more(self, digest: Digest, theme: str) -> Sequence[Quote]:
        """Find more voices on the theme called *theme*, by its id, of a published *digest*."""

    def find(self, question: str, digest: Digest) -> Sequence[Quote]:
        """Find voices of *digest*'s week about *question*, to be pinned."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The services of reading; moments are told in *zone*."""

    conversations: Conversations
    quotes: Quotes
    pinning: Pinning
    finds: Finds
    zone: ZoneInfo


def open_reading(
    store: Store,
    rules: Rules,
    roles: Roles,
    speech: Speech,
    zone: ZoneInfo,
    finds: Finds,
    pinner: Pinner | None = None,
) -> Reading:
    """Put the services of reading together over *store*; *pinner* keeps the drafts that voices are pinned into."""
    return Reading(
        conversations=Conversations(store, rules),
        quotes=Quotes(store, roles, speech),
        pinning=Pinning(store, roles, rules, pinner),
        finds=finds,
        zone=zone,
    )
