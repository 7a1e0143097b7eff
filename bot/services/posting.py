"""Posted once: every message goes out through the outbox, and what nobody knows is looked up before a second try.

docs/posting.md tells the protocol and the two windows in which it cannot help.
"""

import re
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

import structlog

from bot.domain.edition import Edition, Origin
from bot.domain.message import Message
from bot.domain.outbox import DIGEST, LOOKED_FOR, NOTICE, SETUP, Post, State
from bot.domain.refusal import advice
from bot.domain.route import SHARED
from bot.domain.week import Week
from bot.errors import NotFoundError, SettingsError, SlackError, UsageError
from bot.locale import Words
from bot.services import ways
from bot.services.notices import Notices
from bot.services.posting_pace import Pace
from bot.slack import CannotLookError, Gateway, NotSentError, UncertainError
from bot.storage.editions import EditionQueries
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.routes import RouteQueries
from bot.storage.store import Store, Transaction

TOO_LATE = "too_late"
NO_PARENT = "parent_not_known"

_NOTICE_TRIES = 5
_SKEW = timedelta(hours=1)
_CONFIRMATION = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Status:
    """What is known about one week's digest, over all its messages.

    *state* is the one that a person should act on first; *ts* that of the parent; *next_at* when it is looked at again.
    """

    state: State
    ts: str | None
    reason: str | None
    next_at: datetime | None
    posts: tuple[Post, ...]

    @property
    def advice(self) -> str:
        """What a person can do about it, as half a sentence."""
        return advice(self.reason)


