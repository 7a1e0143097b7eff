"""What leaders and curators look up privately: a theme in any words, a whole conversation, reasons, further voices."""

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

from bot.blocks import about, conversation, digest, pinning, quote_slot, told_form, why
from bot.blocks.forms import Form
from bot.domain.digest import Label
from bot.domain.feedback import Kind, Rating, RecordRef
from bot.domain.finding import Finding
from bot.domain.message import Message
from bot.domain.pin import DraftRef
from bot.domain.told import Where
from bot.domain.transcript import Line, Transcript, Unshown
from bot.locale import Words
from tests.bot.blocks.factories import make_quote
from tests.bot.blocks.longest import HARDEST, NOW, filled, longest_digest

ZONE = ZoneInfo("America/Argentina/ComodRivadavia")
RECORD = RecordRef(source="a" * 40, kind=Kind.CONVERSATION, external_id="9" * 255)
REF = DraftRef("d" * 60, 10**6)


def answers(words: Words, sign: str) -> Iterator[Message]:
    many, question = 10**9, filled(sign, 3_000)
    quotes = tuple(make_quote(filled(sign, 3_000), number=n, record=RECORD, segment=sign * 80) for n in range(3))
    for label in (None, *Label):
        for found in (0, many):
            for told in (quotes, ()):
                finding = Finding(
                    asked=True, named=True, found=found, conversations=many, since=date(2026, 9, 30), last_week=many,
                    week_before=many, usual=1e9, label=label, quotes=told,
                )  # fmt: skip
                yield about.answer(finding, question, words, ZONE)
    yield about.answer(Finding(asked=False, named=True), question, words, ZONE)


def conversations(words: Words, sign: str) -> Iterator[Form]:
    lines = [
        Line(RECORD, NOW, filled(sign, 60_000 if sign == HARDEST[0] else 6_000), Rating(value=1, low=1, high=10)),
        *(Line(RECORD, NOW, None, unshown=unshown) for unshown in Unshown),
        *(Line(RECORD, NOW, sign, None) for _ in range(200)),
    ]
    for unshown in (None, *Unshown):
        transcript = Transcript("a" * 40, tuple(lines), unshown, "https://example.org/" + "x" * 2_900)
        for page in (0, 1, 10**6):
            yield conversation.conversation(transcript, conversation.Place(RECORD, page), words, ZONE)


def results(words: Words, sign: str) -> Iterator[Form]:
    shown = longest_digest(sign, words)
    for found in (shown.quotes[:10], ()):
        yield pinning.results(REF, shown, found, filled(sign, 3_000), words)


def told_forms(words: Words, sign: str) -> Iterator[Form]:
    for private in (True, False):
        draft = told_form.ToldDraft(
            date(2026, 11, 18), filled(sign, 2_000), "C" * 20 + ":1.1", "U" * 20, Where.MESSAGE, private
        )
        yield told_form.told_form(draft, words)
    yield told_form.told_form(told_form.ToldDraft(date(2026, 11, 18)), words)


def voices(words: Words, sign: str) -> Iterator[Form]:
    shown = longest_digest(sign, words)
    for found in (shown.quotes[:8], ()):
        yield why.more_voices(shown, shown.themes[0], found, words)


EXAMPLES = {
    about.looking: lambda words, _: [about.looking(words)],
    about.without_words: lambda words, _: [about.without_words(words)],
    about.answer: answers,
    conversation.gone: lambda words, _: [conversation.gone(words)],
    conversation.conversation: conversations,
    pinning.search_form: lambda words, _: [pinning.search_form(REF, words)],
    pinning.searching: lambda words, _: [pinning.searching(words)],
    pinning.results: results,
    pinning.pinned: lambda words, _: [pinning.pinned(words)],
    quote_slot.without_menus: lambda words, sign: [
        quote_slot.without_menus(digest.parent(longest_digest(sign, words), words))
    ],
    told_form.told_form: told_forms,
    told_form.taken_in: lambda words, _: [told_form.taken_in(words)],
    why.opened: lambda words, _: [why.opened(words, "why-title")],
    why.failed: lambda words, _: [why.failed(words, "more-title")],
    why.refused: lambda words, sign: [why.refused(words, "why-title", filled("x" + sign, 2_900))],
    why.reasons: lambda words, sign: [
        why.reasons(longest_digest(sign, words), said, words) for said in longest_digest(sign, words).quotes[:3]
    ],
    why.more_voices: voices,
    why.thanks: lambda words, _: [why.thanks(words)],
    why.not_useful: lambda words, sign: [
        why.not_useful(longest_digest(sign, words), said, words) for said in longest_digest(sign, words).quotes[:3]
    ],
}
