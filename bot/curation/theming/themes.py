"""Themes are state: what feedback is about, frozen once found, handed in and handed back.

How to use it, for each week in turn, the oldest first::

    shown = emerge(themes, week, conversations, history, rules, load_seeds())   # what the week itself brings
    ids = assign(shown, conversations, rules)                                   # one id per conversation, in order
    names = [shown.name(id, "de") for id in ids]
    themes = absorb(shown, week, conversations, rules, load_seeds())            # to start the next week from

- Every week takes both steps, whether it is shown or not; then a week gives the same themes by whatever way it is
  reached. *history* are the conversations of up to eight weeks before; `Themes()` or None is where it all begins.
- Give *eligible* conversations only, and to `absorb` and `emerge` one for each folded group of duplicates.
- A theme keeps its id, its centroid and its name for good. Later weeks only add themes, from what no theme held.
- Count the history with the themes in hand (`assign` again for the earlier weeks): then a theme that was found late is
  measured by the same rule in every week, and its finding moves nothing by itself.
- Every conversation gets an id; `REST` is what belongs to no theme: it is counted, and neither leads nor is shown.
- Rule themes are not learnt: their ids stand as long as the rule's English (else first) name does.
- A week that is not newer than `Themes.last` is neither absorbed again nor does anything emerge from it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from bot.curation.theming.clusters import Matrix, similarities
from bot.curation.theming.emergence import later_centres, members_of, sudden_centres, to_kept
from bot.curation.theming.fit import (
    Voices,
    firm_ground,
    first_centres,
    kept,
    room_for,
    to_voices,
    usual_likeness,
    with_thresholds,
)
from bot.curation.theming.names import Called, name_groups
from bot.curation.theming.rules import RuleBook
from bot.curation.theming.seeds import LANGUAGES, Seeds
from bot.curation.theming.state import REST, WIDTH, Origin, Space, Theme, Themes
from bot.curation.theming.swelling import swollen_centres
from bot.domain.rules import Rules
from bot.domain.verbatim import Conversation, Vector
from bot.domain.week import Week

__all__ = ["REST", "Origin", "Space", "Theme", "Themes", "absorb", "assign", "emerge"]

_RESIDUE = 300
_SMALL = 200
"""Voices a week under which several weeks together carry more themes than one of them."""
_CROWDED = 1.5
"""How far beyond the room of an average week later themes may add up."""


def assign(themes: Themes, conversations: Sequence[Conversation], rules: Rules) -> list[str]:
    """Return the id of the theme that each of *conversations* belongs to: its rule's, else the nearest, else `REST`."""
    book = RuleBook(rules)
    ids = [book.theme_of(conversation) for conversation in conversations]
    free = [place for place, theme in enumerate(ids) if theme is None]
    for space, voices in to_voices([conversations[place] for place in free]).items():
        names = [theme.id for theme in themes.found_in(space)]
        if not names:
            continue
        similarity = similarities(voices.centred(themes, space), _centres(themes, space))
        best = similarity.argmax(axis=1)
        held = similarity.max(axis=1) >= voices.thresholds(themes, space)[1]
        for place, theme, inside in zip(voices.places, best, held, strict=True):
            if inside:
                ids[free[place]] = names[theme]
    return [theme or REST for theme in ids]


def absorb(
    themes: Themes | None, week: Week, conversations: Sequence[Conversation], rules: Rules, seeds: Seeds, weeks: int = 1
) -> Themes:
    """Return *themes* with what a finished *week* adds to them. What was there stays as it is.

    The *conversations* may be those of several *weeks* up to that one: more to learn from, for as many themes.
    """
    known = (themes or Themes()).with_rules(rules)
    if known.last >= str(week):
        return known
    for space, voices in to_voices(_unruled(conversations, rules)).items():
        firm = firm_ground(known, space, voices, seeds)
        if len(known.found_in(space)) < _room(len(voices.texts), weeks) / 2:
            added = _first(firm, week, space, voices, seeds, weeks)
        else:
            added = _later(firm, week, space, voices, seeds)
        known = with_thresholds(known, added, space, voices, _best(added, space, voices))
        known = _with_residue(known, space, voices)
    return replace(known, last=str(week))


def emerge(
    themes: Themes | None,
    week: Week,
    conversations: Sequence[Conversation],
    history: Sequence[Conversation],
    rules: Rules,
    seeds: Seeds,
) -> Themes:
    """Return *themes* with what *week* brings: topics unheard of in *history*, and parts of known ones that swell."""
    known = (themes or Themes()).with_rules(rules)
    past = to_voices(_unruled(history, rules))
    if known.last >= str(week):
        return known
    for space, voices in to_voices(_unruled(conversations, rules)).items():
        if space not in past or not known.found_in(space):
            continue
        rows, before = voices.centred(known, space), past[space].centred(known, space)
        far = _best(known, space, voices) < voices.thresholds(known, space)[0]
        centres = sudden_centres(rows, far, before, _centres(known, space))
        known = _with_new(known, week, space, voices, centres, seeds)
        centres = swollen_centres(rows, before, _weeks_of(history), _centres(known, space))
        known = _with_new(known, week, space, voices, centres, seeds)
    return known


