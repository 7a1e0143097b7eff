"""Which theme leads, which stand beside it, and what sort of week it was."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from bot.domain.digest import EARLY_WEEKS, Label, Reason, ThemeLine, Verdict, VerdictKind
from bot.domain.history import History, PastEdition
from bot.domain.reasons import ReasonCode

MOST_ALSO_MOVING = 2
RUNNING_AT_MOST = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """A theme's week as the choice sees it.

    *weight* is how far it moved beyond its noise, weighed by its size, 0 where it did not move; *improving* says that
    it moved for the better; *praise* that more of it is praise than complaint; *residual* that it is what belongs to
    no theme: that one neither leads nor shows.
    """

    line: ThemeLine
    weight: float = 0.0
    improving: bool = False
    praise: bool = False
    residual: bool = False

    @property
    def moved(self) -> bool:
        """Whether it moved beyond its noise."""
        return self.weight > 0 and not self.residual

    @property
    def critical(self) -> bool:
        """Whether its critical voices moved rather than all."""
        return self.line.moved_by == "critical"

    @property
    def count(self) -> int:
        """This week's conversations in the series that moved."""
        return self.line.critical if self.critical else self.line.count

    @property
    def previous(self) -> int:
        """Last week's, of the same series."""
        return self.line.critical_previous if self.critical else self.line.previous

    @property
    def average(self) -> float:
        """The 4-week average of the same series."""
        return self.line.critical_average_4_weeks if self.critical else self.line.average_4_weeks


@dataclass(frozen=True, slots=True)
class Choice:
    """What is shown of a week: the *lead* (None in a quiet week), those *also* moving, and the *verdict*."""

    lead: Standing | None
    also: tuple[Standing, ...]
    verdict: Verdict
    reasons: dict[str, tuple[Reason, ...]]

    @property
    def shown(self) -> tuple[Standing, ...]:
        """The lead first, then the others."""
        return ((self.lead,) if self.lead else ()) + self.also

    @property
    def lines(self) -> tuple[ThemeLine, ...]:
        """Those shown, with the reasons why."""
        return tuple(s.line.model_copy(update={"reasons": self.reasons[s.line.id]}) for s in self.shown)


def choose(
    standings: Sequence[Standing],
    history: History,
    week: str,
    weeks_before: int,
    *,
    aside: frozenset[str] = frozenset(),
) -> Choice:
    """Choose the lead, up to two themes that moved as well, and the verdict, which is about the lead.

    The theme that moved most leads; when nothing moved, the largest persistent problem that is unowned or overdue, by
    its complaints; with fewer than three *weeks_before* of feedback, the most talked about; else none. Only themes that
    moved stand beside it, one of them improving where there is one. A theme leads at most two weeks running
    (`may_lead`), unless it is the only one that moved: a week in which something moved is never called quiet. Themes
    set *aside* do not stand beside the lead.
    """
    lead, kind = _lead(standings, history, week, weeks_before)
    also = _also([s for s in standings if s.line.id not in aside], lead)
    reasons = {s.line.id: _also_reasons(s) for s in also}
    if lead is not None:
        reasons[lead.line.id] = _lead_reasons(lead, kind, history, week, weeks_before)
    return Choice(lead, also, _verdict(lead, kind, history.last_week(week)), reasons)


def may_lead(standing: Standing, history: History, week: str) -> bool:
    """Return whether *standing* may lead once more: two weeks running at most, unless something new is to be said.

    Something new: nobody owns it yet, it became overdue or was answered, or it moved again since last week by more
    than chance (a difference of two Poisson counts beyond two standard deviations).
    """
    theme = standing.line
    if history.led_running(theme.id, week) < RUNNING_AT_MOST:
        return True
    if theme.owner is None or theme.id in history.answered or theme.id in history.overdue:
        return True
    return standing.moved and _moved_again(standing)


def _moved_again(standing: Standing) -> bool:
    return abs(standing.count - standing.previous) > 2 * sqrt(standing.count + standing.previous)


