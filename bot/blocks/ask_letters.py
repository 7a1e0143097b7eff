"""What owners of asks, and those around them, are told privately."""

from collections.abc import Sequence
from datetime import date, datetime
from itertools import accumulate

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement

from bot.blocks import ids, reading
from bot.blocks.ask_slot import LONGEST_ANSWER
from bot.blocks.drawing import as_json, context, header, section
from bot.blocks.forms import button, sure
from bot.blocks.limits import check
from bot.blocks.text import clean, cut, escape, flat, inline, local_time, neutral, plain
from bot.domain.ask import NOBODY, AskRecord, AskState
from bot.domain.digest import Digest
from bot.domain.feedback import RecordRef
from bot.domain.message import Message
from bot.locale import Words

MOST_LINKS, _IN_ONE, _MOST_OF_LINKS = 100, 10, 7_000
"""Links of one letter, and of one block of it: none is cut in two; and characters of all links together."""


def question(ask: AskRecord, title: str, at: datetime | None, words: Words, *, again: bool = False) -> Message:
    """Show the owner the question before others see it; *at* is when the digest called *title* asks, None after it did.

    *again*: a curator reworded it, and this takes the place of what was shown before.
    """
    opening = words("ask-letter-again" if again else "ask-letter")
    if at is not None and ask.version == 1 and ask.owner == ask.chosen:  # else somebody was shown it before them
        opening = f"{opening} {words('ask-letter-first')}"
    blocks: list[Block] = [
        header(words("ask-title")),
        section(opening),
        *about(ask, words),
        answers(ask, ask.owner, words),
    ]
    if at is not None:
        named = inline(reading.named(title, words), 120)
        blocks.append(context(words("ask-letter-draft", title=named, moment=local_time(at, words))))
    else:
        blocks.append(context(words("ask-letter-posted")))
    return letter(opening, blocks, ask.sentence)


def answers(ask: AskRecord, user: str | None, words: Words) -> ActionsBlock:
    """The answers that *user* can give; an owner who has a deputy also that they are away."""
    number = str(ask.id)
    elements = [
        button(ids.ASK_TAKE, words("ask-take"), number, style="primary"),
        button(ids.ASK_HAND_ON, words("ask-hand-on"), number),
        button(ids.ASK_NOT_NOW, words("ask-not-now"), number),
    ]
    if ask.deputy is not None and user == ask.owner:
        elements.append(sure(button(ids.ASK_AWAY, words("ask-away"), number), words, "ask-away", "ask-away-sure"))
    return ActionsBlock(elements=elements)


def passed(ask: AskRecord, words: Words) -> Message:
    """Ask somebody privately to take it over."""
    opening = words("ask-letter-passed", user=f"<@{ask.passed_by}>")
    return letter(opening, [header(words("ask-title")), section(opening), *about(ask, words), choice(ask, words)])


def choice(ask: AskRecord, words: Words) -> ActionsBlock:
    """Take over what somebody passed on, or leave it with them."""
    seen = f"{ask.id}.{ask.passes}"
    accept = button(ids.ASK_ACCEPT, words("ask-accept"), seen, style="primary")
    return ActionsBlock(elements=[accept, button(ids.ASK_DECLINE, words("ask-decline"), seen)])


def yours_now(ask: AskRecord, words: Words) -> Message:
    """Show the question to who has accepted it."""
    said = words("ask-letter-yours")
    return letter(said, [section(said), *about(ask, words), answers(ask, ask.owner, words)])


def declined_by_you(words: Words) -> Message:
    """Say to who declined that it stays where it was."""
    said = words("ask-letter-declined-by-you")
    return letter(said, [section(said)])


def with_deputy(ask: AskRecord, words: Words) -> Message:
    """Say that the deputy is asked now."""
    said = words("ask-letter-deputy", user=f"<@{ask.owner}>")
    return letter(said, [section(said), *about(ask, words)])


def accepted(ask: AskRecord, words: Words) -> Message:
    """Tell who passed it on that it was accepted."""
    said = words("ask-letter-accepted", user=f"<@{ask.passed_to}>")
    return letter(said, [section(said), *about(ask, words)])


def declined(ask: AskRecord, words: Words) -> Message:
    """Tell who passed it on, its owner or somebody in their place, that it was declined, and is to be answered."""
    key = "ask-letter-declined" if ask.passed_by == ask.owner else "ask-letter-declined-other"
    said = words(key, user=f"<@{ask.passed_to}>")
    return letter(said, [section(said), *about(ask, words), answers(ask, ask.passed_by, words)])


def withdrawn(ask: AskRecord, words: Words) -> Message:
    """Tell the owner that the question is not asked."""
    said = words("ask-letter-withdrawn")
    return letter(said, [section(said), *about(ask, words)])


def elsewhere(ask: AskRecord, words: Words) -> Message:
    """Tell who was asked before that somebody else is asked now."""
    said = words("ask-letter-elsewhere")
    return letter(said, [section(said), *about(ask, words)])