class PostingService:
    """Puts messages into the outbox and takes them to *slack*, each exactly once."""

    def __init__(self, store: Store, slack: Gateway, notices: Notices, pace: Pace | None = None) -> None:
        self._store = store
        self._slack = slack
        self._notices = notices
        self._pace = pace or Pace()

    def enqueue(
        self, tx: Transaction, edition: Edition, week: Week, messages: Sequence[Message], *, due_at: datetime
    ) -> bool:
        """Put a week's digest into the outbox, the parent first and its thread after it, in the caller's transaction.

        False, and nothing happens, when that week of that edition is there already, whatever its state, or when the
        edition was closed meanwhile; one that moved is posted where it is by now.
        """
        current = EditionQueries(tx).find(edition.name) if edition.origin is Origin.SLACK else edition
        if current is None:
            return False
        if current.channel is None:
            raise SettingsError(f"the edition {edition.name!r} has no channel; set DIGEST_CHANNEL to the channel's id")
        look_from = min(week.end(edition.zone), due_at) - _SKEW  # nobody can have posted the week before it was over
        address = Address(DIGEST, edition.name, str(week))
        return OutboxQueries(tx).put(address, current.channel, messages, due_at=due_at, look_from=look_from)

    def work(self, *, edition: str | None = None, week: Week | None = None, limit: int = 100) -> int:
        """Take up to *limit* waiting posts to Slack, those of one *edition* and *week* or all; return how many.

        Any number of processes may do so at once, and each may die at any point.
        """
        only = None if edition is None or week is None else Address(DIGEST, edition, str(week))
        taken = 0
        while taken < limit and (claim := self._claim(only)) is not None:
            self._attempt(claim)
            taken += 1
        return taken

    def status(self, edition: str, week: Week) -> Status | None:
        """Return what is known about a week's digest; None where none was ever put into the outbox."""
        with self._store.read() as tx:
            posts = OutboxQueries(tx).of(Address(DIGEST, edition, str(week)))
        return to_status(posts) if posts else None

    def follow(self, edition: str, week: Week, sleep: Callable[[float], None] = time.sleep) -> Status | None:
        """Work on a week's digest until it is posted, blocked, or held for a person to look."""
        while True:
            self.work(edition=edition, week=week)
            status = self.status(edition, week)
            if status is None or status.state in (State.DONE, State.BLOCKED, State.HELD):
                return status
            sleep(1.0)

    def again(self, edition: str, week: Week) -> bool:
        """Open a blocked or held digest for another try, because a person asked for it; False where nothing was.

        What may have been posted before is looked for first; where none of it can have been, it goes to the channel
        that the edition has by now.
        """
        address = Address(DIGEST, edition, str(week))
        with self._store.begin() as tx:
            outbox, now, current = OutboxQueries(tx), tx.now(), EditionQueries(tx).find(edition)
            posts = outbox.of(address)
            stuck = [post for post in posts if post.state in (State.BLOCKED, State.HELD)]
            untouched = not any(post.in_doubt or post.state is State.DONE for post in posts)
            if stuck and untouched and current is not None and current.channel is not None:
                outbox.readdress(address, current.channel)
            for post in stuck:
                state = State.UNKNOWN if post.in_doubt else State.PENDING
                outbox.put_back(post, state, due_at=now, next_at=now, reason=None)
        return bool(stuck)

    def resolve(
        self, edition: str, week: Week, *, posted: bool, part: int | None = None, ts: str | None = None
    ) -> Status:
        """Settle by a person's word what nobody else can know: *posted*, at *ts* or its link, or to be posted again.

        It speaks for all uncertain messages of the week, or for one *part*. Without the parent's *ts* its thread
        cannot be posted; it is blocked until the *ts* is given. NotFoundError where nothing is uncertain.
        """
        address = Address(DIGEST, edition, str(week))
        with self._store.begin() as tx:
            outbox, now = OutboxQueries(tx), tx.now()
            open_posts = [post for post in outbox.of(address) if post.may_be_resolved and part in (None, post.part)]
            if not open_posts:
                raise NotFoundError(f"nothing of {edition!r} {week} waits for an answer; `voxpop digest post` posts it")
            at = None if ts is None else to_ts(ts)
            for post in open_posts:
                if posted:
                    outbox.put_back(post, State.DONE, ts=at if post.part == (part or 0) else None, done_at=now)
                else:
                    outbox.put_back(post, State.PENDING, sure_at=now, due_at=now, next_at=now, reason=None)
            _open_or_block_thread(outbox, address, now)
            outbox.nothing_below(open_posts[-1], now)
            return to_status(outbox.of(address))

    def waiting(self, edition: str) -> list[Week]:
        """Return the weeks of *edition* of which something waits for a person's answer, the oldest first."""
        with self._store.read() as tx:
            posts = OutboxQueries(tx).in_state(State.HELD, State.UNKNOWN, State.BLOCKED, State.DONE, kind=DIGEST)
        return sorted({Week.parse(p.period) for p in posts if p.target == edition and p.may_be_resolved})

    def tell_failure(self, edition: Edition, week: Week, why: str) -> None:
        """Tell the admins, once, that the digest of *week* could not be made; *why* in words, empty for a surprise."""
        with self._store.begin() as tx:
            why = why or Words(edition.language)("notice-failed-unexpected")
            self._notices.tell(tx, "failed", edition, week, why=why)

    def _claim(self, only: Address | None) -> "_Claim | None":
        token, deadline = secrets.token_hex(16), time.monotonic() + self._pace.window
        with self._store.begin() as tx:
            outbox, now = OutboxQueries(tx), tx.now()
            outbox.doubt_expired(now, self._pace.grace)
            post = outbox.claim(now, token, self._pace.lease, only)
            if post is None:
                return None
            waits = post.kind in LOOKED_FOR and RouteQueries(tx).is_unconfirmed(post.channel)
            return _Claim(post, outbox.root_ts(post), token, deadline, now, waits=waits)

    def _attempt(self, claim: "_Claim") -> None:
        """Look for the post if it may be there, send it if it is not, and write down what came of it."""
        post = claim.post
        if claim.waits:
            state = State.UNKNOWN if post.in_doubt else State.PENDING
            return self._settle(claim, state, sure=not post.in_doubt, reason=SHARED, wait=_CONFIRMATION)
        if post.kind in LOOKED_FOR and (post.in_doubt or post.is_late(claim.now)):
            try:
                found = self._slack.find(post.channel, post.key, post.look_from, claim.root_ts)
            except CannotLookError as error:
                state = State.HELD if error.permanent else State.UNKNOWN
                wait = self._pace.wait(post.attempt, error.retry_after)
                return self._settle(claim, state, sure=False, reason=error.code or str(error), wait=wait)
            except SlackError as error:
                return self._settle(claim, State.BLOCKED, sure=False, reason=error.code or str(error))
            if found is not None:
                return self._done(post, found, sent=False)
        if post.kind in LOOKED_FOR and claim.now - post.due_at > self._pace.expiry:
            return self._settle(claim, State.BLOCKED, sure=True, reason=TOO_LATE)
        if time.monotonic() > claim.deadline:
            reason, wait = "the look into the channel took long", self._pace.wait(post.attempt, None)
            return self._settle(claim, State.PENDING, sure=True, reason=reason, wait=wait)
        return self._send(claim)

    def _send(self, claim: "_Claim") -> None:
        post = claim.post
        try:
            ts = self._slack.post(post.channel, post.message, key=post.key, thread_ts=claim.root_ts)
        except NotSentError as error:
            wait = self._pace.wait(post.attempt, error.retry_after)
            self._settle(claim, State.PENDING, sure=True, reason=str(error), wait=wait)
        except UncertainError as error:
            lost_notice = post.kind == NOTICE and post.attempt + 1 >= _NOTICE_TRIES
            state = State.BLOCKED if lost_notice else State.UNKNOWN
            self._settle(claim, state, sure=False, reason=str(error), wait=self._pace.grace)
        except SlackError as error:
            self._settle(claim, State.BLOCKED, sure=True, reason=error.code or str(error))
        else:
            self._done(post, ts, sent=True)

    def _done(self, post: Post, ts: str, *, sent: bool) -> None:
        """Write down where *post* stands. If it already stands elsewhere, ours is the double: take it back."""
        with self._store.begin() as tx:
            now = tx.now()
            stands = OutboxQueries(tx).done(post, ts, now, sent=sent)
            if sent and post.kind in LOOKED_FOR and post.part == 0:
                ways.posted(tx, post.channel, now)
            if sent and (room := self._slack.room_of(post.channel)) != post.channel:
                OutboxQueries(tx).readdress(Address(post.kind, post.target, post.period), room)
        log = structlog.get_logger("posting")
        log.info("posted", kind=post.kind, target=post.target, period=post.period, part=post.part, ts=stands)
        if stands != ts:
            log.warning("a double was taken back", target=post.target, period=post.period, part=post.part, ts=ts)
            self._slack.delete(post.channel, ts)

    def _settle(self, claim: "_Claim", state: State, *, sure: bool, reason: str, wait: timedelta = timedelta()) -> None:
        post = claim.post
        log = structlog.get_logger("posting")
        log.info("not posted", target=post.target, period=post.period, part=post.part, state=state.value, reason=reason)
        with self._store.begin() as tx:
            now = tx.now()
            values = {"sure_at": now if sure else None, "next_at": now + wait, "reason": reason[:255]}
            ours = OutboxQueries(tx).settle(post, claim.token, state, **values)
            unheard = not (ours and state is State.BLOCKED) or ways.refused(tx, post, reason, now)
            if ours and unheard and post.kind in LOOKED_FOR and state in (State.BLOCKED, State.HELD):
                self._tell(tx, post, state, reason)

    def _tell(self, tx: Transaction, post: Post, state: State, reason: str) -> None:
        if post.kind == SETUP:
            return self._notices.tell_of_setup(tx, post, reason)
        if post.kind != DIGEST:
            return self._notices.tell_of_win(tx, post, reason)
        edition = EditionQueries(tx).find(post.target) or Edition(name=post.target, created_at=post.due_at)
        week = Week.parse(post.period)
        if reason == TOO_LATE:
            return self._notices.tell(tx, "too-late", edition, week)
        if state is State.BLOCKED:
            return self._notices.tell(tx, "blocked", edition, week, code=reason)
        return self._notices.tell(tx, "held", edition, week, code=reason, part=post.part)


