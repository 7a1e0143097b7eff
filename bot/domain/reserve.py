"""What stood ready beside a digest when it was made: enough to edit its draft without asking for anything again."""

from dataclasses import dataclass

from pydantic import Field

from bot.domain.digest import Quote, ThemeLine
from bot.domain.history import History
from bot.domain.model import Model


@dataclass(frozen=True, slots=True)
class Series:
    """A theme's numbers by week, index 0 the week shown, 1 the one before, as long as there is feedback at hand.

    *counts* and *critical* count conversations; the others count each folded group once.
    """

    counts: tuple[int, ...]
    critical: tuple[int, ...]
    voices: tuple[int, ...]
    critical_voices: tuple[int, ...]
    pleased_voices: tuple[int, ...]

    @property
    def weeks(self) -> int:
        """For how many weeks running, this one included, it has been talked about."""
        return next((back for back, count in enumerate(self.counts) if not count), len(self.counts))

    def plus(self, other: "Series") -> "Series":
        """The two together, week by week."""
        names = ("counts", "critical", "voices", "critical_voices", "pleased_voices")
        return Series(*(_summed(getattr(self, name), getattr(other, name)) for name in names))


def _summed(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    longest = max(len(one), len(other))
    a, b = (each + (0,) * (longest - len(each)) for each in (one, other))
    return tuple(x + y for x, y in zip(a, b, strict=True))


class ReservedTheme(Model):
    """A theme as the choice of the lead saw it, and who could speak for it.

    *weight*, *improving*, *praise* and *residual* as in the choice. *voices* could be the voice of the week, in their
    order; *verbatims* could stand in the thread: first those that would, *seats* of them, a dissenting one among them.
    Both are empty for a theme that is too small and too still to be shown.
    """

    line: ThemeLine
    weight: float = 0.0
    improving: bool = False
    praise: bool = False
    residual: bool = False
    voices: tuple[Quote, ...] = ()
    verbatims: tuple[Quote, ...] = ()
    seats: int = 0


class Reserve(Model):
    """Everything that an edit of the draft may need.

    *themes* are all that stood this week, the largest first; *series* those of every theme there is feedback of, for
    labels to be judged anew. *draws* are the first of the blind draw that may be quoted, in the drawn order.
    *themes_of* says by record key which theme a voice of the week was placed in, to pin one found by its words.
    """

    weeks_before: int
    history: History
    themes: tuple[ReservedTheme, ...]
    series: dict[str, Series]
    draws: tuple[Quote, ...] = ()
    themes_of: dict[str, str] = Field(default_factory=dict)
