"""What is drawn after posting passes Slack's limits, whatever it holds, also where every word is twice as long."""

from datetime import UTC, datetime

import pytest

from bot.blocks import routes
from bot.blocks.correction import (
    PARTS,
    Correction,
    Posted,
    correct_form,
    corrected_form,
    corrections,
    line,
    posted_lately,
)
from bot.blocks.digest import parent, thread
from bot.blocks.hiding import Whence, decided, hide_form, letter, look_form, thanks_form, undecided
from bot.blocks.home import Section, home
from bot.blocks.limits import check, check_view
from bot.blocks.quote_slot import without_menus
from bot.blocks.taken_out import corrected
from bot.domain.digest import Digest, Slot
from bot.domain.feedback import Kind, RecordRef
from bot.domain.hidden import Hidden, HiddenState, HideReason
from bot.domain.message import Message
from bot.domain.route import Route
from bot.locale import Words
from tests.bot.blocks.factories import LONGEST_WORDS, make_digest, make_quote, make_theme
from tests.hostile import TEXTS

NOW = datetime(2026, 11, 17, 7, 30, tzinfo=UTC)
TITLE = "Überlange Bezeichnung einer Ausgabe, wie sie niemand wählen sollte, in hundert Zeichen voller Sorgfalt!"[:100]


class Double(Words):
    """A catalogue in which everything takes twice as much room."""

    def __call__(self, key: str, /, **values: str | int) -> str:
        said = super().__call__(key, **values)
        return f"{said} {said}" if key.startswith(("hide-", "correct-", "route-")) else said


WORDS = [Words("en"), Words("de"), Double("en"), Double("de")]


def make_hidden(state: HiddenState = HiddenState.HIDDEN) -> Hidden:
    record = RecordRef(source="a" * 40, kind=Kind.CONVERSATION, external_id="9" * 255)
    return Hidden(12, record, "e" * 40, "2026-W46", HideReason.PERSONAL, state, 3, 2, True, NOW, NOW)


def full(text: str = LONGEST_WORDS) -> Digest:
    """A digest with as many quotes as there can be."""
    line = make_theme()
    voices = [make_quote(text, theme=line, number=number) for number in range(2, 7)]
    said = [make_quote(text, slot=Slot.VOICE, theme=line), *voices]
    return make_digest(themes=(line,), all_themes=(line,), lead=line.id, quotes=tuple(said), edition="e" * 40)


def hidden(digest: Digest) -> Digest:
    quotes = tuple(quote.model_copy(update={"hidden": True}) for quote in digest.quotes)
    said = "\n".join("w" * 340 for _ in range(5))
    return digest.model_copy(update={"quotes": quotes, "correction": said, "corrected_at": NOW})


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("text", [LONGEST_WORDS, *TEXTS.values()])
def test_every_form_letter_and_message_passes(words: Words, text: str) -> None:
    digest, whence = full(text), Whence(TITLE, "C0LEAD", NOW)
    for message in (parent(digest, words), *thread(digest, words)):
        check_view(hide_form(message.blocks, "", words))
        check(corrected(message, hidden(digest), words))
    for message in (parent(hidden(digest), words), *thread(hidden(digest), words)):
        check(message)
    check(letter(make_hidden(), whence, words, decides=True))
    check(letter(make_hidden(), whence, words, decides=False))
    for state in (HiddenState.KEPT, HiddenState.LIFTED):
        check(decided(make_hidden(state), whence, words))
        check_view(look_form(make_hidden(state), digest.quotes[0], words))
    check_view(look_form(make_hidden(), None, words))
    check_view(hide_form((), "", words))
    check_view(thanks_form(words))


@pytest.mark.parametrize("words", WORDS)
def test_every_form_and_message_of_a_correction_passes(words: Words) -> None:
    posted = [Posted("e" * 40, TITLE, "2026-W46", NOW)] * 12
    check_view(correct_form(posted, None, words))
    check_view(correct_form([], None, words))
    check_view(corrected_form(words))
    for part in PARTS:
        said = line(Correction(posted[0].seen, part, "&" * 300), words)
        for message in corrections(make_digest(correction=said), words):
            check(message)


@pytest.mark.parametrize("words", WORDS)
def test_the_home_sections_pass(words: Words) -> None:
    waiting = [(make_hidden(), Whence(TITLE, "C0LEAD", NOW))] * 5
    lately = [Posted("e" * 40, TITLE, "2026-W46")] * 2
    sections = [
        Section(words("hide-home"), undecided(waiting, words)),
        Section(words("correct-home"), posted_lately(lately, words)),
    ]
    check_view(home(sections, words))


@pytest.mark.parametrize("words", [Words("en"), Words("de")])
def test_a_digest_drawn_without_its_quotes_keeps_its_layout(words: Words) -> None:
    """What stood in the parent stands there still: nothing moves up into the place of a quote."""
    digest = full()

    def names(message: Message) -> list[str]:
        return [block["type"] for block in message.blocks]

    assert names(parent(hidden(digest), words)) == names(parent(digest, words))
    assert [names(m) for m in thread(hidden(digest), words)][:-5] == [names(m) for m in thread(digest, words)]


@pytest.mark.parametrize("words", [Words("en"), Words("de")])
def test_put_back_every_message_is_byte_for_byte_as_it_was(words: Words) -> None:
    digest = full()
    for message in (parent(digest, words), *thread(digest, words)):
        out = corrected(message, hidden(digest), words)
        assert corrected(out, digest, words) == message


@pytest.mark.parametrize("words", WORDS)
def test_every_letter_about_a_channel_or_a_person_passes(words: Words) -> None:
    for code in (None, "not_in_channel", "is_archived", "channel_not_found", "restricted_action"):
        for unconfirmed in (False, True):
            check(routes.letter(Route("C0LEAD", code, unconfirmed, NOW, 3, 2), words))
    held = [("leader", "&" * 200), ("promise", "<" * 300), ("role-admin", ""), ("theme", "x" * 90)] * 30
    check(routes.leaving("U0BEN", held, words))
    check(routes.moved("C" * 40, "C" * 40, words))
    for done in (True, False):
        check(routes.confirmed("C" * 40, words, done=done))


@pytest.mark.parametrize("words", [Words("en"), Words("de")])
def test_a_preview_has_no_menus_as_nothing_is_posted_yet(words: Words) -> None:
    for message in (parent(full(), words), *thread(full(), words)):
        assert not any("accessory" in block for block in without_menus(message).blocks)
