"""The weekly digest as Slack messages: one parent of one screen, and its thread."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from slack_sdk.models.blocks import Block

from bot.blocks import ask_slot, numbers, offer_slot, reading, slots, win_slot
from bot.blocks.correction import corrections
from bot.blocks.drawing import as_json, header, texts_of
from bot.blocks.quote_slot import LONGEST_VOICE
from bot.blocks.text import cut, ended, escape, neutral
from bot.blocks.thread import details
from bot.blocks.verdict import verdict
from bot.domain.digest import Digest, Kpi, Slot, ThemeLine
from bot.domain.hidden import as_posted
from bot.domain.message import Message
from bot.locale import Words

MOST_CHARACTERS = 1_400
MOST_WORDS = 220
MOST_BLOCKS = 14
"""The budget of the parent: what is read in 75 seconds."""


@dataclass(frozen=True)
class Layout:
    """What of a digest still stands in the parent: *ledger* says how many of its lines do.

    *quote* and *ask* are the most characters of a quote and of an ask there.
    """

    moving: tuple[ThemeLine, ...]
    draw: bool
    kpis: tuple[Kpi, ...]
    win: bool = False
    ledger: int = 0
    offer: bool = False
    quote: int = LONGEST_VOICE
    ask: int = ask_slot.LONGEST_SENTENCE


def parent(digest: Digest, words: Words) -> Message:
    """Draw the parent message of *digest*, inside its budget whatever the digest holds."""
    layout = fitting(digest, words)
    return Message(text=summary(digest, words), blocks=as_json(_blocks(digest, layout, words)))


def thread(digest: Digest, words: Words) -> tuple[Message, ...]:
    """Draw the thread of *digest*: a message for each theme shown, what the parent had no room for, the method."""
    layout, whole = fitting(digest, words), _whole(digest)
    dropped = [slots.moving_line(digest, line, words) for line in whole.moving if line not in layout.moving]
    dropped += ask_slot.rest(digest, words, layout.ledger)
    draw = slots.blind_draw(digest, words, 2_000) if _has_draw(digest) and not layout.draw else None
    offer = offer_slot.offer(digest, words) if whole.offer and not layout.offer else None
    kpis = [kpi for kpi in whole.kpis if kpi not in layout.kpis]
    *told, method = details(digest, words, dropped, [draw, offer], kpis)
    return (*told, *win_slot.stories(digest, words), method, *corrections(digest, words))


def fitting(digest: Digest, words: Words) -> Layout:
    """The fullest layout inside the budget."""
    posted = as_posted(digest)
    layout = _whole(posted)
    for layout in _layouts(posted):
        if _fits(_blocks(posted, layout, words)):
            break
    return layout


def summary(digest: Digest, words: Words) -> str:
    """What screen readers and notifications get instead of the blocks: verdict, ask, numbers; no customer's words."""
    name, week = reading.title(digest, words), reading.week_label(digest, words)
    told = [
        words("summary-title", title=name, week=week, days=reading.days(digest, words)),
        verdict(digest, words),
        ask_slot.spoken(digest, words),
    ]
    shown = numbers.asked(digest.kpis)
    if shown:
        told.append(words("summary-numbers", numbers="; ".join(_spoken(kpi, shown, words) for kpi in shown)))
    return cut(escape(neutral(" ".join(ended(each) for each in told if each))), 3_000)


def _spoken(kpi: Kpi, among: Sequence[Kpi], words: Words) -> str:
    said = f"{numbers.name(kpi, among, words)} {numbers.value(kpi, words)}"
    arrow = numbers.arrow(kpi, words)
    return f"{said}, {arrow.lstrip('↑↓ ')}" if arrow else said


def _whole(digest: Digest) -> Layout:
    """Everything that there is. A drawn voice gives its place to an offer: they take turns, a week each."""
    offers = digest.offer is not None
    return Layout(
        moving=reading.moving(digest)[:2],
        draw=_has_draw(digest) and not offers,
        kpis=tuple(numbers.asked(digest.kpis)[:4]),
        win=digest.invites_wins or any(not story.taken_out for story in digest.wins),
        ledger=min(len(digest.ledger), ask_slot.MOST_LEDGER),
        offer=offers,
    )


def _has_draw(digest: Digest) -> bool:
    return digest.draw is not None and reading.quote_for(digest, Slot.BLIND_DRAW) is not None


def _layouts(digest: Digest) -> Iterator[Layout]:
    """Every layout from the whole digest down: what gives way first is gone first, and at last quotes are shortened."""
    layout = _whole(digest)
    yield layout
    if len(layout.moving) > 1:
        yield (layout := replace(layout, moving=layout.moving[:1]))
    if layout.draw or layout.offer:
        yield (layout := replace(layout, draw=False, offer=False))
    while layout.kpis:
        gone = numbers.weakest(layout.kpis)
        yield (layout := replace(layout, kpis=tuple(kpi for kpi in layout.kpis if kpi is not gone)))
    yield (layout := replace(layout, moving=()))
    if layout.win:
        yield (layout := replace(layout, win=False))
    while layout.ledger:
        yield (layout := replace(layout, ledger=layout.ledger - 1))
    for quote in range(LONGEST_VOICE, 60, -40):
        yield (layout := replace(layout, quote=quote))
    for ask in range(layout.ask, 20, -40):
        yield replace(layout, ask=ask)


def _blocks(digest: Digest, layout: Layout, words: Words) -> list[Block]:
    voice = slots.voice(digest, words, layout.quote)
    said = reading.quote_for(digest, Slot.VOICE)
    numbered = slots.kpis(layout.kpis, words)
    days = layout.kpis[0].window_days if layout.kpis else 28
    drawn: list[Block | None] = [
        slots.title(digest, words),
        slots.facts(digest, words),
        slots.what_changed(digest, words),
        ask_slot.ledger(digest, words, layout.ledger),
        header(words("voice-title" if said else "theme-title")) if voice else None,
        voice,
        slots.also_moving(digest, layout.moving, words),
        slots.blind_draw(digest, words, layout.quote) if layout.draw else None,
        header(words("kpi-title", days=days)) if numbered else None,
        numbered,
        win_slot.win(digest, words) if layout.win else None,
        *ask_slot.ask(digest, words, layout.ask),
        offer_slot.offer(digest, words) if layout.offer else None,
        slots.footer(digest, words, _dropped(digest, layout)),
    ]
    return [block for block in drawn if block is not None]


def _dropped(digest: Digest, layout: Layout) -> int:
    """How many things of the whole digest went to the thread."""
    whole = _whole(digest)
    draw = int(_has_draw(digest) and not layout.draw)
    gone = len(whole.moving) - len(layout.moving) + len(whole.kpis) - len(layout.kpis)
    offer = int(whole.offer and not layout.offer)
    return gone + draw + offer + len(digest.ledger) - layout.ledger


def _fits(blocks: Sequence[Block]) -> bool:
    texts = texts_of(blocks)
    characters = sum(len(text) for text in texts)
    counted = sum(len(text.split()) for text in texts)
    return characters <= MOST_CHARACTERS and counted <= MOST_WORDS and len(blocks) <= MOST_BLOCKS
