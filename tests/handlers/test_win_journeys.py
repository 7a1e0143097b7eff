"""A story from /win to the channel: told, agreed to by everybody in it, approved, celebrated; refused, taken back."""

import re
from collections.abc import Iterator

import pytest

from bot.domain.audit import Entry
from bot.services.audit import AuditService
from bot.storage.store import Store
from tests.fake_slack import FakeGroup, FakeSlack, FakeUser
from tests.handlers.win_world import CHANNEL, TOLD, World, shown

LANGUAGES = ["en", "de"]
COLLEAGUE = {"en": "A colleague", "de": "Jemand aus dem Kollegium"}


@pytest.fixture(params=LANGUAGES)
def world(request: pytest.FixtureRequest, fake_slack: FakeSlack, store: Store) -> Iterator[World]:
    world = World(fake_slack, store, request.param)
    yield world
    world.close()


def say(world: World, en: str, de: str) -> str:
    return {"en": en, "de": de}[world.language]


def test_from_command_to_celebration(world: World, store: Store) -> None:
    world.nominate()
    (asked,) = world.letters("U0BEN")
    assert say(world, "How do you want to appear?", "Wie möchten Sie erscheinen?") in asked.text
    assert "Ben drove" in shown(asked)
    assert world.celebrated() == []
    told = world.choose("U0BEN", "name")
    assert say(world, "My name", "Mit meinem Namen") in told[0]
    assert world.celebrated() == []
    assert say(world, "Approved and celebrated", "Freigegeben und gefeiert") in world.approve()[0]
    (posted,) = world.celebrated()
    assert "Ben drove to the customer" in shown(posted)
    assert say(world, "Service win", "Glanzleistung") in posted.text
    outcome = world.letters("U0ANNA")[-1].text
    assert say(world, "is celebrated in", "gefeiert") in outcome
    actions = [entry.action for entry in AuditService(store).entries("win:1")]
    assert actions == ["win.nominate", "win.consent", "win.answered", "win.approve"]


def test_the_order_of_consent_and_approval_does_not_matter(world: World) -> None:
    world.nominate(("U0BEN", "U0CLEO"))
    world.approve()
    assert world.celebrated() == []
    world.choose("U0BEN", "name")
    assert world.celebrated() == []
    world.choose("U0CLEO", "colleague")
    (posted,) = world.celebrated()
    assert say(world, "Ben and a colleague", "Ben und jemand aus dem Kollegium") in shown(posted)
    assert "Cleo" not in shown(posted) + posted.text


def test_nobody_is_named_to_the_others_before_they_agreed(world: World) -> None:
    world.nominate(("U0BEN", "U0CLEO"), "Ben and Cleo stayed all night, so that the parcels left on time.")
    asked = shown(world.letters("U0BEN")[0])
    assert "Ben" in asked
    assert "Cleo" not in asked
    world.choose("U0CLEO", "name")
    world.choose("U0BEN", "name")
    assert "Cleo" not in str(world.fake_slack.responses[-1]["blocks"])


def test_a_colleague_is_a_placeholder_in_the_text_as_well(world: World) -> None:
    world.nominate(what="Ben helped. It was Ben's idea, and <@U0BEN|ben> did it with <@U0CARL|carl>.")
    world.choose("U0BEN", "colleague")
    world.approve()
    (posted,) = world.celebrated()
    text = shown(posted) + posted.text
    assert "Ben" not in text
    assert "Carl" not in text
    assert "U0" not in shown(posted).replace(CHANNEL, "")
    assert COLLEAGUE[world.language] in text


def test_what_a_colleague_owns_is_told_in_right_language(world: World) -> None:
    world.nominate(
        what=say(world, "It was Ben's idea, and Ben's alone.", "Es war Bens Idee. Bens Einsatz hat gereicht.")
    )
    world.choose("U0BEN", "colleague")
    world.approve()
    told = say(
        world,
        "It was a colleague's idea, and a colleague's alone.",
        "Es war jemandes Idee. Jemandes Einsatz hat gereicht.",
    )
    assert told in shown(world.celebrated()[0])


