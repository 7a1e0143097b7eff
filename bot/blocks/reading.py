"""A digest as its readers meet it: names, labels, sources and reasons in plain words, before any markup."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.digest import AVERAGED_WEEKS, EARLY_WEEKS, Digest, Label, Quote, Reason, Slot, ThemeLine
from bot.domain.feedback import TOLD_SOURCE
from bot.domain.week import Week
from bot.locale import LANGUAGES, Words

LONGEST_SOURCE = 24
"""Characters of a source's name that a reader needs to know it by."""


_ACRONYMS = {"ces", "crm", "csat", "csv", "faq", "nps", "sms"}


def title(digest: Digest, words: Words) -> str:
    """The edition's name, in the digest's language where it has none of its own."""
    return named(digest.title, words)


def named(title: str | None, words: Words) -> str:
    """*title* as the name of an edition: the default, in whatever language, is no name of its own."""
    default = {Words(language)("digest-title") for language in LANGUAGES}
    return title if title and title not in default else words("digest-title")


def week_label(digest: Digest, words: Words) -> str:
    """Week 46."""
    return words("week-label", number=str(Week.parse(digest.week).number))


def days(digest: Digest, words: Words) -> str:
    """9–15 November 2026."""
    week = Week.parse(digest.week)
    return words.days(week.monday, week.sunday)


def local(digest: Digest, moment: datetime) -> datetime:
    """*moment* on the edition's own clock."""
    return moment.astimezone(ZoneInfo(digest.timezone))


def theme_line(digest: Digest, theme: str | None) -> ThemeLine | None:
    """The theme called *theme*, by id or else by name; those shown come first."""
    lines = (*digest.themes, *digest.all_themes)
    by_id = next((line for line in lines if line.id == theme), None)
    return by_id or next((line for line in lines if line.name == theme), None)


def theme_name(digest: Digest, quote: Quote) -> str:
    """What the theme of *quote* is called."""
    line = theme_line(digest, quote.theme)
    return heading(line.name if line else quote.denominator.theme)


def heading(name: str) -> str:
    """*name* as it stands at the start of a line."""
    return name[:1].upper() + name[1:]


def lead(digest: Digest) -> ThemeLine | None:
    """The theme that leads, None in a quiet week."""
    return theme_line(digest, digest.lead) if digest.lead is not None else None


def moving(digest: Digest) -> tuple[ThemeLine, ...]:
    """The themes shown beside the lead."""
    first = lead(digest)
    return tuple(line for line in digest.themes if first is None or line.id != first.id)


def quote_for(digest: Digest, slot: Slot) -> Quote | None:
    """The one quote of *slot*, if there is one."""
    return next((quote for quote in digest.quotes if quote.slot is slot), None)


def verbatims(digest: Digest, line: ThemeLine) -> tuple[Quote, ...]:
    """The thread's quotes on *line*, in their order."""
    wanted = {Slot.VERBATIM, Slot.DISSENT}
    return tuple(q for q in digest.quotes if q.slot in wanted and q.theme in {line.id, line.name})


def early(digest: Digest, least: int = EARLY_WEEKS) -> bool:
    """Whether there are fewer than *least* weeks of feedback before this one."""
    return digest.weeks_before is not None and digest.weeks_before < least


def label(digest: Digest, line: ThemeLine, words: Words) -> str:
    """What the theme did, in plain words; an arrow only where the change is outside its noise.

    Empty where it did not move and too few weeks tell what is usual.
    """
    if line.label not in _MOVES and early(digest):
        return ""
    text = words(f"label-{line.label}", **({"by": line.moved_by} if line.label in _MOVES else {}))
    improving = any(reason.code == "improving" for reason in line.reasons)
    obvious = line.label is Label.FADING and line.moved_by == "critical"
    return f"{text}, {words('improving')}" if improving and not obvious else text


_MOVES = {Label.NEW, Label.RISING, Label.FADING}


def series(line: ThemeLine) -> tuple[str, int, int, float]:
    """What moved about *line*: ``complaints`` or ``conversations``, this week, last week and the 4-week average."""
    if line.moved_by == "critical":
        return "complaints", line.critical, line.critical_previous, line.critical_average_4_weeks
    return "conversations", line.count, line.previous, line.average_4_weeks


