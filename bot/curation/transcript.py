"""What of a conversation may be read as a whole: redacted words, and never those that may not be quoted."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from bot.curation.exclusions import Exclusions
from bot.domain.transcript import Line, Transcript, Unshown
from bot.domain.verbatim import LeftOut, Verbatim, to_conversations

_NO_VOICE = {LeftOut.AUTO_REPLY: Unshown.AUTO_REPLY, LeftOut.SPAM: Unshown.SPAM}


def to_transcript(records: Sequence[Verbatim], exclusions: Exclusions) -> Transcript | None:
    """Return the conversation of *records*, all of it, None where there is none.

    None of its words are shown where the operator, the source or the customer keeps it out, or where one record touches
    a special category: what is said around it may tell it too. A text in which redaction is in doubt stays out alone.
    """
    conversation = next(iter(to_conversations(records)), None)
    if conversation is None:
        return None
    unshown = None
    if exclusions.left_out(conversation) is LeftOut.EXCLUDED:
        unshown = Unshown.EXCLUDED
    elif not exclusions.may_feature(conversation):
        unshown = Unshown.DO_NOT_FEATURE
    elif any(record.features.sensitive for record in conversation.records):
        unshown = Unshown.SENSITIVE
    lines = tuple(_line(record, unshown) for record in conversation.records)
    url = next((record.url for record in conversation.records if record.url and is_safe(record.url)), None)
    return Transcript(conversation.source, lines, unshown, url)


def is_safe(url: str) -> bool:
    """Whether a link leads to a web page over https, and to the host that it shows."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    plain = url.isascii() and not any(c.isspace() or c in '<>"|' for c in url)
    return plain and parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc


def _line(record: Verbatim, whole: Unshown | None) -> Line:
    features = record.features
    unshown = whole or _NO_VOICE.get(features.noise) if features.noise else whole
    if unshown is None and features.doubt:
        unshown = Unshown.DOUBT
    if not features.text:
        unshown = None
    return Line(record.record, record.created_at, None if unshown else features.text, record.rating, unshown)
