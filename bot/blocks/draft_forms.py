"""The forms in which a curator changes one thing about a draft, and says why."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter
from slack_sdk.models.blocks import (
    Block,
    Option,
    PlainTextObject,
    RadioButtonsElement,
    StaticMultiSelectElement,
    StaticSelectElement,
)

from bot.blocks import ids, reading
from bot.blocks.drawing import context, section
from bot.blocks.forms import Form, field, filled_in, form, meta_of, option, writing
from bot.blocks.text import cut, escape, inline, neutral, quote
from bot.blocks.verdict import verdict
from bot.domain.digest import Digest, Offer, Quote, Slot, ThemeLine
from bot.domain.draft import Draft, DropVerbatim, Edit, MergeThemes, RenameTheme, Reword, SetOffer, SwapVoice, Why
from bot.domain.reference import to_text
from bot.errors import DeclinedError
from bot.locale import Words

MOST_SENTENCE = 300
MOST_NAME = 60
_MOST_SHOWN = 600

_EDITS: TypeAdapter[Edit] = TypeAdapter(Edit)


def edit_form(draft: Draft, edit: Edit, words: Words) -> Form:
    """Ask why, before *edit* is made."""
    said = section(words(f"draft-about-{edit.edit}"))
    meta = {**_seen(draft), "edit": edit.model_dump(mode="json")}
    return form(
        ids.DRAFT_EDIT_FORM, words, "draft-form-title", [said, why_field(words)], submit="draft-do-it", meta=meta
    )


def hold_form(draft: Draft, words: Words) -> Form:
    """Ask why the whole draft is held."""
    blocks = [section(words("draft-about-hold")), why_field(words)]
    return form(ids.DRAFT_HOLD_FORM, words, "draft-form-title", blocks, submit="draft-hold", meta=_seen(draft))


def swap_form(draft: Draft, shown: Digest, voices: Sequence[Quote], words: Words) -> Form:
    """The next best voices of the lead theme, each with the reasons for it."""
    if not voices:
        return form(ids.DRAFT_SWAP_FORM, words, "draft-form-title", [section(words("draft-no-other-voice"))])
    blocks: list[Block] = []
    options = []
    for number, voice in enumerate(voices[:10], 1):
        why = " ".join(reading.reasons(voice.reasons, words))
        blocks.append(section(f"*{words('draft-voice', number=number)}*\n{quote(voice.text, _MOST_SHOWN)}"))
        if why:
            blocks.append(context(cut(escape(neutral(why)), 900)))
        options.append(_voice(voice, number, words))
    element = RadioButtonsElement(action_id=ids.DRAFT_CHOICE, options=options, initial_option=options[0])
    blocks += [field(ids.DRAFT_CHOICE, words("draft-choose-voice"), element), why_field(words, Why.BETTER)]
    current = reading.quote_for(shown, Slot.VOICE)
    meta = {**_seen(draft), "instead_of": current.record.model_dump(mode="json") if current else None}
    return form(ids.DRAFT_SWAP_FORM, words, "draft-form-title", blocks, submit="draft-do-it", meta=meta)


def reword_form(draft: Draft, shown: Digest, words: Words) -> Form:
    """The verdict to be worded by a curator, in the language of the edition."""
    made = verdict(shown.model_copy(update={"worded": None}), Words(shown.language))
    element = writing(ids.DRAFT_SENTENCE, MOST_SENTENCE, shown.worded or made)
    label, hint = words("draft-reword-label"), words("draft-reword-hint")
    blocks: list[Block] = [
        context(words("draft-reword-made", sentence=inline(made, 400))),
        field(ids.DRAFT_SENTENCE, label, element, hint=hint, optional=True),
        why_field(words, Why.UNCLEAR),
    ]
    meta = {**_seen(draft), "about": shown.lead}
    return form(ids.DRAFT_REWORD_FORM, words, "draft-form-title", blocks, submit="draft-do-it", meta=meta)


def rename_form(draft: Draft, line: ThemeLine, words: Words) -> Form:
    """Another name for a theme."""
    element = writing(ids.DRAFT_NAME, MOST_NAME, line.name, lines=False)
    name = field(ids.DRAFT_NAME, words("draft-rename-label"), element, hint=words("draft-rename-hint"))
    meta = {**_seen(draft), "theme": line.id}
    return form(
        ids.DRAFT_RENAME_FORM,
        words,
        "draft-form-title",
        [name, why_field(words, Why.UNCLEAR)],
        submit="draft-do-it",
        meta=meta,
    )


def merge_form(draft: Draft, shown: Digest, line: ThemeLine, words: Words) -> Form:
    """The other themes of the week, one of which is counted as *line*."""
    residual = {theme.line.id for theme in draft.reserve.themes if theme.residual}
    others = [o for o in shown.all_themes if o.id not in {line.id, *residual} and o.name and o.count]
    if not others:
        return form(ids.DRAFT_MERGE_FORM, words, "draft-form-title", [section(words("draft-merge-none"))])
    options = [
        option(o.id[:150], words("name-count", name=cut(reading.heading(o.name), 60), count=o.count))
        for o in others[:100]
    ]
    label = words("draft-merge-label", theme=cut(reading.heading(line.name), 60))
    element = StaticSelectElement(action_id=ids.DRAFT_CHOICE, options=options)
    chosen = field(ids.DRAFT_CHOICE, label, element, hint=words("draft-merge-hint"))
    meta = {**_seen(draft), "into": line.id}
    return form(
        ids.DRAFT_MERGE_FORM,
        words,
        "draft-form-title",
        [chosen, why_field(words, Why.SAME)],
        submit="draft-do-it",
        meta=meta,
    )


def verbatims_form(draft: Draft, shown: Digest, words: Words) -> Form:
    """Every voice in the thread, to take some of them out."""
    voices = in_thread(shown)
    blocks: list[Block] = []
    options = []
    for number, voice in enumerate(voices, 1):
        blocks.append(section(f"*{words('draft-voice', number=number)}*\n{quote(voice.text, _MOST_SHOWN)}"))
        options.append(_voice(voice, number, words))
    element = StaticMultiSelectElement(
        action_id=ids.DRAFT_CHOICE, options=options, placeholder=PlainTextObject(text=words("draft-choose"))
    )
    blocks += [field(ids.DRAFT_CHOICE, words("draft-verbatims-label"), element), why_field(words)]
    return form(ids.DRAFT_VERBATIMS_FORM, words, "draft-form-title", blocks, submit="draft-do-it", meta=_seen(draft))


def offer_form(draft: Draft, shown: Digest, words: Words) -> Form:
    """The voices of the themes shown, whose whole conversation can be offered to be read."""
    voices = offered(shown)
    blocks: list[Block] = []
    options = []
    for number, voice in enumerate(voices, 1):
        blocks.append(section(f"*{words('draft-voice', number=number)}*\n{quote(voice.text, _MOST_SHOWN)}"))
        options.append(_voice(voice, number, words))
    element = StaticSelectElement(action_id=ids.DRAFT_CHOICE, options=options)
    hint = words("draft-offer-hint")
    blocks += [field(ids.DRAFT_CHOICE, words("draft-offer-label"), element, hint=hint), why_field(words, Why.BETTER)]
    return form(ids.DRAFT_OFFER_FORM, words, "draft-form-title", blocks, submit="draft-do-it", meta=_seen(draft))


def offered(shown: Digest) -> list[Quote]:
    """The voices on the themes shown, the voice of the week first."""
    themes = {line.id for line in shown.themes}
    return [q for q in shown.quotes if q.slot is not Slot.BLIND_DRAW and q.theme in themes][:20]


def in_thread(shown: Digest) -> list[Quote]:
    """The voices of the thread, in their order."""
    return [quote for quote in shown.quotes if quote.slot in (Slot.VERBATIM, Slot.DISSENT)]


def read_why(view: Mapping[str, Any]) -> Why:
    """The reason that was chosen."""
    return Why(filled_in(view)[ids.DRAFT_WHY][0])


def read_edits(view: Mapping[str, Any], shown: Digest, voices: Sequence[Quote]) -> list[Edit]:
    """The edits that a form was sent off with; *shown* and *voices* are what there is to choose from by now.

    DeclinedError where a voice that was chosen is there no more.
    """
    meta, told = meta_of(view), filled_in(view)
    match view["callback_id"]:
        case ids.DRAFT_REWORD_FORM:
            sentence = (told[ids.DRAFT_SENTENCE] or "").strip()
            return [Reword(sentence=sentence or None, about=meta["about"])]
        case ids.DRAFT_RENAME_FORM:
            return [RenameTheme(theme=meta["theme"], name=(told[ids.DRAFT_NAME] or "").strip() or " ")]
        case ids.DRAFT_MERGE_FORM:
            return [MergeThemes(theme=told[ids.DRAFT_CHOICE][0], into=meta["into"])]
        case ids.DRAFT_SWAP_FORM:
            (chosen,) = _chosen(told[ids.DRAFT_CHOICE][:1], voices)
            return [SwapVoice(record=chosen.record, instead_of=meta["instead_of"])]
        case ids.DRAFT_VERBATIMS_FORM:
            return [DropVerbatim(record=voice.record) for voice in _chosen(told[ids.DRAFT_CHOICE], in_thread(shown))]
        case ids.DRAFT_OFFER_FORM:
            (chosen,) = _chosen(told[ids.DRAFT_CHOICE][:1], offered(shown))
            return [SetOffer(offer=Offer(kind="read", theme=chosen.denominator.theme, record=chosen.record))]
        case _:
            return [_EDITS.validate_python(meta["edit"])]


def _voice(voice: Quote, number: int, words: Words) -> Option:
    """A voice to be chosen: known by its record, whatever else goes or comes while the form is open."""
    return option(to_text(voice.record)[:150], words("draft-voice-option", number=number, words=voice.text))


def _chosen(values: Sequence[str] | None, among: Sequence[Quote]) -> list[Quote]:
    by_value = {to_text(voice.record)[:150]: voice for voice in among}
    if not values or not set(values) <= by_value.keys():
        raise DeclinedError("draft-changed", at=ids.DRAFT_CHOICE)
    return [by_value[value] for value in values]


def _seen(draft: Draft) -> dict[str, Any]:
    return {"draft": draft.number, "turn": draft.turn}


def why_field(words: Words, usual: Why | None = None) -> Block:
    """Ask for the reason of a change; *usual* is the one that is mostly given."""
    options = [option(why.value, words(f"draft-why-{why.value}")) for why in Why]
    chosen = next((each for each in options if usual is not None and each.value == usual.value), None)
    element = StaticSelectElement(action_id=ids.DRAFT_WHY, options=options, initial_option=chosen)
    return field(ids.DRAFT_WHY, words("draft-why"), element, hint=words("draft-why-hint"))