def before(digest: Digest, line: ThemeLine, words: Words) -> str:
    """Last week 44, 4-week average 41; of the complaints, and how many they are, where it is they that moved.

    Only weeks that there were: no last week in the very first one, no average of four weeks made of fewer.
    """
    what, count, previous, average = series(line)
    told = [words("complaints", count=count)] if what == "complaints" else []
    if not early(digest, 1):
        told.append(words("last-week", previous=previous))
    if not early(digest, AVERAGED_WEEKS):
        told.append(words("average-week", average=mean(average, words)))
    return ", ".join(told)


def counted(line: ThemeLine, words: Words) -> str:
    """128 conversations, or 117 complaints where it is they that moved."""
    what, count, _, _ = series(line)
    return words("complaints" if what == "complaints" else "facts-conversations", count=count)


def in_week(digest: Digest, line: ThemeLine | None, of: int, among: int, words: Words) -> str:
    """128 of 812 conversations, 16% · 3rd week; without the weeks where feedback is too young to know them."""
    share = words.percent(of / among if among else 0)
    told = [words("theme-denominator", of=of, conversations=among, share=share)]
    if line is not None and line.weeks and not (early(digest) and line.weeks > (digest.weeks_before or 0)):
        told.append(words("nth-week", nth=words.ordinal(line.weeks)))
    return " · ".join(told)


def mean(value: float, words: Words) -> str:
    """An average: whole from 10 on, one decimal below."""
    return words.number(value, 0 if value >= 10 else 1)


def accountable(line: ThemeLine, words: Words) -> str:
    """The area that is accountable for *line*. A problem carries its area, never a person."""
    if line.area:
        return words("area-owned" if line.owner else "area-unowned", area=line.area)
    return words("owner-known" if line.owner else "owner-none")


def source_name(source: str, words: Words | None = None) -> str:
    """A source's short name for readers: ``app_store`` reads App store; what colleagues told has *words* of its own."""
    if source == TOLD_SOURCE and words is not None:
        return words("source-colleagues")
    parts = source.replace("_", " ").replace("-", " ").split(" ")
    name = heading(" ".join(part.upper() if part in _ACRONYMS else part for part in parts))
    return name if len(name) <= LONGEST_SOURCE else name[: LONGEST_SOURCE - 1].rstrip() + "…"


def by_source(counts: Mapping[str, int], words: Words, most: int = 4) -> str:
    """Zendesk 10, Reviews 4, +2: the largest first."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    room = most if len(ranked) > most + 1 else most + 1
    shown = [words("name-count", name=source_name(name, words), count=count) for name, count in ranked[:room]]
    return ", ".join([*shown, *more(len(ranked) - room, words)])


def left_out(digest: Digest, words: Words) -> str:
    """7 without words, 3 automatic replies: the most frequent reason first."""
    ranked = sorted(digest.counts.left_out.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(words(f"left-out-{hyphened(reason)}", count=count) for reason, count in ranked if count)


def more(count: int, words: Words) -> list[str]:
    """[+2], or nothing where nothing is left."""
    return [words("list-more", count=count)] if count > 0 else []


def reasons(found: Iterable[Reason], words: Words) -> list[str]:
    """Why something was picked, a sentence each."""
    return [reason_sentence(reason, words) for reason in found]


def reason_sentence(reason: Reason, words: Words) -> str:
    """The sentence of one reason. Raises LookupError for a code without words."""
    values = {name: _reason_value(name, value, words) for name, value in reason.values.items()}
    return words(f"reason-{hyphened(reason.code)}", **values)


def _reason_value(name: str, value: str | float, words: Words) -> str | int:
    if name == "label":
        return words(f"label-{value}", **({"by": "all"} if value in _MOVES else {})).lstrip("↗↘ ")
    if name == "average" and not isinstance(value, str):
        return mean(float(value), words)
    return words.number(value, 2) if isinstance(value, float) else value


def hyphened(code: str) -> str:
    """A code as the catalogue's keys write it."""
    return code.replace("_", "-")


def hours(value: float, words: Words) -> str:
    """A number of hours as a duration."""
    return words.duration(timedelta(hours=value))
