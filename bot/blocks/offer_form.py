"""The forms of contact offers: one to record them, one to speak of them afterwards."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    CheckboxesElement,
    DatePickerElement,
    DateTimePickerElement,
    Option,
    PlainTextObject,
    StaticSelectElement,
)

from bot.blocks import ids
from bot.blocks.drawing import context, section
from bot.blocks.forms import Form, field, filled_in, form, option, writing
from bot.blocks.offer_letters import LONGEST_ANSWER
from bot.blocks.text import clean, flat
from bot.domain.offer import OfferKind, OfferRecord
from bot.locale import Words

MOST_ABOUT, MOST_LINK, MOST_HOW = 60, 250, 200

_HINTS = {
    ids.OFFER_ABOUT: "offer-form-about-hint",
    ids.OFFER_RECORD: "offer-form-record-hint",
    ids.OFFER_AGREED_HOW: "offer-form-agreed-how-hint",
}
_KINDS = (OfferKind.CALL, OfferKind.LISTEN)


def offer_form(words: Words, kind: OfferKind = OfferKind.CALL, told: Mapping[str, Any] | None = None) -> Form:
    """Record an offer of *kind*: the fields are those that this kind needs; what was *told* before stays."""
    kept = told or {}
    options = [option(each.value, words(f"offer-kind-{each.value}")) for each in _KINDS]
    chosen = StaticSelectElement(action_id=ids.OFFER_KIND, options=options, initial_option=options[_KINDS.index(kind)])
    blocks: list[Block] = [
        context(words("offer-form-hint")),
        field(ids.OFFER_KIND, words("offer-form-kind"), chosen, dispatch=True),
        _line(ids.OFFER_ABOUT, words, "offer-form-about", MOST_ABOUT, kept),
        _line(ids.OFFER_RECORD, words, "offer-form-record", MOST_LINK, kept),
    ]
    blocks += _call(words, kept) if kind is OfferKind.CALL else _listen(words)
    return form(ids.OFFER_FORM, words, "offer-form", blocks, submit="offer-form-submit")


def chosen_kind(view: Mapping[str, Any]) -> OfferKind:
    """Which kind is chosen in the form."""
    found = filled_in(view).get(ids.OFFER_KIND)
    return OfferKind(found[0]) if found else OfferKind.CALL


def thanks_form(name: str, words: Words) -> Form:
    """What is shown in place of the form called *name* once it was sent off."""
    key = "offer-form-thanks" if name == ids.OFFER_FORM else "offer-debrief-thanks"
    return form(name, words, "offer-debrief" if name != ids.OFFER_FORM else "offer-form", [section(words(key))])


def debrief_form(offer: OfferRecord, words: Words) -> Form:
    """Three questions, about the customer and the process, never about the agent."""
    blocks: list[Block] = [context(words("offer-form-foot"))]
    blocks += [
        field(name, words(name), writing(name, LONGEST_ANSWER, None), optional=True) for name in ids.OFFER_QUESTIONS
    ]
    return form(
        ids.OFFER_DEBRIEF_FORM, words, "offer-debrief", blocks, submit="offer-debrief-submit", meta={"offer": offer.id}
    )


def read_debrief(view: Mapping[str, Any]) -> list[str]:
    """The three answers, those that were left empty among them."""
    told = filled_in(view)
    return [flat(clean(told.get(name) or "")) for name in ids.OFFER_QUESTIONS]


def read_texts(view: Mapping[str, Any]) -> dict[str, str]:
    """The lines of the form, by their fields."""
    told = filled_in(view)
    names = (ids.OFFER_ABOUT, ids.OFFER_RECORD, ids.OFFER_AGREED_HOW)
    return {name: flat(clean(told.get(name) or "")) for name in names}


def read_agreed_on(view: Mapping[str, Any]) -> date | None:
    """The day on which the customer agreed."""
    day = filled_in(view).get(ids.OFFER_AGREED_ON)
    return date.fromisoformat(day) if day else None


def read_slot(view: Mapping[str, Any]) -> datetime | None:
    """When the slot to listen in begins."""
    moment = filled_in(view).get(ids.OFFER_SLOT)
    return datetime.fromtimestamp(int(moment), UTC) if moment else None


def is_free(view: Mapping[str, Any]) -> bool:
    """Whether the agent ticked that they open the slot freely, and that the customer is told."""
    return bool(filled_in(view).get(ids.OFFER_FREELY))


def _call(words: Words, kept: Mapping[str, Any]) -> list[Block]:
    day = DatePickerElement(action_id=ids.OFFER_AGREED_ON)
    return [
        field(ids.OFFER_AGREED_ON, words("offer-form-agreed-on"), day, hint=words("offer-form-agreed-on-hint")),
        _line(ids.OFFER_AGREED_HOW, words, "offer-form-agreed-how", MOST_HOW, kept),
    ]


def _listen(words: Words) -> list[Block]:
    yes = Option(value="yes", text=PlainTextObject(text=words("offer-form-freely-yes")[:75]))
    slot = DateTimePickerElement(action_id=ids.OFFER_SLOT)
    freely = CheckboxesElement(action_id=ids.OFFER_FREELY, options=[yes])
    return [
        field(ids.OFFER_SLOT, words("offer-form-slot"), slot),
        field(
            ids.OFFER_FREELY, words("offer-form-freely"), freely, hint=words("offer-form-freely-hint"), optional=True
        ),
    ]


def _line(name: str, words: Words, key: str, most: int, kept: Mapping[str, Any]) -> Block:
    return field(name, words(key), writing(name, most, kept.get(name), lines=False), hint=words(_HINTS[name]))