def commitment(ask: AskRecord, words: Words) -> Message:
    """Show the owner what was said, for when; it can be done, moved and dropped from here at any time."""
    mine = ask.answered_by in (None, ask.owner)
    key = "ask-letter-moved" if ask.moved_from else "ask-letter-taken" if mine else "ask-letter-inherited"
    said = words(key, day=_day(ask, words))
    return letter(said, [section(said), *about(ask, words), *promise(ask, _day(ask, words), words), ends(ask, words)])


def due(ask: AskRecord, words: Words, today: date) -> Message:
    """Ask the owner what became of it, on the due day or the first working day after it; an admin where it is nobody's.

    *today* is the day on which they are asked.
    """
    key = "ask-letter-due" if ask.due == today else "ask-letter-was-due"
    said = words("ask-letter-orphaned" if ask.owner == NOBODY else key, day=_day(ask, words))
    return letter(said, [section(said), *about(ask, words), *promise(ask, _day(ask, words), words), ends(ask, words)])


def not_now(ask: AskRecord, words: Words) -> Message:
    """Say to the owner what the digest says: not now, and why."""
    said = words("ask-letter-not-now")
    return letter(said, [section(said), *about(ask, words), section(f"_{_said(ask.line, LONGEST_ANSWER)}_")])


def over(ask: AskRecord, words: Words) -> Message:
    """Say to the owner what the next digest says of it: kept, or dropped."""
    said = words("ask-letter-kept" if ask.state is AskState.KEPT else "ask-letter-dropped")
    return letter(said, [section(said), *about(ask, words), section(f"_{_said(ask.closing, LONGEST_ANSWER)}_")])


def kept(ask: AskRecord, digest: Digest | None, links: Sequence[tuple[RecordRef, str | None]], words: Words) -> Message:
    """Give curators the conversations of a theme of which a commitment was kept, so that customers can be told.

    *links* are a record of each, with its address where there is one.
    """
    said = words("ask-letter-links", area=inline(ask.area or ask.theme_name, 60))
    line = None if digest is None else reading.theme_line(digest, ask.theme)
    blocks: list[Block] = [section(said), *about(ask, words), section(f"_{_said(ask.closing, LONGEST_ANSWER)}_")]
    if digest is not None and line is not None:
        week = reading.week_label(digest, words)
        blocks.append(section(words("ask-links-count", count=line.count, week=week)))
    drawn = _that_fit([_link(record, url) for record, url in links])
    blocks += [section("\n".join(drawn[first : first + _IN_ONE])) for first in range(0, len(drawn), _IN_ONE)]
    if len(links) > len(drawn):
        blocks.append(context(words("ask-links-more", count=len(links) - len(drawn))))
    return letter(said, blocks)


def _that_fit(links: Sequence[str]) -> Sequence[str]:
    """The first of *links*, as many as one letter takes."""
    sizes = accumulate(len(link) for link in links)
    return [link for link, size in zip(links, sizes, strict=True) if size <= _MOST_OF_LINKS][:MOST_LINKS]


def letter(said: str, blocks: Sequence[Block], written: str = "") -> Message:
    """A private message; its summary is what is *said* in our words, and then what somebody has *written*."""
    text = " ".join(filter(None, [said.replace("*", ""), _said(written, 700) if written else ""]))
    message = Message(text=cut(text, 2_900), blocks=as_json(blocks))
    check(message)
    return message


def about(ask: AskRecord, words: Words) -> list[Block]:
    """What it is about, and the question."""
    area = f" · {inline(ask.area, 60)}" if ask.area else ""
    theme = words("ask-letter-about", theme=inline(reading.heading(ask.theme_name), 80))
    return [context(f"{theme}{area}"), section(f"*{_said(ask.sentence, 700)}*")]


def promise(ask: AskRecord, when: str, words: Words) -> list[Block]:
    """What was said, with what is given to it, and *when* it is due; where it was moved, also why."""
    kind = words(f"ask-kind-{ask.kind.value}") if ask.kind else ""
    why = [section(f"_{_said(ask.closing, LONGEST_ANSWER * 2)}_")] if ask.moved_from and ask.closing else []
    return [section(_said(ask.line, LONGEST_ANSWER * 2)), context(f"{kind} · {when}"), *why]


def _day(ask: AskRecord, words: Words) -> str:
    return words.day(ask.due) if ask.due else ""


def ends(ask: AskRecord, words: Words) -> ActionsBlock:
    """What can become of a commitment."""
    names = ((ids.ASK_DONE, "primary"), (ids.ASK_MOVE, None), (ids.ASK_DROP, None))
    theme = plain(reading.heading(ask.theme_name), 40)
    elements: list[ButtonElement] = [
        button(name, words(name), str(ask.id), style=style, label=f"{words(name)} ({theme})") for name, style in names
    ]
    return ActionsBlock(elements=elements)


def _link(record: RecordRef, url: str | None) -> str:
    name = inline(f"{reading.source_name(record.source)} {record.external_id}", 80)
    address = (url or "").replace("|", "%7C").replace(">", "%3E").replace("<", "%3C")
    safe = address.startswith(("https://", "http://")) and len(address) < 200
    return f"• <{address}|{name}>" if safe else f"• {name}"


def _said(text: str | None, most: int) -> str:
    return cut(escape(neutral(flat(clean(text or "")))), most) or "…"
