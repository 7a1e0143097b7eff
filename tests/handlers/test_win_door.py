"""Whatever happens at the door to a story: late, twice, at once, from a private place, one effect and a plain word."""

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from bot.domain.win import Choice, Nomination, WinKind, WinState
from bot.errors import DeclinedError
from bot.storage.store import Store
from bot.storage.wins import WinQueries
from tests.fake_slack import FakeChannel, FakeGroup, FakeSlack, FakeUser
from tests.fixtures_log import Log
from tests.handlers.win_world import TOLD, World, find_button, has_button, option, shown
from tests.locked import locked
from tests.slack_requests import command_body


@pytest.fixture
def world(fake_slack: FakeSlack, store: Store) -> Iterator[World]:
    world = World(fake_slack, store, win_emoji="trophy")
    yield world
    world.close()


def wins(store: Store) -> list[str]:
    with store.read() as tx:
        return [win.state.value for win in WinQueries(tx).since(datetime(2000, 1, 1, tzinfo=UTC))]


def initial(view: dict, name: str):
    element = next(block for block in view["blocks"] if block.get("block_id") == name)["element"]
    return element.get("initial_value") or element.get("initial_users") or element.get("initial_option")


def test_the_form_opens_in_time_whatever_the_database_does(world: World, store: Store) -> None:
    with locked(store):
        start = time.monotonic()
        world.win("<@U0BEN|ben> saved the launch")
        assert time.monotonic() - start < 2


def test_a_form_that_cannot_be_kept_stays_open_with_all_that_was_typed(world: World, store: Store) -> None:
    form = world.win()
    with locked(store):
        errors = world.send(form, win_people=["U0BEN"], win_what=TOLD)
    assert "is busy" in str(errors) or "did not work" in str(errors)
    assert wins(store) == []
    assert world.send(form, win_people=["U0BEN"], win_what=TOLD) == {}
    assert wins(store) == ["open"]


def test_a_trigger_that_came_too_late_is_told_in_a_plain_word(world: World) -> None:
    world.post(command_body("", world.response_url, command="/win", trigger=world.fake_slack.trigger(age=4)))
    assert world.answers() == ["Slack waited too long, so the form did not open. Please try again."]
    assert world.fake_slack.views == []


def test_a_command_is_read_into_the_form(world: World) -> None:
    form = world.win("<@U0BEN|ben> <@U0CLEO> fixed it with <@U0CARL|carl> &amp; <https://example.com|the guide>")
    assert initial(form, "win-people") == ["U0BEN", "U0CLEO", "U0CARL"]
    assert initial(form, "win-what") == "fixed it with @carl & the guide"


def test_what_a_form_has_no_field_or_room_for_is_not_left_out_unseen(world: World) -> None:
    form = world.win("<!subteam^S1|@night> <!subteam^S2|@day> stayed late with <!subteam^S3|@dawn>")
    assert initial(form, "win-group")["value"] == "S1"
    assert initial(form, "win-what") == "@day stayed late with @dawn"
    assert initial(world.win("It was late. " * 200), "win-what").endswith("…")


@pytest.mark.parametrize("asked", ["help", "hilfe", "?"])
def test_help_is_answered_at_once(world: World, asked: str) -> None:
    assert "`/win mine`" in world.type(asked, command="/win")


def test_one_form_makes_one_win_however_often_it_is_sent(world: World, store: Store) -> None:
    form = dict(world.win())  # as it was opened: what is drawn in its place is another form
    world.send(dict(form), win_people=["U0BEN"], win_what=TOLD)
    world.send(dict(form), win_people=["U0BEN"], win_what=TOLD)
    assert wins(store) == ["open"]
    assert len(world.letters("U0BEN")) == 1


def test_a_double_click_has_one_effect(world: World) -> None:
    world.nominate()
    world.choose("U0BEN", "name")
    world.choose("U0BEN", "name")
    world.approve()
    assert "Somebody was faster" in world.approve()[0]
    assert len(world.celebrated()) == 1


