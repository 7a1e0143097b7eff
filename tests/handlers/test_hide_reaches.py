"""What was taken out goes wherever it got to: late, refused, deleted, unknown, in two editions, at one moment."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.digest import Digest
from bot.domain.hidden import HiddenState, HideReason, Place, as_posted
from bot.domain.message import Message
from bot.domain.outbox import DIGEST, State
from bot.services.hidden_quotes import HiddenQuotes
from bot.services.posting_pace import Pace
from bot.services.standing import Standing
from bot.slack import NotSentError, Slack, UncertainError
from bot.storage.hidden import HiddenQueries
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.publications import PublicationQueries
from bot.storage.standing import StandingQueries
from bot.storage.store import Store
from tests.fake_slack import FakeSlack, Posted
from tests.handlers.after_world import WEEK, After, blocks_of, quote_blocks
from tests.handlers.win_world import has_button, shown

GONE = "[a quote was taken out]"


@pytest.fixture
def world(fake_slack: FakeSlack, sample_store: Store) -> Iterator[After]:
    world = After(fake_slack, sample_store, digest_channel="C0LEAD")
    yield world
    world.close()


def warnings(world: After) -> list[str]:
    return [letter.text for letter in world.letters("U0LEA") if "cannot correct its message" in letter.text]


def mark(world: After, number: int = 0) -> None:
    """Take a quote out while nothing else is done about it: the process dies right after."""
    world.parts.aftercare.hiding.hide([Place("default", str(WEEK), number)], HideReason.OTHER, world.clock())


def test_what_a_dying_process_left_undone_the_clock_does(world: After) -> None:
    world.publish()
    mark(world)
    assert GONE not in world.everything
    world.tick()
    assert GONE in quote_blocks(world.posted[0])[0]
    assert len(world.letters("U0CORA")) == 1


def test_a_message_that_somebody_deleted_stops_nothing(world: After) -> None:
    parent, *_ = world.publish()
    world.parts.slack.delete("C0LEAD", parent.ts)
    mark(world)
    world.tick()
    assert world.stored().quotes[0].hidden
    calls = len(world.fake_slack.called("chat.update"))
    world.tick()
    assert len(world.fake_slack.called("chat.update")) == calls
    assert warnings(world) == []


def test_where_slack_lets_us_correct_nothing_admins_are_told_once_and_it_is_done_later(world: After) -> None:
    world.publish()
    world.fake_slack.channels["C0LEAD"].is_archived = True
    mark(world)
    world.tick()
    world.tick()
    assert len(warnings(world)) == 1
    assert "<#C0LEAD>" in warnings(world)[0]
    world.fake_slack.channels["C0LEAD"].is_archived = False
    with world.parts.store.begin() as tx:
        StandingQueries(tx).try_again("C0LEAD")
    world.tick()
    assert GONE in quote_blocks(world.posted[0])[0]


def test_a_message_that_is_not_ours_to_change_is_no_message_that_is_gone(world: After) -> None:
    world.publish()
    world.fake_slack.update_refused = "cant_update_message"
    mark(world)
    world.tick()
    assert "cant_update_message" in warnings(world)[0]


def test_a_digest_that_waits_to_be_sent_goes_out_without_it(world: After) -> None:
    edition = world.parts.edition("default", keep=True)
    due = datetime.now(UTC) + timedelta(hours=1)
    assert world.parts.publisher.publish(edition, WEEK, due_at=due, now=world.clock())
    said = world.stored().quotes[0].text[:30]
    mark(world)
    world.tick()
    assert world.posted == []
    with world.parts.store.begin() as tx:
        for post in OutboxQueries(tx).of(Address(DIGEST, "default", str(WEEK))):
            OutboxQueries(tx).put_back(post, State.PENDING, due_at=tx.now(), next_at=tx.now())
    world.parts.posting.work()
    assert said not in world.everything
    assert GONE in quote_blocks(world.posted[0])[0]


def test_it_leaves_every_edition_that_quotes_it(world: After) -> None:
    world.publish()
    world.publish(name="other")
    assert len([m for m in world.posted if m.thread_ts is None]) == 2
    mark(world)
    world.tick()
    parents = [message for message in world.posted if message.thread_ts is None]
    assert all(GONE in quote_blocks(parent)[0] for parent in parents)


def test_a_digest_that_is_published_at_that_moment_is_found_at_the_next_look(world: After) -> None:
    world.publish()
    mark(world)
    world.tick()
    with world.parts.store.begin() as tx:  # it was made before and is committed only now
        held = world.stored()
        first = held.quotes[0].model_copy(update={"hidden": False})
        PublicationQueries(tx).keep(
            held.model_copy(update={"edition": "late", "quotes": (first, *held.quotes[1:])}), world.clock()
        )
    world.tick()
    with world.parts.store.read() as tx:
        late = PublicationQueries(tx).find("late", WEEK)
    assert late is not None
    assert late.quotes[0].hidden


def test_a_frozen_draft_is_published_without_it(world: After) -> None:
    world.publish()
    draft = world.stored()
    mark(world)
    with world.parts.store.begin() as tx:
        edition = world.parts.edition("default")
        assert HiddenQuotes().add(tx, edition, draft, world.clock()).quotes[0].hidden


class _Slow:
    """A way to Slack on which *meanwhile* comes first, and which may lose the answer of the first correction."""

    def __init__(self, slack: Slack, meanwhile: Callable[[], object], *, loses: bool) -> None:
        self._slack = slack
        self._meanwhile: Callable[[], object] | None = meanwhile
        self._loses = loses

    def update(self, channel: str, ts: str, message: Message) -> bool:
        meanwhile, self._meanwhile = self._meanwhile, None
        if meanwhile is not None:
            meanwhile()
        found = self._slack.update(channel, ts, message)
        if self._loses and meanwhile is not None:
            raise UncertainError("the connection to Slack broke during chat.update")
        return found


@pytest.mark.parametrize("loses", [False, True])
def test_a_correction_that_lands_late_brings_nothing_back(world: After, loses: bool) -> None:
    thread = next(reply for reply in world.publish()[1:] if len(quote_blocks(reply)) > 1)
    numbers = [int(str(b["block_id"]).rpartition(":")[2]) for b in blocks_of(thread) if "accessory" in b]
    mark(world, numbers[0])

    def meanwhile() -> None:
        mark(world, numbers[1])
        world.tick()

    pace = Pace(grace=timedelta(0), backoff=timedelta(0))
    slow = Standing(world.parts.store, _Slow(world.parts.slack, meanwhile, loses=loses), world.parts.notices, pace)
    world.parts.aftercare.hiding._take_out(world.clock())
    slow.work()
    world.tick()
    now = next(reply for reply in world.posted if reply.ts == thread.ts)
    assert quote_blocks(now)[:2] == [f"> {GONE}"] * 2


def test_slack_is_waited_for_as_it_asks(world: After) -> None:
    world.publish()
    mark(world)

    class Busy:
        def update(self, *_: object) -> bool:
            raise NotSentError("Slack asks to slow down with chat.update", retry_after=3600)

    world.parts.aftercare.hiding._take_out(world.clock())
    busy = Standing(world.parts.store, Busy(), world.parts.notices)
    assert busy.work() == 1
    assert busy.work() == 0
    assert warnings(world) == []


def test_two_corrections_of_one_digest_at_once_overwrite_nothing(world: After) -> None:
    world.publish()
    stores = [Store(world.parts.store.url.render_as_string(hide_password=False)) for _ in range(2)]
    ready = threading.Barrier(2, timeout=30)

    def correct(store: Store, number: int) -> None:
        def change(digest: Digest) -> Digest:
            quotes = list(digest.quotes)
            quotes[number] = quotes[number].model_copy(update={"hidden": True})
            return digest.model_copy(update={"quotes": tuple(quotes)})

        ready.wait()
        with store.begin() as tx:
            PublicationQueries(tx).correct("default", WEEK, change)

    for _ in range(5):
        threads = [threading.Thread(target=correct, args=(store, number)) for number, store in enumerate(stores)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [quote.hidden for quote in world.stored().quotes[:2]] == [True, True]
        with world.parts.store.begin() as tx:
            PublicationQueries(tx).correct("default", WEEK, as_posted)
    for store in stores:
        store.close()


def test_taken_out_again_after_it_was_put_back_it_is_told_again(world: After) -> None:
    parent = world.publish()[0]
    world.hide(parent)
    world.press("U0CORA", world.letter("U0CORA"), "hide-put-back")
    assert world.hide(world.posted[0], "U0BEN") == {}
    assert len(world.letters("U0CORA")) == 2
    assert GONE in quote_blocks(world.posted[0])[0]
    with world.parts.store.read() as tx:
        assert [hidden.state for hidden in HiddenQueries(tx).undecided()] == [HiddenState.HIDDEN]


def test_where_nobody_knows_whether_it_stands_admins_hear_to_look(world: After) -> None:
    parent = world.publish()[0]
    with world.parts.store.begin() as tx:
        post = OutboxQueries(tx).of(Address(DIGEST, "default", str(WEEK)))[0]
        OutboxQueries(tx).put_back(post, State.HELD, ts=None)
    mark(world)
    world.tick()
    assert len(warnings(world)) == 1
    world.parts.posting.resolve("default", WEEK, posted=True, ts=parent.ts)
    world.tick()
    assert GONE in quote_blocks(world.posted[0])[0]
    assert GONE in shown(world.posted[0])


def test_a_win_that_quotes_the_same_record_loses_the_words_and_gets_them_back(world: After) -> None:
    world.publish()
    quote = world.stored().quotes[0]
    world.nominate(win_link=quote.record.external_id, win_said=quote.text[:40])
    world.choose("U0BEN", "name")
    world.approve()
    assert quote.text[:30] in shown(world.celebrated()[0])
    world.hide(world.posted[0])
    world.parts.wins.tick(world.clock())
    assert quote.text[:30] not in shown(world.celebrated()[0])
    assert "broken scale" in shown(world.celebrated()[0])
    world.press("U0CORA", put_back_letter(world), "hide-put-back")
    world.parts.wins.tick(world.clock())
    assert quote.text[:30] in shown(world.celebrated()[0])


def put_back_letter(world: After) -> Posted:
    return next(letter for letter in world.letters("U0CORA")[::-1] if has_button(letter, "hide-put-back"))
