"""Service wins: forms, letters, what curators see, celebrations."""

from collections.abc import Iterator
from dataclasses import replace

from bot.blocks import ids, win_form, win_letters, win_review, wins
from bot.blocks.forms import Form
from bot.domain.message import Message
from bot.domain.win import Choice, Win, WinKind, WinState
from bot.locale import Words
from tests.bot.blocks.longest import HARDEST, filled, longest_digest, make_win

KINDS = (WinKind.SERVICE, WinKind.BOLD)
DECIDED = (WinState.OPEN, WinState.READY, WinState.CELEBRATED, WinState.KEPT, WinState.TAKEN_BACK)


def each(sign: str) -> Iterator[Win]:
    yield from (make_win(sign, kind) for kind in KINDS)


def half_asked(sign: str) -> Win:
    """The largest win of which half the people cannot be asked, and the others have not answered."""
    win = make_win(sign, WinKind.BOLD)
    people = (replace(person, agreed=None, reachable=person.place % 2 == 0) for person in win.people)
    return replace(win, people=tuple(people))


def nominate_forms(words: Words, sign: str) -> Iterator[Form]:
    names = (ids.WIN_WHAT, *ids.BOLD_PARTS)
    for win in each(sign):
        draft = win_form.Draft(
            kind=win.kind,
            users=tuple(person.user or "" for person in win.people),
            group=("S1", filled(sign, 200)),
            other=filled(sign, 200),
            parts=dict.fromkeys(names, filled(sign, 4_000)),
            link=filled(sign, win_form.MOST_LINK),
            said=filled(sign, win_form.MOST_SAID),
            private=True,
        )
        yield win_form.nominate_form(draft, words, win)
    yield win_form.nominate_form(win_form.typed_draft(filled(sign, 8_000), words, private=True), words)
    yield win_form.nominate_form(win_form.opened_draft("new", words, lambda *_: None, lambda _: True), words)


def answers(words: Words, sign: str) -> Iterator[Message]:
    for state in WinState if sign == HARDEST[0] else (WinState.OPEN,):
        for choice in Choice:
            win = make_win(sign, WinKind.BOLD, state, choice)
            yield win_letters.answered(win, win.people[0], words)
            yield win_letters.answered(replace(win, post="1.1"), win.people[0], words)


def outcomes(words: Words, sign: str) -> Iterator[Message]:
    for state in set(WinState) - {WinState.OPEN}:
        made = make_win(sign, WinKind.BOLD, state)
        for win in (made, replace(made, post="1.1")):
            yield from (win_letters.outcome(win, user, words, "C0WINS") for user in (win.nominator, "U0ELSE"))


def lists(words: Words, sign: str) -> Iterator[Message]:
    yield win_letters.mine([], "U00000001", words)
    for state in WinState if sign == HARDEST[0] else (WinState.OPEN,):
        yield win_letters.mine([make_win(sign, WinKind.BOLD, state)] * 20, "U00000001", words)


def text_forms(words: Words, sign: str) -> Iterator[Form]:
    for win in each(sign):
        yield from (win_review.text_form(win, words, curator=curator) for curator in (True, False))


EXAMPLES = {
    wins.celebration: lambda words, sign: (wins.celebration(win, words) for win in [*each(sign), half_asked(sign)]),
    wins.taken_out: lambda words, _: [wins.taken_out(words)],
    win_form.nominate_form: nominate_forms,
    win_form.thanks_form: lambda words, _: [win_form.thanks_form(words)],
    win_form.joined_form: lambda words, _: [win_form.joined_form(words)],
    win_form.group_options: lambda _, sign: [win_form.group_options([("S" * 20, f"@{filled(sign, 100)}")] * 120)],
    win_letters.question: lambda words, sign: (
        win_letters.question(win, win.people[1], words, again=again) for win in each(sign) for again in (False, True)
    ),
    win_letters.answered: answers,
    win_letters.outcome: outcomes,
    win_letters.text_changed: lambda words, sign: (win_letters.text_changed(win, words) for win in each(sign)),
    win_letters.thank_you: lambda words, sign: (
        win_letters.thank_you(win, filled(sign, 80), filled(sign, win_review.MOST_SENTENCE), words)
        for win in each(sign)
    ),
    win_letters.mine: lists,
    win_letters.help_text: lambda words, _: [win_letters.help_text(words)],
    win_letters.invitation: lambda words, _: [win_letters.invitation(words)],
    win_letters.offer: lambda words, _: [win_letters.offer(words, "C" * 40, "1" * 20)],
    win_letters.bold_quiet: lambda words, _: [win_letters.bold_quiet(words)],
    win_review.review: lambda words, sign: (win_review.review(win, words) for win in [*each(sign), half_asked(sign)]),
    win_review.decided: lambda words, sign: (
        win_review.decided(make_win(sign, kind, state), words) for kind in KINDS for state in DECIDED
    ),
    win_review.consent_back: lambda words, sign: (
        win_review.consent_back(replace(win, post=post), words) for win in each(sign) for post in (None, "1.1")
    ),
    win_review.text_form: text_forms,
    win_review.merge_form: lambda words, sign: (
        win_review.merge_form(win, [win] * count, words)
        for win in each(sign)
        for count in (0, 120 if sign == HARDEST[0] else 3)
    ),
    win_review.thank_form: lambda words, _: [win_review.thank_form(10**12, words)],
    win_review.proposals: lambda words, sign: [win_review.proposals(longest_digest(sign, words), words)],
}
