"""Every page, form and message of administration stays within Slack's limits, whatever is set, in every language."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.blocks import setup_audit
from bot.blocks.home import Section, home
from bot.blocks.limits import check, check_view
from bot.blocks.setup_areas import area_form, areas_page, promises_form, theme_form, themes_page
from bot.blocks.setup_audit import PAGE, PLAIN, SENT, as_text, audit_page, line
from bot.blocks.setup_choices import holiday_options, named_options, zone_options
from bot.blocks.setup_edition import LEFT_OUT, edition_form, pause_form
from bot.blocks.setup_editions import editions_page
from bot.blocks.setup_home import audit, data_flow, for_admin, for_observer
from bot.blocks.setup_hub import asked_form, claim_form, hub, loading, refused
from bot.blocks.setup_letters import decided, please_decide, to_channel, to_observer
from bot.blocks.setup_roles import roles_form
from bot.blocks.setup_wins import wins_form
from bot.blocks.voice import HELP, help_text
from bot.domain.area import Area, Ownership, Promise
from bot.domain.audit import APP, Entry
from bot.domain.draft import DraftState
from bot.domain.edition import Edition, Origin
from bot.domain.overview import ROLES, EditionState, Grants, Overview
from bot.domain.pending import EDITION, ROLE, Pending, PendingState
from bot.domain.place import Place
from bot.domain.protection import Lowering
from bot.domain.role import Role
from bot.domain.schedule import next_due
from bot.domain.wish import WinsWish, Wish
from bot.locale import LANGUAGES, Words
from tests.bot.blocks.longest import HARDEST, SPOKEN, WORDS, filled

NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
PEOPLE = tuple(f"U{number:010}" for number in range(60))
USER, CHANNEL = "U" + "0" * 30, "C" + "0" * 30


def make_edition(sign: str, number: int = 0, **more: object) -> Edition:
    """The largest edition that the form lets in, made of nothing but *sign*."""
    given = {
        "name": f"{'x' * 37}-{number:02}",
        "title": filled(sign, 100),
        "channel": CHANNEL,
        "at": time(23, 59),
        "timezone": "America/Argentina/ComodRivadavia",
        "holidays": "DE-BE",
        "default_owner": USER,
        "shadow_weeks": 2,
        "without": LEFT_OUT,
        "company": True,
        "origin": Origin.SLACK,
        "created_at": NOW,
        **more,
    }
    return Edition.model_validate(given)


def states(sign: str) -> list[EditionState]:
    kinds = (
        {},
        {"paused_until": date(2026, 12, 31), "pause_reason": filled(sign, 100)},
        {"off": "restricted_action_thread_only_channel"},
        {"channel": None},
        {"origin": Origin.ENVIRONMENT},
    )
    made = [make_edition(sign, number, **kinds[number % len(kinds)]) for number in range(40)]
    return [EditionState(each, next_due(each, NOW) if each.channel else None, "x" * 16) for each in made]


def pendings(sign: str) -> list[Pending]:
    edition = {"edition": make_edition(sign).model_dump(mode="json"), "changed": list(Edition.model_fields)}
    roles = [reason for reason in Lowering if reason.value.split("-")[0] in {"last", "observer", "admin"}]
    editions = tuple(reason for reason in Lowering if reason not in roles)
    found = [Pending(10**12, EDITION, "x" * 40, edition, editions, USER, NOW)]
    return found + [Pending(1, ROLE, "admin", {"member": USER, "given": True}, (why,), USER, NOW) for why in roles]


def overview(sign: str) -> Overview:
    waiting = tuple(pendings(sign) * 6)
    off = "restricted_action_thread_only_channel"
    return Overview(tuple(states(sign)), 10**4, 10**4, 10**4, 99, 50, 99, 5, CHANNEL, off, waiting=waiting)


def entries(sign: str) -> list[Entry]:
    detail = {"member": USER, "role": "observer", "changed": filled(sign, 400), "agreed_by": USER}
    known = [Entry(NOW, USER, action, filled(sign, 80), detail) for action in PLAIN]
    return [*known, Entry(NOW, APP, filled(sign, 40), filled(sign, 80), detail)]


def pages(sign: str, words: Words) -> Iterator[dict]:
    areas = [Area(name=f"{filled(sign, 56)}{number:03}", leader=PEOPLE[number], deputy=USER) for number in range(50)]
    owned = [
        Ownership(theme=f"{number:080}", name=filled(sign, 80), area=areas[0].name, owner=USER) for number in range(50)
    ]
    grants = {role: Grants(PEOPLE, tuple(f"S{n:010}" for n in range(20)), PEOPLE) for role in ROLES}
    names = {f"S{number:010}": filled(sign, 80) for number in range(20)}
    shown = overview(sign)
    yield from (loading(words), claim_form(words), asked_form(words), hub(shown, USER, words), hub(shown, "U1", words))
    yield from (refused(PEOPLE, words, observer=True), refused((), words, observer=False))
    yield from (editions_page(shown.editions, words), editions_page([], words))
    yield from (areas_page(areas, set(PEOPLE), words), areas_page([], set(), words), area_form(areas[0], "x", words))
    yield from (
        themes_page(owned, {USER}, words),
        themes_page([], set(), words),
        theme_form(areas * 3, "x", words),
    )
    yield promises_form([Promise(text=filled(sign, 150), owner=USER)] * 5, "x", words)
    yield roles_form(grants, names, "x" * 16, words)
    for fixed in (frozenset(), frozenset({"wins_channel", "wins_post", "wins_nudge", "win_emoji"})):
        yield wins_form(WinsWish(CHANNEL, False, True, "x" * 100), fixed, "x" * 16, words)
    wish = Wish.of(make_edition(sign), "x" * 16)
    for place in (
        None,
        Place(CHANNEL, is_visible=False),
        Place(CHANNEL, is_member=True, is_archived=True),
        Place(CHANNEL, is_member=True, is_shared=True, size=10**6, guests=30),
    ):
        yield edition_form(wish, words, place)
    yield pause_form(make_edition(sign, pause_reason=filled(sign, 100)), date(2026, 12, 31), "seen", words)
    yield audit_page(entries(sign)[:PAGE], PAGE, words, more=True)
    yield audit_page([], 0, words, more=False)
    sources = [filled(sign, 40)] * 30
    log = audit(entries(sign)[:5], words)
    yield home([for_admin(shown, words), data_flow(sources, words), log], words)
    yield home([*for_observer(shown, sources, words), log], words)
    yield home([Section("x", for_observer(Overview(), [], words)[0].blocks), data_flow([], words)], words)


@pytest.mark.parametrize("words", WORDS, ids=SPOKEN)
@pytest.mark.parametrize("sign", HARDEST)
def test_the_longest_content_is_within_the_limits(words: Words, sign: str) -> None:
    for view in pages(sign, words):
        check_view(view)


@pytest.mark.parametrize("words", WORDS, ids=SPOKEN)
@pytest.mark.parametrize("sign", HARDEST)
def test_the_longest_messages_are_within_the_limits(words: Words, sign: str) -> None:
    for pending in pendings(sign):
        check(please_decide(pending, words))
        check(to_observer(pending, words))
        check(to_channel(pending.reasons, words))
        for state in PendingState:
            if state is not PendingState.OPEN:
                ended = Pending(
                    1, pending.kind, pending.target, pending.change, pending.reasons, USER, NOW, None, state
                )
                check(decided(ended, words))
    check(as_text(entries(sign) * SENT, words))
    check(as_text([], words))
    check(help_text(words, frozenset(Role)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_is_typed_into_a_menu_it_offers_no_more_than_slack_takes(language: str) -> None:
    words = Words(language)
    many = [(str(number), f"Theme {number}") for number in range(300)]
    for typed in ("", "e", "a/", "*", "<@U1>", "x" * 300):
        for options in (zone_options(typed, words), holiday_options(typed, words), named_options(many, typed)):
            assert len(options) <= 100
            assert all(0 < len(each["text"]["text"]) <= 75 and len(each["value"]) <= 150 for each in options)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_of_an_edition_can_be_read_by_people_who_do_not_see_it(language: str) -> None:
    form = edition_form(Wish.of(make_edition("x")), Words(language))
    inputs = [block for block in form["blocks"] if block["type"] == "input"]
    assert len(inputs) > 10
    assert all(block["label"]["text"] for block in inputs)
    page = editions_page(states("x"), Words(language))
    labels = [
        e["accessibility_label"]
        for b in page["blocks"]
        for e in b.get("elements", ())
        if e.get("value", "new") != "new"
    ]
    assert labels
    assert all("x" in label for label in labels), "each says which edition it is about"


def test_what_people_wrote_is_shown_as_text_and_pings_nobody() -> None:
    evil = "<!channel> *b* <https://evil.example|bank> `x`"
    words = Words("en")
    shown = str(editions_page([EditionState(make_edition("x", title=evil), None, "x")], words)["blocks"])
    shown += str(areas_page([Area(name=evil)], set(), words)["blocks"])
    shown += line(Entry(NOW, "U1", "other.thing", evil, {"why": evil}), words)
    assert "<!channel>" not in re.sub("'value': '[^']*'", "", shown)
    assert "<https://evil" not in shown.replace(evil, "")


def test_help_names_nothing_that_has_no_words() -> None:
    assert {name for name in HELP if Words("en").has(f"voice-help-{name}")} >= {"preview", "setup", "help"}


def test_every_change_that_is_recorded_has_a_sentence() -> None:
    services = Path(setup_audit.__file__).parents[1] / "services"
    code = "\n".join(path.read_text(encoding="utf-8") for path in services.rglob("*.py"))
    nouns = {action.partition(".")[0] for action in PLAIN}
    recorded = {f"{noun}.{verb}" for noun, verb in re.findall(r'"([a-z]+)\.([a-z_-]+)"', code) if noun in nouns}
    assert sorted(recorded - PLAIN.keys()) == []
    assert {"draft.make", "ask.take", "win.approve", "source.pause"} <= recorded
    assert {
        f"draft.{state.value}" for state in (DraftState.POSTED, DraftState.SHADOW, DraftState.PASSED)
    } <= PLAIN.keys()


@pytest.mark.parametrize(("language", "fallback"), [("en", "17 Nov, 08:30 CET"), ("de", "17. Nov., 08:30 CET")])
def test_every_reader_of_the_log_sees_the_time_in_their_own_zone(language: str, fallback: str) -> None:
    at = datetime(2026, 11, 17, 8, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    shown = line(Entry(at, "U1", "edition.close", "edition:voices", {}), Words(language))
    assert shown.startswith(f"<!date^{int(at.timestamp())}^{{date_short}}, {{time}}|{fallback}> · <@U1>: ")


def test_sources_are_named_as_in_the_digest() -> None:
    said = str(data_flow(["app_reviews", "nps_survey"], WORDS[0]).blocks[0].to_dict())
    assert "App reviews" in said
    assert "NPS survey" in said
    assert "_reviews" not in said
