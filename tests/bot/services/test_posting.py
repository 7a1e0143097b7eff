"""Posted once: every point at which a post can fail, and what becomes of it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import delete

from bot.domain.outbox import State
from bot.errors import NotFoundError, SettingsError, UsageError
from bot.services.posting import TOO_LATE, to_ts
from bot.services.posting_pace import Pace
from bot.slack import Slack
from bot.storage.editions import EditionQueries
from bot.storage.outbox import OUTBOX
from bot.storage.store import Store
from tests.bot.services.outbox_world import ADMINS, WEEK, Died, MortalSlack, World, die, make_edition, make_messages
from tests.fake_slack import HISTORY, SCOPES, FakeChannel, FakeSlack, Fault

WHOLE = ["the digest", "thread message 1", "thread message 2"]


@pytest.fixture
def world(store: Store, fake_slack: FakeSlack, slack: Slack) -> World:
    return World(store, fake_slack, slack)


def test_parent_and_thread_are_posted_once_however_often_the_work_is_done(world):
    world.enqueue()
    for _ in range(3):
        status = world.work()
    assert world.texts() == WHOLE
    root, *thread = world.fake.in_channel()
    assert {message.thread_ts for message in thread} == {root.ts}
    assert (status.state, status.ts) == (State.DONE, root.ts)


def test_a_look_that_always_outlasts_its_time_waits_longer_every_time_and_sends_nothing(world):
    world.enqueue()
    world.pace = Pace(lease=timedelta(seconds=15), timeout=timedelta(seconds=10))  # no time is left after the look
    waits = []
    for _ in range(3):
        assert world.posting.work() == 1
        status = world.status()
        assert (status.state, status.reason) == (State.PENDING, "the look into the channel took long")
        with world.store.read() as tx:
            waits.append(round((status.next_at - tx.now()).total_seconds()))
        world.let_pass(waits[-1] + 1)
    assert waits == [5, 10, 20]
    assert world.texts() == []


def test_a_week_is_in_the_outbox_once_however_often_it_is_published(world):
    assert world.enqueue()
    assert not world.enqueue()
    assert not world.enqueue(make_edition(weekday="fri", timezone="Asia/Tokyo", channel="C0ELSE"))
    world.work()
    assert world.texts() == WHOLE


def test_publication_and_outbox_commit_together_or_not_at_all(world):
    def publish_and_die() -> None:
        with world.store.begin() as tx:
            world.posting.enqueue(tx, make_edition(), WEEK, make_messages(), due_at=tx.now())
            die()

    with pytest.raises(Died):
        publish_and_die()
    assert world.posting.status("default", WEEK) is None


def test_an_edition_without_a_channel_is_refused_in_words(world):
    with pytest.raises(SettingsError, match="DIGEST_CHANNEL"):
        world.enqueue(make_edition(channel=None))


def test_a_post_carries_an_opaque_key_and_neither_links_nor_pings(world):
    world.enqueue(thread=0)
    world.work()
    (sent,) = world.fake.called("chat.postMessage")
    assert sent["metadata"]["event_type"] == "voxpop_post"
    assert set(sent["metadata"]["event_payload"]["key"]) <= set("0123456789abcdef")
    assert (sent["unfurl_links"], sent["unfurl_media"], sent["link_names"], sent["parse"]) == (
        False,
        False,
        False,
        "none",
    )


def test_nothing_is_posted_before_it_is_due(world):
    world.enqueue(late_by=-timedelta(hours=1))
    assert world.work().state is State.PENDING
    assert world.texts() == []


TAKEN = [Fault.COMMIT_DROP, Fault.COMMIT_500, Fault.COMMIT_INTERNAL_ERROR, Fault.COMMIT_GARBAGE, Fault.LATE]
NOT_TAKEN = [Fault.DROP, Fault.HANG, Fault.HTTP_503, Fault.FATAL_ERROR]


@pytest.mark.parametrize("fault", TAKEN)
def test_what_slack_took_without_saying_so_is_found_and_not_sent_again(world, fault):
    world.fake.fail_next(fault)
    world.enqueue(thread=0)
    assert world.work().state is State.UNKNOWN
    world.fake.wait(0.5)  # until a late one is in
    assert world.work().state is State.UNKNOWN, "it is not looked for before the grace is over"
    world.let_pass(121)
    assert world.work().state is State.DONE
    assert len(world.fake.called("chat.postMessage")) == len(world.texts()) == 1


@pytest.mark.parametrize("fault", NOT_TAKEN)
def test_what_slack_did_not_take_is_sent_again_after_the_grace(world, fault):
    world.fake.fail_next(fault)
    world.enqueue(thread=0)
    assert world.work().state is State.UNKNOWN
    world.let_pass(121)
    assert world.work().state is State.DONE
    assert world.texts() == ["the digest"]


def test_a_lost_thread_message_never_posts_the_parent_again(world):
    world.enqueue()
    world.fake.fail_next(Fault.COMMIT_INTERNAL_ERROR)
    world.work()
    world.fake.fail_next(Fault.COMMIT_DROP, Fault.DROP)
    for _ in range(4):
        world.let_pass(121)
        world.work()
    assert world.texts() == WHOLE
    assert [post.state for post in world.parts()] == [State.DONE] * 3


def test_a_thread_message_waits_for_all_above_it(world):
    world.fake.fail_next(Fault.COMMIT_500)
    world.enqueue()
    world.work()
    assert world.texts() == ["the digest"]


def test_an_uncertain_digest_says_when_it_is_looked_at_again(world):
    world.fake.fail_next(Fault.COMMIT_500)
    world.enqueue()
    status = world.work()
    with world.store.read() as tx:
        wait = status.next_at - tx.now()
    assert timedelta(seconds=110) < wait <= timedelta(seconds=120)


def test_being_asked_to_slow_down_is_obeyed(world):
    world.fake.retry_after = 40
    world.fake.fail_next(Fault.RATE_LIMITED)
    world.enqueue(thread=0)
    assert world.work().state is State.PENDING
    world.let_pass(35)
    world.work()
    assert world.texts() == []
    world.let_pass(6)
    assert world.work().state is State.DONE


def test_a_slack_that_cannot_be_reached_is_tried_again_and_needs_no_look(world):
    nowhere = Slack("xoxb-made-for-tests", base_url="http://127.0.0.1:9/api/", timeout=0.3)
    world.enqueue(thread=0)
    world.posting_through(nowhere).work()
    assert world.status().state is State.PENDING
    world.let_pass(6)
    assert world.work().state is State.DONE
    assert not world.fake.called("conversations.history")


def test_a_process_that_dies_before_sending_loses_nothing(world):
    world.enqueue()
    with pytest.raises(Died):
        world.posting_through(MortalSlack(world.gateway, before=die)).work()
    assert world.status().state is State.SENDING
    assert world.recover().state is State.DONE
    assert world.texts() == WHOLE


def test_a_process_that_dies_after_sending_posts_nothing_twice(world):
    world.enqueue()
    with pytest.raises(Died):
        world.posting_through(MortalSlack(world.gateway, after=die)).work()
    assert world.recover().state is State.DONE
    assert world.texts() == WHOLE


def test_a_post_in_somebodys_hands_is_left_alone_until_the_lease_is_over(world):
    world.enqueue()
    with pytest.raises(Died):
        world.posting_through(MortalSlack(world.gateway, before=die)).work()
    world.let_pass(50)
    assert world.posting.work() == 0


def test_a_worker_that_wakes_after_its_lease_takes_its_double_back(world):
    world.enqueue(thread=0)
    sleeper = MortalSlack(world.gateway, before=lambda: world.recover() and None)
    world.posting_through(sleeper).work()
    assert len(world.fake.called("chat.postMessage")) == 2
    assert world.texts() == ["the digest"]
    assert world.status().ts == world.fake.in_channel()[0].ts


def test_a_worker_fenced_out_before_the_next_try_still_tells_where_the_post_is(world):
    world.fake.scopes = SCOPES - HISTORY
    world.enqueue(thread=0)

    def lose_the_lease() -> None:
        world.let_pass(61)
        world.posting.work()

    world.posting_through(MortalSlack(world.gateway, after=lose_the_lease)).work()
    assert world.status().state is State.DONE


def test_a_fenced_out_workers_failure_changes_nothing(world):
    world.enqueue(thread=0)

    def lose_the_lease_then_fail() -> None:
        world.recover()
        world.fake.fail_next("not_in_channel")

    world.posting_through(MortalSlack(world.gateway, before=lose_the_lease_then_fail)).work()
    assert world.status().state is State.DONE
    assert world.texts(ADMINS[0]) == []


def test_workers_at_the_same_time_never_send_the_same_message(world):
    for n in range(8):
        world.enqueue(make_edition(name=f"e{n}"), thread=1)
    with ThreadPoolExecutor(4) as crew:
        for done in [crew.submit(world.posting.work) for _ in range(4)]:
            done.result()
    assert len(world.fake.called("chat.postMessage")) == len(world.texts()) == 16


def test_a_worker_does_not_start_to_send_when_its_lease_is_nearly_over(world):
    world.pace = world.pace.__class__(lease=timedelta(seconds=15), timeout=timedelta(seconds=10))
    world.enqueue(thread=0)
    world.posting.work(limit=1)
    assert world.status().state is State.PENDING
    assert not world.fake.called("chat.postMessage")


@pytest.mark.parametrize("code", ["not_in_channel", "is_archived", "token_revoked", "invalid_blocks", "msg_too_long"])
def test_a_permanent_refusal_blocks_and_is_told_to_every_admin_once(world, code):
    world.fake.fail_next(code)
    world.enqueue()
    world.work()
    world.let_pass(3600)
    status = world.work()
    assert (status.state, status.reason) == (State.BLOCKED, code)
    for admin in ADMINS:
        (told,) = world.texts(admin)
        assert code in told
        assert "2026-W01" in told


def test_admins_read_what_to_do_in_the_editions_language(world):
    world.fake.channels["C0LEAD"].is_member = False
    world.enqueue(make_edition(language="de"))
    world.work()
    assert "die App in den Kanal einladen" in world.texts(ADMINS[0])[0]


def test_a_closed_channel_stops_that_edition_alone(world):
    world.fake.channels["C0SHUT"] = FakeChannel("C0SHUT", is_archived=True)
    world.enqueue(make_edition(name="board", channel="C0SHUT"))
    world.enqueue()
    world.work()
    assert world.status("board").state is State.BLOCKED
    assert world.status().state is State.DONE


def test_a_blocked_digest_is_posted_once_the_way_is_open_and_a_person_asks(world):
    world.fake.channels["C0LEAD"].is_member = False
    world.enqueue()
    assert world.work().state is State.BLOCKED
    world.fake.channels["C0LEAD"].is_member = True
    world.let_pass(3600)
    assert world.work().state is State.BLOCKED
    assert world.posting.again("default", WEEK)
    assert world.work().state is State.DONE
    assert world.texts() == WHOLE


def test_a_digest_blocked_by_a_wrong_channel_goes_to_the_right_one(world):
    world.enqueue(make_edition(channel="C0WRONG"))
    assert world.work().reason == "channel_not_found"
    with world.store.begin() as tx:
        EditionQueries(tx).keep(make_edition(channel="C0LEAD"))
    world.posting.again("default", WEEK)
    assert world.work().state is State.DONE
    assert world.texts() == WHOLE


def test_a_digest_that_may_stand_in_the_old_channel_is_not_sent_to_the_new_one(world):
    world.fake.fail_next(Fault.COMMIT_DROP)
    world.fake.read_faults.append("token_revoked")
    world.enqueue()
    world.work()
    world.let_pass(121)
    assert world.work().state is State.BLOCKED
    with world.store.begin() as tx:
        EditionQueries(tx).keep(make_edition(channel="C0ELSE"))
    world.posting.again("default", WEEK)
    world.work()
    assert world.texts("C0ELSE") == []
    assert world.texts() == WHOLE


def test_without_a_history_scope_an_uncertain_post_is_held_and_told_once(world):
    world.fake.scopes = SCOPES - HISTORY
    world.fake.fail_next(Fault.COMMIT_DROP)
    world.enqueue()
    world.work()
    world.let_pass(121)
    for _ in range(3):
        status = world.work()
        world.let_pass(3600)
    assert (status.state, status.reason, status.next_at) == (State.HELD, "missing_scope", None)
    assert [len(world.texts(admin)) for admin in ADMINS] == [1, 1]
    assert "digest resolve" in world.texts(ADMINS[0])[0]
    assert world.texts() == ["the digest"]


@pytest.fixture
def held(world: World) -> World:
    """A digest of which nobody knows whether it was posted; the thread is still to come."""
    world.fake.scopes = SCOPES - HISTORY
    world.enqueue()
    world.fake.fail_next(Fault.COMMIT_DROP)
    world.work()
    world.let_pass(121)
    assert world.work().state is State.HELD
    return world


def test_a_person_who_says_where_it_is_gets_the_thread_under_it(held):
    held.posting.resolve("default", WEEK, posted=True, ts=held.fake.in_channel()[0].ts)
    assert held.work().state is State.DONE
    assert held.texts() == WHOLE


def test_a_person_who_says_again_gets_it_posted_at_once(held):
    held.fake.messages.clear()
    held.let_pass(7200)
    held.posting.resolve("default", WEEK, posted=False)
    assert held.work().state is State.DONE
    assert held.texts() == WHOLE


def test_posted_without_its_place_leaves_the_thread_until_the_place_is_given(held):
    status = held.posting.resolve("default", WEEK, posted=True)
    assert status.state is State.BLOCKED
    held.work()
    assert held.texts() == ["the digest"]
    held.posting.resolve("default", WEEK, posted=True, ts=held.fake.in_channel()[0].ts)
    held.work()
    assert held.texts() == WHOLE


def test_a_held_digest_is_found_once_the_scope_is_granted_and_a_person_asks(held):
    held.fake.scopes = SCOPES
    held.posting.again("default", WEEK)
    assert held.work().state is State.DONE
    assert held.texts() == WHOLE


def test_a_held_digest_stays_held_while_the_scope_is_missing(held):
    held.posting.again("default", WEEK)
    assert held.work().state is State.HELD
    assert held.texts() == ["the digest"]


@pytest.mark.parametrize("form", ["{}", "https://sample.slack.com/archives/C0LEAD/p{}", "p{}"])
def test_a_place_may_be_given_as_its_link(held, form):
    ts = held.fake.in_channel()[0].ts
    shown = form.format(ts if form == "{}" else ts.replace(".", ""))
    assert to_ts(shown) == ts


@pytest.mark.parametrize("wrong", ["yesterday", "1763450000", "https://sample.slack.com/archives/C0LEAD", ""])
def test_what_is_no_place_is_refused_in_words(wrong):
    with pytest.raises(UsageError, match="copy the message's link"):
        to_ts(wrong)


def test_there_is_nothing_to_resolve_where_nothing_is_uncertain(world):
    world.enqueue()
    world.work()
    with pytest.raises(NotFoundError, match="waits for an answer"):
        world.posting.resolve("default", WEEK, posted=False)
    assert world.texts() == WHOLE


def test_a_restored_database_finds_what_it_forgot(world):
    world.enqueue()
    world.work()
    with world.store.begin() as tx:
        tx.connection.execute(delete(OUTBOX))
    world.enqueue(late_by=timedelta(minutes=30))
    assert world.work().state is State.DONE
    assert world.texts() == WHOLE
    assert len(world.fake.called("chat.postMessage")) == 3


def test_a_late_digest_without_a_history_scope_waits_for_a_person(world):
    world.fake.scopes = SCOPES - HISTORY
    world.enqueue(late_by=timedelta(minutes=30))
    assert world.work().state is State.HELD
    world.posting.resolve("default", WEEK, posted=False)
    assert world.work().state is State.DONE
    assert world.texts() == WHOLE


def test_a_history_that_cannot_be_read_just_now_is_asked_again_later(world):
    world.fake.read_faults.append("ratelimited")
    world.enqueue(late_by=timedelta(minutes=30))
    assert world.work().state is State.UNKNOWN
    assert world.texts() == []
    world.let_pass(301)
    assert world.work().state is State.DONE
    assert world.texts() == WHOLE


def test_only_our_own_message_with_the_key_counts_as_found(world):
    world.enqueue(late_by=timedelta(minutes=30), thread=0)
    key = next(world.parts()).key
    metadata = {"event_type": "voxpop_post", "event_payload": {"key": key}}
    world.fake.commit(
        {"channel": "C0LEAD", "text": "a copy", "metadata": metadata, "as": {"user": "U0X", "bot_id": "B0X"}}
    )
    assert world.work().state is State.DONE
    assert world.texts() == ["a copy", "the digest"]


def test_a_post_is_found_behind_hundreds_of_other_messages(world):
    world.fake.fail_next(Fault.COMMIT_DROP)
    world.enqueue(thread=0)
    world.work()
    for n in range(450):
        world.fake.commit({"channel": "C0LEAD", "text": f"talk {n}"})
    world.let_pass(121)
    assert world.work().state is State.DONE
    assert len(world.fake.called("chat.postMessage")) == 1


def test_a_digest_that_could_not_go_out_for_two_days_waits_for_a_person(world):
    world.enqueue(late_by=timedelta(hours=49))
    status = world.work()
    assert (status.state, status.reason) == (State.BLOCKED, TOO_LATE)
    assert world.texts() == []
    assert "2026-W01" in world.texts(ADMINS[0])[0]


def test_a_digest_by_hand_touches_no_other_edition(world):
    world.enqueue(make_edition(name="board"))
    world.enqueue()
    world.posting.work(edition="default", week=WEEK)
    assert world.status("board").state is State.PENDING
    assert world.status().state is State.DONE


def test_following_a_digest_ends_when_it_is_posted(world):
    world.fake.fail_next(Fault.COMMIT_500)
    world.enqueue()
    slept = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        world.let_pass(100)

    status = world.posting.follow("default", WEEK, sleep)
    assert status is not None
    assert status.state is State.DONE
    assert len(slept) == 2
