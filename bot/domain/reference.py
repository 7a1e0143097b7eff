"""What a button stands for: a record, a quote or a theme, written so that it fits where Slack keeps it."""

import hashlib
import re
from dataclasses import dataclass

from bot.domain.digest import Digest, Quote, ThemeLine
from bot.domain.feedback import Kind, RecordRef

MOST = 130
"""Characters of a quote's reference: an option of a menu takes 150, its own name before that among them."""

_HASHED = "#"
_PLAIN = re.compile(r"[\w.-]{1,100}", re.ASCII)


def to_text(record: RecordRef) -> str:
    """Write *record* as ``source/kind/external_id``."""
    return f"{record.source}/{record.kind.value}/{record.external_id}"


def read_record(text: str) -> RecordRef | None:
    """Read a record back from ``source/kind/external_id``; None where that is something else."""
    source, _, rest = text.partition("/")
    kind, _, external_id = rest.partition("/")
    if not (source and external_id and kind in list(Kind)):
        return None
    return RecordRef(source=source, kind=Kind(kind), external_id=external_id)


@dataclass(frozen=True, slots=True)
class QuoteKey:
    """Which quote of which digest is meant. *place* is its record, or a hash of it where that would be too long."""

    edition: str
    week: str
    place: str

    @classmethod
    def of(cls, digest: Digest, quote: Quote) -> "QuoteKey":
        """Return the key of *quote* in *digest*; written it has at most *MOST* characters."""
        key = cls(digest.edition, digest.week, to_text(quote.record))
        return key if len(str(key)) <= MOST else cls(digest.edition, digest.week, _hashed(to_text(quote.record)))

    @classmethod
    def read(cls, text: str) -> "QuoteKey":
        """Read a key back from ``edition/week/place``."""
        edition, _, rest = text.partition("/")
        week, _, place = rest.partition("/")
        return cls(edition, week, place)

    def __str__(self) -> str:
        return f"{self.edition}/{self.week}/{self.place}"

    @property
    def hashed(self) -> str:
        """A short name of the key that is the same every time."""
        return hashlib.blake2b(str(self).encode(), digest_size=12).hexdigest()

    @property
    def record(self) -> RecordRef | None:
        """The record, where the key names it in full."""
        return None if self.place.startswith(_HASHED) else read_record(self.place)

    def find(self, digest: Digest) -> Quote | None:
        """Return the quote of *digest* that is meant, None where it is not in it."""
        names = ((q, to_text(q.record)) for q in digest.quotes if not q.hidden)
        return next((quote for quote, name in names if self.place in (name, _hashed(name))), None)


@dataclass(frozen=True, slots=True)
class ThemeKey:
    """Which theme of which digest is meant; *place* is its id, or a hash of one that is long or odd."""

    edition: str
    week: str
    place: str

    @classmethod
    def of(cls, digest: Digest, line: ThemeLine) -> "ThemeKey":
        """Return the key of the theme of *line*."""
        return cls(digest.edition, digest.week, line.id if _PLAIN.fullmatch(line.id) else _hashed(line.id))

    @classmethod
    def read(cls, text: str) -> "ThemeKey":
        """Read a key back from ``edition/week/place``."""
        edition, _, rest = text.partition("/")
        week, _, place = rest.partition("/")
        return cls(edition, week, place)

    def __str__(self) -> str:
        return f"{self.edition}/{self.week}/{self.place}"

    def find(self, digest: Digest) -> ThemeLine | None:
        """Return the theme of *digest* that is meant, None where there is none."""
        return next((line for line in digest.all_themes if self.place in (line.id, _hashed(line.id))), None)


def _hashed(name: str) -> str:
    return _HASHED + hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