def test_no_name_that_slack_knows_is_left_for_who_stays_a_colleague(world: World) -> None:
    world.fake_slack.users["U0BEN"] = FakeUser("U0BEN", "Ben Miller", display="benny")
    world.nominate(what="Ben Miller drove there, and Mr Miller stayed.")
    world.press("U0CORA", world.review(), "win-curate")
    edited = "Ben Miller drove there. Benny called, said ben. Mr Miller stayed, as BEN does."
    assert world.send(world.fake_slack.views[-1], "U0CORA", win_what=edited) == {}
    world.choose("U0BEN", "colleague")
    world.approve()
    (posted,) = world.celebrated()
    assert "drove there" in shown(posted)
    assert re.findall(r"\b(?:ben|benny|miller)\b", shown(posted) + posted.text, re.IGNORECASE) == []


def test_kept_private_it_is_never_published(world: World) -> None:
    world.nominate()
    world.choose("U0BEN", "private")
    assert world.press("U0CORA", world.review(), "win-approve") == [
        say(
            world,
            "Somebody was faster: this was decided on meanwhile. Nothing was changed.",
            "Jemand war schneller: Darüber ist inzwischen entschieden. Es hat sich nichts geändert.",
        )
    ]
    assert world.celebrated() == []
    assert say(world, "stays private", "bleibt privat") in world.letters("U0ANNA")[-1].text
    assert "Ben" not in world.letters("U0ANNA")[-1].text


def test_who_changes_their_mind_before_it_is_posted_is_heard(world: World) -> None:
    world.nominate()
    world.choose("U0BEN", "private")
    world.choose("U0BEN", "name")
    world.approve()
    assert len(world.celebrated()) == 1


def test_withdrawn_after_posting_it_is_gone_from_the_channel(world: World) -> None:
    world.nominate()
    world.choose("U0BEN", "name")
    world.approve()
    world.choose("U0BEN", "private")
    (left,) = world.celebrated()
    assert "Ben" not in shown(left) + left.text
    assert "bakery" not in shown(left) + left.text
    assert say(world, "was taken back", "zurückgenommen") in left.text


def test_a_name_is_taken_out_of_what_stands_in_the_channel(world: World) -> None:
    world.nominate()
    world.choose("U0BEN", "name")
    world.approve()
    assert "Ben" in shown(world.celebrated()[0])
    world.choose("U0BEN", "colleague")
    (posted,) = world.celebrated()
    assert "Ben" not in shown(posted) + posted.text
    assert "bakery" in shown(posted)


def test_a_team_is_named_from_five_people_on(world: World) -> None:
    team = ("U0BEN", "U0CLEO", "U0DORA", "U0EMIL", "U0FINN")
    world.fake_slack.groups["S0SUP"] = FakeGroup("S0SUP", "support", team)
    form = world.win("<!subteam^S0SUP|@support> stayed until midnight so that every parcel left on time")
    assert world.send(form, win_group=("S0SUP", "@support")) == {}
    for user in team:
        world.choose(user, "team")
    world.approve()
    (posted,) = world.celebrated()
    assert say(world, "The support team", "Das Team support") in shown(posted)


def test_a_team_of_four_hides_nobody(world: World) -> None:
    world.fake_slack.groups["S0SUP"] = FakeGroup("S0SUP", "support", ("U0BEN", "U0CLEO", "U0DORA", "U0EMIL"))
    assert world.send(world.win(), win_group=("S0SUP", "@support"), win_what=TOLD) == {}
    asked = world.letters("U0BEN")[-1]
    assert "win-choice-team" not in shown(asked)
    assert "win-choice-colleague" in shown(asked)


