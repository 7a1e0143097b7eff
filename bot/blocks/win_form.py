"""The form in which a story is told, and how it is read back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as with_default
from typing import Any

from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    CheckboxesElement,
    ExternalDataSelectElement,
    PlainTextObject,
    RadioButtonsElement,
    UserMultiSelectElement,
)

from bot.blocks import ids
from bot.blocks.drawing import context, section
from bot.blocks.forms import Form, button, field, filled_in, form, meta_of, option, room, writing
from bot.blocks.text import cut, escape, neutral, plain
from bot.blocks.wins import excerpt
from bot.domain.mention import read_typed
from bot.domain.win import Nomination, Team, Win, WinKind
from bot.locale import Words

MOST_TOLD = 1_500
MOST_ANSWER = 700
MOST_SAID = 480
MOST_USERS = 20
MOST_OTHER = 80
MOST_LINK = 300

_YES = "yes"


@dataclass(frozen=True)
class Draft:
    """What a form is opened with. *private*: the text comes from a place that not everybody may read."""

    kind: WinKind = WinKind.SERVICE
    users: tuple[str, ...] = ()
    group: tuple[str, str] | None = None
    other: str | None = None
    parts: Mapping[str, str] = with_default(default_factory=dict)
    link: str | None = None
    said: str | None = None
    private: bool = False


def typed_draft(text: str, words: Words, *, private: bool = False) -> Draft:
    """What a form is opened with after *text*, as Slack sends what was typed: people, a group and what happened.

    Further groups, for which there is no field, stay in what happened; where that is longer than its field, it shows.
    """
    typed = read_typed(text, words("win-colleague"))
    groups = [(number, f"@{name}") for number, name in typed.groups]
    others = [name for _, name in groups[1:] if name not in typed.text]
    told = cut(" ".join([*others, typed.text]), MOST_TOLD)
    return Draft(users=typed.users, group=next(iter(groups), None), parts={ids.WIN_WHAT: told}, private=private)


def opened_draft(
    value: str, words: Words, text_of: Callable[[str, str], str | None], is_public: Callable[[str], bool]
) -> Draft:
    """What a button opens the form with: a message (``channel:ts``), a record (``record:id``), or nothing."""
    place, _, name = value.partition(":")
    if place == "record":
        return Draft(link=name[:MOST_LINK])
    if not name:
        return Draft()
    return typed_draft(text_of(place, name) or "", words, private=not is_public(place))


def nominate_form(draft: Draft, words: Words, twin: Win | None = None) -> Form:
    """The form to tell a story in, with what *draft* knows; a *twin* asks to be joined first."""
    blocks: list[Block] = [*_twin(twin, words), context(words("win-form-hint")), _kind(draft, words)]
    blocks += _who(draft, words)
    blocks += _what(draft, words)
    blocks.append(
        field(
            ids.WIN_LINK,
            words("win-form-link"),
            writing(ids.WIN_LINK, MOST_LINK, draft.link, lines=False),
            hint=words("win-form-link-hint"),
            optional=True,
        )
    )
    blocks.append(
        field(
            ids.WIN_SAID,
            words("win-form-said"),
            writing(ids.WIN_SAID, MOST_SAID, draft.said),
            hint=words("win-form-said-hint"),
            optional=True,
        )
    )
    if draft.private:
        blocks.append(_tick(ids.WIN_PRIVATE, words("win-form-private"), words("win-form-private-yes")))
    meta = {"private": draft.private}
    return form(ids.WIN_FORM, words, "win-form-title", blocks, submit="win-form-submit", meta=meta)


def thanks_form(words: Words) -> Form:
    """What stands in place of the form once the story is in."""
    return form(ids.WIN_FORM, words, "win-form-title", [section(words("win-form-thanks"))])


def joined_form(words: Words) -> Form:
    """What stands in place of the form once somebody joined another's story."""
    return form(ids.WIN_FORM, words, "win-form-title", [section(words("win-form-joined"))])


def group_options(groups: list[tuple[str, str]]) -> list[dict[str, Any]]:
    """User groups to choose from, id and name each."""
    return [option(number, name).to_dict() for number, name in groups][:100]


def read_draft(view: Mapping[str, Any]) -> Draft:
    """What stands in an open form, to draw it anew."""
    told = filled_in(view)
    return Draft(
        kind=WinKind((told.get(ids.WIN_KIND) or (WinKind.SERVICE,))[0]),
        users=tuple(told.get(ids.WIN_PEOPLE) or ()),
        group=told.get(ids.WIN_GROUP),
        other=told.get(ids.WIN_OTHER),
        parts={name: told[name] for name in (ids.WIN_WHAT, *ids.BOLD_PARTS) if told.get(name)},
        link=told.get(ids.WIN_LINK),
        said=told.get(ids.WIN_SAID),
        private=bool((meta_of(view) or {}).get("private")),
    )


