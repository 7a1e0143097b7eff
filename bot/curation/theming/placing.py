"""Which theme every voice belongs to, with the themes that this week's residue brings."""

from collections.abc import Sequence

from bot.curation.choosing.candidates import Candidate
from bot.curation.theming.seeds import load_seeds
from bot.curation.theming.themes import Space, Themes, absorb, assign, emerge
from bot.domain.rules import Rules
from bot.domain.verbatim import Vector
from bot.domain.week import Week

MEMORY_WEEKS = 8
"""Weeks in which a sudden topic must not have been heard of before; as many as in fitting."""


def place(
    voices: Sequence[Candidate], themes: Themes | None, week: Week, rules: Rules
) -> tuple[Themes, list[Candidate]]:
    """Return *themes* grown by the week shown, and every voice of every week with its theme among them.

    The weeks before are measured with the themes in hand, so that a theme's finding moves nothing by itself. In the
    first week of all there is nothing before it to find themes in, and nothing that could seem to move: they are found
    in itself.
    """
    now = [voice.conversation for voice in voices if voice.back == 0]
    before = [voice.conversation for voice in voices if 0 < voice.back <= MEMORY_WEEKS]
    if before:
        grown = emerge(themes, week, now, before, rules, load_seeds())
    else:
        grown = absorb(themes, week, now, rules, load_seeds())
    ids = assign(grown, [voice.conversation for voice in voices], rules)
    return grown, [voice.of(theme) for voice, theme in zip(voices, ids, strict=True)]


def to_means(themes: Themes) -> dict[str, Vector]:
    """Return the middle of each language that *themes* know, in the encoder's space."""
    return {language: ground.mean for (space, language), ground in themes.grounds.items() if space is Space.MEANING}
