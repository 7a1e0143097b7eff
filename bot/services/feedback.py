"""Feedback comes in: taken from a page, learnt once, kept before the source counts as read that far."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from itertools import compress
from typing import Any

from bot.curation.texts.features import FEATURES_VERSION, Raw, text_key
from bot.curation.texts.words import mask_names
from bot.domain.feedback import Feedback, forbids_quoting
from bot.domain.verbatim import Features
from bot.errors import NotFoundError, SourceError
from bot.services.learning import Learning, LearningLater, Pending
from bot.sources.base import Page
from bot.storage.features import FeatureQueries
from bot.storage.feedback import FeedbackQueries
from bot.storage.sources import Rejected, SourceQueries
from bot.storage.store import Store, Transaction
from bot.storage.themes import forget_themes_since
from bot.storage.tombstones import Buried, Span, Taken, TombstoneQueries

_AHEAD = 6
"""Pages that may be in the workers' hands while the oldest is waited for: bounds memory, keeps both cores busy."""
_LEARN_AT_ONCE = 2000
_KEPT_AT_ONCE = 200
"""Records that are written in one go: on SQLite a click that writes waits for as long as that takes."""


_FIRST_COUNTED, _GROWN = 1000, 3
"""New records of a run after which the database counts its rows anew, and how many times as many until the next."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the records of a run. *gone* were taken away at the source, and here."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0
    quarantined: int = 0
    gone: int = 0

    @property
    def usable(self) -> int:
        """Records that are kept now."""
        return self.new + self.updated + self.unchanged

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.new + other.new,
            self.updated + other.updated,
            self.unchanged + other.unchanged,
            self.quarantined + other.quarantined,
            self.gone + other.gone,
        )


@dataclass(frozen=True, slots=True)
class _Prepared:
    source: str
    page: Page
    items: Sequence[Feedback]
    keys: Sequence[str | None]
    learnt: Pending


Along = Callable[[Transaction, Page], None]
"""What is written in the same transaction as the end of a page: how far its source has come. It may raise."""

Hold = Callable[[Transaction], None]
"""Makes sure, in each transaction, that this process may still write for the source; it raises where it may not."""


class FeedbackService:
    """Takes feedback in. *secret* keys the hashes of customers' ids."""

    def __init__(self, store: Store, *, secret: str | None = None) -> None:
        self._store = store
        self._secret = secret

    def take_in(
        self,
        source: str,
        pages: Iterable[Page],
        now: datetime,
        along: Along | None = None,
        hold: Hold = lambda _: None,
    ) -> Iterator[Tally]:
        """Keep every page with its features, in order, and yield what became of it.

        A page is written in parts, each in a transaction that begins with *hold*; *along* is written with the last of
        them. So a crash repeats a page, never skips one; repeats change nothing. What was read before the source failed
        is kept before its SourceError goes on. Without *along* the source counts as delivered with every page.
        """
        new = counted = 0
        with closing(self._take_in(source, pages, now, along, hold)) as taken:
            for tally in taken:
                new += tally.new
                if new >= max(_FIRST_COUNTED, _GROWN * counted):
                    counted = new
                    with self._store.begin() as tx:
                        FeedbackQueries(tx).count_anew()
                yield tally

    def _take_in(
        self, source: str, pages: Iterable[Page], now: datetime, along: Along | None, hold: Hold
    ) -> Generator[Tally, None, None]:
        with Learning() as learning:
            waiting: deque[_Prepared] = deque()
            try:
                for page in pages:
                    waiting.append(self._prepare(source, page, learning, waiting))
                    if len(waiting) >= _AHEAD:
                        yield self._keep(waiting.popleft(), now, along, hold)
            except SourceError:
                while waiting:
                    yield self._keep(waiting.popleft(), now, along, hold)
                raise
            while waiting:
                yield self._keep(waiting.popleft(), now, along, hold)

    def take_one(self, item: Feedback, now: datetime, along: Along) -> Tally:
        """Keep *item* at once, the way a page is kept, and leave learning its words to whoever reads them first.

        For where a person waits: learning takes a processor, and Slack gives three seconds.
        """
        page = Page(items=(item,), cursor=None)
        return self._keep(self._prepare(item.source, page, LearningLater(), ()), now, along)

    def _prepare(self, source: str, page: Page, learning: Learning, before: Iterable[_Prepared]) -> _Prepared:
        items = [_at_the_door(item) for item in page.items]
        raws = [_to_raw(item, known.names) for item, known in zip(items, page.items, strict=True)]
        keys = [None if raw is None else text_key(raw) for raw in raws]
        by_key = {key: raw for key, raw in zip(keys, raws, strict=True) if key is not None and raw is not None}
        with self._store.read() as tx:
            known_keys = FeatureQueries(tx).known(by_key, FEATURES_VERSION)
        known_keys |= {key for page_before in before for key in page_before.keys if key is not None}  # kept before it
        learnt = learning.start({key: raw for key, raw in by_key.items() if key not in known_keys})
        return _Prepared(source, page, items, keys, learnt)

    def _keep(self, prepared: _Prepared, now: datetime, along: Along | None, hold: Hold = lambda _: None) -> Tally:
        """Keep a page in parts, so that nobody waits long, and with the last of them what goes along with it."""
        features, page, tally = prepared.learnt.result(), prepared.page, Tally()
        first = 0
        while len(prepared.items) - first > _KEPT_AT_ONCE:
            with self._store.begin() as tx:
                hold(tx)
                tally += self._keep_records(tx, prepared, slice(first, first + _KEPT_AT_ONCE), features, now)
            first += _KEPT_AT_ONCE
        with self._store.begin() as tx:
            hold(tx)
            tally += self._keep_records(tx, prepared, slice(first, None), features, now)
            tombstones, sources = TombstoneQueries(tx), SourceQueries(tx)
            taken = [
                Taken(prepared.source, gone.external_id or gone.conversation, Span(gone.at, gone.since), gone.kind)
                for gone in page.gone
            ]
            buried = tombstones.bury(taken) if taken else Buried(0, None)
            sources.quarantine(prepared.source, [Rejected(bad.place, bad.reason, None) for bad in page.bad], now)
            if buried.since is not None:
                forget_themes_since(tx, buried.since)
            if along is None:
                sources.delivered(prepared.source, now)
            else:
                along(tx, page)
        return tally + Tally(quarantined=len(page.bad), gone=buried.records)

    def _keep_records(
        self, tx: Transaction, prepared: _Prepared, part: slice, features: Mapping[str, Features], now: datetime
    ) -> Tally:
        """Keep *part* of a page's records with what was learnt of them, but for those that were taken away."""
        queries, living = FeedbackQueries(tx), TombstoneQueries(tx).living(prepared.items[part])
        items, keys = [*compress(prepared.items[part], living)], [*compress(prepared.keys[part], living)]
        wanted = set(keys)
        FeatureQueries(tx).keep({key: learnt for key, learnt in features.items() if key in wanted}, FEATURES_VERSION)
        kept = queries.keep(items, keys, now, queries.customer_key(self._secret))
        if kept.since is not None:
            forget_themes_since(tx, kept.since)
        return Tally(kept.new, kept.updated, kept.unchanged)

    def learn(self, progress: Callable[[int], None] = lambda _: None) -> int:
        """Learn every stored text that has no features of this version yet; return how many there were."""
        with self._store.read() as tx:
            missing = {
                row.text_key: Raw(row.raw or "", row.subject, row.html, row.language, ())
                for row in FeedbackQueries(tx).without_features(FEATURES_VERSION)
            }
        keys = sorted(missing)
        with Learning() as learning:
            for first in range(0, len(keys), _LEARN_AT_ONCE):
                part = {key: missing[key] for key in keys[first : first + _LEARN_AT_ONCE]}
                features = learning.start(part).result()
                with self._store.begin() as tx:
                    FeatureQueries(tx).keep(features, FEATURES_VERSION)
                progress(len(part))
        return len(keys)

    def show(self, source: str, external_id: str, kind: str | None = None) -> list[dict[str, Any]]:
        """Return what is stored of a record, redacted; NotFoundError where there is none."""
        with self._store.read() as tx:
            rows = FeedbackQueries(tx).find(source, external_id, kind, FEATURES_VERSION)
            known = sorted(SourceQueries(tx).last_syncs())
        if not rows:
            wanted = f"{source} {external_id}" + (f" of kind {kind}" if kind else "")
            raise NotFoundError(f"there is no feedback {wanted}; sources are {', '.join(known) or 'none yet'}")
        return [dict(row._mapping) for row in rows]


def _at_the_door(item: Feedback) -> Feedback:
    """Take the names that the record itself gives out of what is stored: they serve redaction alone.

    ``do-not-feature`` among the tags holds here, whatever source it came from.
    """
    if item.featured and forbids_quoting(item.tags):
        item = item.model_copy(update={"featured": False})
    if not item.names:
        return item
    masked: dict[str, object] = {
        "text": mask_names(item.text, item.names) if item.text else item.text,
        "subject": mask_names(item.subject, item.names) if item.subject else item.subject,
        "tags": tuple(_masked_tag(tag, item.names) for tag in item.tags),
        "names": (),
    }
    return item.model_copy(update=masked)


def _masked_tag(tag: str, names: tuple[str, ...]) -> str:
    """Tags join words by underscores: a name among them is found as in a sentence."""
    spaced = tag.replace("_", " ")
    masked = mask_names(spaced, names)
    return tag if masked == spaced else masked


def _to_raw(item: Feedback, names: tuple[str, ...]) -> Raw | None:
    if not (item.text or item.subject):
        return None
    return Raw(item.text or "", item.subject, item.html, item.language, names)
