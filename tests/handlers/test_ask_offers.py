"""Ten minutes with a customer: recorded with agreement, offered in turn, taken by one, spoken of afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.domain.area import Area
from bot.domain.offer import OfferState
from bot.domain.week import Week
from bot.locale import Words
from bot.storage.contacts import ContactQueries
from bot.storage.store import Store
from tests.fake_slack import FakeSlack, FakeUser, Posted
from tests.handlers.ask_world import ANNA, CORA, DRAFTED, LEA, OLA, PIA, AskWorld
from tests.handlers.win_world import option, shown
from tests.slack_requests import command_body

CALL = {
    "offer_about": "missed appointments",
    "offer_record": "https://help.example.com/tickets/t-18507",
    "offer_agreed_on": "2026-11-13",
    "offer_agreed_how": "by mail, after four",
}
MORNING = datetime(2026, 11, 16, 8, tzinfo=UTC)


@pytest.fixture(params=["en", "de"])
def world(request: pytest.FixtureRequest, fake_slack: FakeSlack, sample_store: Store) -> Iterator[AskWorld]:
    world = AskWorld(fake_slack, sample_store, request.param, sample_store)
    world.now = MORNING
    yield world
    world.close()


def open_form(world: AskWorld, word: str = "offer") -> dict[str, Any]:
    trigger = world.fake_slack.trigger()
    assert world.post(command_body(word, world.response_url, user=ANNA, trigger=trigger)).status == 200
    world.idle()
    return world.fake_slack.views[-1]


def listening(world: AskWorld) -> dict[str, Any]:
    """The form with the fields of a slot to listen in."""
    form = open_form(world, "angebot")
    picked = {"type": "static_select", "selected_option": option("listen", "Listening in")}
    state = {"values": {"offer-kind": {"offer-kind": picked}}}
    chosen = {"type": "static_select", "action_id": "offer-kind", "block_id": "offer-kind"}
    world.interact("block_actions", ANNA, view={**form, "state": state}, actions=[chosen])
    world.idle()
    return form


def offer_call(world: AskWorld, **changes: str) -> None:
    assert world.send(open_form(world), ANNA, **(CALL | changes)) == {}


def offer(world: AskWorld) -> Any:
    with world.parts.store.read() as tx:
        return ContactQueries(tx).find(1)


def turn(world: AskWorld) -> str | None:
    found: str | None = offer(world).first
    return found


@contextmanager
def without_letters(world: AskWorld) -> Iterator[None]:
    """Let the database take everything but letters."""
    with world.parts.store.begin() as tx:
        tx.connection.execute(text("ALTER TABLE outbox RENAME TO outbox_away"))
    yield
    with world.parts.store.begin() as tx:
        tx.connection.execute(text("ALTER TABLE outbox_away RENAME TO outbox"))


def tick(world: AskWorld) -> None:
    world.parts.offers.tick(world.clock())
    world.parts.posting.work()


def test_no_call_without_the_customers_recorded_agreement(world: AskWorld) -> None:
    form = open_form(world)
    for day in ("2026-08-01", "2026-11-20"):
        errors = world.send(form, ANNA, **(CALL | {"offer_agreed_on": day}))
        assert world.say("nobody is called", "wird niemand angerufen") in errors["offer-agreed-on"]
    errors = world.send(form, ANNA, **(CALL | {"offer_record": "https://help.example.com/tickets/0"}))
    assert set(errors) == {"offer-record"}
    assert world.send(form, ANNA, **CALL) == {}


def test_an_agreement_of_today_is_one_of_today_where_people_are(world: AskWorld) -> None:
    world.now = datetime(2026, 11, 16, 23, 30, tzinfo=UTC)
    assert set(world.send(open_form(world), ANNA, **(CALL | {"offer_agreed_on": "2026-11-18"}))) == {"offer-agreed-on"}
    offer_call(world, offer_agreed_on="2026-11-17")


@pytest.mark.parametrize("about", ["Rückruf Frau Müller", "Anna Beispiel's refund", "order 4711-22, 0171 5550123"])
def test_what_it_is_about_names_no_customer(world: AskWorld, about: str) -> None:
    form = open_form(world)
    errors = world.send(form, ANNA, **(CALL | {"offer_about": about}))
    assert world.say("please say it without", "Bitte ohne diese Angabe") in errors["offer-about"]
    assert world.send(form, ANNA, **CALL) == {}


def test_blanks_alone_are_no_answer(world: AskWorld) -> None:
    assert set(world.send(open_form(world), ANNA, **(CALL | {"offer_about": "   "}))) == {"offer-about"}
    offer_call(world)
    world.press(OLA, world.letter(OLA, "offer-take"), "offer-take")
    form = world.open(OLA, world.letter(OLA, "offer-debrief"), "offer-debrief")
    before = len(world.letters(CORA))
    errors = world.send(form, OLA, offer_customer=" ", offer_process="  ")
    assert errors == {"offer-customer": Words(world.language)("offer-nothing-learnt")}
    assert len(world.letters(CORA)) == before
    assert world.send(form, OLA, offer_customer=" ", offer_process="Two calendars") == {}
    assert "Two calendars" in shown(world.letters(CORA)[-1])


def test_a_call_is_offered_privately_taken_and_spoken_of(world: AskWorld) -> None:
    offer_call(world)
    letter = world.letter(OLA, "offer-take")
    assert "missed appointments" in shown(letter)
    assert "after four" not in shown(letter), "what it takes is told to who takes it"
    said = world.press(OLA, letter, "offer-take")
    assert world.say("Ten minutes are enough", "Zehn Minuten genügen") in said[0]
    details = shown(world.letter(OLA, "offer-debrief"))
    assert "m-48507" in details
    assert "by mail, after four" in details
    assert world.say("13 November 2026", "13. November 2026") in details
    assert f"<@{OLA}>" in world.letters(ANNA)[-1].text
    world.now = MORNING + timedelta(days=1, hours=1)
    tick(world)
    debrief = world.letters(OLA)[-1]
    assert world.say("while it is fresh", "solange es frisch ist") in debrief.text
    answers = {"offer_customer": "A call on the day", "offer_process": "Two calendars", "offer_change": "One calendar"}
    assert world.answer(OLA, debrief, "offer-debrief", **answers) == {}
    learnt = world.letters(CORA)[-1]
    for answer in answers.values():
        assert answer in shown(learnt)
    assert "Ola" not in shown(learnt) + learnt.text
    assert OLA not in shown(learnt) + learnt.text
    assert offer(world).state is OfferState.DEBRIEFED
    again = world.press(OLA, debrief, "offer-debrief")
    assert world.say("nothing left to do", "nichts mehr zu tun") in again[0]


def test_who_cannot_be_written_to_now_has_no_turn_of_which_they_never_hear(world: AskWorld) -> None:
    with without_letters(world):
        world.send(open_form(world), ANNA, **CALL)
    assert turn(world) is None
    tick(world)
    assert turn(world) == OLA
    assert world.letter(OLA, "offer-take")


def test_nothing_is_taken_or_spoken_of_without_the_letters_about_it(world: AskWorld) -> None:
    offer_call(world)
    asked = world.letter(OLA, "offer-take")
    with without_letters(world):
        world.press(OLA, asked, "offer-take")
    assert offer(world).state is OfferState.OPEN
    world.press(OLA, asked, "offer-take")
    form = world.open(OLA, world.letter(OLA, "offer-debrief"), "offer-debrief")
    with without_letters(world):
        assert world.send(form, OLA, offer_customer="A call on the day") != {}, "the form stays, with what was typed"
    assert offer(world).state is OfferState.TAKEN
    assert world.send(form, OLA, offer_customer="A call on the day") == {}
    assert "A call on the day" in shown(world.letters(CORA)[-1])


def test_any_of_the_three_answers_is_enough(world: AskWorld) -> None:
    offer_call(world)
    world.press(OLA, world.letter(OLA, "offer-take"), "offer-take")
    form = world.open(OLA, world.letter(OLA, "offer-debrief"), "offer-debrief")
    assert world.say("one of the", "eine der") in str(world.send(form, OLA))
    assert world.send(form, OLA, offer_change="One calendar") == {}
    assert "One calendar" in shown(world.letters(CORA)[-1])


def test_who_took_one_least_recently_is_asked_first(world: AskWorld) -> None:
    world.parts.areas.put(Area(name="Workshop", leader=PIA), LEA, DRAFTED)
    offer_call(world)
    assert turn(world) == OLA
    world.press(OLA, world.letter(OLA, "offer-take"), "offer-take")
    offer_call(world)
    with world.parts.store.read() as tx:
        (second,) = ContactQueries(tx).open()
    assert second.first == PIA


def test_declined_or_left_for_a_working_day_it_goes_to_the_next(world: AskWorld) -> None:
    world.parts.areas.put(Area(name="Workshop", leader=PIA), LEA, DRAFTED)
    offer_call(world)
    world.press(OLA, world.letter(OLA, "offer-decline"), "offer-decline")
    assert turn(world) == PIA
    letter = world.letter(PIA, "offer-take")
    assert world.say("It is your turn", "Sie sind an der Reihe") in letter.text, "somebody was asked before"
    world.now = MORNING + timedelta(hours=20)
    tick(world)
    assert turn(world) == PIA, "a whole working day is theirs"
    world.now = MORNING + timedelta(days=1)
    tick(world)
    assert turn(world) is None
    assert world.say("yours", "Zugesagt") in world.press(PIA, letter, "offer-take")[0], "late is not too late"


def test_what_is_taken_goes_to_nobody_else_whoever_declines_it(world: AskWorld) -> None:
    world.parts.areas.put(Area(name="Workshop", leader=PIA), LEA, DRAFTED)
    offer_call(world)
    first = world.letter(OLA, "offer-decline")
    world.now = MORNING + timedelta(days=1)
    tick(world)
    second = world.letter(PIA, "offer-decline")
    world.press(PIA, second, "offer-take")
    assert world.say("nothing left to do", "nichts mehr zu tun") in world.press(OLA, first, "offer-decline")[0]
    assert world.say("taken it already", "schon zugesagt") in world.press(PIA, second, "offer-decline")[0]


def test_who_has_left_slack_has_no_turn(world: AskWorld) -> None:
    world.fake_slack.users[OLA] = FakeUser(OLA, deleted=True)
    offer_call(world)
    assert turn(world) is None
    assert world.letters(OLA) == []


def test_what_somebody_took_who_left_slack_goes_round_again(world: AskWorld) -> None:
    world.parts.areas.put(Area(name="Workshop", leader=PIA), LEA, DRAFTED)
    offer_call(world)
    world.press(OLA, world.letter(OLA, "offer-take"), "offer-take")
    world.fake_slack.users[OLA] = FakeUser(OLA, deleted=True)
    world.parts.slack.forget_person(OLA)
    for _ in range(2):
        tick(world)
    assert turn(world) == PIA
    world.press(PIA, world.letter(PIA, "offer-take"), "offer-take")
    assert [f"<@{user}>" in letter.text for user, letter in zip((OLA, PIA), world.letters(ANNA), strict=True)] == [
        True
    ] * 2


def test_what_nobody_took_in_turn_stands_in_the_digest_for_everybody_there(world: AskWorld) -> None:
    offer_call(world)
    assert not has_offer(world, world.next_week(), "offer-take"), "it is somebody's turn yet"
    world.press(OLA, world.letter(OLA, "offer-decline"), "offer-decline")
    posted = world.next_week(3)
    assert "Missed appointments" in whole(world, posted)
    assert has_offer(world, posted, "offer-take")
    before = len(world.fake_slack.responses)
    for user, said in ((PIA, "yours"), (LEA, "faster")):
        press(world, user, "offer-take")
        assert (
            world.say(said, {"yours": "Zugesagt", "faster": "schneller"}[said])
            in world.fake_slack.responses[-1]["text"]
        )
    assert len(world.fake_slack.responses) == before + 2
    assert "48507" not in shown(world.parents()[-1])


def test_reading_is_always_possible_in_weeks_without_a_blind_draw(world: AskWorld) -> None:
    odd = world.next_week()
    assert Week.parse(world.digest.week).next.number % 2 == 1
    assert has_offer(world, odd, "talk-read")
    assert world.say("Ten minutes with a customer", "Zehn Minuten mit einem Kunden") in whole(world, odd)
    even = world.next_week(2)
    assert not has_offer(world, even, "talk-read")


def test_listening_in_only_in_a_slot_that_an_agent_opened_freely(world: AskWorld) -> None:
    form = listening(world)
    slot = int((MORNING + timedelta(days=2)).timestamp())
    given = {"offer_about": "missed appointments", "offer_record": "t-18507", "offer_slot": slot}
    errors = world.send(form, ANNA, **given, offer_kind="listen")
    assert set(errors) == {"offer-freely"}
    past = given | {"offer_slot": int((MORNING - timedelta(days=1)).timestamp())}
    assert set(world.send(form, ANNA, **past, offer_kind="listen", offer_freely=True)) == {"offer-slot"}
    assert world.send(form, ANNA, **given, offer_kind="listen", offer_freely=True) == {}
    world.press(OLA, world.letter(OLA, "offer-take"), "offer-take")
    assert f"<@{ANNA}>" in shown(world.letter(OLA, "offer-debrief"))
    before = len(world.letters(OLA))
    world.now = MORNING + timedelta(days=2, minutes=10)
    tick(world)
    assert len(world.letters(OLA)) == before
    world.now += timedelta(minutes=30)
    tick(world)
    assert len(world.letters(OLA)) == before + 1


def test_a_slot_of_an_agent_who_has_left_is_offered_no_more(world: AskWorld) -> None:
    form = listening(world)
    slot = int((MORNING + timedelta(days=3)).timestamp())
    given = {"offer_about": "appointments", "offer_record": "t-18507", "offer_slot": slot, "offer_freely": True}
    assert world.send(form, ANNA, **given, offer_kind="listen") == {}
    world.fake_slack.users[ANNA] = FakeUser(ANNA, deleted=True)
    world.parts.slack.forget_person(ANNA)
    tick(world)
    assert offer(world).state is OfferState.CLOSED


def test_a_slot_that_has_begun_is_offered_no_more(world: AskWorld) -> None:
    form = listening(world)
    slot = int((MORNING + timedelta(hours=3)).timestamp())
    given = {"offer_about": "appointments", "offer_record": "t-18507", "offer_slot": slot, "offer_freely": True}
    assert world.send(form, ANNA, **given, offer_kind="listen") == {}
    letter = world.letter(OLA, "offer-take")
    world.now = MORNING + timedelta(hours=4)
    tick(world)
    assert offer(world).state is OfferState.CLOSED
    assert world.say("slot is over", "Termin ist vorbei") in world.press(OLA, letter, "offer-take")[0]


def test_sixty_days_after_the_customer_agreed_nobody_is_called_any_more(world: AskWorld) -> None:
    offer_call(world, offer_agreed_on="2026-09-18")
    letter = world.letter(OLA, "offer-take")
    world.press(OLA, letter, "offer-decline")
    world.now = datetime(2026, 11, 18, 8, tzinfo=UTC)
    assert world.say("too old by now", "inzwischen zu alt") in world.press(OLA, letter, "offer-take")[0]
    assert not has_offer(world, world.next_week(3), "offer-take")
    tick(world)
    assert offer(world).state is OfferState.CLOSED


def test_app_home_shows_what_is_asked_and_offered(world: AskWorld) -> None:
    world.draft()
    offer_call(world)
    home = open_home(world, OLA)
    assert world.say("Asked of you", "An Sie gerichtet") in home
    assert "ask-take" in home
    assert "offer-take" in home
    world.take(OLA, world.letter(OLA, "ask-take"))
    world.press(OLA, world.letter(OLA, "offer-take"), "offer-take")
    home = open_home(world, OLA)
    assert "ask-done" in home
    assert "offer-debrief" in home
    assert home.count(world.say("20 November 2026", "20. November 2026")) == 1
    assert "ask-" not in open_home(world, PIA)


def test_what_was_passed_on_can_be_accepted_in_app_home(world: AskWorld) -> None:
    world.draft()
    world.answer(OLA, world.letter(OLA, "ask-hand-on"), "ask-hand-on", ask_to=PIA)
    assert "ask-accept" in open_home(world, PIA)
    accept = {"type": "button", "action_id": "ask-accept", "value": f"{world.ask().id}.1", "block_id": "b"}
    world.interact("block_actions", PIA, actions=[accept], view={**world.fake_slack.homes[PIA], "id": "V9"})
    world.idle()
    assert world.ask().owner == PIA
    assert "ask-take" in str(world.fake_slack.homes[PIA]["blocks"])


def open_home(world: AskWorld, user: str) -> str:
    world.happen({"type": "app_home_opened", "user": user, "tab": "home"})
    world.idle()
    return str(world.fake_slack.homes[user]["blocks"])


def has_offer(world: AskWorld, posted: Posted, action: str) -> bool:
    """Whether the digest has a button of that name, in its message or where that had no room, in its thread."""
    told = [m for m in world.fake_slack.in_channel("C0LEAD") if posted.ts in (m.ts, m.thread_ts)]
    blocks = [block for message in told for block in message.payload["blocks"]]
    return any((block.get("accessory") or {}).get("action_id") == action for block in blocks)


def whole(world: AskWorld, posted: Posted) -> str:
    return "".join(shown(m) for m in world.fake_slack.in_channel("C0LEAD") if posted.ts in (m.ts, m.thread_ts))


def press(world: AskWorld, user: str, action: str) -> None:
    pressed = {"type": "button", "action_id": action, "value": "1", "block_id": "b", "action_ts": "1.0"}
    world.interact("block_actions", user, actions=[pressed], channel={"id": "C0LEAD"}, response_url=world.response_url)
    world.idle()
