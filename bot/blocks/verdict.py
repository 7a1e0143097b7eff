"""The verdict: one sentence of at most 25 words that says what changed, and never why."""

from bot.blocks import reading
from bot.blocks.text import clean, flat
from bot.domain.digest import Digest, Label, ThemeLine, VerdictKind
from bot.locale import Words

LONGEST_NAME = 6
"""Words of a theme's name that still leave room for its sentence within 25."""


def verdict(digest: Digest, words: Words) -> str:
    """Say what changed in *digest*: plain text, one sentence, at most 25 words; as a curator worded it, where one did.

    Where a theme was held back, nothing is said as if it were not there.
    """
    if digest.worded:
        return flat(clean(digest.worded))
    found = digest.verdict
    line = reading.lead(digest) or reading.theme_line(digest, found.theme)
    if digest.counts.conversations == 0:
        return words("verdict-empty")
    if found.kind is VerdictKind.EMPTY:
        return words("verdict-unheard", count=digest.counts.conversations)
    if found.kind is VerdictKind.EARLY:
        return _early(digest, line, words)
    if found.kind is VerdictKind.QUIET or line is None:
        held = digest.held_back
        return words("draft-verdict-quiet-held", count=held) if held else words("verdict-quiet")
    if found.kind is VerdictKind.PERSISTENT:
        return _persistent(digest, line, words)
    return _moved(digest, line, words)


def _early(digest: Digest, line: ThemeLine | None, words: Words) -> str:
    if line is None:
        return words("verdict-early-alone")
    return words("verdict-early", theme=short_name(line.name), count=line.count, of=digest.counts.eligible)


def _persistent(digest: Digest, line: ThemeLine, words: Words) -> str:
    codes = {str(reason.code) for reason in line.reasons}
    why = "overdue" if "overdue" in codes else "known" if line.owner else "unowned"
    key = "draft-verdict-persistent-held" if digest.held_back else "verdict-persistent"
    return words(key, theme=short_name(line.name), nth=words.ordinal(line.weeks), count=line.count, why=why)


def _moved(digest: Digest, line: ThemeLine, words: Words) -> str:
    """The series that moved, beside last week and the usual. "Rose" is said only where last week was lower."""
    found = digest.verdict
    what = "complaints" if found.critical else "conversations"
    average = line.critical_average_4_weeks if found.critical else line.average_4_weeks
    told: dict[str, str | int] = {"theme": short_name(line.name), "count": found.count, "previous": found.previous}
    if found.label is Label.NEW:
        return words("verdict-new", what=what, **told)
    told["usual"] = _usual(average, words)
    if found.label is Label.RISING:
        return words("verdict-rose" if found.count > found.previous else "verdict-high", what=what, **told)
    if found.label is Label.FADING:
        return words("verdict-fell" if found.count < found.previous else "verdict-low", what=what, **told)
    return words("verdict-unmoved", **told)


def _usual(average: float, words: Words) -> str:
    if average < 0.5:
        return words("usual-hardly-any")
    return words("usual-about", number=words.number(average))


def short_name(name: str) -> str:
    """The beginning of a theme's *name*, so long that a sentence of 25 words has room for it."""
    parts = flat(clean(name[:400])).split(" ")
    kept = " ".join(parts[:LONGEST_NAME])[:60].rstrip(" ,;·-")
    return reading.heading(kept + ("…" if len(kept) < len(" ".join(parts)) else ""))
