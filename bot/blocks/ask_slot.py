"""Slots 2 and 8: what was said before, by area, and the one ask with its buttons or with its answer."""

from datetime import date, timedelta

from slack_sdk.models.blocks import ActionsBlock, Block, SectionBlock

from bot.blocks import ids, reading
from bot.blocks.drawing import section
from bot.blocks.forms import button
from bot.blocks.text import clean, cut, ended, escape, flat, inline, neutral
from bot.blocks.verdict import short_name
from bot.domain.digest import Answer, AnswerKind, Ask, Digest, LedgerLine, ThemeLine
from bot.domain.message import Message
from bot.locale import Words

LONGEST_SENTENCE = 240
LONGEST_ANSWER = 150
LONGEST_SAID = 60
"""Characters of an ask, of an answer's line, and of a line in the ledger, as the parent shows them."""

MOST_LEDGER, MOST_REST = 4, 10

_HALF_A_YEAR = timedelta(days=183)


def proposal(line: ThemeLine, words: Words) -> str:
    """The sentence to begin with: what the accountable area does about the theme, and by when."""
    what, count, _, _ = reading.series(line)
    counted = words("complaints" if what == "complaints" else "facts-conversations", count=count)
    name = short_name(line.name)
    if line.area is None:
        return words("ask-proposal-unowned", theme=name, counted=counted)
    area = flat(clean(line.area))[:60]
    return words("ask-proposal", label=line.label.value, theme=name, counted=counted, area=area)


def ask(digest: Digest, words: Words, longest: int = LONGEST_SENTENCE) -> list[Block]:
    """Slot 8: the ask with its buttons, its answer in their place, or that no decision is needed.

    The question and its answer take *longest* characters each at most. A digest that does not ask has no such slot.
    """
    if not digest.asks:
        return []
    asked = digest.ask
    if asked is None:
        return [_named(section(f"*{words('ask-title')}*\n{words('ask-none')}"))]
    lines = [f"*{words('ask-title')}* · {_of_whom(asked, words)}", *filter(None, [_shown(asked.sentence, longest)])]
    if asked.answer is not None:
        lines.append(f"*{_shown(answer(asked.answer, digest, words), longest)}*")
        return [_named(section("\n".join(lines)))]
    if asked.number is None:  # it only shows what would be asked
        return [_named(section("\n".join(lines)))]
    return [_named(section("\n".join(lines))), buttons(asked, words)]


def buttons(asked: Ask, words: Words) -> ActionsBlock:
    """The three answers; a screen reader hears what each of them is about."""
    about = reading.heading(asked.theme_name)[:40]
    keys = ((ids.ASK_TAKE, "primary"), (ids.ASK_HAND_ON, None), (ids.ASK_NOT_NOW, None))
    elements = [
        button(name, words(name), str(asked.number), style=style, label=f"{words(name)} ({about})")
        for name, style in keys
    ]
    return ActionsBlock(block_id=ids.ASK_BUTTONS, elements=elements)


def spoken(digest: Digest, words: Words) -> str:
    """The ask in a sentence, for screen readers and notifications: by area, never a person; empty without a slot.

    Where its question is held back, its answer alone.
    """
    if not digest.asks:
        return ""
    asked = digest.ask
    if asked is None:
        return words("ask-none")
    sentence = flat(clean(asked.sentence))[:LONGEST_SENTENCE]
    if not sentence and asked.answer is not None:
        return words("ask-spoken", area=_area(asked, words), sentence=answer(asked.answer, digest, words))
    said = words("ask-spoken", area=_area(asked, words), sentence=sentence)
    return said if asked.answer is None else f"{ended(said)} {answer(asked.answer, digest, words)}"


def answer(given: Answer, digest: Digest, words: Words) -> str:
    """What was decided, in one line; not escaped yet."""
    line = cut(flat(clean(given.line)), LONGEST_ANSWER)
    if given.kind is not AnswerKind.TAKEN:
        return words("ask-answer-not-now", line=line)
    kind = words(f"ask-kind-{given.decision}") if given.decision else ""
    due = _day(given.due, digest, words) if given.due else ""
    return words("ask-answer-taken", line=line, kind=kind, due=due)


def ledger(digest: Digest, words: Words, most: int = MOST_LEDGER) -> SectionBlock | None:
    """Slot 2: what became of what was said, a line each, by area; *most* of them, and how many more there are."""
    lines = digest.ledger
    if not lines or not most:
        return None
    shown = [ledger_line(line, digest, words) for line in lines[:most]]
    more = [words("ledger-more", count=len(lines) - most)] if len(lines) > most else []
    return section("\n".join([f"*{words('ledger-title')}*", *shown, *more]))


def ledger_line(line: LedgerLine, digest: Digest, words: Words) -> str:
    """One commitment: what became of it, the area, what it was. Escaped mrkdwn."""
    due = _day(line.due, digest, words) if line.due else ""
    state = words(f"ledger-{line.state}", due=due)
    said = _shown(line.line, LONGEST_SAID)
    area = reading.heading(line.area) or words("ask-no-area")
    return f"• *{state}* · {inline(area, 40)}" + (f": {said}" if said else "")


def rest(digest: Digest, words: Words, shown: int) -> list[str]:
    """What of the ledger the parent had no room for, a line each."""
    left = digest.ledger[shown:]
    more = [words("list-more", count=len(left) - MOST_REST)] if len(left) > MOST_REST else []
    lines = [ledger_line(line, digest, words) for line in left[:MOST_REST]]
    return [f"*{words('ledger-title')}*", *lines, *more] if left else []


def asks(message: Message) -> bool:
    """Whether *message* is the one of a digest that asks."""
    return any(block.get("block_id") == ids.ASK_SLOT for block in message.blocks)


def corrected(message: Message, digest: Digest, words: Words, text: str) -> Message:
    """Return *message* with the ask as it is by now and *text* as its summary; everything else as it was posted."""
    drawn = [block.to_dict() for block in ask(digest, words)]
    blocks: list[dict[str, object]] = []
    for block in message.blocks:
        if block.get("block_id") == ids.ASK_SLOT:
            blocks += drawn
        elif block.get("block_id") != ids.ASK_BUTTONS:
            blocks.append(block)
    return Message(text=text, blocks=tuple(blocks))


def _day(due: date, digest: Digest, words: Words) -> str:
    """*due* without its year where that can be no other one, within half a year of the week."""
    return words.short_day(due) if abs(due - digest.end.date()) < _HALF_A_YEAR else words.day(due)


def _of_whom(asked: Ask, words: Words) -> str:
    """The area; and the owner, while it is open and they saw it a working day before: nobody else is ever named."""
    area = inline(_area(asked, words), 60)
    return f"{area} · <@{asked.owner}>" if asked.named and asked.answer is None else area


def _area(asked: Ask, words: Words) -> str:
    return reading.heading(asked.area) if asked.area else words("ask-no-area")


def _shown(text: str, most: int) -> str:
    return cut(escape(neutral(flat(clean(text)))), most)


def _named(block: SectionBlock) -> SectionBlock:
    block.block_id = ids.ASK_SLOT
    return block