def test_of_two_curators_one_has_the_effect_and_the_other_a_plain_word(world: World) -> None:
    world.nominate()
    world.choose("U0BEN", "name")
    keep = world.press("U0CARL", world.review("U0CARL"), "win-keep")
    assert "Kept" in keep[0]
    assert "Somebody was faster" in world.approve("U0CORA")[0]
    assert world.celebrated() == []


def test_only_curators_decide_and_only_those_in_a_story_answer(world: World) -> None:
    world.nominate()
    assert world.press("U0BEN", world.review("U0CORA"), "win-approve") == ["Curators decide this."]
    question = world.letters("U0BEN")[0]
    assert world.choose("U0CLEO", "name", question) == ["You are not in this story."]


def test_without_curators_the_admins_look(fake_slack: FakeSlack, store: Store) -> None:
    world = World(fake_slack, store, curators="")
    world.nominate()
    assert has_button(world.letters("U0LEA")[-1], "win-approve")
    world.close()


def test_what_is_missing_is_said_beside_its_field(world: World) -> None:
    form = world.win()
    assert world.send(form, win_what=TOLD) == {"win-people": "Choose somebody: people, a group, or a name."}
    world.fake_slack.scopes -= {"usergroups:read"}
    told = world.send(form, win_group=("S0SUP", "@support"), win_what=TOLD)
    assert told == {"win-group": "Slack does not say who is in this group. Please choose the people."}


def test_groups_are_offered_by_what_was_typed(world: World) -> None:
    world.fake_slack.groups = {g.id: g for g in (FakeGroup("S0SUP", "support"), FakeGroup("S0OPS", "operations"))}
    answer = world.interact("block_suggestion", action_id="win-group", block_id="win-group", value="@sup")
    assert option("S0SUP", "@support") in json.loads(answer.body)["options"]
    assert "S0OPS" not in answer.body


def test_somebody_without_slack_and_a_bot_appear_as_colleagues(world: World) -> None:
    world.fake_slack.strangers.add("U0FAR")
    world.fake_slack.users["U0BOTTY"] = FakeUser("U0BOTTY", "Botty", is_bot=True)
    form = world.win()
    what = "Old Bill carried the boxes and Botty told everybody."
    assert world.send(form, win_people=["U0BOTTY", "U0FAR"], win_other="Bill Smith", win_what=what) == {}
    assert world.letters("U0BOTTY") == []
    world.approve()
    (posted,) = world.celebrated()
    assert "Bill" not in shown(posted)
    assert "Botty" not in shown(posted)
    assert "Colleagues" in shown(posted)


def test_a_private_message_wants_a_confirmation_before_it_is_told_elsewhere(world: World, store: Store) -> None:
    world.fake_slack.channels["C0SECRET"] = FakeChannel("C0SECRET", is_private=True)
    for channel, asks in (("C0LEAD", False), ("C0SECRET", True), ("D0IM", True)):
        message = {"text": "<@U0BEN> stayed late", "user": "U0CLEO", "ts": "1.0"}
        world.interact("message_action", callback_id="win-nominate-message", message=message, channel={"id": channel})
        world.idle()
        form = world.fake_slack.views[-1]
        assert any(block.get("block_id") == "win-private" for block in form["blocks"]) is asks
        assert (initial(form, "win-people"), initial(form, "win-what")) == (["U0BEN"], "stayed late")
    with pytest.raises(AssertionError, match="win-private is needed"):
        world.send(form)
    state = {"win-private": {"win-private": {"type": "checkboxes", "selected_options": []}}}
    answer = world.interact("view_submission", view={**form, "state": {"values": state}})
    assert "Please confirm" in answer.body
    assert wins(store) == []
    assert world.send(form, win_private=True) == {}
    assert wins(store) == ["open"]


