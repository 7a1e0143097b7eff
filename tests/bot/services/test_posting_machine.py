"""Any order of faults, deaths, waits and people's words: at most one post at any time, exactly one at the end."""

from collections import Counter
from contextlib import suppress
from typing import Any, ClassVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import delete

from bot.domain.message import Message
from bot.domain.outbox import State
from bot.errors import SlackError
from bot.slack import CannotLookError, NotSentError, UncertainError
from bot.storage.outbox import OUTBOX
from tests.bot.services.outbox_world import WEEK, Died, World

OUTCOMES = ["ok", "taken", "late", "lost", "refused", "slow down", "die before", "die after"]


class MemorySlack:
    """Slack in memory, on the machine's own clock: *outcomes* are the fates of the next posts."""

    def __init__(self) -> None:
        self.posts: list[tuple[str, str | None, str]] = []
        self.late: list[tuple[str, str | None]] = []
        self.outcomes: list[str] = []
        self.readable = True

    def take(self, key: str, thread_ts: str | None) -> str:
        ts = f"{len(self.posts) + 1}.000000"
        self.posts.append((key, thread_ts, ts))
        return ts

    def room_of(self, channel: str) -> str:
        return channel

    def post(self, channel: str, _message: Message, *, key: str, thread_ts: str | None = None) -> str:
        if channel.startswith("U"):
            return "0.000000"  # what admins are told is not what is counted here
        outcome = self.outcomes.pop(0) if self.outcomes else "ok"
        if outcome == "die before":
            raise Died
        if outcome == "refused":
            raise SlackError("no", permanent=True, code="not_in_channel")
        if outcome == "slow down":
            raise NotSentError("slow down", retry_after=30)
        if outcome == "late":
            self.late.append((key, thread_ts))
        if outcome in ("late", "lost"):
            raise UncertainError("no answer")
        ts = self.take(key, thread_ts)
        if outcome == "taken":
            raise UncertainError("no answer")
        if outcome == "die after":
            raise Died
        return ts

    def find(self, _channel: str, key: str, *_window: object) -> str | None:
        if not self.readable:
            raise CannotLookError("no", permanent=True, code="missing_scope")
        return next((ts for found, _, ts in self.posts if found == key), None)

    def delete(self, _channel: str, ts: str) -> None:
        self.posts = [post for post in self.posts if post[2] != ts]


class Posting(RuleBasedStateMachine):
    """One digest with two thread messages, and everything that may happen to it."""

    world: ClassVar[World]

    @initialize()
    def put(self) -> None:
        with self.world.store.begin() as tx:
            tx.connection.execute(delete(OUTBOX))
        self.slack: Any = MemorySlack()
        self.posting = self.world.posting_through(self.slack)
        self.world.enqueue()

    @rule(outcomes=st.lists(st.sampled_from(OUTCOMES), max_size=3))
    def work(self, outcomes: list[str]) -> None:
        self.slack.outcomes = outcomes
        with suppress(Died):
            self.posting.work()
        self.slack.outcomes = []

    @rule(seconds=st.sampled_from([5, 61, 130, 700, 4000]))
    def wait(self, seconds: int) -> None:
        if seconds > 60:  # Slack is never later than the grace
            for key, thread_ts in self.slack.late:
                self.slack.take(key, thread_ts)
            self.slack.late = []
        self.world.let_pass(seconds)

    @rule()
    def publish_again(self) -> None:
        assert not self.world.enqueue()

    @rule()
    def a_person_asks_again(self) -> None:
        self.posting.again("default", WEEK)

    @rule(readable=st.booleans())
    def the_history_scope_changes(self, readable: bool) -> None:
        self.slack.readable = readable

    @precondition(lambda self: not self.slack.late)
    @rule()
    def a_person_looks_and_says_what_is_there(self) -> None:
        there = {key: ts for key, _, ts in self.slack.posts}
        for post in self.world.status().posts:
            if post.state is State.HELD:
                self.posting.resolve("default", WEEK, posted=post.key in there, part=post.part, ts=there.get(post.key))

    @invariant()
    def nothing_is_there_twice(self) -> None:
        assert max(Counter(key for key, _, _ in self.slack.posts).values(), default=1) == 1

    @invariant()
    def the_thread_hangs_below_its_parent_in_order(self) -> None:
        keys = [post.key for post in self.world.status().posts]
        order = [keys.index(key) for key, _, _ in self.slack.posts]
        assert order == sorted(order)
        assert {root for _, root, _ in self.slack.posts[1:]} <= {ts for _, _, ts in self.slack.posts[:1]}

    def teardown(self) -> None:
        self.slack.readable = True
        for _ in range(12):
            self.wait(130)
            self.a_person_asks_again()
            self.a_person_looks_and_says_what_is_there()
            self.work([])
        assert self.world.status().state is State.DONE
        assert [ts for _, _, ts in self.slack.posts] == [post.ts for post in self.world.status().posts]


def test_whatever_happens_in_whatever_order_each_message_is_posted_once(store, fake_slack, slack):
    run_state_machine_as_test(
        type("PostingHere", (Posting,), {"world": World(store, fake_slack, slack)}),
        settings=settings(
            max_examples=15,
            stateful_step_count=15,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],
        ),
    )