def test_bots_and_who_has_left_make_no_team_of_four_a_larger_one(world: World) -> None:
    world.fake_slack.users["U0BOTTY"] = FakeUser("U0BOTTY", "Botty", is_bot=True)
    world.fake_slack.users["U0GONE"] = FakeUser("U0GONE", "Gone", deleted=True)
    team = ("U0BEN", "U0CLEO", "U0DORA", "U0EMIL", "U0BOTTY", "U0GONE")
    world.fake_slack.groups["S0SUP"] = FakeGroup("S0SUP", "support", team)
    assert world.send(world.win(), win_group=("S0SUP", "@support"), win_what=TOLD) == {}
    assert "win-choice-team" not in shown(world.letters("U0BEN")[-1])
    assert "win-choice-colleague" in shown(world.letters("U0BEN")[-1])


def test_undone_it_is_deleted_and_may_be_approved_again(world: World) -> None:
    world.nominate()
    world.choose("U0BEN", "name")
    world.approve()
    undo = world.fake_slack.responses[-1]
    world.press("U0CARL", world.review("U0CARL"), "win-take-back", at=undo)
    assert world.celebrated() == []
    world.press("U0CARL", world.review("U0CARL"), "win-approve", at=world.fake_slack.responses[-1])
    assert len(world.celebrated()) == 1


def test_who_approved_before_the_last_consent_can_undo_as_well(world: World) -> None:
    world.nominate()
    world.approve()
    world.choose("U0BEN", "name")
    assert len(world.celebrated()) == 1
    letter = world.letters("U0CORA")[-1]
    assert say(world, "Approved and celebrated", "Freigegeben und gefeiert") in letter.text
    world.press("U0CORA", letter, "win-take-back")
    assert world.celebrated() == []


def test_a_light_edit_is_seen_again_by_everybody(world: World) -> None:
    world.nominate()
    world.choose("U0BEN", "name")
    old = world.letters("U0BEN")[0]
    world.press("U0CORA", world.review(), "win-curate")
    form = world.fake_slack.views[-1]
    assert world.send(form, "U0CORA", win_what="Ben swapped the scale on a Saturday.") == {}
    assert "Ben swapped the scale" in shown(world.letters("U0ANNA")[-1])
    assert say(world, "text has changed", "Text hat sich seitdem geändert") in world.choose("U0BEN", "name", old)[0]
    world.approve()
    assert world.celebrated() == []
    world.choose("U0BEN", "name")
    (posted,) = world.celebrated()
    assert "Ben swapped the scale on a Saturday." in shown(posted)


def test_a_kept_story_is_thanked_for(world: World) -> None:
    world.nominate()
    world.press("U0CORA", world.review(), "win-keep")
    assert say(world, "Thank you for this story", "Danke für diese Geschichte") in world.letters("U0ANNA")[-1].text
    assert world.celebrated() == []


def test_thanks_reach_the_people_privately(world: World) -> None:
    world.nominate(("U0BEN", "U0CLEO"))
    world.choose("U0BEN", "name")
    world.choose("U0CLEO", "colleague")
    world.approve()
    world.press("U0LEA", world.celebrated()[0], "win-thank")
    form = world.fake_slack.views[-1]
    assert world.send(form, "U0LEA", win_sentence="That made my week.") == {}
    for user in ("U0BEN", "U0CLEO"):
        letter = world.letters(user)[-1]
        assert "That made my week." in shown(letter)
        assert "Lea" in shown(letter)
    assert len(world.celebrated()) == 1


def test_what_was_agreed_to_is_in_the_audit_log_with_its_version(world: World, store: Store) -> None:
    world.nominate()
    world.choose("U0BEN", "colleague")
    consent = next(e for e in AuditService(store).entries("win:1") if e.action == "win.consent")
    assert (consent.actor, consent.detail) == ("U0BEN", {"version": 1, "choice": "colleague"})
    assert isinstance(consent, Entry)