def test_the_chosen_reaction_offers_the_form_to_who_reacted_alone(world: World) -> None:
    ts = world.fake_slack.commit({"channel": "C0LEAD", "text": "<@U0BEN> saved the day"})
    item = {"type": "message", "channel": "C0LEAD", "ts": ts}
    for reaction in ("tada", "trophy"):
        event = {"type": "reaction_added", "user": "U0ANNA", "reaction": reaction, "item": item}
        world.happen(event, f"Ev-{reaction}")
        world.happen(event, f"Ev-{reaction}")
    world.idle()
    (offered,) = world.fake_slack.whispers
    assert (offered["user"], offered["channel"]) == ("U0ANNA", "C0LEAD")
    value = find_button(offered["blocks"], "win-open")["value"]
    world.interact(
        "block_actions",
        actions=[{"action_id": "win-open", "block_id": "b", "type": "button", "value": value}],
        response_url=world.response_url,
    )
    world.idle()
    assert initial(world.fake_slack.views[-1], "win-people") == ["U0BEN"]


def test_a_reaction_to_a_reply_offers_the_form_with_the_reply(world: World) -> None:
    first = world.fake_slack.commit({"channel": "C0LEAD", "text": "Who saved the day?"})
    for said in ("Nobody, I think", "<@U0BEN> did"):
        ts = world.fake_slack.commit({"channel": "C0LEAD", "text": said, "thread_ts": first})
    item = {"type": "message", "channel": "C0LEAD", "ts": ts}
    world.happen({"type": "reaction_added", "user": "U0ANNA", "reaction": "trophy", "item": item}, "Ev-reply")
    world.idle()
    value = find_button(world.fake_slack.whispers[0]["blocks"], "win-open")["value"]
    action = {"action_id": "win-open", "block_id": "b", "type": "button", "value": value}
    world.interact("block_actions", actions=[action], response_url=world.response_url)
    world.idle()
    form = world.fake_slack.views[-1]
    assert (initial(form, "win-people"), initial(form, "win-what")) == (["U0BEN"], "did")


def test_the_global_shortcut_opens_an_empty_form(world: World) -> None:
    world.interact("shortcut", callback_id="win-nominate")
    world.idle()
    assert world.fake_slack.views[-1]["callback_id"] == "win-form"


def test_a_story_that_was_told_already_is_joined(world: World, store: Store) -> None:
    world.nominate()
    form = world.win(user="U0CLEO")
    same = "The broken scale of the bakery was swapped on Saturday by Ben, who drove there."
    assert world.send(form, "U0CLEO", win_people=["U0BEN"], win_what=same) == {}
    assert "Already nominated" in str(form["blocks"])
    join = {"action_id": "win-join", "block_id": "b", "type": "button", "value": "1"}
    world.interact("block_actions", "U0CLEO", actions=[join], view=form)
    world.idle()
    assert wins(store) == ["open"]
    world.press("U0CORA", world.review(), "win-keep")
    assert "Thank you for this story" in world.letters("U0CLEO")[-1].text


def test_a_story_that_is_over_meanwhile_is_not_joined_and_nothing_told_is_lost(world: World, store: Store) -> None:
    world.nominate()
    form = world.win(user="U0CLEO")
    world.send(form, "U0CLEO", win_people=["U0BEN"], win_what=TOLD)
    world.press("U0CORA", world.review(), "win-keep")
    joined = find_button(form["blocks"], "win-join")
    answer = world.interact("block_actions", "U0CLEO", actions=[{"block_id": "b", **joined}], view=form)
    assert answer.status == 200
    world.idle()
    assert "say in the form that it is another one" in world.letters("U0CLEO")[-1].text
    assert world.send(form, "U0CLEO", win_another=True) == {}
    assert wins(store) == ["kept", "open"]


def test_it_is_another_story_where_who_tells_it_says_so(world: World, store: Store) -> None:
    world.nominate()
    form = world.win(user="U0CLEO")
    same = "The broken scale of the bakery was swapped on Saturday by Ben, who drove there."
    world.send(form, "U0CLEO", win_people=["U0BEN"], win_what=same)
    assert world.send(form, "U0CLEO", win_another=True) == {}
    assert wins(store) == ["open", "open"]


