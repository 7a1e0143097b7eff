"""What /voice answers, and App Home around what each part has to say there."""

from collections.abc import Iterator

from bot.blocks import home, home_news, voice
from bot.blocks.drawing import context, section
from bot.blocks.forms import Form
from bot.domain.message import Message
from bot.domain.role import Role
from bot.domain.schedule import Due
from bot.domain.week import Week
from bot.locale import Words
from tests.bot.blocks.longest import HARDEST, NOW, filled, longest_digest
from tests.bot.blocks.surfaces.digest import digests
from tests.factories import make_edition


def previews(words: Words, sign: str) -> Iterator[Message]:
    edition = make_edition(channel="C" * 20, title=filled(sign, 100))
    for week in (Week(2026, 46), Week(2026, 47)) if sign == HARDEST[0] else (Week(2026, 47),):
        due = Due(NOW, NOW.date(), week)
        for each in digests(words, sign)[:: 3 if sign == HARDEST[0] else 1]:
            yield from voice.preview(each.model_copy(update={"title": filled(sign, 100)}), edition, due, words)


def homes(words: Words, sign: str) -> Iterator[Form]:
    yield home.home([], words)
    edition = make_edition(channel="C" * 20, title=filled(sign, 100))
    for last in (None, longest_digest(sign, words)):
        states = ({}, {"shadow_weeks": 2}, {"off": "is_archived"})
        told = [
            block for state in states for block in home_news.news(edition.model_copy(update=state), NOW, last, words)
        ]
        yield home.home([home.Section("x", told)] * 50, words)
    yield home.home([home.Section("x", [*home_news.nothing(words), *home_news.further(30, words)])], words)
    for text in (section(filled("x" + sign, 3_000)), context(filled("x" + sign, 3_000)), section("x")):
        for blocks in (1, 60, 200):
            yield home.home([home.Section(filled("x" + sign, 300), [text] * blocks)] * 9, words)


EXAMPLES = {
    voice.help_text: lambda words, _: [voice.help_text(words, roles) for roles in (frozenset(), frozenset(Role))],
    voice.unknown_word: lambda words, sign: [
        voice.unknown_word(words, closest, frozenset(Role)) for closest in (None, filled(sign, 100))
    ],
    voice.no_such_command: lambda words, _: [voice.no_such_command(words)],
    voice.old_button: lambda words, _: [voice.old_button(words)],
    voice.in_its_place: lambda words, sign: [voice.in_its_place(filled("x" + sign, 10_000), words)],
    voice.in_the_making: lambda words, _: [voice.in_the_making(words)],
    voice.another_team: lambda words, _: [voice.another_team(words)],
    voice.preview: previews,
    voice.apology: lambda words, sign: [
        voice.apology(words, "0123abcd", said) for said in (None, filled(sign, 300), filled(sign, 10_000))
    ],
    home.home: homes,
}
