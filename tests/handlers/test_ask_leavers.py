"""Who leaves Slack answers for nothing any more: somebody steps in at once, or admins hear what is open."""

from datetime import timedelta

import pytest

from bot.domain.ask import NOBODY
from bot.storage.editions import EditionQueries
from tests.handlers.ask_world import DEE, DRAFTED, DUE_DAY, LEA, OLA, PIA, AskWorld
from tests.handlers.win_world import has_button, shown


@pytest.fixture
def world(leaders: AskWorld) -> AskWorld:
    return leaders


def leave(world: AskWorld, user: str, *, told: bool = True) -> None:
    """Let *user* be deactivated; Slack has told of it, or the event was lost."""
    world.fake_slack.users[user].deleted = True
    if told:
        event = {"type": "user_change", "event_ts": "1.0", "user": {"id": user, "deleted": True}}
        assert world.happen(event).status == 200
        world.idle()
        world.parts.posting.work()


def nobody_steps_in(world: AskWorld, default_owner: str | None = None) -> None:
    area = next(iter(world.parts.areas.all()))
    world.parts.areas.put(area.model_copy(update={"deputy": None}), LEA, DRAFTED)
    world.edition = world.edition.model_copy(update={"default_owner": default_owner})
    with world.parts.store.begin() as tx:
        EditionQueries(tx).keep(world.edition)


def test_the_deputy_has_the_question_before_it_is_posted_and_the_digest_names_nobody_who_left(world: AskWorld) -> None:
    world.draft()
    leave(world, OLA)
    assert world.ask().owner == DEE
    assert has_button(world.letter(DEE, "ask-take"), "ask-take")
    posted = world.publish()
    assert OLA not in shown(posted)
    assert f"<@{DEE}>" in shown(posted), "a working day before is enough for whoever is asked"
    assert not world.parts.slack.person(OLA).is_reachable, "what was remembered of them is forgotten"
    assert world.take(DEE, posted) == {}


def test_a_name_that_stands_in_the_channel_is_taken_out(world: AskWorld) -> None:
    world.draft()
    assert f"<@{OLA}>" in shown(world.publish())
    leave(world, OLA)
    world.tick()
    (now,) = world.parents()
    assert OLA not in shown(now)
    assert has_button(now, "ask-take")


@pytest.mark.parametrize("told", [True, False], ids=["Slack tells", "the clock sees"])
def test_who_passed_it_on_to_somebody_who_left_hears_that_it_is_still_theirs(world: AskWorld, told: bool) -> None:
    world.draft()
    world.answer(OLA, world.letter(OLA, "ask-hand-on"), "ask-hand-on", ask_to=PIA)
    leave(world, PIA, told=told)
    world.parts.slack.forget_person(PIA)
    world.tick()
    letter = world.letters(OLA)[-1]
    assert world.say("cannot take the question over", "kann die Frage nicht übernehmen") in letter.text
    assert world.ask().owner == OLA
    assert world.take(OLA, letter) == {}


def test_who_passed_it_on_and_gets_it_back_since_the_other_left_is_asked_again(world: AskWorld) -> None:
    world.draft()
    world.answer(OLA, world.letter(OLA, "ask-hand-on"), "ask-hand-on", ask_to=PIA)
    world.press(PIA, world.letter(PIA, "ask-accept"), "ask-accept")
    before = len(world.letters(OLA))
    leave(world, PIA)
    world.tick()
    assert world.ask().owner == OLA
    (letter,) = world.letters(OLA)[before:]
    assert world.take(OLA, letter) == {}


def test_the_deputy_is_asked_on_the_due_day(world: AskWorld) -> None:
    world.draft()
    world.take(OLA, world.publish())
    before = len(world.letters(OLA))
    leave(world, OLA)
    said = world.say("is yours to keep now", "liegt jetzt bei Ihnen")
    assert said in world.letter(DEE, "ask-done").text
    world.now = DUE_DAY
    world.tick()
    assert len(world.letters(OLA)) == before
    assert world.say("Today is the day", "Heute ist der Tag") in world.letters(DEE)[-1].text
    assert world.answer(DEE, world.letters(DEE)[-1], "ask-done", ask_line="Two people") == {}


