"""The few shapes that forms are drawn with, and how what was filled in is read back."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from slack_sdk.models.blocks import (
    Block,
    ButtonElement,
    ConfirmObject,
    InputBlock,
    InputInteractiveElement,
    Option,
    PlainTextInputElement,
    PlainTextObject,
)
from slack_sdk.models.views import View

from bot.blocks.limits import check_view
from bot.blocks.text import clean, plain
from bot.locale import Words

Form = dict[str, Any]

MOST_TITLE = 24
"""Characters of a form's title and of its buttons."""

MOST_WRITTEN = 3_000
"""Characters that a field to write in can hold."""


def form(
    name: str, words: Words, title: str, blocks: Sequence[Block], *, submit: str | None = None, meta: Any = None
) -> Form:
    """A modal called *name* that carries *meta* along; *title* and *submit* are keys of the catalogue."""
    view = View(
        type="modal",
        callback_id=name,
        title=_short(words(title), MOST_TITLE),
        close=_short(words("form-close"), MOST_TITLE),
        submit=_short(words(submit), MOST_TITLE) if submit else None,
        blocks=list(blocks),
        private_metadata=json.dumps(meta) if meta is not None else None,
    ).to_dict()
    check_view(view)
    return dict(view)


def field(
    name: str,
    label: str,
    element: InputInteractiveElement,
    *,
    hint: str | None = None,
    optional: bool = False,
    dispatch: bool = False,
) -> InputBlock:
    """An input of which block and element are called *name*."""
    return InputBlock(
        block_id=name,
        label=PlainTextObject(text=label),
        element=element,
        hint=PlainTextObject(text=hint) if hint else None,
        optional=optional,
        dispatch_action=dispatch or None,
    )


def writing(name: str, most: int, value: str | None, *, lines: bool = True) -> PlainTextInputElement:
    """Room for *most* characters, one line or several, with *value* in it."""
    return PlainTextInputElement(
        action_id=name, multiline=lines, max_length=most, initial_value=value[:most] if value else None
    )


def room(name: str, most: int, value: str) -> PlainTextInputElement:
    """Room for *most* characters, or for as many as *value* has already: nothing of it is cut off unseen."""
    return writing(name, min(max(most, len(value)), MOST_WRITTEN), value)


def option(value: str, text: str) -> Option:
    """Something to choose; a text of which nothing is to be seen is shown as left out."""
    return Option(value=value, text=PlainTextObject(text=plain(text, 75) or "…"))


def button(name: str, text: str, value: str, *, style: str | None = None, label: str | None = None) -> ButtonElement:
    """A button; *label* is what a screen reader says instead of its *text*."""
    said = plain(label, 75) if label else None
    return ButtonElement(action_id=name, text=plain(text, 75), value=value, style=style, accessibility_label=said)


def sure(button: ButtonElement, words: Words, title: str, text: str) -> ButtonElement:
    """*button*, which asks once more before it does anything."""
    button.confirm = ConfirmObject(
        title=_short(words(title), 100),
        text=_short(words(text), 300),
        confirm=_short(words("form-yes"), 30),
        deny=_short(words("form-no"), 30),
    )
    return button


def filled_in(view: Mapping[str, Any]) -> dict[str, Any]:
    """What each field of a form holds, by the field's name: a text, an option's value, or a list; None where empty.

    Slack lets a required field through with blanks alone: a text of which nothing is to be seen is empty, too.
    """
    state = (view.get("state") or {}).get("values") or {}
    return {name: _value(next(iter(elements.values()), {})) for name, elements in state.items()}


def meta_of(view: Mapping[str, Any]) -> Any:
    """What the form carried along."""
    return json.loads(view.get("private_metadata") or "null")


def _short(text: str, most: int) -> PlainTextObject:
    return PlainTextObject(text=plain(text, most))


def _value(element: Mapping[str, Any]) -> Any:
    if "value" in element:
        text = str(element["value"] or "").strip()
        return text if clean(text).strip() else None
    for name in ("selected_users", "selected_user", "selected_date", "selected_date_time"):
        if name in element:
            return element[name] or None
    if "selected_options" in element:
        return [chosen["value"] for chosen in element["selected_options"]]
    chosen = element.get("selected_option")
    return None if chosen is None else (chosen["value"], chosen["text"]["text"])
