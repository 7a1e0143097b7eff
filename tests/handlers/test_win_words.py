"""What people read about wins is true, and what they leave empty is nothing told."""

from collections.abc import Iterator
from typing import Any

import pytest

from bot.blocks.setup_audit import line
from bot.domain.win import WinState
from bot.locale import Words
from bot.services.audit import AuditService
from bot.storage.store import Store
from bot.storage.wins import WinQueries
from tests.fake_slack import FakeGroup, FakeSlack, FakeUser
from tests.handlers.win_world import CHANNEL, TOLD, World, find_button, has_button, shown
from tests.slack_requests import command_body


@pytest.fixture(params=["en", "de"])
def world(request: pytest.FixtureRequest, fake_slack: FakeSlack, store: Store) -> Iterator[World]:
    world = World(fake_slack, store, request.param)
    yield world
    world.close()


OTHER = "Every parcel of the night was packed by hand."


def say(world: World, en: str, de: str) -> str:
    return {"en": en, "de": de}[world.language]


def celebrate(world: World) -> None:
    world.nominate()
    world.choose("U0BEN", "name")
    world.approve()


def test_who_could_not_be_asked_is_not_said_to_have_agreed(world: World) -> None:
    world.nominate(win_other="Max Muster")
    world.choose("U0BEN", "name")
    assert say(world, "not named: Max Muster", "nicht genannt: Max Muster") in shown(world.review())
    assert say(world, "Not answered yet: Ben", "Noch ohne Antwort: Ben") in shown(world.review())
    world.approve()
    told = shown(world.letters("U0CORA")[-1])
    assert say(world, "who could be asked has agreed to this text", "gefragt werden konnten, haben diesem") in told
    assert say(world, "not named: Max Muster", "nicht genannt: Max Muster") in told
    (posted,) = world.celebrated()
    assert say(world, "others are not named", "andere sind nicht genannt") in shown(posted)
    assert say(world, "Everybody in this story has", "vorkommen, haben zugestimmt") not in shown(posted)
    assert "Max" not in shown(posted)


def test_where_nobody_could_be_asked_nobody_is_said_to_have_agreed(world: World) -> None:
    world.nominate((), win_other="Ben Muster")
    told = shown(world.review())
    assert say(world, "Nobody in it could be asked", "Niemand, der darin vorkommt, konnte gefragt") in told
    world.approve()
    (posted,) = world.celebrated()
    assert say(world, "so nobody is named", "darum ist niemand genannt") in shown(posted)
    assert "Ben" not in shown(posted)


def test_bots_and_who_has_left_slack_are_no_story_alone(world: World) -> None:
    world.fake_slack.users["U0BOTTY"] = FakeUser("U0BOTTY", "Botty", is_bot=True)
    world.fake_slack.users["U0GONE"] = FakeUser("U0GONE", "Gone", deleted=True)
    world.fake_slack.groups["S0OLD"] = FakeGroup("S0OLD", "old", ("U0GONE",))
    form, words = world.win(), Words(world.language)
    told = world.send(form, win_people=["U0BOTTY", "U0GONE"], win_what=TOLD)
    assert told == {"win-people": words("win-nobody-to-ask")}
    told = world.send(form, win_people=[], win_group=("S0OLD", "@old"), win_what=TOLD)
    assert told == {"win-group": words("win-nobody-to-ask")}
    assert world.send(form, win_people=["U0BOTTY", "U0BEN"], win_what=TOLD) == {}
    assert "Botty" in shown(world.review())


def merge(world: World) -> dict[str, str]:
    """Put the newest story into the first."""
    world.press("U0CORA", world.review(), "win-merge")
    return world.send(world.fake_slack.views[-1], "U0CORA", win_into="1")


def test_a_merge_loses_nobody_who_is_without_slack(world: World, store: Store) -> None:
    world.nominate(("U0BEN",), "Ben swapped the scale, and Max Muster drove.")
    world.choose("U0BEN", "name")
    world.nominate(("U0CLEO",), OTHER, user="U0CARL", win_other="Max Muster")
    assert merge(world) == {}
    together = world.review()
    assert "Max Muster" in shown(together)
    world.nominate((), "Somebody cleaned the whole warehouse at night.", user="U0CARL", win_other="max muster")
    assert merge(world) == {}
    with store.read() as tx:
        (win,) = WinQueries(tx).in_state(WinState.OPEN)
    assert [person.name for person in win.people if person.user is None] == ["Max Muster"], "once, however it is typed"
    for user in ("U0BEN", "U0CLEO"):
        world.choose(user, "name")
    world.press("U0CORA", together, "win-approve")
    (posted,) = world.celebrated()
    assert "Muster" not in shown(posted), "nobody could ask him"
    assert say(world, "and a colleague", "und jemand aus dem Kollegium") in shown(posted)


