"""Setting Voxpop up in Slack, from nothing to a digest in a channel."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from threading import Barrier

import pytest

from bot.errors import DeclinedError
from bot.services.audit import AuditService
from bot.services.setup.first import FirstAdmin
from bot.storage.store import Store
from tests.fake_slack import FakeChannel, FakeSlack
from tests.handlers.setup_world import MONDAY, PRIVATE, World, elements, shown, text
from tests.sample_week import NOW


@pytest.fixture(params=["en", "de"])
def world(request: pytest.FixtureRequest, fake_slack: FakeSlack, store: Store) -> Iterator[World]:
    """A Slack in which nothing at all is set: no admin, no channel."""
    world = World(fake_slack, store, request.param)
    yield world
    world.close()


def say(world: World, english: str, german: str) -> str:
    return german if world.language == "de" else english


def test_from_nothing_to_an_edition_that_is_due(world: World, store: Store) -> None:
    first = world.setup("U0RUTH", say(world, "setup", "einrichten"))
    assert say(world, "no admin yet", "noch keinen Admin") in text(first)
    assert world.send(first, "U0RUTH", setup_claim=["yes"]) == {}
    assert say(world, "begin here", "Hier geht es los") in text(first)

    page = world.click(first, "setup-page-editions", "U0RUTH")
    form = world.click(page, "setup-edition-new", "U0RUTH")
    world.choose(form, "setup-channel", "U0RUTH", setup_title="Board", setup_channel=PRIVATE)
    assert say(world, "3 people, 1 guest", "3 Personen, 1 Gast") in text(form)
    answers = {"setup_title": "Board: Ärger & Lob", "setup_channel": PRIVATE, "setup_shadow": ["yes"]}
    assert world.send(form, "U0RUTH", **answers, setup_zone="Europe/Vienna", setup_holidays="AT") == {}

    (edition,) = world.editions().values()
    assert (edition.name, edition.channel, edition.timezone) == ("board-aerger-lob", PRIVATE, "Europe/Vienna")
    assert (edition.holidays, edition.shadow_weeks, edition.language) == ("AT", 0, world.language)
    assert "board-aerger-lob" in text(page), "the page below is drawn anew"
    assert say(world, "1 edition", "1 Ausgabe") in text(first), "and the first one"

    due = world.parts.editions.due(datetime(2026, 11, 17, 7, 31, tzinfo=UTC))
    assert [(each.edition.name, str(each.due.week)) for each in due] == [("board-aerger-lob", "2026-W46")]
    told = [(entry.actor, entry.action) for entry in AuditService(store).entries()]
    assert told == [("U0RUTH", "setup.first-admin"), ("U0RUTH", "edition.make")]


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_was_set_up_posts_its_digest_and_leaves_out_what_was_switched_off(
    fake_slack: FakeSlack, sample_store: Store, language: str
) -> None:
    world = World(fake_slack, sample_store, language, admins="U0ADA")
    world.make_edition("Stimmen & Voices", PRIVATE, setup_shadow=["yes"], setup_without=["numbers", "blind-draw"])
    (item,) = world.parts.editions.due(NOW)
    assert world.parts.publisher.publish(item.edition, item.due.week, due_at=datetime.now(UTC), now=NOW)
    world.tick()
    parent, *thread = fake_slack.in_channel(PRIVATE)
    assert "Stimmen &amp; Voices" in shown(parent) or "Stimmen & Voices" in shown(parent)
    assert thread
    assert say(world, "Blind draw", "Blind gezogen") not in shown(parent) + "".join(map(shown, thread))
    assert world.parts.editions.due(NOW) == []
    world.close()


def test_two_at_the_very_same_moment_have_one_effect(fake_slack: FakeSlack, store: Store) -> None:
    """Truly at once, in two threads: the one lock of settings lets one of them be second."""
    world = World(fake_slack, store)
    for user in ("U0RUTH", "U0ROY"):
        world.person(user)
        fake_slack.users[user].is_admin = True
    outcomes = at_once(lambda user: world.parts.setup.first.become(user, MONDAY), "U0RUTH", "U0ROY")
    assert sorted(outcomes) == ["done", "setup-claimed"]
    (admin,) = world.parts.roles.admins
    world.make_edition("Board", user=admin)
    wish = world.parts.setup.editions.wish("board", admin)
    place = world.parts.slack.place(PRIVATE)

    def rename(title: str) -> None:
        world.parts.setup.editions.save(replace(wish, title=title), place, admin, MONDAY)

    assert sorted(at_once(rename, "One", "Other")) == ["done", "setup-faster"]
    world.close()


def test_whoever_became_the_first_admin_meanwhile_has_not_left(fake_slack: FakeSlack, store: Store) -> None:
    world = World(fake_slack, store)
    world.person("U0ROY")
    fake_slack.users["U0ROY"].is_admin = True
    first = world.parts.setup.first

    def faster(_: str) -> bool:
        first.become("U0ROY", MONDAY)
        return True

    with pytest.raises(DeclinedError) as refused:
        FirstAdmin(first._book, first._roles, faster).become("U0RUTH", MONDAY)
    assert refused.value.key == "setup-claimed"
    assert world.parts.roles.admins == ("U0ROY",)
    world.close()


def at_once(act: Callable[[str], object], *values: str) -> list[str]:
    """Let two threads do *act* at the same moment; return what came of each."""
    start = Barrier(len(values))

    def one(value: str) -> str:
        start.wait()
        try:
            act(value)
        except DeclinedError as error:
            return error.key
        return "done"

    with ThreadPoolExecutor(len(values)) as threads:
        return list(threads.map(one, values))


def test_nobody_else_may_open_it_and_reads_who_can(world: World) -> None:
    shown = world.setup("U0ANNA")
    assert say(world, "admin or owner of this Slack", "verwaltet oder besitzt") in text(shown)
    assert elements(shown) == []
    assert world.send(world.setup("U0RUTH"), "U0RUTH", setup_claim=["yes"]) == {}
    assert "<@U0RUTH>" in text(world.setup("U0ANNA"))
    assert elements(world.setup("U0ANNA")) == []


def test_where_every_admin_has_left_it_begins_anew(world: World) -> None:
    world.give("admin", "U0BO")
    world.fake_slack.users["U0BO"].deleted = True
    assert say(world, "no admin yet", "noch keinen Admin") in text(world.setup("U0RUTH"))
    assert world.send(world.fake_slack.views[-1], "U0RUTH", setup_claim=["yes"]) == {}
    assert world.parts.roles.is_admin("U0RUTH")
    assert "<@U0RUTH>" in text(world.setup("U0ANNA"))


def test_of_two_who_could_be_the_first_admin_one_is(world: World) -> None:
    world.person("U0ROY")
    world.fake_slack.users["U0ROY"].is_admin = True
    ruths, roys = world.setup("U0RUTH"), world.setup("U0ROY")
    assert world.send(ruths, "U0RUTH", setup_claim=["yes"]) == {}
    assert "@Ruth" in world.send(roys, "U0ROY", setup_claim=["yes"])["setup-claim"]
    assert world.parts.roles.admins == ("U0RUTH",)


@pytest.fixture
def owing(fake_slack: FakeSlack, sample_store: Store) -> Iterator[World]:
    """An edition whose digest is on its way while Slack cannot be reached."""
    world = World(fake_slack, sample_store, "en", admins="U0ADA")
    world.make_edition("Voices", PRIVATE, setup_shadow=["yes"])
    (item,) = world.parts.editions.due(NOW)
    assert world.parts.publisher.publish(item.edition, item.due.week, due_at=datetime.now(UTC), now=NOW)
    yield world
    world.close()


def test_a_closed_edition_posts_no_more_also_what_was_on_its_way(owing: World) -> None:
    owing.click(owing.open("editions"), "setup-edition-close")
    owing.tick()
    assert owing.fake_slack.in_channel(PRIVATE) == []


def test_what_was_on_its_way_goes_with_its_edition_to_another_channel(owing: World) -> None:
    owing.fake_slack.channels["C0TWO"] = FakeChannel("C0TWO", "two", is_private=True)
    owing.fake_slack.channels[PRIVATE].is_archived = True
    owing.tick()
    assert owing.editions()["voices"].off == "is_archived"
    form = owing.click(owing.open("editions"), "setup-edition-edit")
    assert owing.send(form, setup_channel="C0TWO") == {}
    owing.tick()
    assert owing.fake_slack.in_channel(PRIVATE) == []
    assert len(owing.fake_slack.in_channel("C0TWO")) > 1


def test_a_digest_that_stands_in_part_is_brought_to_its_end_where_it_stands(owing: World) -> None:
    owing.fake_slack.channels["C0TWO"] = FakeChannel("C0TWO", "two", is_private=True)
    owing.parts.posting.work(limit=1)
    form = owing.click(owing.open("editions"), "setup-edition-edit")
    assert owing.send(form, setup_channel="C0TWO") == {}
    owing.tick()
    assert len(owing.fake_slack.in_channel(PRIVATE)) > 1
    assert owing.fake_slack.in_channel("C0TWO") == []


def test_an_edition_that_is_changed_while_its_digest_is_made_is_posted_where_it_is_by_now(
    fake_slack: FakeSlack, sample_store: Store
) -> None:
    world = World(fake_slack, sample_store, "en", admins="U0ADA")
    fake_slack.channels["C0TWO"] = FakeChannel("C0TWO", "two", is_private=True)
    for title in ("Moved", "Closed"):
        world.make_edition(title, PRIVATE, setup_shadow=["yes"])
    due = {item.edition.name: item for item in world.parts.editions.due(NOW)}
    form = world.click(world.open("editions"), "setup-edition-edit", value="moved")
    assert world.send(form, setup_channel="C0TWO") == {}
    page = world.open("editions")
    (close,) = [each["value"] for each in elements(page) if each["value"].endswith("|closed")]
    world.click(page, "setup-edition-close", value=close)
    posted = {
        name: world.parts.publisher.publish(item.edition, item.due.week, due_at=datetime.now(UTC), now=NOW)
        for name, item in due.items()
    }
    assert posted == {"moved": True, "closed": False}
    world.tick()
    assert fake_slack.in_channel(PRIVATE) == []
    assert len(fake_slack.in_channel("C0TWO")) > 1
    world.close()
