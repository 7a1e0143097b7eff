"""Private windows on a quote: why it is there, more voices beside it, and thanks for a word about it."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from slack_sdk.models.blocks import ActionsBlock, Block

from bot.blocks import ids, reading
from bot.blocks.conversation import read_button
from bot.blocks.drawing import as_json, context, header, section
from bot.blocks.forms import Form, form
from bot.blocks.limits import check
from bot.blocks.quoted import quoted
from bot.blocks.text import cut, escape, inline, neutral, quote
from bot.domain.digest import Digest, Quote, ThemeLine
from bot.domain.message import Message
from bot.domain.reference import to_text
from bot.locale import Words

_LONGEST_QUOTE = 1_500


def opened(words: Words, title: str) -> Form:
    """What stands in the window called *title* while it is being found out."""
    return form(ids.READING_FORM, words, title, [section(words("reading-loading"))])


def failed(words: Words, title: str) -> Form:
    """What stands there when the database did not answer in time."""
    return form(ids.READING_FORM, words, title, [section(words("reading-unreadable"))])


def refused(words: Words, title: str, why: str) -> Form:
    """What stands there when it cannot be had: *why*, in words."""
    return form(ids.READING_FORM, words, title, [section(why)])


def reasons(digest: Digest, said: Quote, words: Words) -> Form:
    """Say why *said* was picked: the reasons in plain words, the record, where in it, and the rules."""
    told = [f"• {escape(neutral(reason))}" for reason in reading.reasons(said.reasons, words)]
    of = words("voice-denominator", of=said.denominator.of_theme)
    in_week = reading.in_week(digest, None, said.denominator.of_theme, said.denominator.of_conversations, words)
    record = words("why-record", record=inline(to_text(said.record), 400), start=said.start, end=said.end)
    rules = words("why-rules", rules=inline(digest.rules_version, 80), seed=inline(digest.seed, 80))
    blocks: list[Block] = [
        section(quote(said.text, _LONGEST_QUOTE)),
        section(f"*{inline(reading.theme_name(digest, said), 120)}*\n{of} · {in_week}"),
        section(cut("\n".join(told) or words("why-none"), 2_900)),
        context(record),
        context(rules),
        ActionsBlock(elements=[read_button(said.record, said.text, words)]),
    ]
    return form(ids.READING_FORM, words, "why-title", blocks)


def more_voices(digest: Digest, line: ThemeLine, found: Sequence[Quote], words: Words) -> Form:
    """Show further voices on the theme of *line*, each with what it is one of."""
    blocks: list[Block] = [header(reading.heading(line.name))]
    if found:
        blocks.append(context(words("more-head", count=len(found))))
    else:
        blocks.append(section(words("more-none")))
    zone = ZoneInfo(digest.timezone)
    for said in found:
        in_week = reading.in_week(digest, None, said.denominator.of_theme, said.denominator.of_conversations, words)
        of = f"{words('voice-denominator', of=said.denominator.of_theme)} · {in_week}"
        blocks += quoted(said, of, words, zone)
    return form(ids.READING_FORM, words, "more-title", blocks)


def thanks(words: Words) -> Form:
    """Thank whoever found a quote not useful: curators are told, without their name."""
    return form(ids.READING_FORM, words, "quote-not-useful", [section(words("not-useful-thanks"))])


def not_useful(digest: Digest, said: Quote, words: Words) -> Message:
    """Tell a curator that somebody found *said* not useful; nobody knows who."""
    told = words("not-useful-told", week=int(digest.week[-2:]), theme=inline(reading.theme_name(digest, said), 120))
    blocks: list[Block] = [
        section(told),
        section(quote(said.text, _LONGEST_QUOTE)),
        ActionsBlock(elements=[read_button(said.record, said.text, words)]),
        context(words("not-useful-foot")),
    ]
    message = Message(text=told, blocks=as_json(blocks))
    check(message)
    return message
