"""Wins in the weekly digest: one told well, the others in the thread, corrected when somebody changes their mind."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.blocks.terminal import to_text
from bot.domain.week import Week
from bot.locale import Words
from bot.storage.publications import PublicationQueries
from bot.storage.store import Store
from tests.bot.blocks.factories import make_digest
from tests.factories import make_edition
from tests.fake_slack import FakeSlack, Posted
from tests.handlers.win_world import TOLD, World, has_button, shown
from tests.slack_requests import command_body

WEEK = Week.parse("2026-W46")
NOW = datetime.now(UTC)
PARCEL = "Cleo packed every parcel of the night by hand, and none of them came late."


@pytest.fixture(params=["en", "de"])
def world(request: pytest.FixtureRequest, fake_slack: FakeSlack, sample_store: Store) -> Iterator[World]:
    world = World(fake_slack, sample_store, request.param, wins_post="digest", digest_channel="C0LEAD")
    yield world
    world.close()


def tell(world: World, person: str = "U0BEN", what: str = TOLD, choice: str = "name") -> None:
    world.nominate((person,), what)
    world.choose(person, choice)
    world.approve()


def publish(world: World, week: Week = WEEK) -> list[Posted]:
    edition = world.parts.edition("default", keep=True)
    assert world.parts.publisher.publish(edition, week, due_at=datetime.now(UTC), now=world.clock(), by_hand=True)
    world.tick()
    return world.fake_slack.in_channel("C0LEAD")


def test_an_approved_story_waits_for_the_digest_and_is_told_there(world: World) -> None:
    tell(world)
    tell(world, "U0CLEO", PARCEL, "colleague")
    assert world.celebrated() == []
    assert world.fake_slack.in_channel("C0LEAD") == []
    parent, *thread = publish(world)
    assert "· Ben" in shown(parent)
    assert "swapped the broken scale" in shown(parent)
    assert ("+1 in the thread" if world.language == "en" else "+1 im Thread") in shown(parent)
    told = [reply for reply in thread if has_button(reply, "win-thank")]
    assert len(told) == 2
    assert "parcel" in shown(told[1])
    assert "Cleo" not in shown(told[1]) + told[1].text + shown(parent)
    said = "stands in this week's digest" if world.language == "en" else "steht im Digest dieser Woche"
    assert said in world.letters("U0ANNA")[-1].text


def test_a_long_story_stands_whole_in_the_thread(world: World) -> None:
    tell(world, what=f"{TOLD} {'It snowed & the road was long. ' * 42}Then the oven was warm.")
    _, *thread = publish(world)
    (told,) = [reply for reply in thread if has_button(reply, "win-thank")]
    assert "Then the oven was warm." in shown(told)


def test_a_draft_shows_what_would_be_told_and_tells_nothing(world: World) -> None:
    tell(world)
    draft = world.parts.draft(world.parts.edition("default"), WEEK, world.clock())
    assert [story.who for story in draft.wins] == ["Ben"]
    words = Words(world.language)
    assert f"[{words('win-thank')}]" in to_text(draft, words)
    assert world.fake_slack.in_channel("C0LEAD") == []


def test_a_story_that_was_told_is_not_told_again(world: World) -> None:
    tell(world)
    publish(world)
    edition = world.parts.edition("default", keep=True)
    with world.parts.store.read() as tx:
        digest = PublicationQueries(tx).find("default", WEEK)
        assert digest is not None
        assert world.parts.gathering.add(tx, make_edition(), digest, world.clock()).wins == ()
    assert not world.parts.publisher.publish(edition, WEEK, due_at=datetime.now(UTC), now=world.clock(), by_hand=True)


def test_taken_back_it_is_gone_from_the_digest_and_the_rest_stays(world: World) -> None:
    tell(world)
    tell(world, "U0CLEO", PARCEL)
    before = publish(world)
    world.choose("U0BEN", "private")
    after = world.fake_slack.in_channel("C0LEAD")
    assert len(after) == len(before)
    everything = "".join(shown(message) + message.text for message in after)
    assert "Ben" not in everything
    assert "broken scale" not in everything
    assert "Cleo" in shown(after[0]), "the next story takes its place"
    with world.parts.store.read() as tx:
        digest = PublicationQueries(tx).find("default", WEEK)
    assert digest is not None
    assert "Ben" not in digest.model_dump_json()
    world.choose("U0CLEO", "private")
    everything = "".join(shown(message) for message in world.fake_slack.in_channel("C0LEAD"))
    assert "parcel" not in everything


def test_taken_back_by_a_curator_and_approved_again_it_is_told_in_the_next_digest(world: World) -> None:
    tell(world)
    undo = world.fake_slack.responses[-1]
    before = len(publish(world))
    world.press("U0CORA", world.review(), "win-take-back", at=undo)
    assert "broken scale" not in "".join(shown(message) for message in world.fake_slack.in_channel("C0LEAD"))
    world.press("U0CORA", world.review(), "win-approve", at=world.fake_slack.responses[-1])
    later = publish(world, Week.parse("2026-W47"))[before:]
    assert "swapped the broken scale" in shown(later[0])
    assert "Ben" in shown(later[0])


def test_another_wish_is_followed_in_the_digest(world: World) -> None:
    tell(world)
    publish(world)
    world.choose("U0BEN", "colleague")
    everything = "".join(shown(message) for message in world.fake_slack.in_channel("C0LEAD"))
    assert "Ben" not in everything
    assert "broken scale" in everything


def test_refused_while_it_waits_it_never_comes(world: World) -> None:
    tell(world)
    world.choose("U0BEN", "private")
    everything = "".join(shown(message) for message in publish(world))
    assert "broken scale" not in everything


def test_until_it_is_posted_who_told_it_can_edit_it_and_it_is_agreed_to_and_approved_anew(world: World) -> None:
    tell(world)
    world.post(command_body("mine", world.response_url, command="/win"))
    world.idle()
    world.press("U0ANNA", world.letters("U0BEN")[0], "win-edit", at=world.fake_slack.responses[-1])
    assert world.send(world.fake_slack.views[-1], win_what="Ben swapped two scales.") == {}
    assert "scale" not in "".join(shown(message) for message in publish(world))
    world.choose("U0BEN", "name")
    world.approve()
    later = "".join(shown(message) for message in publish(world, Week.parse("2026-W47")))
    assert "Ben swapped two scales." in later


def test_every_second_week_without_a_story_invites_to_tell_one(world: World) -> None:
    with world.parts.store.read() as tx:
        edition = world.parts.edition("default")
        for week, invites in (("2026-W46", True), ("2026-W45", False)):
            digest = world.parts.digests.preview(edition, Week.parse(week))
            assert world.parts.gathering.add(tx, make_edition(), digest, world.clock()).invites_wins is invites


def test_a_story_stands_beside_the_problem_that_it_speaks_of(world: World) -> None:
    with world.parts.store.begin() as tx:
        PublicationQueries(tx).keep(make_digest(week="2026-W45"), NOW)
    tell(world, what="Ben looked into it, and settled lost luggage for good.")
    said = "Beside a problem of week 45" if world.language == "en" else "Neben einem Problem aus KW 45"
    assert f"{said}: *Lost luggage*" in "".join(shown(message) for message in publish(world))