def test_mine_shows_edits_and_withdraws(world: World, store: Store) -> None:
    world.nominate()
    world.post(command_body("mine", world.response_url, command="/win"))
    (listed,) = world.answers()
    assert listed == "Your stories"
    answer = world.fake_slack.responses[-1]
    nowhere = world.letters("U0BEN")[0]
    world.press("U0ANNA", nowhere, "win-edit", at=answer)
    assert world.send(world.fake_slack.views[-1], win_what="Ben fixed the scale.") == {}
    assert "⟦" not in shown(world.letters("U0BEN")[-1])
    assert "Ben fixed the scale." in shown(world.letters("U0BEN")[-1])
    world.press("U0CLEO", nowhere, "win-withdraw", at=answer)
    assert wins(store) == ["open"]
    world.press("U0ANNA", nowhere, "win-withdraw", at=answer)
    assert wins(store) == ["withdrawn"]
    assert "nothing left to decide" in world.choose("U0BEN", "name")[0]


def test_of_two_who_edit_the_same_text_the_second_overwrites_nothing(world: World) -> None:
    world.nominate()
    world.press("U0CORA", world.review(), "win-curate")
    curators = world.fake_slack.views[-1]
    world.post(command_body("mine", world.response_url, command="/win"))
    world.idle()
    mine = world.fake_slack.responses[-1]
    tellers = []
    for _ in range(2):
        world.press("U0ANNA", world.letters("U0BEN")[0], "win-edit", at=mine)
        tellers.append(world.fake_slack.views[-1])
    assert world.send(tellers[0], win_what="It was on a Sunday.") == {}
    for form, user in ((curators, "U0CORA"), (tellers[1], "U0ANNA")):
        told = world.send(form, user, win_what="It was on a Saturday.")
        assert "Somebody else changed the text meanwhile" in str(told)
    assert "It was on a Sunday." in shown(world.letters("U0BEN")[-1])


def test_merged_stories_have_both_tellers_and_all_people(world: World, store: Store) -> None:
    world.nominate(("U0BEN",), user="U0ANNA")
    world.nominate(("U0CLEO",), "Cleo packed every parcel of the night by hand.", user="U0CARL")
    world.choose("U0BEN", "name")
    world.press("U0CORA", world.review(), "win-merge")
    assert world.send(world.fake_slack.views[-1], "U0CORA", win_into="1") == {}
    assert wins(store) == ["open", "merged"]
    world.choose("U0BEN", "name")
    world.choose("U0CLEO", "name")
    world.approve()
    posted = shown(world.celebrated()[0])
    assert "Ben and Cleo" in posted
    assert "Ben drove to the customer" in posted
    assert "is celebrated" in world.letters("U0CARL")[-1].text


def test_twins_about_the_same_people_are_merged_and_can_still_be_decided(world: World, store: Store) -> None:
    world.nominate(("U0BEN",), user="U0ANNA")
    before = world.review()
    world.nominate(("U0BEN",), "Every parcel of the night was packed by hand.", user="U0CARL")
    world.choose("U0BEN", "name", world.letters("U0BEN")[0])
    world.press("U0CORA", world.review(), "win-merge")
    assert world.send(world.fake_slack.views[-1], "U0CORA", win_into="1") == {}
    assert wins(store) == ["open", "merged"]
    assert "Approved and celebrated" in world.press("U0CORA", before, "win-approve")[0]
    assert len(world.celebrated()) == 1
    assert "is celebrated" in world.letters("U0CARL")[-1].text


def test_a_story_that_nobody_can_see_stands_in_no_ones_way(world: World, store: Store) -> None:
    unseen = {"users": ("U0BEN",), "other": None, "group": None, "parts": ("\u200b\u200b",)}
    assert set(world.send(world.win(), win_people=["U0BEN"], win_what="\u200b\u200b")) == {"win-what"}
    world.parts.wins.nominating.nominate(Nomination("V1", "U0ANNA", WinKind.SERVICE, **unseen), world.clock())
    world.nominate(("U0CLEO",), "Every parcel of the night was packed by hand.", user="U0CARL")
    world.press("U0CORA", world.review(), "win-merge")
    assert world.send(world.fake_slack.views[-1], "U0CORA", win_into="1") == {}
    assert wins(store) == ["open", "merged"]


def test_who_nominates_themselves_is_marked_for_the_curator(world: World) -> None:
    world.nominate(("U0ANNA",), "Anna found the parcel.")
    assert "Who told it is in it" in world.review().text
    world.nominate(("U0CLEO",), "Cleo packed every parcel of the night by hand.")
    assert "Who told it is in it" not in world.review().text


