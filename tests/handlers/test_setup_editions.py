"""Editions in the settings: what is refused and why, pauses, closing, two admins at once, the environment's own."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from bot.domain.edition import Away, Weekday
from bot.services.audit import AuditService
from bot.storage.store import Store
from tests.fake_slack import FakeSlack, FakeUser
from tests.handlers.setup_world import ARCHIVED, ELSEWHERE, PRIVATE, PUBLIC, World, elements, text


@pytest.fixture(params=["en", "de"])
def world(request: pytest.FixtureRequest, fake_slack: FakeSlack, store: Store) -> Iterator[World]:
    """ADA and BO are admins."""
    world = World(fake_slack, store, request.param, admins="U0ADA,U0BO")
    yield world
    world.close()


@pytest.fixture(params=["en", "de"])
def fixed(request: pytest.FixtureRequest, fake_slack: FakeSlack, store: Store) -> Iterator[World]:
    """The environment names an edition of its own."""
    world = World(fake_slack, store, request.param, admins="U0ADA", digest_channel="C0LEAD")
    world.parts.edition("default", keep=True)
    yield world
    world.close()


def say(world: World, english: str, german: str) -> str:
    return german if world.language == "de" else english


def test_everything_of_an_edition_can_be_set_and_is_there_when_it_is_opened_again(world: World) -> None:
    world.make_edition(
        "Board",
        setup_weekday="thu",
        setup_time="16:45",
        setup_zone="America/New_York",
        setup_language="de",
        setup_without=["numbers", "offer"],
        setup_review="on",
        setup_away="none",
        setup_holidays="US-NY",
        setup_owner="U0ADA",
    )
    kept = world.editions()["board"]
    assert (kept.weekday, kept.at.hour, kept.at.minute, kept.timezone) == (Weekday.THU, 16, 45, "America/New_York")
    assert (kept.language, kept.without, kept.review, kept.away) == ("de", ("numbers", "offer"), True, Away.NONE)
    assert (kept.holidays, kept.default_owner, kept.shadow_weeks, kept.company) == ("US-NY", "U0ADA", 2, False)
    form = world.click(world.open("editions"), "setup-edition-edit")
    assert world.send(form) == {}
    assert world.editions()["board"] == kept
    assert say(world, "3 people, 1 guest", "3 Personen, 1 Gast") in text(form)


def test_a_bot_or_somebody_who_left_is_no_new_default_owner(world: World) -> None:
    world.fake_slack.users["U0BOT"] = FakeUser("U0BOT", "Robby", is_bot=True)
    form = world.click(world.open("editions"), "setup-edition-new")
    errors = world.send(form, setup_title="Board", setup_channel=PRIVATE, setup_owner="U0BOT")
    assert say(world, "Robby is a bot", "Robby ein Bot") in errors["setup-owner"]
    assert world.editions() == {}
    assert world.send(form, setup_title="Board", setup_channel=PRIVATE, setup_owner="U0CORA") == {}
    world.fake_slack.users["U0CORA"].deleted = True
    world.parts.impatient.slack.forget_person("U0CORA")
    edit = world.click(world.open("editions"), "setup-edition-edit")
    assert world.send(edit, setup_title="The board") == {}, "who was chosen earlier and left is in nobody's way"
    assert world.editions()["board"].title == "The board"


def test_an_edition_without_a_channel_that_voxpop_is_in_is_not_made(world: World) -> None:
    form = world.click(world.open("editions"), "setup-edition-new")
    world.choose(form, "setup-channel", setup_title="Board", setup_channel=ELSEWHERE)
    assert "/invite @Voxpop" in text(form)
    errors = world.send(form, setup_title="Board", setup_channel=ELSEWHERE)
    assert "/invite @Voxpop" in errors["setup-channel"]
    world.fake_slack.channels[PRIVATE].is_member = False
    assert "/invite @Voxpop" in world.send(form, setup_title="Board", setup_channel=PRIVATE)["setup-channel"]
    errors = world.send(form, setup_title="Board", setup_channel=ARCHIVED)
    assert say(world, "archived", "archiviert") in errors["setup-channel"]
    assert world.editions() == {}


def test_a_company_edition_needs_a_public_channel(world: World) -> None:
    form = world.click(world.open("editions"), "setup-edition-new")
    errors = world.send(form, setup_title="All", setup_channel=PRIVATE, setup_company="yes")
    assert say(world, "needs a public channel", "braucht einen öffentlichen Kanal") in errors["setup-company"]


def test_of_two_admins_at_once_the_second_overwrites_nothing(world: World) -> None:
    world.make_edition("Board")
    adas = world.click(world.open("editions"), "setup-edition-edit")
    bos = world.click(world.open("editions", "U0BO"), "setup-edition-edit", "U0BO")
    assert world.send(adas, setup_weekday="wed") == {}
    errors = world.send(bos, "U0BO", setup_title="Bo's board")
    assert say(world, "Somebody was faster", "Jemand war schneller") in str(errors)
    assert (world.editions()["board"].title, world.editions()["board"].weekday) == ("Board", Weekday.WED)


def test_a_pause_has_an_end_and_a_reason_and_can_be_ended(world: World) -> None:
    world.make_edition("Board", setup_shadow=["yes"])
    page = world.open("editions")
    form = world.click(page, "setup-edition-pause")
    assert "setup-until" in world.send(form, setup_until="2026-11-16", setup_reason="summer")
    assert world.send(form, setup_until="2026-12-01", setup_reason="Summer & *sun*") == {}
    assert world.editions()["board"].paused_until == date(2026, 12, 1)
    assert say(world, "Paused until 1 Dec", "Pausiert bis 1. Dez.") in text(page)
    assert "*sun*" not in text(page)
    world.click(page, "setup-edition-resume")
    assert world.editions()["board"].paused_until is None
    assert say(world, "Next: 17 Nov", "Nächste: 17. Nov.") in text(page)


def test_a_pause_that_is_over_is_not_told_any_more_and_another_can_follow(world: World) -> None:
    world.make_edition("Board", setup_shadow=["yes"])
    form = world.click(world.open("editions"), "setup-edition-pause")
    assert world.send(form, setup_until="2026-12-01", setup_reason="summer") == {}
    world.now = datetime(2026, 11, 30, 22, 59, tzinfo=UTC)
    assert say(world, "Paused until 1 Dec", "Pausiert bis 1. Dez.") in text(world.open("editions"))
    world.now = datetime(2026, 11, 30, 23, tzinfo=UTC)
    page = world.open("editions")
    assert say(world, "Next: 1 Dec", "Nächste: 1. Dez.") in text(page)
    assert world.send(world.click(page, "setup-edition-pause"), setup_until="2027-01-07", setup_reason="winter") == {}
    assert world.editions()["board"].paused_until == date(2027, 1, 7)


@pytest.mark.parametrize("until", ["9999-12-31", "2028-01-01", "2026-11-16", "1999-01-01"])
def test_a_pause_that_never_ends_or_is_over_is_refused_at_its_field(world: World, until: str) -> None:
    world.make_edition("Board")
    form = world.click(world.open("editions"), "setup-edition-pause")
    errors = world.send(form, setup_until=until, setup_reason="Move")
    assert set(errors) == {"setup-until"}
    assert world.editions()["board"].paused_until is None
    assert "Board" in text(world.open("editions"))


def test_of_two_admins_who_pause_at_once_the_second_overwrites_nothing(world: World) -> None:
    world.make_edition("Board")
    adas = world.click(world.open("editions"), "setup-edition-pause")
    bos = world.click(world.open("editions", "U0BO"), "setup-edition-pause", "U0BO")
    assert world.send(adas, setup_until="2026-12-24", setup_reason="Holidays") == {}
    errors = world.send(bos, "U0BO", setup_until="2026-12-01", setup_reason="Move")
    assert say(world, "Somebody was faster", "Jemand war schneller") in str(errors)
    assert world.editions()["board"].pause_reason == "Holidays"


def test_a_closed_edition_is_gone_and_its_name_is_given_to_no_other(world: World, store: Store) -> None:
    world.make_edition("Board")
    page = world.open("editions")
    world.click(page, "setup-edition-close")
    assert world.editions() == {}
    assert say(world, "no edition yet", "noch keine Ausgabe") in text(page)
    world.make_edition("Board")
    assert list(world.editions()) == ["board-2"]
    assert [entry.action for entry in AuditService(store).entries("edition:board")] == ["edition.make", "edition.close"]


def test_a_stale_page_says_that_the_edition_is_gone(world: World) -> None:
    world.make_edition("Board")
    page, form = world.open("editions"), world.click(world.open("editions"), "setup-edition-edit")
    world.click(world.open("editions", "U0BO"), "setup-edition-close", "U0BO")
    assert say(world, "no such edition", "gibt es nicht mehr") in str(world.send(form))
    world.click(page, "setup-edition-close")
    assert say(world, "no such edition", "gibt es nicht mehr") in world.letters("U0ADA")[-1].text


def test_an_edition_that_another_admin_changed_meanwhile_is_not_closed(world: World) -> None:
    world.make_edition("Board")
    page, form = world.open("editions"), world.click(world.open("editions", "U0BO"), "setup-edition-edit", "U0BO")
    assert world.send(form, "U0BO", setup_time="07:15") == {}
    world.click(page, "setup-edition-close")
    assert say(world, "Somebody was faster", "Jemand war schneller") in world.letters("U0ADA")[-1].text
    assert list(world.editions()) == ["board"]


def test_what_the_environment_sets_is_shown_and_cannot_be_changed(fixed: World) -> None:
    page = fixed.open("editions")
    assert "<#C0LEAD>" in text(page)
    assert say(fixed, "Set in the environment", "In der Umgebung gesetzt") in text(page)
    assert [each["action_id"] for each in elements(page)] == ["setup-edition-new"]
    fixed.make_edition("Board")
    page = fixed.open("editions")
    close = {"action_id": "setup-edition-close", "value": f"{'0' * 16}|default"}
    forged = {**page, "blocks": [{"type": "actions", "elements": [close]}]}
    fixed.click(forged, "setup-edition-close")
    assert say(fixed, "set in the environment", "in der Umgebung gesetzt") in fixed.letters("U0ADA")[-1].text
    assert set(fixed.editions()) == {"default", "board"}


def test_whoever_is_no_admin_any_more_changes_nothing_with_an_open_form(world: World) -> None:
    form = world.click(world.open("editions"), "setup-edition-new")
    errors = world.send(form, "U0ANNA", setup_title="Mine", setup_channel=PUBLIC)
    assert "@Ada, @Bo" in str(errors), "Slack shows a mention beside a field as it is written"
    assert world.editions() == {}


def test_zones_and_holidays_are_found_by_what_is_typed(world: World) -> None:
    assert "Europe/Berlin" in world.options("setup-zone", "berl")
    assert world.options("setup-zone", "") != []
    assert world.options("setup-zone", "new york") == ["America/New_York"]
    assert world.options("setup-zone", say(world, "vienna", "Wien"))[0] == "Europe/Vienna"
    assert world.options("setup-zone", say(world, "zurich", "Zürich")) == ["Europe/Zurich"]
    assert world.options("setup-zone", "xyzzy") == []
    assert world.options("setup-holidays", "berlin") == ["DE-BE"]
    assert world.options("setup-holidays", say(world, "germany", "deutschland"))[0] == "DE"


def test_whoever_closes_a_form_before_it_is_drawn_anew_is_told_nothing_untrue(world: World) -> None:
    form = world.click(world.open("editions"), "setup-edition-new")
    world.fake_slack.views.remove(form)
    world.choose(form, "setup-channel", setup_title="Board", setup_channel=PRIVATE)
    assert world.letters("U0ADA") == []


def test_a_form_that_changed_meanwhile_says_so(world: World) -> None:
    form = world.click(world.open("editions"), "setup-edition-new")
    seen = dict(form)
    world.choose(form, "setup-channel", setup_title="Board", setup_channel=PRIVATE)
    world.choose(seen, "setup-channel", setup_title="Board", setup_channel=PUBLIC)
    (letter,) = world.letters("U0ADA")
    assert say(world, "choose once more", "wählen Sie noch einmal") in letter.text


def test_the_form_opens_whatever_the_database_does(world: World, store: Store) -> None:
    from tests.locked import locked

    with locked(store):
        assert world.setup()["callback_id"] == "setup-hub"


def test_the_default_name_of_an_edition_is_in_the_language_of_who_reads_it(fixed: World) -> None:
    name = say(fixed, "Voice of the customer", "Stimme der Kunden")
    page = fixed.open("editions")
    assert f"*{name}* (default)" in text(page)
    assert f"*{name}* (default)" in fixed.home("U0ADA")
    form = fixed.click(page, "setup-edition-new")
    assert f'"initial_value": "{name}"' in text(form)
