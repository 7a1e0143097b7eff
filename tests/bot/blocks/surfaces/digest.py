"""The digest, its thread, and what is written over them."""

from collections.abc import Iterator
from functools import cache

from bot.blocks import digest, pack, thread, win_slot
from bot.domain.digest import Digest
from bot.domain.message import Message
from bot.locale import Words
from tests.bot.blocks.factories import make_digest, make_empty, make_long, make_quiet
from tests.bot.blocks.longest import HARDEST, longest_digest


def digests(words: Words, sign: str) -> tuple[Digest, ...]:
    """The longest, and for one sign also what is not in it."""
    everything = longest_digest(sign, words)
    if sign != HARDEST[0]:
        return (everything,)
    return (
        everything,
        everything.model_copy(update={"wins": (), "invites_wins": True}),
        make_long(),
        make_digest(),
        make_quiet(),
        make_empty(),
    )


def parents(words: Words, sign: str) -> Iterator[Message]:
    for each in digests(words, sign):
        yield digest.parent(each, words)


def threads(words: Words, sign: str) -> Iterator[Message]:
    for each in digests(words, sign):
        yield from digest.thread(each, words)


def themes(words: Words, sign: str) -> Iterator[Message]:
    for each in digests(words, sign):
        yield from (thread.theme(each, line, words) for line in each.themes)


@cache
def longest_messages(words: Words, sign: str) -> tuple[Message, ...]:
    everything = longest_digest(sign, words)
    return (digest.parent(everything, words), *digest.thread(everything, words))


def corrected(words: Words, sign: str) -> Iterator[Message]:
    now = longest_digest(sign, words)
    gone = now.model_copy(update={"wins": tuple(story.model_copy(update={"taken_out": True}) for story in now.wins)})
    for message in longest_messages(words, sign):
        if "win-" in str(message.blocks):
            yield from (win_slot.corrected(message, each, words) for each in (now, gone))


EXAMPLES = {
    digest.parent: parents,
    digest.thread: threads,
    thread.details: lambda words, sign: (
        message
        for each in digests(words, sign)
        for message in thread.details(each, words, ["&" * 200] * 2, (None,), each.kpis)
    ),
    thread.theme: themes,
    thread.method: lambda words, sign: (thread.method(each, words) for each in digests(words, sign)),
    win_slot.stories: lambda words, sign: (
        story for each in digests(words, sign) for story in win_slot.stories(each, words)
    ),
    win_slot.corrected: corrected,
    pack.pack: lambda words, sign: pack.pack(longest_messages(words, sign), 5),
}