def test_the_clock_sees_what_slack_did_not_tell(world: AskWorld) -> None:
    world.draft()
    world.take(OLA, world.publish())
    leave(world, OLA, told=False)
    world.parts.slack.forget_person(OLA)  # a quarter of an hour later
    world.now = DUE_DAY
    world.tick()
    assert world.say("Today is the day", "Heute ist der Tag") in world.letters(DEE)[-1].text
    assert world.say("Today is the day", "Heute ist der Tag") not in "".join(each.text for each in world.letters(OLA))
    assert world.say("was deactivated", "wurde in Slack deaktiviert") in world.letters(LEA)[-1].text


def test_without_a_deputy_the_default_owner_of_the_edition_steps_in(world: AskWorld) -> None:
    nobody_steps_in(world, default_owner=PIA)
    world.draft()
    leave(world, OLA)
    assert world.ask().owner == PIA
    assert has_button(world.letter(PIA, "ask-take"), "ask-take")


def test_a_deputy_who_has_left_too_is_passed_over(world: AskWorld) -> None:
    nobody_steps_in(world, default_owner=PIA)
    area = next(iter(world.parts.areas.all()))
    world.parts.areas.put(area.model_copy(update={"deputy": DEE}), LEA, DRAFTED)
    world.draft()
    leave(world, DEE)
    leave(world, OLA)
    assert world.ask().owner == PIA


def test_where_nobody_steps_in_admins_read_what_is_open_and_the_digest_carries_the_area_alone(world: AskWorld) -> None:
    nobody_steps_in(world)
    world.draft()
    leave(world, OLA)
    told = shown(world.letters(LEA)[-1])
    assert f"{world.say('the open question “', 'die offene Frage „')}{world.ask().sentence[:60]}" in told
    assert world.say("any admin can answer", "kann jeder Admin") in told
    assert world.ask().owner == NOBODY
    posted = world.publish()
    assert "<@" not in shown(posted)
    assert world.take(LEA, posted) == {}, "an admin can answer"


def test_where_nobody_steps_in_admins_are_asked_what_became_of_a_commitment(world: AskWorld) -> None:
    nobody_steps_in(world)
    world.draft()
    world.take(OLA, world.publish())
    leave(world, OLA)
    told = shown(world.letters(LEA)[-1])
    assert f"{world.say('the commitment “', 'die Zusage „')}A second person at the desk" in told
    world.now = DUE_DAY
    world.tick()
    letter = world.letter(LEA, "ask-done")
    assert world.say("nobody steps in", "eine Vertretung gibt es nicht") in letter.text
    assert world.answer(LEA, letter, "ask-done", ask_line="Two people since Monday") == {}
    world.tick()


def test_an_owner_who_was_asked_on_the_due_day_and_left_then_is_asked_no_more_admins_are(world: AskWorld) -> None:
    nobody_steps_in(world)
    world.draft()
    world.take(OLA, world.publish())
    world.now = DUE_DAY
    world.tick()
    leave(world, OLA)
    world.now = DUE_DAY + timedelta(hours=1)
    world.tick()
    assert has_button(world.letter(LEA, "ask-done"), "ask-move")


def test_a_new_leader_of_the_area_gets_what_is_nobodys(world: AskWorld) -> None:
    nobody_steps_in(world)
    world.draft()
    world.take(OLA, world.publish())
    leave(world, OLA)
    area = next(iter(world.parts.areas.all()))
    world.parts.areas.put(area.model_copy(update={"leader": PIA}), LEA, DRAFTED)
    world.tick()
    assert world.ask().owner == PIA
    assert has_button(world.letter(PIA, "ask-done"), "ask-move")
