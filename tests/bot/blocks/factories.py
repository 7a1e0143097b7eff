"""Make digests for tests: every dull field is filled in, every text is invented."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.domain.digest import (
    Counts,
    Denominator,
    Digest,
    Draw,
    Kpi,
    Label,
    Quote,
    Reason,
    Slot,
    SourceHealth,
    ThemeLine,
    Verdict,
    VerdictKind,
)
from bot.domain.feedback import Kind, RecordRef
from bot.domain.reasons import ReasonCode

START = datetime(2026, 11, 8, 23, tzinfo=UTC)

LOST = "We landed at noon and stood at the belt for two hours. Nobody knew where our bags were, and nobody called."
CALM = "The new seats are fine, but the app logged me out twice before I could show my boarding pass at the gate."
GERMAN = (
    "Seit drei Tagen warten wir auf unseren Koffer, und an der Hotline sagt uns jeder etwas anderes. "
    "Wir wollten nur wissen, wann er kommt."
)
LONGEST_WORDS = " ".join(["Donaudampfschifffahrtsgesellschaft"] * 45)


def make_theme(name: str = "Lost luggage", count: int = 128, **fields: Any) -> ThemeLine:
    """A theme that rose from 44, usually 41."""
    defaults: dict[str, Any] = {
        "id": name.lower().replace(" ", "-"),
        "name": name,
        "count": count,
        "previous": 44,
        "average_4_weeks": 41.25,
        "label": Label.RISING,
        "by_source": {"zendesk": count - count // 4, "app_store": count // 4},
        "voices": count,
        "critical": count * 9 // 10,
        "critical_previous": 40,
        "critical_average_4_weeks": 37.5,
        "weeks": 3,
        "area": "Ground handling",
        "owner": "owner-of-luggage",
        "reasons": (Reason(code=ReasonCode.MOVED_MOST, values={"label": "rising", "count": count, "average": 41.25}),),
    }
    return ThemeLine(**{**defaults, **fields})


def make_quote(text: str = LOST, *, slot: Slot = Slot.VERBATIM, theme: ThemeLine | None = None, **fields: Any) -> Quote:
    """A quote on *theme*, the whole of its record."""
    line = theme or make_theme()
    number = fields.pop("number", 1)
    defaults: dict[str, Any] = {
        "slot": slot,
        "theme": line.id,
        "record": RecordRef(source="zendesk", kind=Kind.CONVERSATION, external_id=f"z-{number}"),
        "start": 0,
        "end": len(text),
        "text": text,
        "language": "en",
        "denominator": Denominator(theme=line.name, of_theme=line.count, of_conversations=max(812, line.count)),
        "reasons": (Reason(code=ReasonCode.WHOLE_TEXT, values={"words": len(text.split())}),),
        "said_at": START + timedelta(days=2, hours=number),
    }
    return Quote(**{**defaults, **fields})


def make_kpi(name: str = "csat", **fields: Any) -> Kpi:
    """A number that did not move."""
    values = {"csat": 0.82, "nps": 31.0, "time_to_resolution": 14.2, "reopened": 0.04}
    defaults: dict[str, Any] = {"name": name, "value": values[name], "n": 312, "change": 0.0, "significant": False}
    return Kpi(**{**defaults, **fields})


def make_kpis() -> tuple[Kpi, ...]:
    """All four: one up, one with too few answers, two unmoved."""
    return (
        make_kpi("csat", scale="1-5", change=-0.04, significant=True),
        make_kpi("nps", scale="0-10", value=None, change=None, n=19),
        make_kpi("time_to_resolution", n=240, change=-0.3),
        make_kpi("reopened", n=240),
    )


def make_digest(**fields: Any) -> Digest:
    """A week with everything: a lead, two more themes, a draw, four numbers, a stale source."""
    lead = fields.pop("lead_line", make_theme())
    fading = make_theme(
        "Booking problems", 16, previous=22, average_4_weeks=61, label=Label.FADING, weeks=9, area=None, owner=None
    )
    fading = fading.model_copy(update={"reasons": (Reason(code=ReasonCode.IMPROVING),)})
    food = make_theme("Hotel food", 24, previous=5, average_4_weeks=4.25, label=Label.NEW, weeks=1, owner=None)
    rest = make_theme("Everything else", 600, label=Label.STEADY, reasons=())
    shown = (lead, fading, food)
    defaults: dict[str, Any] = {
        "edition": "default",
        "week": "2026-W46",
        "start": START,
        "end": START + timedelta(days=7),
        "timezone": "Europe/Berlin",
        "language": "en",
        "seed": "5f2c9a",
        "rules_version": "0c3d5e7f9a1b",
        "counts": Counts(
            conversations=812,
            eligible=768,
            by_source={"zendesk": 600, "app_store": 212},
            left_out={"no_words": 30, "auto_reply": 13, "spam": 1},
        ),
        "verdict": Verdict(
            kind=VerdictKind.MOVED, label=lead.label, theme=lead.name, count=lead.count, previous=lead.previous, weeks=3
        ),
        "lead": lead.id,
        "themes": shown,
        "all_themes": (*shown, rest),
        "quotes": (
            make_quote(LOST, slot=Slot.VOICE, theme=lead, times=3, segment="Business travellers"),
            make_quote(CALM, slot=Slot.BLIND_DRAW, theme=rest, number=2),
            *make_verbatims(shown),
        ),
        "draw": Draw(pool=701, seed="5f2c9a:draw", fingerprint="9b1c33d0a4"),
        "kpis": make_kpis(),
        "sources": (
            SourceHealth(source="zendesk", last_sync=START + timedelta(days=7, hours=6), stale=False),
            SourceHealth(source="app_store", last_sync=START + timedelta(days=5), stale=True),
        ),
    }
    return Digest(**{**defaults, **fields})


def make_verbatims(themes: Sequence[ThemeLine], text: str = LOST, each: int = 5) -> tuple[Quote, ...]:
    """*each* quotes on every theme, the last of them dissenting."""
    return tuple(
        make_quote(
            f"{text} ({line.name}, {number})",
            theme=line,
            number=100 * index + number,
            slot=Slot.DISSENT if number == each else Slot.VERBATIM,
        )
        for index, line in enumerate(themes, 1)
        for number in range(1, each + 1)
    )


def make_quiet(**fields: Any) -> Digest:
    """A week in which nothing moved."""
    line = make_theme(label=Label.STEADY, reasons=())
    quiet: dict[str, Any] = {
        "verdict": Verdict(),
        "lead": None,
        "themes": (),
        "all_themes": (line,),
        "quotes": (),
        "draw": None,
    }
    return make_digest(**{**quiet, **fields})


def make_empty(**fields: Any) -> Digest:
    """A week in which nothing came in."""
    empty: dict[str, Any] = {
        "verdict": Verdict(kind=VerdictKind.EMPTY),
        "counts": Counts(conversations=0, eligible=0, by_source={}, left_out={}),
        "all_themes": (),
        "kpis": (),
        "sources": (),
    }
    return make_quiet(**{**empty, **fields})


def make_long(**fields: Any) -> Digest:
    """The longest of everything at once: names, quotes, sources, segments, numbers."""
    names = [f"{letter} " + "Gepäckverlustbenachrichtigungsverzögerung " * 3 for letter in "ABC"]
    themes = tuple(make_theme(name, 123_456, previous=98_765, area="Bereich " * 20, weeks=112) for name in names)
    sources = {f"sehr-lange-quelle-nummer-{number}": 123_456 for number in range(12)}
    long: dict[str, Any] = {
        "language": "de",
        "title": "Die Stimme unserer Kundinnen und Kunden in der Region " * 4,
        "lead_line": themes[0],
        "themes": themes,
        "all_themes": themes,
        "counts": Counts(
            conversations=1_481_472,
            eligible=1_000_000,
            by_source=sources,
            left_out={"no_words": 400_000, "auto_reply": 81_000, "spam": 400, "empty_thanks": 50, "excluded": 22},
        ),
        "quotes": (
            make_quote(LONGEST_WORDS, slot=Slot.VOICE, theme=themes[0], segment="Segment " * 20, times=123),
            make_quote(LONGEST_WORDS, slot=Slot.BLIND_DRAW, theme=themes[1]),
            *make_verbatims(themes, "Wort " * 3_000, 9),
        ),
        "kpis": tuple(
            make_kpi("csat", scale=f"1-{top}", n=123_456, change=0.123, significant=True) for top in (5, 7, 10, 100)
        ),
        "sources": tuple(
            SourceHealth(source=name, last_sync=START, stale=index % 2 == 0) for index, name in enumerate(sources)
        ),
    }
    return make_digest(**{**long, **fields})
