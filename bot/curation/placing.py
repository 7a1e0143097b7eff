"""Which theme every voice belongs to, with the themes that this week's residue brings."""

from collections.abc import Sequence
from dataclasses import replace

from bot.curation.candidates import Candidate
from bot.curation.seeds import load_seeds
from bot.curation.themes import Themes, assign, emerge
from bot.domain.rules import Rules
from bot.domain.week import Week


def place(
    voices: Sequence[Candidate], themes: Themes | None, week: Week, rules: Rules
) -> tuple[Themes, list[Candidate]]:
    """Return *themes* grown by the week shown, and every voice of every week with its theme among them.

    The weeks before are measured with the themes in hand, so that a theme's finding moves nothing by itself.
    """
    now = [voice.conversation for voice in voices if voice.back == 0]
    before = [voice.conversation for voice in voices if voice.back > 0]
    grown = emerge(themes, week, now, before, rules, load_seeds())
    ids = assign(grown, [voice.conversation for voice in voices], rules)
    return grown, [replace(voice, theme=theme) for voice, theme in zip(voices, ids, strict=True)]
