"""The slots of the parent message, a function each; a slot without content is None and left out."""

from collections.abc import Sequence

from slack_sdk.models.blocks import ContextBlock, HeaderBlock, SectionBlock

from bot.blocks import ids, numbers, reading
from bot.blocks.drawing import context, header, section
from bot.blocks.quote_slot import named, spoken
from bot.blocks.text import inline, plain
from bot.blocks.verdict import verdict
from bot.domain.digest import Digest, Kpi, Label, Quote, Slot, SourceHealth, ThemeLine
from bot.locale import Words

MOST_EDITORS = 3
"""Names in the footer of those who edited; more are counted."""


def title(digest: Digest, words: Words) -> HeaderBlock:
    """Slot 0: the name and the week."""
    return header(f"{plain(reading.title(digest, words), 60)} · {reading.week_label(digest, words)}")


def facts(digest: Digest, words: Words) -> ContextBlock:
    """Slot 0: dates, conversations counted, sources."""
    counted = words("facts-conversations", count=digest.counts.conversations)
    sources = inline(reading.by_source(digest.counts.by_source, words, 3), 120)
    return context(" · ".join(filter(None, [reading.days(digest, words), counted, sources])))


def what_changed(digest: Digest, words: Words) -> SectionBlock:
    """Slot 1: the verdict."""
    return section(f"*{inline(verdict(digest, words), 300)}*")


def voice(digest: Digest, words: Words, longest: int) -> SectionBlock | None:
    """Slot 3: the voice with its denominator, of the lead theme; the quote takes *longest* characters at most."""
    line, said = reading.lead(digest), reading.quote_for(digest, Slot.VOICE)
    if said is not None:
        line = reading.theme_line(digest, said.theme) or line
    if line is None and said is None:
        return None
    name = reading.heading(line.name) if line else reading.theme_name(digest, said) if said else ""
    first = f"*{inline(name, 60)}*" + (f" {reading.label(digest, line, words)}" if line else "")
    parts = [first.rstrip()]
    if said is not None:
        parts += [spoken(said, words, longest, one_line=True), f"_{origin(said, words)}_"]
    parts.append(_denominator(digest, line, said, words))
    if line is not None:
        split = reading.by_source(line.by_source, words, 2) if len(line.by_source) > 1 else ""
        past = reading.heading(reading.before(digest, line, words))
        parts.append(" · ".join(filter(None, [past, inline(split, 120)])))
        parts.append(inline(reading.accountable(line, words), 60))
    drawn = section("\n".join(filter(None, parts)))
    return drawn if said is None else named(drawn, digest, said, words)


def origin(said: Quote, words: Words) -> str:
    """Where a quote is from: source, segment, and for how many it stands. Escaped mrkdwn."""
    times = words("times", times=said.times) if said.times > 1 else ""
    return " · ".join(
        filter(None, [inline(reading.source_name(said.record.source)), inline(said.segment or "", 40), times])
    )


def _denominator(digest: Digest, line: ThemeLine | None, said: Quote | None, words: Words) -> str:
    if said is None:
        return reading.in_week(digest, line, line.count, digest.counts.conversations, words) if line else ""
    of, among = said.denominator.of_theme, said.denominator.of_conversations
    return f"{words('voice-denominator', of=of)} · {reading.in_week(digest, line, of, among, words)}"


def also_moving(digest: Digest, lines: Sequence[ThemeLine], words: Words) -> SectionBlock | None:
    """Slot 4: further themes, a line each."""
    if not lines:
        return None
    moves = {Label.NEW, Label.RISING, Label.FADING}
    key = "moving-title" if all(line.label in moves for line in lines) else "talked-title"
    return section("\n".join([f"*{words(key)}*", *(moving_line(digest, line, words) for line in lines)]))


def moving_line(digest: Digest, line: ThemeLine, words: Words) -> str:
    """One theme on one line: name, label, numbers; what is usual only where it is known. Escaped mrkdwn."""
    _, _, previous, average = reading.series(line)
    name, label = f"*{inline(reading.heading(line.name), 60)}*", reading.label(digest, line, words)
    told = words("moving-line", theme=name, label=label, count=reading.counted(line, words), previous=previous)
    usual = "" if reading.early(digest) else words("usually", usual=reading.mean(average, words))
    return ", ".join(filter(None, [told, usual]))


def blind_draw(digest: Digest, words: Words, longest: int) -> SectionBlock | None:
    """Slot 5: one voice drawn at random, with the size of its pool and its denominator."""
    said = reading.quote_for(digest, Slot.BLIND_DRAW)
    if said is None or digest.draw is None:
        return None
    pool = words("draw-pool", pool=digest.draw.pool)
    body, of = spoken(said, words, longest, one_line=True), _drawn_from(digest, said, words)
    drawn = section(f"*{words('draw-title')}*, {pool}\n{body}\n_{of} · {origin(said, words)}_")
    return named(drawn, digest, said, words)


