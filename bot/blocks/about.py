"""What /voice about answers, privately: how many, what they did over the weeks, three voices."""

from zoneinfo import ZoneInfo

from slack_sdk.models.blocks import Block

from bot.blocks import reading
from bot.blocks.drawing import as_json, context, section
from bot.blocks.limits import check
from bot.blocks.quoted import quoted
from bot.blocks.text import cut, inline
from bot.domain.digest import Label
from bot.domain.finding import Finding
from bot.domain.message import Message
from bot.locale import Words

LONGEST_QUESTION = 120
_MOVED = {Label.NEW, Label.RISING, Label.FADING}


def looking(words: Words) -> Message:
    """Say that the search is under way, before anything else is known."""
    return Message(text=words("about-looking"))


def without_words(words: Words) -> Message:
    """Say what to type after the word."""
    return Message(text=words("about-usage"))


def answer(finding: Finding, question: str, words: Words, zone: ZoneInfo) -> Message:
    """Draw what was found about *question*; nothing found, or nothing to look for, is said in one line."""
    notes = [words("about-named")] if finding.named else []
    if not finding.asked:
        return Message(text=" ".join([*notes, words("about-usage")]))
    asked = inline(question, LONGEST_QUESTION)
    if not finding.found:
        said = words("about-none", question=asked, since=_since(finding, words))
        return Message(text=" ".join([said, *notes]))
    counted = _counted(finding, words)
    lines = [f"*{words('about-title', question=asked)}*", counted, _moved(finding, words)]
    blocks: list[Block] = [section("\n".join(filter(None, lines)))]
    for each in finding.quotes:
        blocks += quoted(each, words("about-denominator", of=finding.found), words, zone)
    if not finding.quotes:
        blocks.append(context(words("about-no-quote")))
    blocks.append(context(" ".join([*notes, words("about-foot")])))
    text = f"{words('about-title', question=asked)} {counted}"
    message = Message(text=cut(text, 2_900), blocks=as_json(blocks))
    check(message)
    return message


def _counted(finding: Finding, words: Words) -> str:
    share = words.percent(finding.found / finding.conversations) if finding.conversations else words.percent(0)
    return words(
        "about-count",
        count=finding.found,
        of=finding.conversations,
        share=share,
        since=_since(finding, words),
    )


def _since(finding: Finding, words: Words) -> str:
    return words.day(finding.since) if finding.since else ""


def _moved(finding: Finding, words: Words) -> str:
    """The weeks side by side, and what that is by the rule of themes; no arrow inside the noise."""
    if finding.label is None:
        return words("about-early")
    by = {"by": finding.moved_by} if finding.label in _MOVED else {}
    return words(
        "about-weeks",
        label=reading.heading(words(f"label-{finding.label}", **by)),
        last=finding.last_week,
        before=finding.week_before,
        usual=reading.mean(finding.usual, words),
    )
