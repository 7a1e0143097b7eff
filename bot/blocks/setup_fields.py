"""The fields that the setup forms are filled in with, each with a label, and how they are read back."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from slack_sdk.models.blocks import (
    CheckboxesElement,
    ConversationFilter,
    ConversationSelectElement,
    DatePickerElement,
    ExternalDataMultiSelectElement,
    ExternalDataSelectElement,
    InputBlock,
    Option,
    PlainTextObject,
    RadioButtonsElement,
    StaticSelectElement,
    TimePickerElement,
    UserMultiSelectElement,
    UserSelectElement,
)

from bot.blocks.forms import field, option, writing

YES = "yes"
Choice = tuple[str, str]
"""What can be chosen: its value, and what it is called."""


def text(
    name: str,
    label: str,
    most: int,
    value: str | None,
    *,
    hint: str | None = None,
    optional: bool = False,
    lines: bool = False,
) -> InputBlock:
    """Room for *most* characters."""
    return field(name, label, writing(name, most, value, lines=lines), hint=hint, optional=optional)


def channel(
    name: str, label: str, value: str | None, *, hint: str, dispatch: bool, optional: bool = False
) -> InputBlock:
    """Slack's own picker of channels, public and private; no conversations between people."""
    wanted = ConversationFilter(include=["public", "private"], exclude_bot_users=True)
    element = ConversationSelectElement(action_id=name, initial_conversation=value, filter=wanted)
    return field(name, label, element, hint=hint, dispatch=dispatch, optional=optional)


def person(name: str, label: str, value: str | None, *, hint: str | None = None, optional: bool = True) -> InputBlock:
    """Slack's own picker of one person."""
    return field(name, label, UserSelectElement(action_id=name, initial_user=value), hint=hint, optional=optional)


def people(name: str, label: str, values: Sequence[str], *, hint: str | None = None) -> InputBlock:
    """Slack's own picker of several people."""
    element = UserMultiSelectElement(action_id=name, initial_users=list(values) or None)
    return field(name, label, element, hint=hint, optional=True)


def typed(
    name: str,
    label: str,
    value: Choice | None,
    *,
    hint: str | None = None,
    optional: bool = False,
    least: int = 0,
    placeholder: str | None = None,
) -> InputBlock:
    """A menu that is asked for what there is, from *least* letters on."""
    element = ExternalDataSelectElement(
        action_id=name,
        initial_option=option(*value) if value else None,
        min_query_length=least,
        placeholder=_plain(placeholder),
    )
    return field(name, label, element, hint=hint, optional=optional)


def several_typed(name: str, label: str, values: Sequence[Choice], placeholder: str) -> InputBlock:
    """A menu of which several may be chosen, and which is asked for what there is."""
    element = ExternalDataMultiSelectElement(
        action_id=name,
        initial_options=[option(*value) for value in values] or None,
        min_query_length=0,
        placeholder=_plain(placeholder),
    )
    return field(name, label, element, optional=True)


def menu(name: str, label: str, choices: Sequence[Choice], value: str) -> InputBlock:
    """A menu of a few choices of which one always holds."""
    options = [option(*choice) for choice in choices]
    element = StaticSelectElement(action_id=name, options=options, initial_option=_chosen(options, value))
    return field(name, label, element)


def one_of(name: str, label: str, choices: Sequence[Choice], value: str, *, hint: str | None = None) -> InputBlock:
    """Radio buttons: every choice can be read before one is made."""
    options = [option(*choice) for choice in choices]
    element = RadioButtonsElement(action_id=name, options=options, initial_option=_chosen(options, value))
    return field(name, label, element, hint=hint)


def any_of(
    name: str,
    label: str,
    choices: Sequence[Choice],
    values: Sequence[str],
    *,
    hint: str | None = None,
    optional: bool = True,
) -> InputBlock:
    """Boxes to tick; one that is not *optional* must be ticked before the form can be sent off."""
    options = [option(*choice) for choice in choices]
    ticked = [each for each in options if each.value in values] or None
    element = CheckboxesElement(action_id=name, options=options, initial_options=ticked)
    return field(name, label, element, hint=hint, optional=optional)


def tick(
    name: str, label: str, said: str, *, value: bool = False, hint: str | None = None, optional: bool = True
) -> InputBlock:
    """One box to tick."""
    return any_of(name, label, [(YES, said)], [YES] if value else [], hint=hint, optional=optional)


def clock(name: str, label: str, value: time) -> InputBlock:
    """Slack's own picker of a time of day."""
    return field(name, label, TimePickerElement(action_id=name, initial_time=f"{value:%H:%M}"))


def day(name: str, label: str, value: date, *, hint: str) -> InputBlock:
    """Slack's own picker of a day."""
    return field(name, label, DatePickerElement(action_id=name, initial_date=value.isoformat()), hint=hint)


class Filled:
    """What an open or sent form of *view* holds, field by field; a field that is not there holds nothing."""

    def __init__(self, view: Mapping[str, Any]) -> None:
        values = (view.get("state") or {}).get("values") or {}
        self._elements: dict[str, Any] = {name: next(iter(elements.values()), {}) for name, elements in values.items()}

    def text(self, name: str) -> str:
        """What was written, or the id of the person, channel or day that was picked."""
        element = self._elements.get(name, {})
        kinds = ("value", "selected_conversation", "selected_user", "selected_date", "selected_time")
        return next((str(element[kind]).strip() for kind in kinds if element.get(kind)), "")

    def choice(self, name: str) -> str | None:
        """The value of the one option that is chosen."""
        chosen = self._elements.get(name, {}).get("selected_option")
        return None if not chosen else str(chosen["value"])

    def choices(self, name: str) -> tuple[str, ...]:
        """The values of all options that are chosen, or the people that were picked."""
        element = self._elements.get(name, {})
        options = element.get("selected_options") or ()
        return tuple(element.get("selected_users") or (each["value"] for each in options))

    def options(self, name: str) -> tuple[Choice, ...]:
        """The options that are chosen, value and text each."""
        chosen = self._elements.get(name, {}).get("selected_options") or ()
        return tuple((each["value"], each["text"]["text"]) for each in chosen)


def _chosen(options: Sequence[Option], value: str) -> Option:
    return next((each for each in options if each.value == value), options[0])


def _plain(text: str | None) -> PlainTextObject | None:
    return PlainTextObject(text=text[:150]) if text else None
