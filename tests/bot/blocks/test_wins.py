"""What is shown of a win, and of whom; that all of it fits into Slack is tested in test_surfaces.py."""

import pytest

from bot.blocks.digest import MOST_BLOCKS, MOST_CHARACTERS, parent, thread
from bot.blocks.limits import check
from bot.blocks.wins import celebration, told
from bot.domain.feedback import Kind, RecordRef
from bot.domain.win import Choice, CustomerWords, Person, Team, Win, WinKind
from bot.locale import Words
from tests.bot.blocks.factories import make_digest
from tests.bot.blocks.longest import HARDEST, SPOKEN, WORDS, TwiceAsLong, filled, make_win
from tests.bot.blocks.test_digest import texts

__all__ = ["HARDEST", "SPOKEN", "WORDS", "TwiceAsLong", "filled", "make_win"]  # asked for here by older tests


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
        *(Person(n, f"U{n}", f"Fay {n}", in_team=True, choice=Choice.TEAM, agreed=1) for n in range(4, 8)),
    )
    shown = str(celebration(Win(**{**fields(win), "people": people, "team": Team("S1", "support", 5)}), words).blocks)
    assert "Ada Byron, the support team and colleagues" in shown
    for hidden in ("Bob", "Cy", "Dan", "Fay"):
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