def test_a_merge_of_too_many_people_is_declined_in_words(world: World, store: Store) -> None:
    for number in (1, 2):
        team = tuple(f"U0T{number}{member:02}" for member in range(16))
        for user in team:
            world.person(user)
        world.fake_slack.groups[f"S{number}"] = FakeGroup(f"S{number}", f"team{number}", team)
        what = (TOLD, OTHER)[number - 1]
        assert world.send(world.win(), win_group=(f"S{number}", f"@team{number}"), win_what=what) == {}
    assert merge(world) == {"win-into": Words(world.language)("win-merge-too-many", most=30)}
    with store.read() as tx:
        assert [len(win.people) for win in WinQueries(tx).in_state(WinState.OPEN)] == [16, 16]


def test_a_notification_names_the_channel_and_shows_no_code(world: World) -> None:
    celebrate(world)
    told = world.letters("U0ANNA")[-1]
    assert f"<#{CHANNEL}>" in told.text
    assert f"<#{CHANNEL}>" in shown(told)
    world.press("U0LEA", world.celebrated()[0], "win-thank")
    assert world.send(world.fake_slack.views[-1], "U0LEA", win_sentence="<!here> & *thanks*") == {}
    thanked = world.letters("U0BEN")[-1]
    assert "<!here>" not in thanked.text + shown(thanked)
    assert "&amp;" in thanked.text


def test_the_log_says_what_happened_to_a_story_and_no_more(world: World, store: Store) -> None:
    world.nominate(("U0BEN", "U0CLEO"))
    world.choose("U0BEN", "name")
    world.nominate(("U0CLEO",), OTHER, user="U0CARL")
    world.press("U0CORA", world.review(), "win-merge")
    assert world.send(world.fake_slack.views[-1], "U0CORA", win_into="1") == {}
    said = {e.action: line(e, Words(world.language)) for e in AuditService(store).entries("win:1")}
    answered = {"en": "added an answer to win 1", "de": "Glanzleistung 1 um eine Antwort ergänzt"}
    put = {"en": "put another story into win 1", "de": "eine andere Geschichte in Glanzleistung 1 aufgenommen"}
    assert said["win.answered"].endswith(answered[world.language]), "one of two has answered"
    assert said["win.take-in"].endswith(put[world.language])


def test_consent_taken_back_is_told_as_it_is_and_leaves_no_name_with_who_approved(world: World) -> None:
    world.nominate(("U0BEN", "U0CLEO"))
    for user in ("U0BEN", "U0CLEO"):
        world.choose(user, "name")
    world.approve()
    assert "Ben" in shown(world.letters("U0CORA")[-1])
    said = world.choose("U0BEN", "private")[0]
    out = say(world, "was published; it is taken out again", "war veröffentlicht; sie wird jetzt wieder herausgenommen")
    assert out in said
    for user in ("U0ANNA", "U0BEN", "U0CLEO"):
        assert out in world.letters(user)[-1].text
    world.parts.aftercare.hiding.tick(world.clock())
    for letter in world.letters("U0CORA"):
        assert say(world, "took their consent back", "hat die Zustimmung zurückgenommen") in letter.text
        assert not has_button(letter, "win-take-back")
        assert "Ben" not in letter.text + shown(letter)
        assert "Cleo" not in letter.text + shown(letter)


def test_consent_that_is_given_again_in_time_gives_the_curator_the_way_to_undo_back(
    fake_slack: FakeSlack, store: Store
) -> None:
    world = World(fake_slack, store, wins_post="digest", digest_channel="C0LEAD")
    celebrate(world)
    world.choose("U0BEN", "private")
    world.parts.aftercare.hiding.tick(world.clock())
    assert "It is not published" in world.letters("U0CORA")[-1].text
    world.choose("U0BEN", "colleague")
    world.parts.aftercare.hiding.tick(world.clock())
    assert "Approved, for the next digest" in world.letters("U0CORA")[-1].text
    assert has_button(world.letters("U0CORA")[-1], "win-take-back")
    world.close()


