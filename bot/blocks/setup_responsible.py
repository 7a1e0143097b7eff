"""What is set, in full, for those who may see it and change nothing: the rules of editions, and everybody by name."""

from collections.abc import Iterator, Sequence

from slack_sdk.models.blocks import Block

from bot.blocks.drawing import section
from bot.blocks.setup_choices import holiday_name
from bot.blocks.setup_letters import mention
from bot.blocks.text import cut, inline
from bot.domain.edition import Edition
from bot.domain.overview import ROLES, Responsible
from bot.locale import Words

MOST_NAMED = 30
_MOST_TEXT = 2_900
_REVIEW = {None: "auto", True: "on", False: "off"}


def ruled(edition: Edition, words: Words) -> str:
    """By which rules an edition is posted, as its form calls them."""
    rules = [
        ("setup-edition-review", words(f"setup-edition-review-{_REVIEW[edition.review]}")),
        ("setup-edition-away", words(f"setup-edition-away-{edition.away.value}")),
        ("setup-edition-zone", edition.timezone),
        ("setup-edition-language", words(f"setup-language-{edition.language}")),
    ]
    if edition.holidays is not None:
        rules.append(("setup-edition-holidays", holiday_name(edition.holidays, words)))
    if edition.default_owner is not None:
        rules.append(("setup-edition-owner", mention(edition.default_owner)))
    if edition.without:
        rules.append(("setup-edition-without", words.listed([words(f"setup-slot-{slot}") for slot in edition.without])))
    return "\n".join(f"• {words(key)}: {value}" for key, value in rules)


def responsible_blocks(responsible: Responsible, words: Words) -> list[Block]:
    """Who has which role, and who is accountable for what: a block for each that there is something to say of."""
    told = {
        "roles": _roles(responsible, words),
        "areas": _areas(responsible, words),
        "themes": _themes(responsible, words),
        "promises": (f"{inline(each.text, 150)} · {_person(each.owner, words)}" for each in responsible.promises),
    }
    drawn = [(page, _few(list(lines), words)) for page, lines in told.items()]
    return [section(cut(f"*{words(f'setup-page-{page}')}*\n{said}", _MOST_TEXT)) for page, said in drawn if said]


def _roles(responsible: Responsible, words: Words) -> Iterator[str]:
    for role in ROLES:
        given = responsible.grants.get(role)
        members = [] if given is None else [mention(member) for member in (*given.members, *given.fixed)]
        who = ", ".join(members[:MOST_NAMED]) or words("setup-area-nobody")
        more = f" {words('list-more', count=len(members) - MOST_NAMED)}" if len(members) > MOST_NAMED else ""
        yield f"{words(f'setup-role-{role}')}: {who}{more}"


def _areas(responsible: Responsible, words: Words) -> Iterator[str]:
    for area in responsible.areas:
        leader, deputy = (_person(each, words) for each in (area.leader, area.deputy))
        yield words("setup-area-line", area=inline(area.name), leader=leader, deputy=deputy)


def _themes(responsible: Responsible, words: Words) -> Iterator[str]:
    for each in responsible.themes:
        area = inline(each.area) if each.area else words("setup-theme-no-area")
        owner = _person(each.owner, words)
        yield words("setup-theme-line", theme=inline(each.name or each.theme), area=area, owner=owner)


def _few(lines: Sequence[str], words: Words) -> str:
    more = [words("list-more", count=len(lines) - MOST_NAMED)] if len(lines) > MOST_NAMED else []
    return "\n".join(f"• {line}" for line in (*lines[:MOST_NAMED], *more))


def _person(user: str | None, words: Words) -> str:
    return words("setup-area-nobody") if user is None else mention(user)
