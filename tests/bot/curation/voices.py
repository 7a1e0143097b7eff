"""Make voices and themes for the tests of the selection."""

from typing import Any

import numpy as np

from bot.curation.choosing.candidates import Candidate, to_vectors
from bot.curation.choosing.closeness import ThemeVoices, focus_of
from bot.domain.verbatim import Verbatim, to_conversations
from tests.factories import make_vector, make_verbatim

BAG = "My suitcase arrived two days late and nobody at the desk could tell me where it had been all that time."


def make_voice(text: str = BAG, *, topic: int = 0, shade: int = 0, quotable: bool = True, **fields: Any) -> Candidate:
    """One voice near *topic*; the farther its *shade* is from 0, the farther it stands from the middle."""
    spread = fields.pop("spread", 0.2)
    vector = fields.pop("vector", None)
    if vector is None:
        vector = make_vector(topic, shade=shade, spread=spread)
    return to_candidate(make_verbatim(text, vector=vector, **fields), quotable=quotable)


def to_candidate(*records: Verbatim, quotable: bool = True, members: int = 1) -> Candidate:
    """The voice of one conversation."""
    (conversation,) = to_conversations(records)
    assert conversation.voice is not None
    return Candidate(conversation, conversation.voice, (conversation,) * members, 0, quotable, "theme")


def make_theme(*voices: Candidate, past: list[Candidate] | None = None, **fields: Any) -> ThemeVoices:
    """A theme of *voices*, in one order."""
    ordered = sorted(voices, key=lambda v: v.key)
    before = to_vectors(past) if past else np.zeros((0, 512), dtype=np.float32)
    defaults: dict[str, Any] = {
        "voices": ordered,
        "vectors": to_vectors(ordered),
        "leans": np.zeros(len(ordered)),
        "past": before,
        "usual": float(len(past or ())),
        "focus": focus_of(ordered, moved_by_critical=False),
        "grew": bool(past),
        "terms": (),
    }
    return ThemeVoices(**{**defaults, **fields})
