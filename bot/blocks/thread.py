"""The thread under a digest: voices of each theme shown, what the parent had no room for, the method."""

from collections.abc import Sequence

from slack_sdk.models.blocks import ActionsBlock, Block, SectionBlock

from bot.blocks import ids, numbers, reading, slots
from bot.blocks.drawing import as_json, context, header, section, texts_of
from bot.blocks.forms import button
from bot.blocks.quote_slot import named, spoken
from bot.blocks.text import cut, escape, inline, neutral, plain
from bot.domain.digest import Digest, Kpi, Quote, Slot, ThemeLine
from bot.domain.feedback import TOLD_SOURCE
from bot.domain.hidden import as_posted
from bot.domain.message import Message
from bot.domain.reference import ThemeKey
from bot.locale import Words

MOST_CHARACTERS = 9_000
"""Of one message's blocks: Slack refuses some way above 10,000, and says nowhere where."""

MOST_VERBATIMS = 5
LONGEST_QUOTE = 1_500


def details(
    digest: Digest, words: Words, dropped: Sequence[str], others: Sequence[SectionBlock | None], kpis: Sequence[Kpi]
) -> tuple[Message, ...]:
    """Draw the thread; *dropped* lines, *others* (a drawn voice, an offer) and *kpis* had no room in the parent."""
    messages = [theme(digest, line, words) for line in digest.themes]
    if dropped or any(others) or kpis:
        messages.append(_did_not_fit(words, dropped, others, kpis))
    return (*messages, method(digest, words))


def theme(digest: Digest, line: ThemeLine, words: Words) -> Message:
    """Draw one theme: its numbers and up to five voices, one of them of another opinion where there is one."""
    name = reading.heading(line.name)
    told = [
        reading.label(digest, line, words),
        reading.in_week(digest, line, line.count, digest.counts.conversations, words),
        reading.before(digest, line, words),
    ]
    about = list(filter(None, told))
    head: list[Block] = [header(name), context(" · ".join([*about, inline(reading.accountable(line, words), 120)]))]
    voices = reading.verbatims(digest, line)
    posted = as_posted(digest)
    shown = _that_fit([_voice(posted, said, words) for said in reading.verbatims(posted, line)[:MOST_VERBATIMS]])
    body = [block for said in voices[: len(shown)] for block in _voice(digest, said, words)]
    if not voices:
        body = [section(_no_voice(digest, line, words))]
    if len(voices) > len(shown):
        body.append(context(words("thread-not-shown", count=len(voices) - len(shown))))
    if line.voices > len(voices):
        body.append(_more(digest, line, words))
    text = f"{name}: {', '.join(about).lstrip('↗↘ ')}."
    return Message(text=_spoken(text), blocks=as_json([*head, *body]))


def _voice(digest: Digest, said: Quote, words: Words) -> tuple[Block, Block]:
    day = words.short_day(reading.local(digest, said.said_at))
    other = f"*{words('thread-another-view')}* · " if said.slot is Slot.DISSENT else ""
    voice = named(section(spoken(said, words, LONGEST_QUOTE)), digest, said, words)
    return voice, context(f"{other}{slots.origin(said, words)} · {day}")


def _more(digest: Digest, line: ThemeLine, words: Words) -> ActionsBlock:
    """The button that shows more voices on the theme to who presses it."""
    label = words("more-voices-label", theme=plain(reading.heading(line.name), 40))
    more = button(ids.MORE_VOICES, words("more-voices"), str(ThemeKey.of(digest, line)), label=label)
    return ActionsBlock(elements=[more])


def _no_voice(digest: Digest, line: ThemeLine, words: Words) -> str:
    """Why no voice stands here: nobody may be quoted, or the one that may stands in the digest above."""
    above = any(q.theme in {line.id, line.name} and q.slot in (Slot.VOICE, Slot.BLIND_DRAW) for q in digest.quotes)
    if not above:
        return words("thread-quotes-none")
    return words("thread-quotes-alike" if line.voices == 1 else "thread-quotes-above", count=line.count)


