"""Digests: previewed as often as anybody likes, published once."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.curation import curate, curate_with_reserve
from bot.curation.choosing.further import Placed, placed
from bot.curation.texts.features import FEATURES_VERSION
from bot.curation.theming.themes import Themes
from bot.curation.theming.weekly import engine_version, fit, fitting_version
from bot.domain.digest import Digest, SourceHealth
from bot.domain.edition import Edition
from bot.domain.history import History
from bot.domain.reserve import Reserve
from bot.domain.rules import Rules
from bot.domain.verbatim import Verbatim
from bot.domain.week import Week
from bot.services.feedback import FeedbackService
from bot.services.freshness import freshness
from bot.services.memory import history
from bot.storage.feedback import FeedbackQueries
from bot.storage.publications import PublicationQueries
from bot.storage.store import Store, Transaction
from bot.storage.themes import ThemesQueries, themes_generation

_SHOWN_WEEKS = 12
"""How far back a digest looks: eight weeks for movement, and further for "9th week". Always the same, so that a saved
state and a fitted one give the same digest."""
_MEMORY_WEEKS = 8
_KPI_DAYS = 2 * 28


@dataclass(frozen=True, slots=True)
class _Past:
    """What themes are fitted from: a saved state, or none, and the feedback whole from the week *since* on."""

    themes: Themes | None
    since: Week
    to_fit: Sequence[Verbatim]
    generation: int


@dataclass(frozen=True, slots=True)
class _Basis:
    """All that a digest is made of: read in one transaction, then curated without a database."""

    verbatims: Sequence[Verbatim]
    past: _Past
    history: History
    sources: tuple[SourceHealth, ...]


class DigestService:
    """Makes digests from stored feedback under the operator's *rules*."""

    def __init__(self, store: Store, feedback: FeedbackService, rules: Rules) -> None:
        self._store = store
        self._feedback = feedback
        self._rules = rules
        self._versions = engine_version(), fitting_version(rules)

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
        """Fit the themes of every week that has ended, so that the next digest only reads them.

        What comes in meanwhile ends it: whoever brought that settles again.
        """
        week = Week.last_ended(now, edition.zone)
        with self._store.read() as tx:
            past = self._read_past(tx, edition, week.next)
        for fitted, themes in self._fit(past, edition, week.next):
            with self._store.begin() as tx:
                if themes_generation(tx, lock=True) != past.generation:
                    return
                self._themes(tx, edition).keep(fitted, themes.to_json(), now)

    def make(self, edition: Edition, week: Week, at: datetime | None = None) -> tuple[Digest, Themes | None]:
        """Make the digest of *week*, due *at*, with the themes of the weeks before that it rests on, for `keep`."""
        self._feedback.learn()
        return self._make(edition, week, at)

    def draft(self, edition: Edition, week: Week, at: datetime | None = None) -> tuple[Digest, Themes | None, Reserve]:
        """The same as `make`, with what stands ready beside the digest for those who edit its draft."""
        self._feedback.learn()
        basis, themes, seed = self._prepare(edition, week, at)
        digest, _, reserve = curate_with_reserve(
            basis.verbatims, basis.history, themes, week, self._rules, seed, edition=edition
        )
        return digest.model_copy(update={"sources": basis.sources}), themes, reserve

    def keep(self, tx: Transaction, edition: Edition, digest: Digest, themes: Themes | None, now: datetime) -> bool:
        """Keep *digest* as published and pin the *themes* it rests on; False where its week was published already.

        From then on they are continued, whatever feedback comes late and whatever rule is edited.
        """
        if not PublicationQueries(tx).keep(digest, now):
            return False
        self.pin(tx, edition, themes, now)
        return True

    def pin(self, tx: Transaction, edition: Edition, themes: Themes | None, now: datetime) -> None:
        """Continue *themes* from now on, as a digest or its draft rests on them."""
        if themes is not None:
            self._themes(tx, edition).keep(Week.parse(themes.last), themes.to_json(), now, pinned=True)

    def left_out(self, edition: Edition, week: Week, *, at: datetime) -> frozenset[str]:
        """Return the sources of which *week* has feedback that its digest leaves out: they were not read to its end."""
        with self._store.read() as tx:
            end = week.end(edition.zone)
            moments = _moments(FeedbackQueries(tx).verbatims(_window(week, edition), end, FEATURES_VERSION))
            here = {source for source, came in moments.items() if came[-1] >= week.start(edition.zone)}
            return freshness(tx, end, at, moments).left_out & here

    def placed(self, edition: Edition, week: Week) -> Placed:
        """Return the voices of *week*, each in the theme that its digest put it into."""
        with self._store.read() as tx:
            basis = self._read(tx, edition, week, None)
        fitted = list(self._fit(basis.past, edition, week))
        themes = fitted[-1][1] if fitted else basis.past.themes
        return placed(basis.verbatims, themes, week, self._rules, edition.zone)

    def _make(self, edition: Edition, week: Week, at: datetime | None) -> tuple[Digest, Themes | None]:
        basis, themes, seed = self._prepare(edition, week, at)
        digest, _ = curate(basis.verbatims, basis.history, themes, week, self._rules, seed, edition=edition)
        return digest.model_copy(update={"sources": basis.sources}), themes

    def _prepare(self, edition: Edition, week: Week, at: datetime | None) -> tuple[_Basis, Themes | None, str]:
        """Read what the digest is made of, and return it with the themes before *week* and the seed."""
        with self._store.read() as tx:
            basis = self._read(tx, edition, week, at)
        fitted = list(self._fit(basis.past, edition, week))
        themes = fitted[-1][1] if fitted else basis.past.themes
        return basis, themes, f"{edition.name}/{week}"

    def _fit(self, past: _Past, edition: Edition, week: Week) -> Iterator[tuple[Week, Themes]]:
        return fit(past.themes, past.to_fit, past.since, week, self._rules, edition=edition)

    def _themes(self, tx: Transaction, edition: Edition) -> ThemesQueries:
        return ThemesQueries(tx, edition.timezone, *self._versions)

    def _read(self, tx: Transaction, edition: Edition, week: Week, at: datetime | None) -> _Basis:
        window, end = _window(week, edition), week.end(edition.zone)
        verbatims = FeedbackQueries(tx).verbatims(window, end, FEATURES_VERSION)
        fresh = freshness(tx, end, at, _moments(verbatims))
        return _Basis(
            verbatims=[v for v in verbatims if v.record.source not in fresh.left_out] if fresh.left_out else verbatims,
            past=self._read_past(tx, edition, week, verbatims),
            history=history(tx, edition, week, at),
            sources=fresh.health,
        )

    def _read_past(
        self, tx: Transaction, edition: Edition, week: Week, at_hand: Sequence[Verbatim] | None = None
    ) -> _Past:
        """Read what the themes before *week* are fitted from; what is *at_hand* of its window serves where it does."""
        zone, feedback = edition.zone, FeedbackQueries(tx)
        saved, span = self._themes(tx, edition).latest(week), feedback.span()
        oldest = Week.of(span[0], zone) if span else week
        since = oldest if saved is None else max(oldest, saved[0].back(_MEMORY_WEEKS))
        if at_hand is None or since.start(zone) < _window(week, edition):
            at_hand = feedback.verbatims(since.start(zone), week.end(zone), FEATURES_VERSION)
        themes = None if saved is None else Themes.from_json(saved[1])
        return _Past(themes, since, at_hand, themes_generation(tx))


def _window(week: Week, edition: Edition) -> datetime:
    """Return from when on a digest looks at feedback."""
    zone = edition.zone
    return min(week.back(_SHOWN_WEEKS).start(zone), week.end(zone) - timedelta(days=_KPI_DAYS))


def _moments(verbatims: Sequence[Verbatim]) -> dict[str, list[datetime]]:
    """Return when each source's records came; *verbatims* are the oldest first."""
    moments: dict[str, list[datetime]] = defaultdict(list)
    for verbatim in verbatims:
        moments[verbatim.record.source].append(verbatim.created_at)
    return moments
