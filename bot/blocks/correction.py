"""A correction of what was posted: its form, and the message that says in the thread what was wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, StaticSelectElement

from bot.blocks import ids, reading
from bot.blocks.drawing import as_json, context, header, section
from bot.blocks.forms import Form, button, field, filled_in, form, option, writing
from bot.blocks.text import clean, cut, escape, flat, inline, neutral, plain
from bot.domain.digest import Digest
from bot.domain.message import Message
from bot.domain.week import Week
from bot.locale import Words

MOST_SENTENCE = 300

PARTS = ("number", "verdict", "theme", "quote", "other")
"""What can have been wrong. A closed list, also in the audit log."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A digest that stands in a channel: its edition's *title*, and when it was corrected last."""

    edition: str
    title: str
    week: str
    corrected_at: datetime | None = None

    @property
    def seen(self) -> str:
        """What a form carries, to know whether somebody else corrected it meanwhile."""
        stamp = 0 if self.corrected_at is None else int(self.corrected_at.timestamp() * 1_000_000)
        return f"{self.edition}:{self.week}:{stamp}"


class Correction(NamedTuple):
    """What a curator filled in; *seen* is that of the digest they had before them."""

    seen: str
    part: str
    sentence: str


def correct_form(digests: Sequence[Posted], chosen: str | None, words: Words) -> Form:
    """Ask what was wrong in one of *digests*, the newest first; *chosen* is ``edition:week`` of the one it began at."""
    if not digests:
        return form(ids.CORRECT_FORM, words, "correct-title", [section(words("correct-none"))])
    options = [option(each.seen, _name(each, words)) for each in digests[:100]]
    first = next((each for each in options if chosen and str(each.value).startswith(f"{chosen}:")), options[0])
    parts = [option(part, words(f"correct-part-{part}")) for part in PARTS]
    blocks: list[Block] = [
        section(words("correct-what")),
        field(
            ids.CORRECT_WHICH,
            words("correct-which"),
            StaticSelectElement(action_id=ids.CORRECT_WHICH, options=options, initial_option=first),
        ),
        field(
            ids.CORRECT_PART,
            words("correct-part"),
            StaticSelectElement(action_id=ids.CORRECT_PART, options=parts, initial_option=parts[0]),
        ),
        field(
            ids.CORRECT_SENTENCE,
            words("correct-sentence"),
            writing(ids.CORRECT_SENTENCE, MOST_SENTENCE, None),
            hint=words("correct-sentence-hint"),
        ),
    ]
    return form(ids.CORRECT_FORM, words, "correct-title", blocks, submit="correct-submit")


def read_correction(view: dict[str, Any]) -> Correction:
    """What was filled in."""
    told = filled_in(view)
    sentence = flat(clean(told[ids.CORRECT_SENTENCE] or ""))
    return Correction(told[ids.CORRECT_WHICH][0], told[ids.CORRECT_PART][0], sentence[:MOST_SENTENCE])


def corrected_form(words: Words) -> Form:
    """Say that the correction is on its way."""
    return form(ids.CORRECT_FORM, words, "correct-title", [section(words("correct-done"))])


def line(correction: Correction, words: Words) -> str:
    """What is kept of a correction: which part it is about, and the sentence."""
    if correction.part == "other":
        return correction.sentence
    return words("correct-line", part=words(f"correct-part-{correction.part}"), sentence=correction.sentence)


def corrections(digest: Digest, words: Words) -> tuple[Message, ...]:
    """The thread's messages that correct *digest*, a message each."""
    return tuple(message(said, words) for said in (digest.correction or "").split("\n") if said)


def message(said: str, words: Words) -> Message:
    """Say in the thread what was wrong and what is right, and that it is a correction."""
    title, shown = words("correct-heading"), cut(escape(neutral(said)), 900)
    blocks = [header(title), section(shown), context(words("correct-foot"))]
    return Message(text=cut(f"{title}: {shown}", 1_500), blocks=as_json(blocks))


def correct_button(edition: str, week: str, words: Words) -> ButtonElement:
    """The button that opens the form on one posted digest, for curators."""
    return button(ids.CORRECT_OPEN, words("correct-open"), f"{edition}:{week}")


def posted_lately(digests: Sequence[Posted], words: Words) -> list[Block]:
    """The newest digests for a curator's Home tab, each with the button to correct it."""
    blocks: list[Block] = []
    for each in digests:
        open_it = correct_button(each.edition, each.week, words)
        open_it.accessibility_label = plain(words("correct-open-this", name=_name(each, words)), 75)
        blocks += [section(f"*{inline(_name(each, words), 120)}*"), ActionsBlock(elements=[open_it])]
    return blocks


def _name(posted: Posted, words: Words) -> str:
    return words("correct-digest", title=reading.named(posted.title, words)[:50], week=Week.parse(posted.week).number)