def _lead(
    standings: Sequence[Standing], history: History, week: str, weeks_before: int
) -> tuple[Standing | None, VerdictKind]:
    if not any(s.line.count for s in standings):
        return None, VerdictKind.EMPTY
    able = [s for s in standings if not s.residual and may_lead(s, history, week)]
    moved = [s for s in able if s.moved and s.line.count] or [s for s in standings if s.moved]
    if moved:
        return max(moved, key=_by_weight), VerdictKind.MOVED
    if weeks_before < EARLY_WEEKS:
        return max((s for s in able if s.line.count), key=_by_size, default=None), VerdictKind.EARLY
    waiting = [s for s in able if s.line.label is Label.PERSISTENT and not s.praise and _waits(s, history)]
    if waiting:
        return max(waiting, key=_by_complaints), VerdictKind.PERSISTENT
    return None, VerdictKind.QUIET


def _waits(standing: Standing, history: History) -> bool:
    return standing.line.owner is None or standing.line.id in history.overdue


def _by_weight(standing: Standing) -> tuple[float, int, str]:
    return (round(standing.weight, 6), standing.line.voices, standing.line.id)


def _by_size(standing: Standing) -> tuple[int, int, str]:
    return (standing.line.voices, standing.line.critical, standing.line.id)


def _by_complaints(standing: Standing) -> tuple[int, int, str]:
    """How large a problem it is: by those who complain, not by those who are about it."""
    return (standing.line.critical, standing.line.voices, standing.line.id)


def _also(standings: Sequence[Standing], lead: Standing | None) -> tuple[Standing, ...]:
    """Return up to two others that moved, by weight; the last seat is an improving one's if none has one yet."""
    others = sorted((s for s in standings if s.moved and s is not lead), key=_by_weight, reverse=True)
    seats = others[:MOST_ALSO_MOVING]
    if seats and not any(s.improving for s in seats):
        better = next((s for s in others[MOST_ALSO_MOVING:] if s.improving), None)
        if better is not None:
            seats[-1] = better
    return tuple(seats)


def _verdict(lead: Standing | None, kind: VerdictKind, last: PastEdition | None) -> Verdict:
    if lead is None:
        return Verdict(kind=kind)
    told = (last.critical if lead.critical else last.counts).get(lead.line.id) if last else None
    return Verdict(
        kind=kind,
        label=lead.line.label,
        theme=lead.line.name,
        count=lead.count,
        previous=lead.previous,
        told=None if told == lead.previous else told,
        critical=lead.critical,
        weeks=lead.line.weeks,
    )


def _lead_reasons(
    lead: Standing, kind: VerdictKind, history: History, week: str, weeks_before: int
) -> tuple[Reason, ...]:
    reasons = []
    if kind is VerdictKind.MOVED:
        reasons += _movement(lead, ReasonCode.MOVED_MOST)
        if history.led_running(lead.line.id, week) >= RUNNING_AT_MOST:
            running = history.led_running(lead.line.id, week)
            reasons.append(Reason(code=ReasonCode.MOVED_AGAIN, values={"weeks": running}))
    elif kind is VerdictKind.PERSISTENT:
        values: dict[str, str | int | float] = {"count": lead.line.count, "weeks": lead.line.weeks}
        reasons.append(Reason(code=ReasonCode.LARGEST_PERSISTENT, values=values))
    else:
        values = {"count": lead.line.count, "weeks": weeks_before}
        reasons.append(Reason(code=ReasonCode.MOST_TALKED_ABOUT, values=values))
    if lead.line.id in history.overdue:
        reasons.append(Reason(code=ReasonCode.OVERDUE))
    elif lead.line.owner is None:
        reasons.append(Reason(code=ReasonCode.UNOWNED))
    return tuple(reasons)


def _also_reasons(standing: Standing) -> tuple[Reason, ...]:
    return tuple(_movement(standing, ReasonCode.ALSO_MOVED))


def _movement(standing: Standing, code: ReasonCode) -> list[Reason]:
    values: dict[str, str | int | float] = {
        "label": standing.line.label.value,
        "count": standing.count,
        "average": round(standing.average, 2),
    }
    reasons = [Reason(code=code, values=values)]
    if standing.critical:
        line = standing.line
        moved = {"critical": line.critical, "average": round(line.critical_average_4_weeks, 2)}
        reasons.append(Reason(code=ReasonCode.COMPLAINTS_MOVED, values={**moved}))
    if standing.improving:
        reasons.append(Reason(code=ReasonCode.IMPROVING))
    return reasons
