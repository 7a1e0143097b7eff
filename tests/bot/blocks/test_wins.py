"""Every message and form of a win stays within Slack's limits, whatever people write, in every language."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.blocks import ids
from bot.blocks.digest import MOST_BLOCKS, MOST_CHARACTERS, parent, thread
from bot.blocks.limits import check, check_view
from bot.blocks.win_form import (
    MOST_ANSWER,
    MOST_LINK,
    MOST_SAID,
    MOST_TOLD,
    Draft,
    joined_form,
    nominate_form,
    opened_draft,
    thanks_form,
    typed_draft,
)
from bot.blocks.win_letters import (
    answered,
    bold_quiet,
    help_text,
    invitation,
    mine,
    offer,
    outcome,
    question,
    text_changed,
    thank_you,
)
from bot.blocks.win_review import MOST_SENTENCE, decided, merge_form, proposals, review, text_form, thank_form
from bot.blocks.wins import celebration, taken_out, told
from bot.domain.digest import Quote, Slot
from bot.domain.feedback import Kind, RecordRef
from bot.domain.message import Message
from bot.domain.win import Choice, CustomerWords, Person, Team, Win, WinKind, WinState
from bot.locale import LANGUAGES, Words
from tests.bot.blocks.factories import make_digest, make_quote
from tests.bot.blocks.test_digest import texts

NOW = datetime(2026, 11, 18, 9, tzinfo=UTC)
HARDEST = ["&", "<", "@x ", "www.a.de ", "ü", "⟦1⟧", "*_~` "]


class TwiceAsLong(Words):
    """A language whose own words need twice the room of German; what people wrote stays as long as it is."""

    def __init__(self) -> None:
        super().__init__("de")

    def __call__(self, key: str, /, **values: str | int) -> str:
        again = {name: value[:1] if isinstance(value, str) else value for name, value in values.items()}
        return f"{super().__call__(key, **values)} {super().__call__(key, **again)}"


WORDS = [*(Words(language) for language in LANGUAGES), TwiceAsLong()]
SPOKEN = [*LANGUAGES, "twice as long"]


def filled(sign: str, most: int) -> str:
    return (sign * most)[:most]


def make_win(sign: str, kind: WinKind, state: WinState = WinState.OPEN, choice: Choice = Choice.NAME) -> Win:
    """The largest win that the forms let in, made of nothing but *sign*."""
    people = tuple(
        Person(place, f"U{place:08}", filled(sign, 80), in_team=True, choice=choice, agreed=1) for place in range(30)
    )
    parts = (filled(sign, MOST_TOLD),) if kind is not WinKind.BOLD else (filled(sign, MOST_ANSWER),) * 4
    record = RecordRef(source="a" * 40, kind=Kind.CONVERSATION, external_id="1" * 255)
    return Win(
        id=10**12,
        kind=kind,
        parts=parts,
        words=CustomerWords(filled(sign, MOST_SAID), record if kind is WinKind.SERVICE else None, 0, MOST_SAID),
        nominator="U00000001",
        people=people,
        created_at=NOW,
        team=Team("S1", filled(sign, 75), 30),
        state=state,
    )


def messages(win: Win, words: Words) -> Iterator[Message]:
    person = win.people[1]
    yield from (celebration(win, words), taken_out(words), text_changed(win, words))
    yield from (question(win, person, words), question(win, person, words, again=True), answered(win, person, words))
    yield thank_you(win, "&" * 80, "&" * MOST_SENTENCE, words)
    yield mine([win] * 20, "U00000001", words)
    yield mine([], "U00000001", words)
    yield from (help_text(words), invitation(words), offer(words, "C" * 40, "1" * 20), bold_quiet(words))
    yield review(win, words)


def forms(win: Win, words: Words) -> Iterator[dict]:
    sign = win.parts[0][:1]
    names = (ids.WIN_WHAT, *ids.BOLD_PARTS)
    draft = Draft(
        kind=win.kind,
        users=tuple(person.user or "" for person in win.people),
        group=("S1", filled(sign, 200)),
        other=filled(sign, 200),
        parts=dict.fromkeys(names, filled(sign, 4_000)),
        link=filled(sign, MOST_LINK),
        said=filled(sign, MOST_SAID),
        private=True,
    )
    yield nominate_form(draft, words, win)
    yield nominate_form(typed_draft(filled(sign, 8_000), words, private=True), words)
    yield nominate_form(opened_draft("new", words, lambda *_: None, lambda _: True), words)
    yield from (thanks_form(words), joined_form(words), thank_form(win.id, words))
    yield from (text_form(win, words, curator=curator) for curator in (True, False))
    yield from (merge_form(win, [win] * 120, words), merge_form(win, [], words))


@pytest.mark.parametrize("words", WORDS, ids=SPOKEN)
@pytest.mark.parametrize("kind", [WinKind.SERVICE, WinKind.BOLD])
@pytest.mark.parametrize("sign", HARDEST)
def test_the_longest_content_is_within_the_limits(words: Words, kind: WinKind, sign: str) -> None:
    win = make_win(sign, kind)
    for message in messages(win, words):
        check(message)
    for form in forms(win, words):
        check_view(form)


@pytest.mark.parametrize("words", WORDS, ids=SPOKEN)
@pytest.mark.parametrize("state", WinState)
def test_every_outcome_and_decision_has_words_and_room(words: Words, state: WinState) -> None:
    for choice in Choice:
        win = make_win("&", WinKind.BOLD, state, choice)
        check(answered(win, win.people[0], words))
        if state is not WinState.OPEN:
            for user in (win.nominator, "U0ELSE"):
                check(outcome(win, user, words, "C0WINS"))
        if state in (WinState.OPEN, WinState.READY, WinState.CELEBRATED, WinState.KEPT, WinState.TAKEN_BACK):
            check(decided(win, words))


@pytest.mark.parametrize("words", WORDS, ids=SPOKEN)
def test_the_praise_of_a_week_is_within_the_limits(words: Words) -> None:
    def praise(number: int) -> Quote:
        return make_quote(slot=Slot.PRAISE, text="&" * 2_000)

    digest = make_digest(praise=tuple(praise(number) for number in range(5)))
    check(proposals(digest, words))


@pytest.mark.parametrize("words", WORDS, ids=SPOKEN)
@pytest.mark.parametrize("sign", HARDEST)
def test_a_digest_with_the_longest_wins_stays_inside_its_budget(words: Words, sign: str) -> None:
    stories = tuple(told(make_win(sign, kind), words) for kind in WinKind)
    story = stories[0].model_copy(update={"about": filled(sign, 200), "about_week": "2026-W40"})
    digest = make_digest(wins=(story, *stories[1:]))
    message = parent(digest, words)
    check(message)
    assert sum(len(text) for text in texts(message)) <= MOST_CHARACTERS
    assert len(message.blocks) <= MOST_BLOCKS
    for reply in thread(digest, words):
        check(reply)


def test_one_win_is_told_in_the_parent_before_numbers_and_further_themes_are() -> None:
    words = Words("en")
    story = told(make_win("x", WinKind.SERVICE), words).model_copy(
        update={"who": "Ada", "parts": ("She drove there. " * 20,), "words": "Thank you. " * 20}
    )
    first, *rest = parent(make_digest(wins=(story,)), words), parent(make_digest(), words)
    assert "*Service win* · Ada" in str(first.blocks)
    assert "Also moving" not in str(first.blocks)
    assert "Also moving" in str(rest[0].blocks)


def test_the_invitation_is_one_line() -> None:
    message = parent(make_digest(invites_wins=True), Words("de"))
    assert "`/win` nimmt zwei Sätze" in str(message.blocks)


def test_people_are_shown_as_they_agreed_to_this_very_text() -> None:
    words = Words("en")
    win = make_win("x", WinKind.SERVICE)
    people = (
        Person(0, "U1", "Ada Byron", choice=Choice.NAME, agreed=1),
        Person(1, "U2", "Bob Brown", choice=Choice.NAME, agreed=0),
        Person(2, "U3", "Cy Young", in_team=True, choice=Choice.TEAM, agreed=1),
        Person(3, None, "Dan Free"),
    )
    shown = str(celebration(Win(**{**fields(win), "people": people, "team": Team("S1", "support", 5)}), words).blocks)
    assert "Ada Byron, the support team and colleagues" in shown
    for hidden in ("Bob", "Cy", "Dan"):
        assert hidden not in shown


def test_a_quote_that_names_somebody_is_shown_only_where_they_are_named() -> None:
    win = make_win("x", WinKind.SERVICE)
    record = RecordRef(source="desk", kind=Kind.CONVERSATION, external_id="1")
    words = CustomerWords("Ada's idea saved us.", record, 0, 20)
    for choice, is_shown in ((Choice.NAME, True), (Choice.COLLEAGUE, False)):
        people = (Person(0, "U1", "Ada Byron", choice=choice, agreed=1),)
        message = celebration(Win(**{**fields(win), "people": people, "words": words}), Words("en"))
        assert ("Ada's idea saved us." in str(message.blocks).replace("\\'", "'")) is is_shown


def test_what_people_write_pings_no_one_and_leads_nowhere() -> None:
    win = make_win("x", WinKind.SERVICE)
    nasty = "<!channel> <@U1> *bold* https://evil.example.com/x @here :tada:"
    shown = celebration(Win(**{**fields(win), "parts": (nasty,), "words": CustomerWords(nasty)}), Words("en"))
    text = str(shown.blocks) + shown.text
    assert "<!channel>" not in text
    assert "<@U1>" not in text
    assert "https://" not in text
    assert "@here" not in text


def fields(win: Win) -> dict:
    return {name: getattr(win, name) for name in Win.__dataclass_fields__}