def test_a_curator_cannot_edit_a_story_away(world: World) -> None:
    world.nominate()
    world.press("U0CORA", world.review(), "win-curate")
    errors = world.send(world.fake_slack.views[-1], "U0CORA", win_what="   ")
    assert errors == {"win-what": Words(world.language)("win-nothing-told")}
    world.choose("U0BEN", "name")
    world.approve()
    assert "Ben drove to the customer" in shown(world.celebrated()[0])


def test_blanks_alone_are_no_thanks(world: World) -> None:
    celebrate(world)
    before = len(world.letters("U0BEN"))
    world.press("U0LEA", world.celebrated()[0], "win-thank")
    errors = world.send(world.fake_slack.views[-1], "U0LEA", win_sentence="   ")
    assert errors == {"win-sentence": Words(world.language)("win-thank-empty")}
    assert len(world.letters("U0BEN")) == before


def mine(world: World, user: str) -> dict[str, Any]:
    """Let *user* type /win mine; return what they are shown."""
    world.post(command_body("mine", world.response_url, command="/win", user=user))
    world.idle()
    return world.fake_slack.responses[-1]


def test_nobody_answers_to_a_text_that_they_were_not_shown(world: World) -> None:
    world.fake_slack.scopes -= {"users:read"}  # as long as Slack does not say what people are called nothing is masked
    world.nominate(("U0BEN", "U0CLEO"), "Ben and Cleo stayed all night, so that the parcels left on time.")
    seen = mine(world, "U0BEN")
    assert "Cleo" not in str(seen["blocks"])
    assert "win-choice" not in str(seen["blocks"])
    early = {"blocks": [{"type": "actions", "elements": [{"action_id": "win-choice-colleague", "value": "1.1"}]}]}
    (told,) = world.press("U0BEN", world.letters("U0LEA")[-1], "win-choice-colleague", at=early)
    assert told == Words(world.language)("win-not-shown-yet")
    world.fake_slack.scopes |= {"users:read"}
    world.tick()
    world.choose("U0CLEO", "colleague")
    world.choose("U0BEN", "colleague")
    world.approve()
    (posted,) = world.celebrated()
    assert "Ben" not in shown(posted) + posted.text
    assert "Cleo" not in shown(posted) + posted.text


def test_who_told_it_sees_every_edit_also_by_a_curator_who_joined(world: World) -> None:
    world.nominate()
    form = world.win(user="U0CORA")
    world.send(form, "U0CORA", win_people=["U0BEN"], win_what=TOLD)
    world.interact("block_actions", "U0CORA", actions=[{"block_id": "b", **find_button(form["blocks"], "win-join")}])
    world.idle()
    world.press("U0CORA", world.review(), "win-curate")
    assert world.send(world.fake_slack.views[-1], "U0CORA", win_what="Ben drove there on a Saturday.") == {}
    assert "Ben drove there on a Saturday." in shown(world.letters("U0ANNA")[-1])
    assert say(world, "A curator edited", "Die Redaktion hat den Text") not in str(world.letters("U0CORA"))


def test_who_told_a_story_is_not_told_that_a_merge_was_an_edit(world: World) -> None:
    world.nominate()
    world.nominate(("U0CLEO",), OTHER, user="U0CARL")
    assert merge(world) == {}
    told = world.letters("U0ANNA")[-1].text
    assert say(world, "or put another story to it", "oder eine andere Geschichte dazugenommen") in told


def take_back(world: World) -> Any:
    """Let the curator who approved take the story back; return what they are shown then."""
    world.press("U0CORA", world.review(), "win-take-back", at=world.fake_slack.responses[-1])
    return world.fake_slack.responses[-1]


def test_what_was_never_posted_is_not_said_to_be_taken_from_a_channel(fake_slack: FakeSlack, store: Store) -> None:
    world = World(fake_slack, store, wins_post="digest", digest_channel="C0LEAD")
    celebrate(world)
    assert "does not come in the next digest" in str(world.fake_slack.responses[-1]["blocks"])
    take_back(world)
    for user in ("U0ANNA", "U0BEN"):
        assert "was not posted" in world.letters(user)[-1].text
        assert "from the channel" not in world.letters(user)[-1].text
    world.close()


def test_who_keeps_it_private_once_it_was_taken_back_reads_that_it_is(world: World) -> None:
    celebrate(world)
    take_back(world)
    (told,) = world.choose("U0BEN", "private")
    assert say(world, "The story is not published.", "Die Geschichte wird nicht veröffentlicht.") in told


