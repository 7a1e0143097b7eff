"""What a slash command says after its name: people, groups, and words. Slack escapes mentions where asked to."""

import re
from dataclasses import dataclass

_USER = re.compile(r"<@([UW][A-Z0-9]+)(?:\|([^>]*))?>")
_GROUP = re.compile(r"<!subteam\^(S[A-Z0-9]+)(?:\|@?([^>]*))?>")
_LINK = re.compile(r"<((?:https?|mailto):[^|>]+)(?:\|([^>]*))?>")
_CHANNEL = re.compile(r"<#[CG][A-Z0-9]+(?:\|([^>]*))?>")
_SPECIAL = re.compile(r"<![^>]*>")
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}


@dataclass(frozen=True, slots=True)
class Typed:
    """*users* and *groups* in the order of their mention, a group with its name; *text* is what is left, readable."""

    users: tuple[str, ...]
    groups: tuple[tuple[str, str], ...]
    text: str


def read_typed(text: str, somebody: str) -> Typed:
    """Read *text* as Slack sends it. Mentions before the first word are taken out, those within become names.

    *somebody* stands for a person of whom Slack tells the id alone.
    """
    users = tuple(dict.fromkeys(match[1] for match in _USER.finditer(text)))
    groups = tuple({match[1]: match[2] or match[1] for match in _GROUP.finditer(text)}.items())
    rest = text.strip()
    while match := (_USER.match(rest) or _GROUP.match(rest)):
        rest = rest[match.end() :].lstrip(" ,:\u00a0")
    rest = _USER.sub(lambda match: f"@{match[2]}" if match[2] else somebody, rest)
    rest = _GROUP.sub(lambda match: f"@{match[2] or match[1]}", rest)
    rest = _CHANNEL.sub(lambda match: f"#{match[1]}" if match[1] else "", rest)
    rest = _SPECIAL.sub("", _LINK.sub(lambda match: match[2] or match[1], rest))
    for entity, sign in _ENTITIES.items():
        rest = rest.replace(entity, sign)
    return Typed(users, groups, rest.strip())