def _weeks_of(history: Sequence[Conversation]) -> int:
    """Return how many weeks *history* spans, at least one."""
    moments = [conversation.at for conversation in history]
    return 1 + (max(moments) - min(moments)).days // 7


def _unruled(conversations: Sequence[Conversation], rules: Rules) -> list[Conversation]:
    """Return those that no rule takes, in one order whatever order they came in."""
    book = RuleBook(rules)
    spoken = [each for each in conversations if each.voice is not None and book.theme_of(each) is None]
    return sorted(spoken, key=lambda each: each.voice.sort_key if each.voice is not None else each.records[0].sort_key)


def _first(themes: Themes, week: Week, space: Space, voices: Voices, seeds: Seeds, weeks: int) -> Themes:
    """Add the first themes of a space, or those that are missing when far more is said than ever before."""
    rows = voices.centred(themes, space)
    far = _best(themes, space, voices) < voices.thresholds(themes, space)[0]
    if not far.any():
        return themes
    means = {language: ground.mean for language in LANGUAGES if (ground := themes.ground(space, language)) is not None}
    prototypes = seeds.prototypes(means, words=space is Space.WORDS)
    room = _room(len(rows), weeks) - len(themes.found_in(space))
    centres = first_centres(rows[far], prototypes, usual_likeness(voices, space, seeds)[far], room)
    return _with_new(themes, week, space, voices, centres, seeds)


def _room(voices: int, weeks: int) -> int:
    """Return how many themes *voices* of several *weeks* carry: those of one such week, of a small one those of 200."""
    return room_for(max(voices // weeks, min(voices, _SMALL)))


def _later(themes: Themes, week: Week, space: Space, voices: Voices, seeds: Seeds) -> Themes:
    """Add themes from what no theme held well, this week and before."""
    rows = voices.centred(themes, space)
    far = rows[_best(themes, space, voices) < voices.thresholds(themes, space)[0]]
    old = themes.residue.get(space)
    waiting = far if old is None else np.concatenate([old.astype(np.float32) / 127, far])
    most = round(_CROWDED * room_for(len(rows))) - len(themes.found_in(space))
    centres = later_centres(waiting, _centres(themes, space), most)
    return _with_new(themes, week, space, voices, centres, seeds)


def _with_new(themes: Themes, week: Week, space: Space, voices: Voices, centres: Matrix, seeds: Seeds) -> Themes:
    """Return *themes* with one more for each of *centres* that can be named."""
    if not len(centres):
        return themes
    centres = kept(centres)
    rows = voices.centred(themes, space)
    groups = members_of(rows, centres, _centres(themes, space))
    tightness = [
        float(similarities(rows[group], centre[None]).mean()) if group.size else 0.0
        for group, centre in zip(groups, centres, strict=True)
    ]
    names = name_groups(voices, groups, tightness, seeds, space, themes.themes)
    added = [
        _theme(week, space, called, centre)
        for called, centre in zip(names, centres, strict=True)
        if called.names or called.terms
    ]
    return replace(themes, themes=(*themes.themes, *added))


def _theme(week: Week, space: Space, called: Called, centre: Vector) -> Theme:
    made_of = repr((str(week), space.value, dict(called.names), called.terms))
    return Theme(
        id=called.seed or f"found-{hashlib.sha256(made_of.encode()).hexdigest()[:10]}",
        origin=Origin.SEED if called.seed else Origin.FOUND,
        names=dict(called.names),
        terms=called.terms,
        since=str(week),
        centroids={space: centre},
    )


def _with_residue(themes: Themes, space: Space, voices: Voices) -> Themes:
    """Return *themes* remembering what none of them held well, the newest of it."""
    far = _best(themes, space, voices) < voices.thresholds(themes, space)[0]
    new = to_kept(voices.centred(themes, space)[far])
    old = themes.residue.get(space)
    both = new if old is None else np.concatenate([old, new])
    return replace(themes, residue={**themes.residue, space: both[-_RESIDUE:]})


def _centres(themes: Themes, space: Space) -> Matrix:
    rows = [theme.centroids[space] for theme in themes.found_in(space)]
    return np.array(rows, dtype=np.float32).reshape(-1, WIDTH)


def _best(themes: Themes, space: Space, voices: Voices) -> Matrix:
    """Return every voice's best cosine with a theme, -1 where there is none."""
    centres = _centres(themes, space)
    if not len(centres):
        return np.full(len(voices.texts), -1.0, dtype=np.float32)
    return np.asarray(similarities(voices.centred(themes, space), centres).max(axis=1), dtype=np.float32)
