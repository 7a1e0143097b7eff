"""Areas with leader and deputy, owners of themes, customer promises: pages and forms."""

from collections.abc import Mapping, Sequence, Set
from typing import Any

from slack_sdk.models.blocks import ActionsBlock, Block

from bot.blocks import ids
from bot.blocks import setup_fields as fields
from bot.blocks.drawing import context, section
from bot.blocks.forms import Form, button, form, meta_of, sure
from bot.blocks.text import inline
from bot.domain.area import Area, Ownership, Promise
from bot.domain.fingerprint import fingerprint, with_state
from bot.locale import Words

MOST_LINES = 40
MOST_NAME = 60
MOST_PROMISE = 150
PROMISES = 5
_NONE = "-"


def areas_page(areas: Sequence[Area], gone: Set[str], words: Words) -> Form:
    """Every area; one whose leader or deputy is among the *gone* is marked."""
    blocks: list[Block] = [] if areas else [section(words("setup-areas-none"))]
    for place, area in enumerate(areas[:MOST_LINES]):
        leader, deputy = (_person(each, words) for each in (area.leader, area.deputy))
        said = [words("setup-area-line", area=inline(area.name), leader=leader, deputy=deputy)]
        said += [words("setup-area-left", who=f"<@{who}>") for who in (area.leader, area.deputy) if who in gone]
        edit = button(
            ids.SETUP_AREA_EDIT, words("setup-area-edit"), area.name, label=f"{words('setup-area-edit')}: {area.name}"
        )
        remove = button(
            ids.SETUP_AREA_REMOVE,
            words("setup-area-remove"),
            with_state(area.name, fingerprint(area)),
            label=f"{words('setup-area-remove')}: {area.name}",
        )
        sure(remove, words, "setup-area-remove", "setup-area-remove-sure")
        blocks += [section("\n".join(said)), ActionsBlock(block_id=f"area-{place}", elements=[edit, remove])]
    blocks += _more(areas, words)
    new = button(ids.SETUP_AREA_NEW, words("setup-area-new"), "new", style="primary")
    return form(ids.SETUP_AREAS, words, "setup-page-areas", [*blocks, ActionsBlock(elements=[new])])


def area_form(area: Area | None, seen: str | None, words: Words) -> Form:
    """The form of one area, or of a new one."""
    shown = area or Area(name="")
    blocks = [
        fields.text(
            ids.SETUP_AREA, words("setup-area-name"), MOST_NAME, shown.name, hint=words("setup-area-name-hint")
        ),
        fields.person(ids.SETUP_LEADER, words("setup-area-leader"), shown.leader),
        fields.person(ids.SETUP_DEPUTY, words("setup-area-deputy"), shown.deputy, hint=words("setup-area-deputy-hint")),
    ]
    meta = {"area": shown.name or None, "seen": seen}
    return form(ids.SETUP_AREA_FORM, words, "setup-area-title", blocks, submit="setup-save", meta=meta)


def read_area(view: Mapping[str, Any]) -> tuple[Area, str | None, str | None]:
    """The area as filled in, the name it had before, and which state the admin had before them."""
    filled, meta = fields.Filled(view), meta_of(view) or {}
    leader, deputy = filled.text(ids.SETUP_LEADER) or None, filled.text(ids.SETUP_DEPUTY) or None
    return Area(name=filled.text(ids.SETUP_AREA), leader=leader, deputy=deputy), meta.get("area"), meta.get("seen")


def themes_page(owned: Sequence[Ownership], gone: Set[str], words: Words) -> Form:
    """Every theme that has an owner or an area; one whose owner is among the *gone* is marked."""
    blocks: list[Block] = [] if owned else [section(words("setup-themes-none"))]
    for place, each in enumerate(owned[:MOST_LINES]):
        name = each.name or each.theme
        area = inline(each.area) if each.area else words("setup-theme-no-area")
        said = words("setup-theme-line", theme=inline(name), area=area, owner=_person(each.owner, words))
        if each.owner in gone:
            said += "\n" + words("setup-area-left", who=f"<@{each.owner}>")
        remove = button(
            ids.SETUP_THEME_REMOVE,
            words("setup-theme-remove"),
            with_state(each.theme, each.state),
            label=f"{words('setup-theme-remove')}: {name}",
        )
        blocks += [section(said), ActionsBlock(block_id=f"theme-{place}", elements=[remove])]
    blocks += _more(owned, words)
    new = button(ids.SETUP_THEME_NEW, words("setup-theme-new"), "new", style="primary")
    return form(ids.SETUP_THEMES, words, "setup-page-themes", [*blocks, ActionsBlock(elements=[new])])


def theme_form(areas: Sequence[Area], seen: str, words: Words) -> Form:
    """The form in which a theme gets an accountable area and an owner; *seen* is whose themes are now."""
    choices = [(_NONE, words("setup-theme-no-area")), *((area.name, area.name) for area in areas[:99])]
    blocks: list[Block] = [
        fields.typed(ids.SETUP_THEME, words("setup-theme-which"), None, hint=words("setup-theme-which-hint")),
        fields.menu(ids.SETUP_AREA, words("setup-theme-area"), choices, _NONE),
        fields.person(ids.SETUP_OWNER, words("setup-theme-owner"), None, hint=words("setup-theme-owner-hint")),
    ]
    meta = {"seen": seen}
    return form(ids.SETUP_THEME_FORM, words, "setup-theme-title", blocks, submit="setup-save", meta=meta)


def read_theme(view: Mapping[str, Any]) -> tuple[str, str | None, str | None, str | None]:
    """The theme, its area and its owner, and which state the admin had before them."""
    filled = fields.Filled(view)
    area = filled.choice(ids.SETUP_AREA)
    owner = filled.text(ids.SETUP_OWNER) or None
    seen = (meta_of(view) or {}).get("seen")
    return filled.choice(ids.SETUP_THEME) or "", None if area in (None, _NONE) else area, owner, seen


def promises_form(promises: Sequence[Promise], seen: str, words: Words) -> Form:
    """The form of all customer promises."""
    blocks: list[Block] = [context(words("setup-promises-hint"))]
    for place in range(PROMISES):
        known = promises[place] if place < len(promises) else Promise(text="")
        blocks.append(
            fields.text(
                f"{ids.SETUP_PROMISE}{place}",
                words("setup-promise-text", number=place + 1),
                MOST_PROMISE,
                known.text,
                optional=True,
            )
        )
        blocks.append(
            fields.person(
                f"{ids.SETUP_PROMISE_OWNER}{place}", words("setup-promise-owner", number=place + 1), known.owner
            )
        )
    meta = {"seen": seen}
    return form(ids.SETUP_PROMISES_FORM, words, "setup-promises-title", blocks, submit="setup-save", meta=meta)


def read_promises(view: Mapping[str, Any]) -> tuple[list[tuple[str, str | None]], str]:
    """Text and owner of each place for a promise, and which state the admin had before them."""
    filled = fields.Filled(view)
    rows = [
        (filled.text(f"{ids.SETUP_PROMISE}{place}"), filled.text(f"{ids.SETUP_PROMISE_OWNER}{place}") or None)
        for place in range(PROMISES)
    ]
    return rows, str((meta_of(view) or {}).get("seen"))


def _more(things: Sequence[object], words: Words) -> list[Block]:
    return [context(words("home-more"))] if len(things) > MOST_LINES else []


def _person(user: str | None, words: Words) -> str:
    return words("setup-area-nobody") if user is None else f"<@{user}>"
