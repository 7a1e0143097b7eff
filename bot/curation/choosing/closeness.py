"""How typical each voice of a theme is: near the middle of the theme, and near what is more than usual."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bot.curation.choosing.candidates import Candidate
from bot.curation.theming.clusters import Matrix, unit
from bot.domain.digest import Reason
from bot.domain.reasons import ReasonCode


@dataclass(frozen=True, slots=True)
class ThemeVoices:
    """A shown theme's voices of the week in one fixed order, with what is known about them.

    *vectors* are theirs, *leans* how far each leans to praise (1) or complaint (-1), zeros where that is not known,
    *past* the vectors of the weeks before, *usual* how many voices a week had been usual. *focus* is
    the tone that speaks for the theme, 0 where none does; *grew* says that there is more of it than usual,
    *complaints* that its critical voices moved and not all.
    """

    voices: Sequence[Candidate]
    vectors: Matrix = field(repr=False)
    leans: NDArray[np.floating] = field(repr=False)
    past: Matrix = field(repr=False)
    usual: float
    focus: int
    grew: bool
    terms: tuple[str, ...]
    area: str | None = None
    complaints: bool = False


def focus_of(voices: Sequence[Candidate], moved_by_critical: bool) -> int:
    """Return the tone that speaks for a theme: critical where its critical voices moved, else that of a clear majority.

    Clear: 60 % of those with a tone and a third of all.
    """
    if moved_by_critical:
        return -1
    tones = Counter(c.tone for c in voices)
    polar = tones[1] + tones[-1]
    for tone in (-1, 1):
        if polar and tones[tone] >= 0.6 * polar and tones[tone] * 3 >= len(voices):
            return tone
    return 0


def prevailing(voices: Sequence[Candidate]) -> int:
    """Return the tone that more of *voices* have, 0 where neither outweighs the other."""
    balance = sum(c.tone for c in voices)
    return (balance > 0) - (balance < 0)


@dataclass(frozen=True, slots=True)
class Closeness:
    """How near each voice is to the middle of the theme and, where it grew, the middle of what is more than usual."""

    theme: NDArray[np.floating]
    change: NDArray[np.floating] | None

    @property
    def both(self) -> NDArray[np.floating]:
        """The two together, rounded, so that a seventh digit decides nothing."""
        total = self.theme if self.change is None else (self.theme + self.change) / 2
        return np.round(np.maximum(total, 0.001), 4)

    def ranks(self, index: int) -> list[Reason]:
        """Return the reasons that the voice at *index* is typical, with its rank."""
        found = [(ReasonCode.TYPICAL_OF_THEME, self.theme)]
        if self.change is not None:
            found.append((ReasonCode.TYPICAL_OF_CHANGE, self.change))
        return [
            Reason(code=code, values={"rank": 1 + int(np.sum(values > values[index])), "of": len(values)})
            for code, values in found
        ]


def closeness(theme: ThemeVoices) -> Closeness:
    """Measure *theme*'s voices against this week's middle of those in focus, and against the excess over the past.

    The excess is the sum of this week's vectors less the usual number of past ones, at most four fifths of today's.
    """
    inside = np.array([theme.focus in (0, c.tone) for c in theme.voices], dtype=bool)
    ours = theme.vectors[inside] if inside.any() else theme.vectors
    near = np.round((theme.vectors @ unit(ours.sum(axis=0))).astype(np.float64), 4)
    if not theme.grew or not len(theme.past):
        return Closeness(near, None)
    usual = min(theme.usual, 0.8 * len(ours))
    excess = ours.sum(axis=0) - usual * theme.past.mean(axis=0)
    return Closeness(near, np.round((theme.vectors @ unit(excess)).astype(np.float64), 4))
