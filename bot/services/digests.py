"""Digests: previewed as often as anybody likes, published once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.curation import curate
from bot.curation.texts.features import FEATURES_VERSION
from bot.curation.theming.themes import Themes
from bot.curation.theming.weekly import fit, fitting_version
from bot.domain.digest import Digest, SourceHealth
from bot.domain.edition import Edition
from bot.domain.history import History, PastEdition
from bot.domain.rules import Rules
from bot.domain.verbatim import Verbatim
from bot.domain.week import Week
from bot.services.feedback import FeedbackService
from bot.services.freshness import freshness
from bot.storage.feedback import FeedbackQueries
from bot.storage.publications import PublicationQueries
from bot.storage.store import Store, Transaction
from bot.storage.themes import ThemesQueries

_SHOWN_WEEKS = 12
"""How far back a digest looks: eight weeks for movement, and further for "9th week". Always the same, so that a saved
state and a fitted one give the same digest."""
_MEMORY_WEEKS = 8
_KPI_DAYS = 2 * 28
_FIT_WEEKS = 26
"""Themes without a saved state are fitted from at most half a year; older feedback no longer tells this week's."""
_EDITIONS_REMEMBERED = 12


@dataclass(frozen=True, slots=True)
class _Basis:
    """All that a digest is made of: read in one transaction, then curated without a database."""

    verbatims: Sequence[Verbatim]
    to_fit: Sequence[Verbatim]
    themes: Themes | None
    history: History
    sources: tuple[SourceHealth, ...]


class DigestService:
    """Makes digests from stored feedback under the operator's *rules*."""

    def __init__(self, store: Store, feedback: FeedbackService, rules: Rules) -> None:
        self._store = store
        self._feedback = feedback
        self._rules = rules
        self._version = fitting_version(rules)

    def preview(
        self,
        edition: Edition,
        week: Week,
        progress: Callable[[int], None] = lambda _: None,
        *,
        at: datetime | None = None,
    ) -> Digest:
        """Make the digest of *week* and keep nothing but what was learnt from single texts.

        The same feedback gives the same bytes, whichever week was looked at before. The freshness of sources is judged
        as of *at*, without it for the week alone.
        """
        self._feedback.learn(progress)
        digest, _ = self._make(edition, week, at)
        return digest

    def settle(self, edition: Edition, now: datetime) -> None:
        """Fit the themes of every week that has ended, so that the next digest only reads them."""
        week = Week.last_ended(now, edition.zone)
        with self._store.read() as tx:
            basis = self._read(tx, edition, week.next)
        for fitted, themes in fit(basis.themes, basis.to_fit, week.next, self._rules, edition=edition):
            with self._store.begin() as tx:
                ThemesQueries(tx, edition.timezone, self._version).keep(fitted, themes.to_json(), now)

    def make(
        self, edition: Edition, week: Week, at: datetime | None = None
    ) -> tuple[Digest, list[tuple[Week, Themes]]]:
        """Make the digest of *week*, due *at*, with the theme states it rests on, for `keep`."""
        self._feedback.learn()
        return self._make(edition, week, at)

    def keep(self, tx: Transaction, digest: Digest, states: Sequence[tuple[Week, Themes]], now: datetime) -> bool:
        """Keep *digest* as published and pin the themes it rests on; False where its week was published already."""
        if not PublicationQueries(tx).keep(digest, now):
            return False
        themes = ThemesQueries(tx, digest.timezone, self._version)
        for week, state in states:
            themes.keep(week, state.to_json(), now, pinned=True)
        return True

    def _make(self, edition: Edition, week: Week, at: datetime | None) -> tuple[Digest, list[tuple[Week, Themes]]]:
        with self._store.read() as tx:
            basis = self._read(tx, edition, week, at)
        fitted = list(fit(basis.themes, basis.to_fit, week, self._rules, edition=edition))
        themes = fitted[-1][1] if fitted else basis.themes
        seed = f"{edition.name}/{week}"
        digest, _ = curate(basis.verbatims, basis.history, themes, week, self._rules, seed, edition=edition)
        return digest.model_copy(update={"sources": basis.sources}), fitted

    def _read(self, tx: Transaction, edition: Edition, week: Week, at: datetime | None = None) -> _Basis:
        zone, feedback = edition.zone, FeedbackQueries(tx)
        end = week.end(zone)
        window = min(week.back(_SHOWN_WEEKS).start(zone), end - timedelta(days=_KPI_DAYS))
        saved = ThemesQueries(tx, edition.timezone, self._version).latest(week)
        first = week.back(_FIT_WEEKS) if saved is None else saved[0].back(_MEMORY_WEEKS)
        verbatims = feedback.verbatims(window, end, FEATURES_VERSION)
        newest = {verbatim.record.source: verbatim.created_at for verbatim in verbatims}  # oldest first: the last stays
        fresh = freshness(tx, end, at, newest)
        past = PublicationQueries(tx).before(edition.name, week, _EDITIONS_REMEMBERED)
        return _Basis(
            verbatims=[v for v in verbatims if v.record.source not in fresh.left_out] if fresh.left_out else verbatims,
            to_fit=verbatims
            if first.start(zone) >= window
            else feedback.verbatims(first.start(zone), end, FEATURES_VERSION),
            themes=None if saved is None else Themes.from_json(saved[1]),
            history=History(editions=tuple(PastEdition.of(publication.digest) for publication in past)),
            sources=fresh.health,
        )