def read_nomination(view: Mapping[str, Any], nominator: str) -> Nomination:
    """The story that was told in a form that was sent off."""
    draft, told = read_draft(view), filled_in(view)
    names = ids.BOLD_PARTS if draft.kind is WinKind.BOLD else (ids.WIN_WHAT,)
    return Nomination(
        key=view["id"],
        nominator=nominator,
        kind=draft.kind,
        users=draft.users,
        other=draft.other,
        group=None if draft.group is None else Team(draft.group[0], draft.group[1].lstrip("@"), 0),
        parts=tuple(draft.parts.get(name, "") for name in names),
        link=draft.link,
        said=draft.said,
        another_story=bool(told.get(ids.WIN_ANOTHER)),
        confirmed=not draft.private or bool(told.get(ids.WIN_PRIVATE)),
    )


def _twin(twin: Win | None, words: Words) -> list[Block]:
    if twin is None:
        return []
    told = cut(escape(neutral(excerpt(twin, words, 300))), 600)
    return [
        section(words("win-twin", story=told)),
        ActionsBlock(elements=[button(ids.WIN_JOIN, words("win-twin-join"), str(twin.id), style="primary")]),
        _tick(ids.WIN_ANOTHER, words("win-twin-another"), words("win-twin-another-yes"), optional=True),
    ]


def _kind(draft: Draft, words: Words) -> Block:
    options = [option(kind.value, words(f"win-kind-{kind.value}")) for kind in WinKind]
    chosen = next(each for each in options if each.value == draft.kind.value)
    element = RadioButtonsElement(action_id=ids.WIN_KIND, options=options, initial_option=chosen)
    return field(ids.WIN_KIND, words("win-form-kind"), element, dispatch=True)


def _who(draft: Draft, words: Words) -> list[Block]:
    people = UserMultiSelectElement(
        action_id=ids.WIN_PEOPLE, initial_users=list(draft.users[:MOST_USERS]) or None, max_selected_items=MOST_USERS
    )
    chosen = None if draft.group is None else option(*draft.group)
    group = ExternalDataSelectElement(
        action_id=ids.WIN_GROUP,
        initial_option=chosen,
        min_query_length=0,
        placeholder=PlainTextObject(text=plain(words("win-form-group-none"), 150)),
    )
    other = writing(ids.WIN_OTHER, MOST_OTHER, draft.other, lines=False)
    return [
        field(ids.WIN_PEOPLE, words("win-form-people"), people, hint=words("win-form-people-hint"), optional=True),
        field(ids.WIN_GROUP, words("win-form-group"), group, hint=words("win-form-group-hint"), optional=True),
        field(ids.WIN_OTHER, words("win-form-other"), other, hint=words("win-form-other-hint"), optional=True),
    ]


def _what(draft: Draft, words: Words) -> list[Block]:
    if draft.kind is not WinKind.BOLD:
        answers = [draft.parts[name] for name in ids.BOLD_PARTS if draft.parts.get(name)]
        told = draft.parts.get(ids.WIN_WHAT) or "\n".join(answers)
        element = room(ids.WIN_WHAT, MOST_TOLD, told)
        return [field(ids.WIN_WHAT, words("win-form-what"), element, hint=words("win-form-what-hint"))]
    first = {**_in_answers(draft.parts.get(ids.WIN_WHAT, "")), **draft.parts}
    asked = [
        field(name, words(f"win-bold-{index}"), writing(name, MOST_ANSWER, first.get(name)))
        for index, name in enumerate(ids.BOLD_PARTS, 1)
    ]
    return [context(words("win-bold-promise")), *asked]


def _in_answers(told: str) -> dict[str, str]:
    """What was told before the four questions were asked: in the first answer, and the rest in those after it."""
    found: dict[str, str] = {}
    for name in ids.BOLD_PARTS:
        end = len(told) if len(told) <= MOST_ANSWER else told.rfind(" ", 1, MOST_ANSWER) + 1 or MOST_ANSWER
        found[name], told = told[:end].strip(), told[end:].strip()
    return found


def _tick(name: str, label: str, text: str, *, optional: bool = False) -> Block:
    element = CheckboxesElement(action_id=name, options=[option(_YES, text)])
    return field(name, label, element, optional=optional)
