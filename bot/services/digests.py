"""Digests: previewed as often as anybody likes, published once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.curation import curate
from bot.curation.features import FEATURES_VERSION
from bot.curation.themes import THEMES_VERSION, Themes, absorb
from bot.domain.digest import Digest, SourceHealth
from bot.domain.edition import Edition
from bot.domain.history import History, PastEdition
from bot.domain.rules import Rules
from bot.domain.verbatim import Conversation, Verbatim, to_conversations
from bot.domain.week import Week
from bot.services.feedback import FeedbackService
from bot.storage.feedback import FeedbackQueries
from bot.storage.publications import PublicationQueries
from bot.storage.sources import SourceQueries
from bot.storage.store import Store, Transaction
from bot.storage.themes import ThemesQueries

_TREND_WEEKS = 8
_KPI_DAYS = 2 * 28
_FIT_WEEKS = 26
"""Themes without a saved state are fitted from at most half a year; older feedback no longer tells this week's."""
_EDITIONS_REMEMBERED = 12


@dataclass(frozen=True, slots=True)
class _Basis:
    """All that a digest is made of: read in one transaction, then curated without a database."""

    verbatims: Sequence[Verbatim]
    themes: Themes | None
    fitted_to: Week | None
    history: History
    sources: tuple[SourceHealth, ...]


class DigestService:
    """Makes digests from stored feedback under the operator's *rules*."""

    def __init__(self, store: Store, feedback: FeedbackService, rules: Rules) -> None:
        self._store = store
        self._feedback = feedback
        self._rules = rules
        self._version = f"{THEMES_VERSION}.{FEATURES_VERSION}.{rules.version}"[:64]

    def preview(self, edition: Edition, week: Week, progress: Callable[[int], None] = lambda _: None) -> Digest:
        """Make the digest of *week* and keep nothing but what was learnt from single texts.

        The same feedback gives the same bytes, whichever week was looked at before.
        """
        self._feedback.learn(progress)
        digest, _, _ = self._make(edition, week)
        return digest

    def settle(self, edition: Edition, now: datetime) -> None:
        """Fit the themes of every week that has ended, so that the next digest only reads them."""
        week = Week.last_ended(now, edition.zone)
        with self._store.read() as tx:
            basis = self._read(tx, edition, week.next)
        for fitted, themes in _fit(basis, edition, week.next, self._rules):
            with self._store.begin() as tx:
                ThemesQueries(tx, edition.timezone, self._version).keep(fitted, themes.to_json(), now)

    def make(self, edition: Edition, week: Week) -> tuple[Digest, list[tuple[Week, Themes]]]:
        """Make the digest of *week* with the theme states it rests on, for `keep`."""
        self._feedback.learn()
        digest, grown, fitted = self._make(edition, week)
        return digest, [*fitted, (week, grown)]

    def keep(self, tx: Transaction, digest: Digest, states: Sequence[tuple[Week, Themes]], now: datetime) -> bool:
        """Keep *digest* as published and pin the themes it rests on; False where its week was published already."""
        if not PublicationQueries(tx).keep(digest, now):
            return False
        themes = ThemesQueries(tx, digest.timezone, self._version)
        for week, state in states:
            themes.keep(week, state.to_json(), now, pinned=True)
        return True

    def _make(self, edition: Edition, week: Week) -> tuple[Digest, Themes, list[tuple[Week, Themes]]]:
        with self._store.read() as tx:
            basis = self._read(tx, edition, week)
        fitted = _fit(basis, edition, week, self._rules)
        themes = fitted[-1][1] if fitted else basis.themes
        seed = f"{edition.name}/{week}"
        digest, grown = curate(
            basis.verbatims, basis.history, themes or Themes.empty(), week, self._rules, seed, edition=edition
        )
        return digest.model_copy(update={"sources": basis.sources}), grown, fitted

    def _read(self, tx: Transaction, edition: Edition, week: Week) -> _Basis:
        zone = edition.zone
        saved = ThemesQueries(tx, edition.timezone, self._version).latest(week)
        start = min(week.back(_TREND_WEEKS).start(zone), week.end(zone) - timedelta(days=_KPI_DAYS))
        if saved is None:
            start = min(start, week.back(_FIT_WEEKS).start(zone))
        else:
            start = min(start, saved[0].next.start(zone))
        past = PublicationQueries(tx).before(edition.name, week, _EDITIONS_REMEMBERED)
        return _Basis(
            verbatims=FeedbackQueries(tx).verbatims(start, week.end(zone), FEATURES_VERSION),
            themes=None if saved is None else Themes.from_json(saved[1]),
            fitted_to=None if saved is None else saved[0],
            history=History(editions=tuple(PastEdition.of(publication.digest) for publication in past)),
            sources=tuple(
                SourceHealth(source=name, last_sync=at, stale=False)
                for name, at in SourceQueries(tx).last_syncs().items()
            ),
        )


def _fit(basis: _Basis, edition: Edition, week: Week, rules: Rules) -> list[tuple[Week, Themes]]:
    """Absorb every week after the saved state and before *week*, oldest first; return the state after each."""
    by_week: dict[Week, list[Conversation]] = {}
    for conversation in to_conversations(basis.verbatims):
        by_week.setdefault(Week.of(conversation.at, edition.zone), []).append(conversation)
    themes = basis.themes
    states: list[tuple[Week, Themes]] = []
    for each in sorted(by_week):
        if each < week and (basis.fitted_to is None or each > basis.fitted_to):
            themes = absorb(themes, each, by_week[each], rules)
            states.append((each, themes))
    return states