def test_who_told_a_story_withdraws_it_also_after_a_curator_took_it_back(world: World) -> None:
    celebrate(world)
    take_back(world)
    world.post(command_body("mine", world.response_url, command="/win", user="U0ANNA"))
    world.idle()
    mine = world.fake_slack.responses[-1]
    assert "win-edit" not in str(mine["blocks"])
    world.press("U0ANNA", world.letters("U0BEN")[0], "win-withdraw", at=mine)
    assert say(world, "was withdrawn by who told it", "zurückgezogen") in world.letters("U0BEN")[-1].text
    with world.parts.store.read() as tx:
        (win,) = WinQueries(tx).of("U0ANNA")
    assert win.state is WinState.WITHDRAWN


def test_edited_after_it_was_taken_back_it_is_a_story_that_stands_nowhere(world: World) -> None:
    celebrate(world)
    world.press("U0CORA", world.review(), "win-curate", at=take_back(world))
    assert world.send(world.fake_slack.views[-1], "U0CORA", win_what="Ben drove there on a Saturday.") == {}
    (told,) = world.choose("U0BEN", "private")
    assert say(world, "The story is not published.", "Die Geschichte wird nicht veröffentlicht.") in told
    assert say(world, "The story stays private", "Die Geschichte bleibt privat") in world.letters("U0ANNA")[-1].text


def test_it_is_not_edited_before_the_old_message_is_gone(world: World) -> None:
    celebrate(world)
    world.fake_slack.update_refused = "internal_error"
    back = take_back(world)
    assert len(world.celebrated()) == 1
    world.press("U0CORA", world.review(), "win-curate", at=back)
    form = world.fake_slack.views[-1]
    wait = {"win-what": Words(world.language)("win-being-taken-back")}
    assert world.send(form, "U0CORA", win_what="Ben drove there on a Saturday.") == wait
    world.fake_slack.update_refused = None
    world.tick()
    assert world.celebrated() == []
    assert world.send(form, "U0CORA", win_what="Ben drove there on a Saturday.") == {}


def test_thanks_that_would_reach_nobody_are_not_taken(world: World) -> None:
    celebrate(world)
    world.press("U0BEN", world.celebrated()[0], "win-thank")
    nobody = {"win-sentence": Words(world.language)("win-thank-nobody")}
    assert world.send(world.fake_slack.views[-1], "U0BEN", win_sentence="Well done.") == nobody
    world.nominate((), OTHER, win_other="Max Muster")
    world.approve()
    assert not has_button(world.celebrated()[-1], "win-thank")


def test_a_text_in_which_whole_names_stand_is_edited_without_losing_its_end(world: World) -> None:
    world.fake_slack.users["U0BEN"] = FakeUser("U0BEN", "Ben Miller-Schmidt", display="Ben Miller-Schmidt")
    world.nominate(what=f"{'Ben did it again. ' * 82}Then it was done.")
    world.press("U0CORA", world.review(), "win-curate")
    form = world.fake_slack.views[-1]
    assert form["blocks"][0]["element"]["initial_value"].endswith("Then it was done.")
    assert world.send(form, "U0CORA") == {}
    assert "Then it was done." in shown(world.letters("U0BEN")[-1])


def test_what_a_customer_said_as_it_was_told_can_be_edited_too(world: World) -> None:
    world.nominate(win_said="Ben is a heroe")
    world.press("U0ANNA", world.letters("U0BEN")[0], "win-edit", at=mine(world, "U0ANNA"))
    form = world.fake_slack.views[-1]
    assert form["blocks"][1]["element"]["initial_value"] == "Ben is a heroe"
    assert world.send(form, win_said="Ben is a “hero”") == {}
    world.press("U0CORA", world.review(), "win-curate")
    assert world.send(world.fake_slack.views[-1], "U0CORA") == {}
    world.choose("U0BEN", "colleague")
    world.approve()
    told = say(world, "told by a colleague: A colleague is a hero", "Kollegium: Jemand aus dem Kollegium is a hero")
    assert told in shown(world.celebrated()[0])


def test_who_nominated_themselves_is_marked_in_the_story_that_theirs_was_put_into(world: World) -> None:
    world.nominate(("U0CLEO",))
    world.nominate(("U0BEN",), OTHER, user="U0BEN")
    assert merge(world) == {}
    assert say(world, "Who told it is in it.", "Wer sie erzählt hat, kommt darin vor.") in shown(world.review())
