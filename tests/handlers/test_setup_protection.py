"""What lowers protection takes two admins, is told to the channel, and is never done silently."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.services.audit import AuditService
from bot.storage.routes import RouteQueries
from bot.storage.store import Store
from tests.fake_slack import FakeChannel, FakeGroup, FakeSlack
from tests.handlers.setup_world import PRIVATE, PUBLIC, SHARED, World, shown, text


@pytest.fixture(params=["en", "de"])
def world(request: pytest.FixtureRequest, fake_slack: FakeSlack, store: Store) -> Iterator[World]:
    """ADA and BO are admins, CORA curates."""
    world = World(fake_slack, store, request.param, admins="U0ADA,U0BO", curators="U0CORA")
    yield world
    world.close()


@pytest.fixture(params=["en", "de"])
def alone(request: pytest.FixtureRequest, fake_slack: FakeSlack, store: Store) -> Iterator[World]:
    """ADA is the only admin."""
    world = World(fake_slack, store, request.param, admins="U0ADA", curators="U0CORA")
    yield world
    world.close()


def say(world: World, english: str, german: str) -> str:
    return german if world.language == "de" else english


def confirmed(channel: str) -> dict[str, list[str]]:
    """The box of a form in which it is ticked that another company may read *channel*."""
    return {f"setup_shared_{channel}": ["yes"]}


def ask_for_no_review(world: World) -> dict:
    world.make_edition()
    page = world.open("editions")
    form = world.click(page, "setup-edition-edit")
    assert world.send(form, setup_review="off", setup_weekday="fri") == {}
    log = text(world.open("audit"))
    assert say(world, "lowers protection: it is no longer reviewed", "den Schutz senkt: sie erscheint künftig") in log
    return form


def test_a_second_admin_agrees_and_everybody_concerned_is_told(world: World, store: Store) -> None:
    world.give("observer", "U0OTTO")
    form = ask_for_no_review(world)
    assert say(world, "waits for a second admin", "wartet deshalb auf einen zweiten Admin") in text(form)
    assert world.editions()["voices"].review is None
    assert world.letters("U0ADA") == []
    (asked,) = world.letters("U0BO")
    assert say(world, "no longer reviewed", "künftig ungeprüft") in shown(asked)
    assert say(world, "Changed with it: Review before posting and Day", "Mit geändert: ") in shown(asked)
    (answer,) = world.press("U0BO", asked, "setup-agree")
    assert say(world, "Agreed, and in effect", "Zugestimmt, es gilt jetzt") in answer
    assert world.editions()["voices"].review is False
    (told,) = world.fake_slack.in_channel(PRIVATE)
    assert say(world, "no longer reviewed before posting", "sie erscheint künftig ungeprüft") in told.text
    assert "U0ADA" not in told.text + shown(told)
    heard = world.letters("U0ADA")[-1].text
    assert say(world, "Agreed", "Zugestimmt") in heard
    assert "Voices" in heard, "a notification says what it is about"
    assert say(world, "Two admins agreed", "Zwei Admins haben") in shown(world.letters("U0OTTO")[-1])
    entries = AuditService(store).entries()
    assert [(e.actor, e.action) for e in entries][-3:] == [
        ("U0ADA", "change.ask"),
        ("U0ADA", "edition.change"),
        ("U0BO", "change.agree"),
    ]
    assert entries[-2].detail == {"changed": "review, weekday", "agreed_by": "U0BO"}


def test_where_the_channel_cannot_be_told_the_admins_are(world: World) -> None:
    ask_for_no_review(world)
    world.fake_slack.channels[PRIVATE].is_member = False
    world.press("U0BO", world.letters("U0BO")[-1], "setup-agree")
    world.tick()
    assert world.editions()["voices"].review is False
    for admin in ("U0ADA", "U0BO"):
        said = world.letters(admin)[-1].text
        assert (
            say(world, "could not tell the channel (not_in_channel)", "im Kanal nicht sagen (not_in_channel)") in said
        )


def test_a_second_admin_refuses_and_nothing_changes(world: World) -> None:
    ask_for_no_review(world)
    (answer,) = world.press("U0BO", world.letters("U0BO")[-1], "setup-refuse")
    assert say(world, "Refused, nothing was changed", "Abgelehnt, nichts wurde geändert") in answer
    assert world.editions()["voices"].review is None
    assert say(world, "Refused", "Abgelehnt") in shown(world.letters("U0ADA")[-1])
    assert world.fake_slack.in_channel(PRIVATE) == []
    (again,) = world.press("U0BO", world.letters("U0BO")[0], "setup-agree")
    assert say(world, "decided already", "schon entschieden") in again
    assert world.editions()["voices"].review is None


def test_of_two_admins_who_ask_for_the_same_the_second_reads_that_it_waits_for_them(world: World) -> None:
    ask_for_no_review(world)
    form = world.click(world.open("editions", "U0BO"), "setup-edition-edit", "U0BO")
    errors = world.send(form, "U0BO", setup_review="off", setup_weekday="fri")
    assert say(world, "waits for you", "wartet auf Sie") in errors["setup-review"]
    form = world.click(world.open("editions"), "setup-edition-edit")
    assert world.send(form, setup_review="off", setup_weekday="fri") == {}, "who asks twice has asked once"
    world.click(world.setup("U0BO"), "setup-agree", "U0BO")
    assert world.editions()["voices"].review is False


def test_of_two_who_would_make_the_same_edition_the_second_reads_so_too(world: World) -> None:
    given = {"setup_title": "All", "setup_channel": PUBLIC, "setup_company": "yes"}
    form = world.click(world.open("editions"), "setup-edition-new")
    assert world.send(form, **given) == {}
    world.now += timedelta(minutes=1)
    form = world.click(world.open("editions", "U0BO"), "setup-edition-new", "U0BO")
    errors = world.send(form, "U0BO", **given)
    assert say(world, "waits for you", "wartet auf Sie") in str(errors)


def test_who_asks_cannot_agree_but_can_withdraw(world: World) -> None:
    ask_for_no_review(world)
    assert (
        say(world, "another admin", "anderer Admin")
        in world.press("U0ADA", world.letters("U0BO")[-1], "setup-agree")[0]
    )
    hub = world.setup()
    world.click(hub, "setup-withdraw")
    assert "setup-withdraw" not in text(hub)
    assert (
        say(world, "decided already", "schon entschieden")
        in world.press("U0BO", world.letters("U0BO")[-1], "setup-agree")[0]
    )


def test_it_can_be_agreed_to_on_the_first_page(world: World) -> None:
    ask_for_no_review(world)
    hub = world.setup("U0BO")
    assert "<@U0ADA>" in text(hub)
    world.click(hub, "setup-agree", "U0BO")
    assert "setup-agree" not in text(hub)
    assert world.editions()["voices"].review is False


def test_what_changed_meanwhile_is_not_overwritten_by_a_late_agreement(world: World) -> None:
    ask_for_no_review(world)
    form = world.click(world.open("editions", "U0BO"), "setup-edition-edit", "U0BO")
    assert world.send(form, "U0BO", setup_title="Renamed") == {}
    (answer,) = world.press("U0BO", world.letters("U0BO")[-1], "setup-agree")
    assert say(world, "no longer as they were", "nicht mehr so, wie sie waren") in answer
    assert (world.editions()["voices"].title, world.editions()["voices"].review) == ("Renamed", None)


def test_who_is_no_admin_any_more_is_not_one_of_two(alone: World) -> None:
    alone.give("admin", "U0BO")
    alone.make_edition(user="U0BO")
    form = alone.click(alone.open("editions", "U0BO"), "setup-edition-edit", "U0BO")
    assert alone.send(form, "U0BO", setup_review="off") == {}
    assert alone.send(alone.open("roles", "U0BO"), "U0BO", setup_people_admin=[]) == {}
    (answer,) = alone.press("U0ADA", alone.letters("U0ADA")[-1], "setup-agree")
    assert say(alone, "Nothing was changed", "Nichts wurde geändert") in answer
    assert alone.editions()["voices"].review is None


def test_a_single_admin_is_told_what_to_do_and_nothing_changes(alone: World) -> None:
    alone.make_edition()
    form = alone.click(alone.open("editions"), "setup-edition-edit")
    errors = alone.send(form, setup_review="off")
    assert say(alone, "Name another admin first", "Zuerst einen weiteren Admin benennen") in errors["setup-review"]
    assert alone.editions()["voices"].review is None


def test_a_shared_channel_wants_a_confirmation_and_a_second_admin(world: World) -> None:
    form = world.click(world.open("editions"), "setup-edition-new")
    world.choose(form, "setup-channel", setup_title="Partners", setup_channel=SHARED)
    assert say(world, "shared with another company", "mit einem anderen Unternehmen geteilt") in text(form)
    assert world.send(form, **confirmed(SHARED)) == {}
    assert "partners" not in world.editions()
    world.press("U0BO", world.letters("U0BO")[-1], "setup-agree")
    assert world.editions()["partners"].channel == SHARED


def test_a_shared_channel_is_never_taken_unseen(world: World) -> None:
    form = world.click(world.open("editions"), "setup-edition-new")
    assert world.send(form, setup_title="Partners", setup_channel=SHARED) == {}
    assert "setup-shared" in text(form), "the form asks once it is known"
    assert world.letters("U0BO") == []
    assert "partners" not in world.editions()


def test_a_confirmation_counts_for_the_channel_that_was_confirmed_alone(world: World) -> None:
    world.fake_slack.channels["C0TWO"] = FakeChannel("C0TWO", "rivals", is_private=True, is_ext_shared=True)
    form = world.click(world.open("editions"), "setup-edition-new")
    world.choose(form, "setup-channel", setup_title="Partners", setup_channel=SHARED)
    ticked = {"setup_title": "Partners", "setup_channel": "C0TWO", **confirmed(SHARED)}
    world.choose(form, "setup-channel", **ticked)
    boxes = [block for block in form["blocks"] if block.get("block_id", "").startswith("setup-shared")]
    assert [box["block_id"] for box in boxes] == ["setup-shared-C0TWO"], "Slack keeps what is ticked in a box it knows"
    assert "initial_options" not in boxes[0]["element"]


def share(world: World, channel: str, *, shared: bool = True) -> None:
    """Another company joins *channel* or leaves it, and Slack tells so."""
    world.fake_slack.channels[channel].is_ext_shared = shared
    name = "channel_shared" if shared else "channel_unshared"
    assert world.happen({"type": name, "channel": channel, "is_ext_shared": shared}).status == 200
    world.idle()
    world.parts.aftercare.routes.tick()
    world.tick()


def is_held_back(world: World, channel: str) -> bool:
    """Whether what is to be posted in *channel* waits for two admins."""
    with world.store.read() as tx:
        return RouteQueries(tx).is_unconfirmed(channel)


def test_a_channel_shared_before_the_second_admin_agrees_waits_for_two_who_knew(world: World) -> None:
    world.make_edition()
    form = world.click(world.open("editions"), "setup-edition-edit")
    assert world.send(form, setup_channel=PUBLIC) == {}
    asked = world.letters("U0BO")[-1]
    share(world, PUBLIC)  # nothing is posted there yet, so nobody was told
    world.press("U0BO", asked, "setup-agree")
    assert (world.editions()["voices"].channel, world.editions()["voices"].off) == (PUBLIC, "shared")
    assert is_held_back(world, PUBLIC)
    world.parts.aftercare.routes.tick()
    world.tick()
    for admin in ("U0ADA", "U0BO"):
        world.press(admin, world.letters(admin)[-1], "route-confirm")
    assert world.editions()["voices"].off is None


def test_two_admins_who_choose_a_shared_channel_have_said_that_it_may_be_read(world: World) -> None:
    world.make_edition("All", PUBLIC)
    share(world, PUBLIC)
    assert is_held_back(world, PUBLIC)
    form = world.click(world.open("editions"), "setup-edition-new")
    world.choose(form, "setup-channel", setup_title="Partners", setup_channel=PUBLIC)
    assert world.send(form, **confirmed(PUBLIC)) == {}
    world.press("U0BO", world.letters("U0BO")[-1], "setup-agree")
    assert not is_held_back(world, PUBLIC)
    assert {edition.off for edition in world.editions().values()} == {None}


def test_an_edition_that_comes_back_to_a_channel_shared_no_more_waits_for_nobody(world: World) -> None:
    world.make_edition("All", PUBLIC)
    share(world, PUBLIC)
    form = world.click(world.open("editions"), "setup-edition-edit")
    assert world.send(form, setup_channel=PRIVATE, **confirmed(PUBLIC)) == {}
    world.parts.impatient.aftercare.routes._ours = None  # half a minute later
    share(world, PUBLIC, shared=False)
    form = world.click(world.open("editions"), "setup-edition-edit")
    assert world.send(form, setup_channel=PUBLIC) == {}
    world.press("U0BO", world.letters("U0BO")[-1], "setup-agree")
    assert (world.editions()["all"].channel, world.editions()["all"].off) == (PUBLIC, None)
    assert not is_held_back(world, PUBLIC)


def test_a_channel_archived_before_the_second_admin_agrees_is_told(world: World) -> None:
    world.make_edition()
    form = world.click(world.open("editions"), "setup-edition-edit")
    assert world.send(form, setup_channel=PUBLIC) == {}
    world.fake_slack.channels[PUBLIC].is_archived = True
    world.press("U0BO", world.letters("U0BO")[-1], "setup-agree")
    assert world.editions()["voices"].off == "is_archived"
    world.parts.aftercare.routes.tick()
    world.tick()
    said = [letter.text for letter in world.letters("U0ADA")[-2:]]
    assert any(say(world, "was archived", "wurde archiviert") in text for text in said)
    assert any(say(world, "could not tell the channel", "im Kanal nicht sagen") in text for text in said)


def test_a_private_edition_made_public_and_a_company_edition_take_two(world: World) -> None:
    world.make_edition()
    form = world.click(world.open("editions"), "setup-edition-edit")
    assert world.send(form, setup_channel=PUBLIC) == {}
    everybody = say(world, "everybody in the company", "alle im Unternehmen")
    assert everybody in shown(world.letters("U0BO")[-1])
    world.press("U0BO", world.letters("U0BO")[-1], "setup-agree")
    for channel in (PRIVATE, PUBLIC):
        told = [message.text for message in world.fake_slack.in_channel(channel)]
        assert [everybody in text for text in told] == [True], "those who read it until now are told, too"
    form = world.click(world.open("editions"), "setup-edition-new")
    assert world.send(form, setup_title="All", setup_channel=PUBLIC, setup_company="yes") == {}
    assert "all" not in world.editions()
    world.press("U0BO", world.letters("U0BO")[-1], "setup-agree")
    assert world.editions()["all"].company


def test_removing_an_observer_or_an_admin_takes_two(world: World, store: Store) -> None:
    world.give("observer", "U0OTTO")
    world.give("admin", "U0CLEO")
    world.make_edition()
    form = world.open("roles")
    assert world.send(form, setup_people_observer=[], setup_people_admin=[]) == {}
    assert world.parts.roles.observers == ("U0OTTO",)
    assert world.parts.roles.is_admin("U0CLEO")
    for letter in world.letters("U0BO"):
        world.press("U0BO", letter, "setup-agree")
    assert world.parts.roles.observers == ()
    assert not world.parts.roles.is_admin("U0CLEO")
    told = [message.text for message in world.fake_slack.in_channel(PRIVATE)]
    assert [say(world, "an observer goes", "ein Beobachter geht") in text for text in told] == [False, True]
    assert say(world, "an admin goes", "ein Admin geht") in told[0]
    assert "U0OTTO" not in str(told), "every channel is told, and nobody is named"


def test_where_the_second_admin_has_left_another_can_be_named_all_the_same(alone: World) -> None:
    alone.give("admin", "U0BO")
    alone.fake_slack.users["U0BO"].deleted = True
    assert alone.send(alone.open("roles"), setup_people_admin=["U0BO", "U0CLEO"]) == {}
    assert alone.parts.roles.is_admin("U0CLEO")


def test_a_third_admin_takes_two_and_the_second_does_not(alone: World) -> None:
    form = alone.open("roles")
    assert alone.send(form, setup_people_admin=["U0BO"]) == {}
    assert alone.parts.roles.admins == ("U0ADA", "U0BO")
    form = alone.open("roles")
    assert alone.send(form, setup_people_admin=["U0BO", "U0CLEO"]) == {}
    assert alone.parts.roles.admins == ("U0ADA", "U0BO")
    alone.press("U0BO", alone.letters("U0BO")[-1], "setup-agree")
    assert alone.parts.roles.is_admin("U0CLEO")


@pytest.fixture(params=["en", "de"])
def curated(request: pytest.FixtureRequest, fake_slack: FakeSlack, store: Store) -> Iterator[World]:
    """ADA and BO are admins; CORA, who curates, was named in Slack, and a group has nobody in it."""
    fake_slack.groups["S0NONE"] = FakeGroup("S0NONE", "nobody", ())
    curated = World(fake_slack, store, request.param, admins="U0ADA,U0BO")
    curated.give("curator", "U0CORA")
    yield curated
    curated.close()


@pytest.mark.parametrize("has_left", [False, True])
def test_the_last_curator_takes_two_also_for_an_empty_group_and_long_gone(curated: World, has_left: bool) -> None:
    curated.fake_slack.users["U0CORA"].deleted = has_left
    form = curated.open("roles")
    assert curated.send(form, setup_people_curator=[], setup_groups_curator=["S0NONE"]) == {}
    assert curated.parts.roles.named_curators == ("U0CORA",)
    asked = shown(curated.letters("U0BO")[-1])
    assert say(curated, "the last curator goes", "die Redaktion verliert ihre Letzten") in asked


def test_an_empty_group_is_no_admin_to_hand_over_to(fake_slack: FakeSlack, store: Store) -> None:
    fake_slack.groups["S0NONE"] = FakeGroup("S0NONE", "nobody", ())
    world = World(fake_slack, store)
    world.give("admin", "U0ADA")
    errors = world.send(world.open("roles"), setup_people_admin=[], setup_groups_admin=["S0NONE"])
    assert "the last admin" in errors["setup-people-admin"]
    assert world.parts.roles.admins == ("U0ADA",)
    world.close()
