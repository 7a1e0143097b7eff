"""What is remembered of themes from week to week. Nothing in it is a customer's text but a theme's own terms."""

import base64
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.curation.theming.rules import rule_id
from bot.domain.rules import Rules
from bot.domain.verbatim import Vector

REST = "rest"
STATE_VERSION = 1
WIDTH = 512
"""Numbers in a vector of either space."""

_REST_NAMES = {"en": "Everything else", "de": "Alles Übrige"}


class Origin(StrEnum):
    """Where a theme comes from: the operator's rules, the catalogue of seeds, the feedback itself, or what is left."""

    RULE = "rule"
    SEED = "seed"
    FOUND = "found"
    REST = "rest"


class Space(StrEnum):
    """How texts are compared: by the encoder's *meaning*, or by their *words* where it cannot serve."""

    MEANING = "meaning"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Theme:
    """What a part of the feedback is about.

    *names* by language; without one the *terms*, the customers' own, are the name. *since* is the week it was first
    found in (ISO; empty for a rule). *centroids* are unit vectors, exact in half precision, one per space.
    """

    id: str
    origin: Origin
    names: Mapping[str, str]
    terms: tuple[str, ...] = ()
    since: str = ""
    centroids: Mapping[Space, Vector] = field(default_factory=dict, repr=False)
    owner: str | None = None
    area: str | None = None

    def name(self, language: str) -> str:
        """Return what it is called in *language*; a name in another language rather than none."""
        return (
            self.names.get(language) or self.names.get("en") or next(iter(self.names.values()), " · ".join(self.terms))
        )


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a language lies in a space: the *mean* its texts are centred on, of *seen* texts.

    *far*: a text whose best cosine is lower is not well held by any theme; *floor*: belongs to none at all.
    """

    mean: Vector = field(repr=False)
    seen: int = 0
    far: float = 0.3
    floor: float = 0.15


_REST_THEME = Theme(REST, Origin.REST, _REST_NAMES)


@dataclass(frozen=True)
class Themes:
    """All that is remembered: themes in the order they were found, *grounds* by space and language, and *residue*.

    *residue* are centred vectors (int8) of texts that no theme held well, the newest last; *last* the newest week
    absorbed, *began* the first one of the corpus.
    """

    themes: tuple[Theme, ...] = (_REST_THEME,)
    grounds: Mapping[tuple[Space, str], Ground] = field(default_factory=dict)
    residue: Mapping[Space, NDArray[np.int8]] = field(default_factory=dict, repr=False)
    last: str = ""
    began: str = ""

    def __iter__(self) -> Iterator[Theme]:
        return iter(self.themes)

    def __getitem__(self, theme_id: str) -> Theme:
        for theme in self.themes:
            if theme.id == theme_id:
                return theme
        raise KeyError(theme_id)

    def name(self, theme_id: str, language: str) -> str:
        """Return what a theme is called in *language*. KeyError for an id that was never given out."""
        return self[theme_id].name(language)

    def with_rules(self, rules: Rules) -> "Themes":
        """Return the same themes with the rule themes of *rules* in front, instead of those of earlier rules."""
        named = {
            rule_id(rule): Theme(rule_id(rule), Origin.RULE, dict(rule.name), owner=rule.owner, area=rule.area)
            for rule in reversed(rules.themes)
        }
        learnt = tuple(theme for theme in self.themes if theme.origin is not Origin.RULE)
        return replace(self, themes=(*reversed(named.values()), *learnt))

    def found_in(self, space: Space) -> tuple[Theme, ...]:
        """Return the themes that have a centroid in *space*, in the order they were found."""
        return tuple(theme for theme in self.themes if space in theme.centroids)

    def ground(self, space: Space, language: str) -> Ground | None:
        """Return where *language* lies; for one never met, the middle of those that were."""
        if (space, language) in self.grounds:
            return self.grounds[space, language]
        others = [ground for (where, _), ground in sorted(self.grounds.items()) if where is space]
        if not others:
            return None
        return Ground(np.mean([ground.mean for ground in others], axis=0, dtype=np.float32))

    def to_json(self) -> str:
        """Return the state as text; `from_json` gives the same state back, to the last bit. About 1 kB a theme."""
        state = {
            "version": STATE_VERSION,
            "last": self.last,
            "began": self.began,
            "themes": [_theme_to_plain(theme) for theme in self.themes],
            "grounds": [
                {
                    "space": space,
                    "language": language,
                    "mean": _packed(ground.mean),
                    "seen": ground.seen,
                    "far": ground.far,
                    "floor": ground.floor,
                }
                for (space, language), ground in sorted(self.grounds.items())
            ],
            "residue": {space: _bytes_to_text(rows.tobytes()) for space, rows in sorted(self.residue.items())},
        }
        return json.dumps(state, ensure_ascii=False, separators=(",", ":"), sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Themes":
        """Read what `to_json` wrote. ValueError for a version that this release does not know."""
        state = json.loads(text)
        if state["version"] != STATE_VERSION:
            raise ValueError(f"themes of version {state['version']!r}; this release reads version {STATE_VERSION}")
        grounds = {
            (Space(each["space"]), each["language"]): Ground(
                _unpacked(each["mean"]), each["seen"], each["far"], each["floor"]
            )
            for each in state["grounds"]
        }
        residue = {
            Space(space): np.frombuffer(base64.b64decode(rows), dtype=np.int8).reshape(-1, WIDTH)
            for space, rows in state["residue"].items()
        }
        return cls(
            tuple(_plain_to_theme(each) for each in state["themes"]), grounds, residue, state["last"], state["began"]
        )


def _theme_to_plain(theme: Theme) -> dict[str, Any]:
    return {
        "id": theme.id,
        "origin": theme.origin,
        "names": dict(theme.names),
        "terms": list(theme.terms),
        "since": theme.since,
        "centroids": {space: _packed(vector) for space, vector in theme.centroids.items()},
        "owner": theme.owner,
        "area": theme.area,
    }


def _plain_to_theme(plain: dict[str, Any]) -> Theme:
    centroids = {Space(space): _unpacked(text) for space, text in plain["centroids"].items()}
    fields = {"origin": Origin(plain["origin"]), "terms": tuple(plain["terms"]), "centroids": centroids}
    return Theme(**{**plain, **fields})


def _packed(vector: Vector) -> str:
    return _bytes_to_text(vector.astype("<f2").tobytes())


def _unpacked(text: str) -> Vector:
    return np.frombuffer(base64.b64decode(text), dtype="<f2").astype(np.float32)


def _bytes_to_text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")
