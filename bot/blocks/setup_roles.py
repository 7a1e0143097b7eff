"""The form of who may do what: people and user groups for each role."""

from collections.abc import Mapping
from typing import Any

from slack_sdk.models.blocks import Block

from bot.blocks import ids
from bot.blocks import setup_fields as fields
from bot.blocks.drawing import context, section
from bot.blocks.forms import Form, form, meta_of
from bot.blocks.setup_letters import mention
from bot.domain.overview import ROLES, Grants
from bot.domain.role import Role
from bot.locale import Words

MOST_NAMED = 40


def roles_form(grants: Mapping[Role, Grants], groups: Mapping[str, str], seen: str, words: Words) -> Form:
    """The form of all roles; *groups* are the names of user groups by their ids, as far as Slack tells them."""
    blocks: list[Block] = [section(words("setup-roles-hint"))]
    for role in ROLES:
        given, called = grants[role], words(f"setup-role-{role}")
        chosen = [(group, groups.get(group, group)) for group in given.groups]
        blocks.append(fields.people(f"{ids.SETUP_PEOPLE}{role}", called, given.people))
        blocks.append(
            fields.several_typed(
                f"{ids.SETUP_GROUPS}{role}",
                words("setup-role-groups", role=called),
                chosen,
                words("setup-role-groups-none"),
            )
        )
        if given.fixed:
            who = ", ".join(mention(member) for member in given.fixed[:MOST_NAMED])
            blocks.append(context(words("setup-role-environment", who=who)))
    blocks.append(context(words("setup-roles-foot")))
    return form(ids.SETUP_ROLES_FORM, words, "setup-roles-title", blocks, submit="setup-save", meta={"seen": seen})


def read_roles(view: Mapping[str, Any]) -> tuple[dict[Role, Grants], str]:
    """Who was chosen for each role, and which state the admin had before them."""
    filled = fields.Filled(view)
    chosen = {
        role: Grants(filled.choices(f"{ids.SETUP_PEOPLE}{role}"), filled.choices(f"{ids.SETUP_GROUPS}{role}"))
        for role in ROLES
    }
    return chosen, str((meta_of(view) or {}).get("seen"))