def test_two_answers_at_the_same_moment_both_count(world: World, store: Store) -> None:
    world.nominate(("U0BEN", "U0CLEO"))
    with ThreadPoolExecutor(2) as threads:
        answered = [
            threads.submit(world.parts.wins.consenting.answer, 1, user, 1, Choice.NAME, world.clock())
            for user in ("U0BEN", "U0CLEO")
        ]
    assert all(each.result() for each in answered)
    with store.read() as tx:
        (win,) = WinQueries(tx).in_state(WinState.OPEN)
    assert win.may_be_shown


def test_two_curators_at_the_same_moment_have_one_effect(world: World) -> None:
    world.nominate()
    world.choose("U0BEN", "name")

    def decide(curator: str) -> str:
        try:
            return world.parts.wins.curating.approve(1, 0, 1, curator, world.clock()).state.value
        except DeclinedError as error:
            return error.key

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(decide, ("U0CORA", "U0CARL"))) == ["celebrated", "win-faster"]
    world.tick()
    assert len(world.celebrated()) == 1


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ({"wins_channel": None}, "No channel is set for wins (WINS_CHANNEL). Please ask an admin."),
        ({"curators": "", "admins": ""}, "Nobody is set to approve wins (CURATORS). Please ask an admin."),
    ],
)
def test_where_wins_are_not_set_up_nobody_tells_one_in_vain(
    fake_slack: FakeSlack, store: Store, missing: dict[str, object], words: str
) -> None:
    world = World(fake_slack, store, **missing)
    assert words in world.send(world.win(), win_people=["U0BEN"], win_what=TOLD).values()
    assert wins(store) == []
    world.close()


def test_without_a_channel_a_curator_hears_it_and_nobodys_answer_is_lost(fake_slack: FakeSlack, store: Store) -> None:
    told = World(fake_slack, store)
    told.nominate()
    told.close()
    world = World(fake_slack, store, wins_channel=None)
    assert "No channel is set for wins" in world.approve()[0]
    assert "Your answer" in world.choose("U0BEN", "name")[0]
    world.close()


def test_a_story_that_was_agreed_to_while_no_channel_was_set_is_celebrated_once_one_is(
    fake_slack: FakeSlack, store: Store
) -> None:
    told = World(fake_slack, store)
    told.nominate()
    told.approve()
    told.close()
    without = World(fake_slack, store, wins_channel=None)
    without.choose("U0BEN", "name")
    without.tick()
    assert without.celebrated() == []
    without.close()
    world = World(fake_slack, store)
    world.tick()
    world.tick()
    assert len(world.celebrated()) == 1
    assert "is celebrated in" in world.letters("U0ANNA")[-1].text
    world.close()


def test_who_keeps_it_private_while_it_is_taken_back_is_heard(world: World) -> None:
    world.nominate()
    world.choose("U0BEN", "name")
    world.approve()
    world.press("U0CORA", world.review(), "win-take-back", at=world.fake_slack.responses[-1])
    again = world.fake_slack.responses[-1]
    world.choose("U0BEN", "private")
    world.press("U0CORA", world.review(), "win-approve", at=again)
    assert world.celebrated() == []


def test_an_error_in_a_click_reaches_the_person_with_a_reference_that_is_in_the_log(world: World, log: Log) -> None:
    world.nominate()
    broken = {"action_id": "win-approve", "block_id": "b", "type": "button", "value": "not a number"}
    world.interact("block_actions", "U0CORA", actions=[broken], response_url=world.response_url)
    world.idle()
    (said,) = [r["text"] for r in world.fake_slack.responses]
    reference = said.split("reference ")[1][:8]
    assert reference in log.text()
    assert "bakery" not in log.text()


def test_an_error_where_there_is_no_address_comes_as_a_private_message(world: World) -> None:
    world.fake_slack.scopes -= {"channels:read"}
    world.interact("shortcut", callback_id="win-nominate", trigger=world.fake_slack.trigger(age=5))
    world.idle()
    assert "Slack waited too long" in world.letters("U0ANNA")[-1].text
