"""What happens after posting: something taken out or corrected, and channels and people that are gone."""

from collections.abc import Iterator

from bot.blocks import correction, digest, hiding, routes, taken_out
from bot.blocks.forms import Form
from bot.domain.hidden import HiddenState
from bot.domain.message import Message
from bot.domain.route import BROKEN, CUT_OFF, SHARED, Route
from bot.locale import Words
from tests.bot.blocks.longest import NOW, filled
from tests.bot.blocks.test_after_limits import full, hidden, make_hidden

HELD = ("role-admin", "role-curator", "role-observer", "leader", "deputy", "theme", "promise", "edition")


def whence(sign: str) -> hiding.Whence:
    return hiding.Whence(filled(sign, 100), "C" * 20, NOW)


def hide_forms(words: Words, sign: str) -> Iterator[Form]:
    said = full(filled(sign, 1_000))
    for message in (digest.parent(said, words), *digest.thread(said, words)):
        yield hiding.hide_form(message.blocks, "", words)
    yield hiding.hide_form((), "", words)


def letters(words: Words, sign: str) -> Iterator[Message]:
    for decides in (True, False):
        yield hiding.letter(make_hidden(), whence(sign), words, decides=decides)


def look_forms(words: Words, sign: str) -> Iterator[Form]:
    for said in (None, full(filled(sign, 3_000)).quotes[0]):
        for state in HiddenState:
            yield hiding.look_form(make_hidden(state), said, words)


def without(words: Words, sign: str) -> Iterator[Message]:
    said = full(filled(sign, 1_000))
    for message in (digest.parent(said, words), *digest.thread(said, words)):
        yield taken_out.corrected(message, hidden(said), words)


def posted(sign: str) -> list[correction.Posted]:
    return [correction.Posted("e" * 40, filled(sign, 100), "2026-W46", NOW)] * 120


def corrections(words: Words, sign: str) -> Iterator[Message]:
    told = correction.Correction("x", "number", filled(sign, correction.MOST_SENTENCE))
    lines = [correction.line(told._replace(part=part), words) for part in correction.PARTS]
    said = full().model_copy(update={"correction": "\n".join(lines), "corrected_at": NOW})
    yield from correction.corrections(said, words)


def route_letters(words: Words, _: str) -> Iterator[Message]:
    for code in (None, SHARED, *BROKEN, *CUT_OFF, "x" * 80):
        broken = None if code == SHARED else code
        yield routes.letter(Route("C" * 20, broken, code == SHARED, NOW, 10**6, 0), words)


EXAMPLES = {
    hiding.hide_form: hide_forms,
    hiding.thanks_form: lambda words, _: [hiding.thanks_form(words)],
    hiding.letter: letters,
    hiding.decided: lambda words, sign: (
        hiding.decided(make_hidden(state), whence(sign), words) for state in (HiddenState.KEPT, HiddenState.LIFTED)
    ),
    hiding.look_form: look_forms,
    taken_out.corrected: without,
    correction.correct_form: lambda words, sign: [
        correction.correct_form(found, None, words) for found in (posted(sign), [])
    ],
    correction.corrected_form: lambda words, _: [correction.corrected_form(words)],
    correction.corrections: corrections,
    correction.message: lambda words, sign: [correction.message(filled("x" + sign, 3_000), words)],
    routes.letter: route_letters,
    routes.confirmed: lambda words, _: [routes.confirmed("C" * 20, words, done=done) for done in (True, False)],
    routes.please_confirm: lambda words, _: [
        routes.please_confirm(Route("C" * 20, None, True, NOW, 10**6, 0), "U" * 20, words)
    ],
    routes.moved: lambda words, _: [routes.moved("C" * 20, "C" * 20, words)],
    routes.leaving: lambda words, sign: [
        routes.leaving("U" * 20, [(what, filled(sign, 200)) for what in HELD] * count, words) for count in (0, 1, 40)
    ],
}
