"""Administration: its pages, its forms, what other admins, observers and channels are told."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.blocks import (
    setup_areas,
    setup_audit,
    setup_choices,
    setup_edition,
    setup_editions,
    setup_home,
    setup_hub,
    setup_letters,
    setup_roles,
    setup_wins,
)
from bot.blocks.forms import Form
from bot.blocks.home import Section
from bot.domain.area import Area, Ownership, Promise
from bot.domain.message import Message
from bot.domain.overview import ROLES, Grants, Overview, Responsible
from bot.domain.pending import Pending, PendingState
from bot.domain.place import Place
from bot.domain.wish import WinsWish, Wish
from bot.locale import Words
from tests.bot.blocks.longest import NOW, filled
from tests.bot.blocks.test_setup import (
    CHANNEL,
    PEOPLE,
    USER,
    entries,
    make_edition,
    overview,
    pendings,
    states,
)

FIXED = (frozenset[str](), frozenset({"wins_channel", "wins_post", "wins_nudge", "win_emoji"}))
PLACES = (
    None,
    Place(CHANNEL, is_visible=False),
    Place(CHANNEL, is_member=True, is_archived=True),
    Place(CHANNEL, is_member=True, is_shared=True, size=10**6, guests=30),
)


def areas(sign: str) -> list[Area]:
    return [Area(name=f"{filled(sign, 56)}{number:03}", leader=PEOPLE[number], deputy=USER) for number in range(50)]


def owned(sign: str) -> list[Ownership]:
    area = areas(sign)[0].name
    return [Ownership(theme=f"{number:080}", name=filled(sign, 80), area=area, owner=USER) for number in range(50)]


def roles_forms(words: Words, sign: str) -> Iterator[Form]:
    groups = tuple(f"S{number:010}" for number in range(20))
    grants = {role: Grants(PEOPLE, groups, PEOPLE) for role in ROLES}
    yield setup_roles.roles_form(grants, dict.fromkeys(groups, filled(sign, 80)), "x" * 16, words)


def ended(words: Words, sign: str) -> Iterator[Message]:
    for each in pendings(sign):
        for state in set(PendingState) - {PendingState.OPEN}:
            gone = Pending(1, each.kind, each.target, each.change, each.reasons, USER, NOW, None, state)
            yield setup_letters.decided(gone, words)


def named(_: Words, sign: str) -> Iterator[list[dict]]:
    yield setup_choices.named_options([("x" * 150, filled("x" + sign, 300))] * 300, "x")


def observed(words: Words, sign: str) -> Iterator[Section]:
    groups = tuple(f"S{number:010}" for number in range(20))
    promises = [Promise(text=filled(sign, 150), owner=USER)] * 5
    responsible = Responsible(
        {role: Grants(PEOPLE, groups, PEOPLE) for role in ROLES}, areas(sign), owned(sign), promises
    )
    yield from setup_home.for_observer(replace(overview(sign), responsible=responsible), [filled(sign, 40)] * 30, words)
    yield from setup_home.for_observer(Overview(), [], words)


EXAMPLES = {
    setup_home.for_admin: lambda words, sign: [
        setup_home.for_admin(found, words) for found in (overview(sign), Overview())
    ],
    setup_home.for_observer: observed,
    setup_home.data_flow: lambda words, sign: [
        setup_home.data_flow(found, words) for found in ([filled(sign, 40)] * 30, [])
    ],
    setup_home.audit: lambda words, sign: [setup_home.audit(found, words) for found in (entries(sign)[:5], [])],
    setup_areas.areas_page: lambda words, sign: [
        setup_areas.areas_page(areas(sign), set(PEOPLE), words),
        setup_areas.areas_page([], set(), words),
    ],
    setup_areas.area_form: lambda words, sign: [
        setup_areas.area_form(area, "x" * 16, words) for area in (None, areas(sign)[0])
    ],
    setup_areas.themes_page: lambda words, sign: [
        setup_areas.themes_page(owned(sign), set(PEOPLE), words),
        setup_areas.themes_page([], set(), words),
    ],
    setup_areas.theme_form: lambda words, sign: [setup_areas.theme_form(areas(sign) * 3, "x" * 16, words)],
    setup_areas.promises_form: lambda words, sign: [
        setup_areas.promises_form([Promise(text=filled(sign, 150), owner=USER)] * count, "x" * 16, words)
        for count in (0, 5)
    ],
    setup_audit.audit_page: lambda words, sign: [
        setup_audit.audit_page(entries(sign)[: setup_audit.PAGE], 10**6, words, more=True),
        setup_audit.audit_page([], 0, words, more=False),
    ],
    setup_audit.as_text: lambda words, sign: [
        setup_audit.as_text(found, words) for found in (entries(sign) * setup_audit.SENT, [])
    ],
    setup_choices.zone_options: lambda words, _: [setup_choices.zone_options(typed, words) for typed in ("a/", "")],
    setup_choices.holiday_options: lambda words, _: [setup_choices.holiday_options("", words)],
    setup_choices.named_options: named,
    setup_edition.edition_form: lambda words, sign: [
        setup_edition.edition_form(Wish.of(make_edition(sign), "x" * 16), words, place) for place in PLACES
    ],
    setup_edition.pause_form: lambda words, sign: [
        setup_edition.pause_form(make_edition(sign, pause_reason=filled(sign, 100)), date(2026, 12, 31), "seen", words)
    ],
    setup_editions.editions_page: lambda words, sign: [
        setup_editions.editions_page(found, words) for found in (states(sign), [])
    ],
    setup_hub.loading: lambda words, _: [setup_hub.loading(words)],
    setup_hub.hub: lambda words, sign: [setup_hub.hub(overview(sign), user, words) for user in (USER, "U1")],
    setup_hub.asked_form: lambda words, _: [setup_hub.asked_form(words)],
    setup_hub.refused: lambda words, _: [
        setup_hub.refused(admins, words, observer=observer) for admins in (PEOPLE, ()) for observer in (True, False)
    ],
    setup_hub.claim_form: lambda words, _: [setup_hub.claim_form(words)],
    setup_letters.please_decide: lambda words, sign: (
        setup_letters.please_decide(each, words) for each in pendings(sign)
    ),
    setup_letters.decided: ended,
    setup_letters.to_channel: lambda words, sign: (
        setup_letters.to_channel(each.reasons, words) for each in pendings(sign)
    ),
    setup_letters.to_observer: lambda words, sign: (setup_letters.to_observer(each, words) for each in pendings(sign)),
    setup_roles.roles_form: roles_forms,
    setup_wins.wins_form: lambda words, _: [
        setup_wins.wins_form(WinsWish(CHANNEL, False, True, "x" * 100), fixed, "x" * 16, words) for fixed in FIXED
    ],
}
