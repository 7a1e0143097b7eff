"""The customer's own words: an exact quote from the record, or as a colleague told them."""

import re
from urllib.parse import urlsplit

from bot.blocks import ids
from bot.curation.choosing.options import drawn_excerpt
from bot.curation.texts.features import FEATURES_VERSION
from bot.domain.win import CustomerWords
from bot.errors import DeclinedError
from bot.storage.quotable import QuotableQueries, Record
from bot.storage.store import Transaction

_MARKS = re.compile('["„“”‟«»]')
"""Quotation marks, which stand around exact words and nowhere else."""


def told_words(said: str | None) -> CustomerWords | None:
    """Return the words as a colleague told them; None where nothing was."""
    told = _MARKS.sub("", said or "").strip().strip("'‚‘’")
    return CustomerWords(told) if told else None


def reworded(words: CustomerWords | None, said: str | None) -> CustomerWords | None:
    """Return *words* as they are told in *said* now; a quote is exact, and stays."""
    return words if words is not None and words.record is not None else told_words(said)


def customer_words(tx: Transaction, link: str | None, said: str | None) -> CustomerWords | None:
    """Return the words for a story: quoted where *link* names a record of ours, told where there is only *said*.

    What is told has no quotation marks, also where somebody typed some.

    A quote is an exact part of the redacted text: *said* itself, or without it the text's first whole sentences.
    DeclinedError where the record is not ours, may not be quoted, or does not say so.
    """
    if not link:
        return told_words(said)
    records = QuotableQueries(tx).by_name(_names(link), FEATURES_VERSION)
    if not records:
        raise DeclinedError("win-link-unknown", at=ids.WIN_LINK)
    able = [record for record in records if record.may_be_quoted]
    if not able:
        raise DeclinedError("win-link-unquotable", at=ids.WIN_LINK)
    quotes = [quote for record in able if (quote := _quote(record, said))]
    if not quotes:
        raise DeclinedError("win-said-otherwise", at=ids.WIN_SAID)
    return quotes[0]


def _names(link: str) -> list[str]:
    """What a ticket's link may name it by: its last parts, or *link* as it stands."""
    path = urlsplit(link).path if "://" in link else link
    parts = [part for part in path.split("/") if part]
    return list(dict.fromkeys([link.strip("# "), *(part.lstrip("#") for part in parts[::-1][:2])]))


def _quote(record: Record, said: str | None) -> CustomerWords | None:
    if wanted := (said or "").strip().strip("\"'„“”»«"):
        start = record.text.find(wanted)
        return None if start < 0 else _words(record, start, start + len(wanted))
    excerpt = drawn_excerpt(record.text)
    return None if excerpt is None else _words(record, excerpt.start, excerpt.end)


def _words(record: Record, start: int, end: int) -> CustomerWords:
    return CustomerWords(record.text[start:end], record.ref, start, end)