def _drawn_from(digest: Digest, said: Quote, words: Words) -> str:
    """What the drawn voice is one of: its theme's, or the week's where the theme has no name but its terms."""
    line = reading.theme_line(digest, said.theme)
    if line is not None and not line.named:
        return words("draw-denominator-week", conversations=said.denominator.of_conversations)
    return words("draw-denominator", theme=inline(reading.theme_name(digest, said), 60), of=said.denominator.of_theme)


def kpis(shown: Sequence[Kpi], words: Words) -> SectionBlock | None:
    """Slot 6: a line for each number that moved; one for those that did not, and one for those that nothing is there
    to compare with, and one for too few answers."""
    if not shown:
        return None
    lines = [
        f"*{numbers.name(k, shown, words)}* {numbers.value(k, words)}, {numbers.arrow(k, words)}"
        for k in shown
        if numbers.moved(k)
    ]
    valued = [k for k in shown if k.value is not None and not numbers.moved(k)]
    still = [f"{numbers.name(k, shown, words)} {numbers.value(k, words)}" for k in valued if numbers.compared(k)]
    alone = [f"{numbers.name(k, shown, words)} {numbers.value(k, words)}" for k in valued if not numbers.compared(k)]
    few = [f"{numbers.name(k, shown, words)}: {numbers.value(k, words)}" for k in shown if k.value is None]
    if still:
        lines.append(words("kpi-unmoved", kpis=" · ".join(still)))
    if alone:
        lines.append(" · ".join(alone))
    if few:
        lines.append(" · ".join(few))
    return section("\n".join(lines))


def footer(digest: Digest, words: Words, in_thread: int) -> ContextBlock:
    """Slot 10: sources, what was left out and why, and that replies never reach customers."""
    lines = [
        inline(" ".join(_health(digest, words)), 190),
        inline(left_out(digest, words), 180),
        " ".join([*([words("footer-in-thread", count=in_thread)] if in_thread else []), *_edited(digest, words)]),
    ]
    drawn = context("\n".join(filter(None, lines)))
    if line := corrected_line(digest, words):
        drawn.elements = [*drawn.elements, *context(line).elements]
    drawn.block_id = ids.FOOTER
    return drawn


def corrected_line(digest: Digest, words: Words) -> str:
    """That the thread corrects something, and since when; empty where it does not."""
    if digest.corrected_at is None:
        return ""
    return words("correct-footer", day=words.day(reading.local(digest, digest.corrected_at)))


def _edited(digest: Digest, words: Words) -> list[str]:
    """Who edited it and what was held back, or that it is unedited; that it is short; and that replies stay here."""
    if not (digest.edited_by or digest.held_back or digest.short):
        return [words("footer-always")]
    told = [words("draft-footer-answered" if digest.ask else "draft-footer-short")] if digest.short else []
    if digest.edited_by:
        names = [inline(name, 40) for name in digest.edited_by[:MOST_EDITORS]]
        more = reading.more(len(digest.edited_by) - len(names), words)
        told.append(words("draft-footer-edited", names=words.listed([*names, *more])))
    if digest.held_back:
        told.append(words("draft-footer-held", count=digest.held_back))
    return [*told, words("draft-footer-replies")]


def left_out(digest: Digest, words: Words) -> str:
    """How many conversations were left out and why; empty in a week without any."""
    total = sum(digest.counts.left_out.values())
    if not total:
        return words("footer-left-out-none") if digest.counts.conversations else ""
    told = reading.left_out(digest, words)
    return words("footer-left-out", count=total, of=digest.counts.conversations, reasons=told)


def _health(digest: Digest, words: Words) -> list[str]:
    fresh = [health for health in digest.sources if not health.stale]
    stale = [health for health in digest.sources if health.stale]
    told = [_fresh(digest, fresh, words)] if fresh else []
    told += [_stale(digest, health, words) for health in stale[:1]]
    return [*told, *([words("footer-stale-more", count=len(stale) - 1)] if len(stale) > 1 else [])]


def _fresh(digest: Digest, fresh: Sequence[SourceHealth], words: Words) -> str:
    names = [reading.source_name(health.source, words) for health in fresh]
    sources = ", ".join([*names[:2], *reading.more(len(names) - 2, words)])
    oldest = min((health.last_sync for health in fresh if health.last_sync is not None), default=None)
    if oldest is None:
        return words("footer-fresh-untimed", count=len(fresh), sources=sources)
    return words("footer-fresh", count=len(fresh), sources=sources, moment=words.moment(reading.local(digest, oldest)))


def _stale(digest: Digest, health: SourceHealth, words: Words) -> str:
    name = reading.source_name(health.source)
    if health.last_sync is None:
        return words("footer-stale-untimed", source=name)
    counted = "yes" if digest.counts.by_source.get(health.source) else "no"
    moment = words.moment(reading.local(digest, health.last_sync))
    return words("footer-stale", moment=moment, source=name, counted=counted)
