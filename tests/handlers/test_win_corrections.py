"""What somebody took back is gone, or somebody hears that it is not: late, refused, lost, or never posted."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.message import Message
from bot.domain.outbox import WIN, State
from bot.domain.week import Week
from bot.domain.win import Choice
from bot.services.wins.correcting import Correcting
from bot.slack import Slack, UncertainError
from bot.storage.outbox import OutboxQueries
from bot.storage.publications import PublicationQueries
from bot.storage.store import Store
from tests.fake_slack import HISTORY, FakeSlack, Fault
from tests.handlers.win_world import CHANNEL, World, shown


@pytest.fixture
def world(fake_slack: FakeSlack, store: Store) -> Iterator[World]:
    world = World(fake_slack, store, post_grace_seconds=1)
    yield world
    world.close()


class _SlowSlack:
    """A way to Slack on which *meanwhile* comes first: the correction under way lands after it."""

    def __init__(self, slack: Slack, meanwhile: Callable[[], object], *, loses_answer: bool) -> None:
        self._slack = slack
        self._meanwhile = meanwhile
        self._loses_answer = loses_answer

    def update(self, channel: str, ts: str, message: Message) -> bool:
        self._meanwhile()
        found = self._slack.update(channel, ts, message)
        if self._loses_answer:
            raise UncertainError("the connection to Slack broke during chat.update")
        return found

    def delete(self, channel: str, ts: str) -> None:
        self._slack.delete(channel, ts)


@pytest.mark.parametrize("loses_answer", [False, True])
def test_a_correction_that_lands_late_brings_no_withdrawn_name_back(world: World, loses_answer: bool) -> None:
    world.nominate(("U0BEN", "U0CLEO"))
    world.choose("U0BEN", "name")
    world.choose("U0CLEO", "name")
    world.approve()
    world.parts.wins.consenting.answer(1, "U0CLEO", 1, Choice.COLLEAGUE, world.clock())
    slack = _SlowSlack(world.parts.slack, lambda: world.choose("U0BEN", "private"), loses_answer=loses_answer)
    Correcting(world.parts.store, slack, world.parts.notices, "en").work()
    world.tick()
    (left,) = world.celebrated()
    assert "Ben" not in shown(left) + left.text


def stored(world: World) -> list[tuple[State, bool]]:
    """The messages of wins in the outbox: how far each got, and whether it names Ben."""
    with world.parts.store.read() as tx:
        posts = OutboxQueries(tx).in_state(*State, kind=WIN)
    return [(post.state, "Ben" in post.message.model_dump_json()) for post in posts]


def warnings(world: World) -> list[str]:
    """What the admin was told about messages that stand as they should not."""
    return [letter.text for letter in world.letters("U0LEA") if "cannot correct its message" in letter.text]


def celebrate(world: World) -> None:
    world.nominate()
    world.choose("U0BEN", "name")
    world.approve()


def lose_the_answer(world: World) -> None:
    """Celebrate, while Slack's answer is lost and the channel cannot be read: nobody knows whether it stands there."""
    world.nominate()
    world.choose("U0BEN", "name")
    world.fake_slack.scopes -= HISTORY
    world.fake_slack.fail_next(Fault.COMMIT_DROP)
    world.approve()
    time.sleep(1.1)
    world.tick()
    assert stored(world) == [(State.HELD, True)]


def test_where_nobody_knows_whether_it_stands_it_is_taken_back_and_admins_hear_to_look(world: World) -> None:
    lose_the_answer(world)
    undo = next(each for each in world.fake_slack.responses[::-1] if "win-take-back" in str(each))
    world.press("U0CARL", world.review("U0CARL"), "win-take-back", at=undo)
    world.tick()
    world.tick()
    assert stored(world) == [(State.RECALLED, False)]
    assert len(warnings(world)) == 1
    assert f"<#{CHANNEL}>" in warnings(world)[0]
    again = next(each for each in world.fake_slack.responses[::-1] if "win-approve" in str(each))
    world.press("U0CARL", world.review("U0CARL"), "win-approve", at=again)
    assert [state for state, _ in stored(world)] == [State.RECALLED, State.DONE]


