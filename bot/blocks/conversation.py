"""A whole conversation, redacted, in a modal: page by page where it is long."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement

from bot.blocks import ids, reading
from bot.blocks.drawing import context, section, texts_of
from bot.blocks.forms import Form, button, form
from bot.blocks.text import inline, plain, quote
from bot.domain.feedback import Kind, Rating, RecordRef
from bot.domain.reference import to_text
from bot.domain.transcript import Line, Transcript
from bot.locale import Words

MOST_CHARACTERS = 24_000
MOST_BLOCKS = 80
"""Of one page; Slack takes 100 blocks and 250 kB, and leaves the sum of characters in the dark."""

_PART = 900
"""Characters of the text that one block shows; escaped they may be several times as many."""
_LONGEST_PART = 2_900


@dataclass(frozen=True, slots=True)
class Place:
    """Which *page* of the conversation that *record* is in."""

    record: RecordRef
    page: int = 0

    def __str__(self) -> str:
        return f"{self.page}:{to_text(self.record)}"


def gone(words: Words) -> Form:
    """What stands there when there is no such record, or not any more."""
    return form(ids.TALK_FORM, words, "talk-title", [section(words("talk-gone"))])


def conversation(transcript: Transcript, place: Place, words: Words, zone: ZoneInfo) -> Form:
    """Draw *transcript*, or the page of it that *place* says."""
    pages = _pages(transcript, words, zone)
    page = min(max(place.page, 0), len(pages) - 1)
    blocks = [*_head(transcript, words), *pages[page]]
    if buttons := _turning(place, page, len(pages), words):
        blocks.append(context(words("talk-page", page=page + 1, pages=len(pages))))
        blocks.append(ActionsBlock(elements=buttons))
    if transcript.url is not None:
        link = button(ids.TALK_RECORD, words("talk-record"), "record", label=words("talk-record-label"))
        link.url = transcript.url
        blocks.append(ActionsBlock(elements=[link]))
    blocks.append(context(words("talk-foot")))
    return form(ids.TALK_FORM, words, "talk-title", blocks)


def read_button(record: RecordRef, said: str, words: Words) -> ButtonElement:
    """The button that opens the whole conversation of *record*; a screen reader hears whose: *said* begins it."""
    label = words("talk-read-label", said=plain(said, 40))
    return button(ids.TALK_READ, words("talk-read"), to_text(record), label=label)


def _head(transcript: Transcript, words: Words) -> list[Block]:
    count = words(
        "talk-head", count=len(transcript.lines), source=inline(reading.source_name(transcript.source, words))
    )
    blocks: list[Block] = [context(count)]
    if transcript.unshown is not None:
        blocks.append(section(words(f"talk-unshown-all-{transcript.unshown}")))
    return blocks


def _pages(transcript: Transcript, words: Words, zone: ZoneInfo) -> list[list[Block]]:
    """Every line, in as many pages as it takes; a long line goes on over the page."""
    pages: list[list[Block]] = [[]]
    size = 0
    for piece in _pieces(transcript, words, zone):
        more = sum(len(text) for text in texts_of(piece))
        if pages[-1] and (size + more > MOST_CHARACTERS or len(pages[-1]) + len(piece) > MOST_BLOCKS):
            pages.append([])
            size = 0
        pages[-1] += piece
        size += more
    return pages


def _pieces(transcript: Transcript, words: Words, zone: ZoneInfo) -> Iterator[list[Block]]:
    """What stays on one page: who speaks and when, with the beginning of what is said; then the rest in parts."""
    for line in transcript.lines:
        told = [words(f"talk-by-{_speaker(line)}"), words.moment(line.at.astimezone(zone)), _rated(line.rating, words)]
        said: list[Block] = [section(part) for part in _parts(line.text)] if line.text else []
        if line.unshown is not None and transcript.unshown is None:
            said = [context(words(f"talk-unshown-{line.unshown}"))]
        yield [context(f"*{told[0]}* · " + " · ".join(filter(None, told[1:]))), *said[:1]]
        yield from ([part] for part in said[1:])


def _speaker(line: Line) -> str:
    """Who speaks, as far as what is stored knows: it keeps customers' words alone, and what colleagues told."""
    return "colleague" if line.record.kind is Kind.TOLD else "customer"


def _rated(rating: Rating | None, words: Words) -> str:
    if rating is None:
        return ""
    return words("talk-rated", value=words.number(rating.value, 1), scale=f"{rating.low:g}–{rating.high:g}")


def _parts(text: str) -> Iterator[str]:
    """*text* as quotes that each fit into a block, cut between words, nothing left out."""
    rest = text.strip()
    while rest:
        part = _first(rest, _PART)
        while len(drawn := quote(part, 20 * _PART)) > _LONGEST_PART and len(part) > 1:
            part = _first(rest, len(part) // 2)
        yield quote(part, _LONGEST_PART) if len(drawn) > _LONGEST_PART else drawn
        rest = rest[len(part) :].lstrip()


def _first(text: str, most: int) -> str:
    """The first *most* characters of *text*, fewer so that it ends with a word."""
    if len(text) <= most:
        return text
    end = max(text.rfind(" ", 0, most), text.rfind("\n", 0, most))
    return text[: end if end > most // 2 else most]


def _turning(place: Place, page: int, pages: int, words: Words) -> Sequence[ButtonElement]:
    """The buttons to the page before and after, where there are such."""
    turns = [(page - 1, ids.TALK_EARLIER), (page + 1, ids.TALK_LATER)]
    return [button(name, words(name), str(Place(place.record, to))) for to, name in turns if 0 <= to < pages]