class _Claim(NamedTuple):
    """A post in the hands of one worker: until *deadline*, by its own clock, it may start to send.

    *waits*: for an admin's word, since its channel is shared with another company.
    """

    post: Post
    root_ts: str | None
    token: str
    deadline: float
    now: datetime
    waits: bool


_URGENCY = (State.BLOCKED, State.HELD, State.UNKNOWN, State.SENDING, State.PENDING)


def to_status(posts: Sequence[Post]) -> Status:
    """Sum up the *posts* of one week, the parent first."""
    worst = next((post for state in _URGENCY for post in posts if post.state is state), posts[0])
    waiting = next((post for post in posts if post.state is not State.DONE), None)  # those below it wait for it
    next_at = None if waiting is None or worst.state in (State.BLOCKED, State.HELD) else waiting.next_at
    return Status(worst.state, posts[0].ts, worst.reason, next_at, tuple(posts))


def to_ts(text: str) -> str:
    """Read where a message stands: its ``ts``, or its link as Slack copies it; UsageError for anything else."""
    match = re.fullmatch(r"(?:.*/)?p?(\d{10})\.?(\d{6})(?:\?.*)?", text.strip())
    if match is None:
        raise UsageError(f"{text!r} is not a message's place; copy the message's link, or its ts as 1763450000.123456")
    return f"{match[1]}.{match[2]}"


def _open_or_block_thread(outbox: OutboxQueries, address: Address, now: datetime) -> None:
    """A thread needs to know where its parent stands: block what is left of it until somebody says so."""
    parent, *thread = outbox.of(address)
    for post in thread:
        if parent.state is State.DONE and parent.ts is None and post.state is State.PENDING:
            outbox.put_back(post, State.BLOCKED, reason=NO_PARENT)
        elif parent.ts is not None and post.state is State.BLOCKED and post.reason == NO_PARENT:
            outbox.put_back(post, State.PENDING, due_at=now, next_at=now, reason=None)