def test_a_name_leaves_what_is_stored_where_nobody_knows_whether_it_stands(world: World) -> None:
    lose_the_answer(world)
    world.choose("U0BEN", "colleague")
    world.tick()
    assert stored(world) == [(State.HELD, False)]
    assert len(warnings(world)) == 1


def test_what_slack_does_not_let_us_correct_is_told_once_and_done_when_it_lets_us(world: World) -> None:
    celebrate(world)
    world.fake_slack.channels[CHANNEL].is_archived = True
    world.choose("U0BEN", "private")
    world.tick()
    world.tick()
    assert stored(world) == [(State.DONE, False)]
    assert len(warnings(world)) == 1
    world.fake_slack.channels[CHANNEL].is_archived = False
    world.tick()
    (left,) = world.celebrated()
    assert "Ben" not in shown(left) + left.text


def test_what_was_never_posted_keeps_no_name(world: World) -> None:
    world.fake_slack.channels[CHANNEL].is_archived = True
    celebrate(world)
    assert stored(world) == [(State.BLOCKED, True)]
    world.choose("U0BEN", "private")
    assert stored(world) == [(State.RECALLED, False)]
    assert warnings(world) == []


def test_a_digest_that_stands_nobody_knows_where_keeps_no_name(fake_slack: FakeSlack, sample_store: Store) -> None:
    world = World(fake_slack, sample_store, wins_post="digest", digest_channel="C0LEAD", post_grace_seconds=1)
    celebrate(world)
    edition, week = world.parts.edition("default", keep=True), Week.parse("2026-W46")
    fake_slack.scopes -= HISTORY
    fake_slack.fail_next(Fault.COMMIT_DROP)
    assert world.parts.publisher.publish(edition, week, due_at=datetime.now(UTC), now=world.clock(), by_hand=True)
    world.parts.posting.work(edition="default", week=week)
    time.sleep(1.1)
    world.tick()
    world.parts.posting.resolve("default", week, posted=True)
    world.choose("U0BEN", "private")
    world.tick()
    with sample_store.read() as tx:
        digest = PublicationQueries(tx).find("default", week)
    assert digest is not None
    assert "Ben" not in digest.model_dump_json()
    assert len(warnings(world)) == 1
    (parent,) = [each for each in fake_slack.in_channel("C0LEAD") if each.thread_ts is None]
    assert "Ben" in shown(parent)
    world.parts.posting.resolve("default", week, posted=True, ts=parent.ts)
    world.tick()
    assert "Ben" not in "".join(shown(each) for each in fake_slack.in_channel("C0LEAD"))
    world.close()


def test_no_letter_to_the_others_names_somebody_who_may_still_withdraw(world: World) -> None:
    world.nominate(("U0BEN", "U0CLEO"))
    world.choose("U0BEN", "name")
    world.press("U0CORA", world.review(), "win-curate")
    what = "Ben swapped the scale while Cleo drove, and the bakery opened on Monday."
    assert world.send(world.fake_slack.views[-1], "U0CORA", win_what=what) == {}
    world.choose("U0BEN", "name")
    world.now = world.clock() + timedelta(days=7)
    world.tick()  # who has not answered is reminded
    world.choose("U0CLEO", "name")
    world.approve()
    assert "Ben" in shown(world.celebrated()[0])
    world.press("U0LEA", world.celebrated()[0], "win-thank")
    assert world.send(world.fake_slack.views[-1], "U0LEA", win_sentence="That made my week.") == {}
    world.choose("U0BEN", "private")
    letters = world.letters("U0CLEO")
    assert len(letters) == 6
    assert "Ben" not in "".join(shown(letter) + letter.text for letter in letters)
