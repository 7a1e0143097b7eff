"""The digest as JSON: a documented interface (docs/digest-json.md), and as plain text for a terminal."""

from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from bot.blocks import reading
from bot.blocks.digest import parent, thread
from bot.blocks.terminal import to_text
from bot.blocks.verdict import verdict
from bot.domain.digest import Ask, Digest, Kpi, Quote, Reason, ThemeLine, WinStory
from bot.locale import Words

__all__ = ["to_document", "to_text"]


def to_document(digest: Digest, words: Words) -> dict[str, Any]:
    """Write *digest* as JSON values: exact quotes, closed lists for every term, keys in one order.

    What is in words (verdict, reasons, text, blocks) is in the language of *words*.
    """
    zone = ZoneInfo(digest.timezone)
    top, replies = parent(digest, words), thread(digest, words)
    lead = reading.lead(digest)
    return {
        "edition": digest.edition,
        "title": reading.title(digest, words),
        "week": digest.week,
        "start": digest.start.astimezone(zone).isoformat(),
        "end": digest.end.astimezone(zone).isoformat(),
        "timezone": digest.timezone,
        "language": digest.language,
        "seed": digest.seed,
        "rules_version": digest.rules_version,
        "counts": {
            "conversations": digest.counts.conversations,
            "eligible": digest.counts.eligible,
            "by_source": dict(sorted(digest.counts.by_source.items())),
            "left_out": dict(sorted(digest.counts.left_out.items())),
        },
        "weeks_before": digest.weeks_before,
        "verdict": verdict(digest, words),
        "lead": lead.name if lead else None,
        "themes": [_theme(line, words) for line in digest.themes],
        "all_themes": [_theme(line, words) for line in digest.all_themes],
        "quotes": [_quote(digest, quote, words) for quote in digest.quotes],
        "draw": digest.draw.model_dump() if digest.draw else None,
        "kpis": [_kpi(kpi) for kpi in digest.kpis],
        "sources": [health.model_dump(mode="json") for health in digest.sources],
        "wins": [_win(story) for story in digest.wins if not story.taken_out],
        "invites_wins": digest.invites_wins,
        "ask": _ask(digest.ask) if digest.ask else None,
        "ledger": [line.model_dump(mode="json") for line in digest.ledger],
        "offer": digest.offer.model_dump(mode="json", exclude={"number"}) if digest.offer else None,
        "correction": digest.correction,
        "corrected_at": reading.local(digest, digest.corrected_at).isoformat() if digest.corrected_at else None,
        "text": top.text,
        "blocks": list(top.blocks),
        "thread": [list(reply.blocks) for reply in replies],
        "thread_texts": [reply.text for reply in replies],
    }


def _theme(line: ThemeLine, words: Words) -> dict[str, Any]:
    return {
        "id": line.id,
        "name": line.name,
        "count": line.count,
        "previous": line.previous,
        "average_4_weeks": line.average_4_weeks,
        "label": line.label.value,
        "by_source": dict(sorted(line.by_source.items())),
        "owner": line.owner,
        "area": line.area,
        "weeks": line.weeks,
        "voices": line.voices,
        "critical": line.critical,
        "critical_previous": line.critical_previous,
        "critical_average_4_weeks": line.critical_average_4_weeks,
        "moved_by": line.moved_by,
        "reasons": reading.reasons(line.reasons, words),
        "reason_codes": _codes(line.reasons),
    }


def _quote(digest: Digest, quote: Quote, words: Words) -> dict[str, Any]:
    line = reading.theme_line(digest, quote.theme)
    return {
        "slot": quote.slot.value,
        "theme": line.name if line else quote.denominator.theme,
        "record": {
            "source": quote.record.source,
            "kind": quote.record.kind.value,
            "external_id": quote.record.external_id,
        },
        "start": quote.start,
        "end": quote.end,
        "text": "" if quote.hidden else quote.text,
        "hidden": quote.hidden,
        "denominator": quote.denominator.model_dump(),
        "reasons": reading.reasons(quote.reasons, words),
        "reason_codes": _codes(quote.reasons),
        "language": quote.language,
        "said_at": reading.local(digest, quote.said_at).isoformat(),
        "tone": quote.tone,
        "times": quote.times,
        "segment": quote.segment,
    }


def _win(story: WinStory) -> dict[str, Any]:
    return story.model_dump(mode="json", exclude={"win", "taken_out"})


def _ask(ask: Ask) -> dict[str, Any]:
    """The ask as everybody may read it: by area; who is asked is named in the channel alone."""
    return ask.model_dump(mode="json", exclude={"owner", "named", "number"})


def _codes(found: Sequence[Reason]) -> list[str]:
    return [reason.code.value for reason in found]


def _kpi(kpi: Kpi) -> dict[str, Any]:
    return {
        "name": kpi.name,
        "value": kpi.value,
        "n": kpi.n,
        "window_days": kpi.window_days,
        "change": kpi.change,
        "significant": kpi.significant,
        "scale": kpi.scale,
        "previous_n": kpi.previous_n,
    }
