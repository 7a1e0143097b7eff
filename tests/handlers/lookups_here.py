"""What is looked up in a process of its own, looked up right here: the same functions, without the second's wait."""

from collections.abc import Sequence
from datetime import datetime

from bot import lookups
from bot.app import Parts
from bot.domain.digest import Digest, Quote
from bot.domain.finding import Finding


class LookupsHere:
    """Finds in the same process what `bot.lookups.Lookups` finds in another."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def about(self, question: str, now: datetime) -> Finding:
        return lookups.about(self._parts, question, now)

    def more(self, digest: Digest, theme: str) -> Sequence[Quote]:
        return lookups.more(self._parts, digest, theme)

    def find(self, question: str, digest: Digest) -> Sequence[Quote]:
        return lookups.find(self._parts, question, digest)