def _that_fit(voices: Sequence[tuple[Block, Block]]) -> list[tuple[Block, Block]]:
    """The first of *voices* that fit into one message; the last drop first."""
    shown: list[tuple[Block, Block]] = []
    size = 0
    for pair in voices:
        size += sum(len(text) for text in texts_of(pair))
        if size > MOST_CHARACTERS - 1_000:
            break
        shown.append(pair)
    return shown


def _did_not_fit(
    words: Words, lines: Sequence[str], others: Sequence[SectionBlock | None], kpis: Sequence[Kpi]
) -> Message:
    blocks: list[Block | None] = [header(words("dropped-title"))]
    if lines:
        blocks.append(section("\n".join(lines)))
    blocks += others
    blocks.append(slots.kpis(kpis, words))
    spoken = [
        words("dropped-title"),
        *(f"{numbers.name(kpi, kpis, words)} {numbers.value(kpi, words)}" for kpi in kpis),
    ]
    kept = [block for block in blocks if block is not None]
    return Message(text=_spoken(". ".join(spoken)), blocks=as_json(kept))


def method(digest: Digest, words: Words) -> Message:
    """Draw how the digest was made: what was counted and left out, how it was picked, how to draw again."""
    counts, days = digest.counts, reading.days(digest, words)
    if counts.conversations:
        sources = reading.by_source(counts.by_source, words, 8)
        told = words(
            "method-counted",
            days=days,
            timezone=digest.timezone,
            conversations=counts.conversations,
            sources=sources,
            eligible=counts.eligible,
        )
    else:
        told = words("method-counted-none", days=days, timezone=digest.timezone)
    lines = [" ".join(filter(None, [told, slots.left_out(digest, words)]))]
    if by_colleagues := counts.by_source.get(TOLD_SOURCE):
        lines.append(words("method-told", count=by_colleagues))
    if any(line.count for line in digest.all_themes):
        lines.append(words("method-themes", themes=_all_themes(digest, words)))
    lines += [*_told_otherwise(digest, words), words("method-labels"), words("method-quotes")]
    if asked := numbers.asked(digest.kpis):
        lines.append(words("method-numbers" if any(map(numbers.compared, asked)) else "method-numbers-alone"))
    lines += [_draw(digest, words), words("method-versions", rules=digest.rules_version, seed=digest.seed)]
    blocks = [header(words("method-title")), *(section(inline(line, 2_900)) for line in lines)]
    return Message(text=_spoken(f"{words('method-title')}. {lines[0]}"), blocks=as_json(blocks))


def _told_otherwise(digest: Digest, words: Words) -> list[str]:
    """Why the lead's number of last week is not the one that the digest of last week gave, where it is not."""
    line, found = reading.lead(digest), digest.verdict
    if line is None or found.told is None:
        return []
    name, what = reading.heading(line.name)[:60], reading.series(line)[0]
    return [words("method-told-otherwise", theme=name, what=what, told=found.told, previous=found.previous)]


def _draw(digest: Digest, words: Words) -> str:
    if digest.draw is None:
        return words("method-no-draw")
    made = digest.draw
    told = words("method-draw", pool=made.pool, seed=made.seed, fingerprint=made.fingerprint)
    return f"{told} {words('draft-method-passed', count=made.passed)}" if made.passed else told


def _all_themes(digest: Digest, words: Words, most: int = 25) -> str:
    ranked = sorted((line for line in digest.all_themes if line.count), key=lambda line: (-line.count, line.id))
    held = words("draft-held-name")
    names = [
        words("name-count", name=reading.heading(line.name)[:60] or held, count=line.count) for line in ranked[:most]
    ]
    return ", ".join([*names, *reading.more(len(ranked) - most, words)])


def _spoken(text: str) -> str:
    return cut(escape(neutral(text)), 3_000)
