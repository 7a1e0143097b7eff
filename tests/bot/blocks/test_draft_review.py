"""The draft and its forms keep inside Slack's limits, whatever they hold, in both languages and at double length."""

import json
from collections.abc import Iterator
from datetime import timedelta
from itertools import product
from typing import Any

import pytest

from bot.blocks import ids
from bot.blocks.digest import parent
from bot.blocks.draft_forms import (
    edit_form,
    hold_form,
    merge_form,
    offer_form,
    rename_form,
    reword_form,
    swap_form,
    verbatims_form,
)
from bot.blocks.draft_letters import MOST_WAITING, notice, shadow, waiting
from bot.blocks.draft_review import Reviewed, review
from bot.blocks.forms import Form
from bot.blocks.home import Section, home
from bot.blocks.limits import check, check_view
from bot.domain.digest import Digest, WinStory
from bot.domain.draft import UNDECIDED, Draft, DraftState, DropNumbers, HoldTheme, Made, RenameTheme, Reword, Why
from bot.domain.edition import Away
from bot.domain.history import History
from bot.domain.reserve import Reserve, ReservedTheme
from bot.locale import LANGUAGES, Words
from tests.bot.blocks.factories import START, make_digest, make_empty, make_long, make_quiet
from tests.factories import make_edition
from tests.hostile import TEXTS

NOW = START + timedelta(days=8)


class Doubled(Words):
    """A catalogue in which everything is said twice."""

    def __call__(self, key: str, /, **values: str | int) -> str:
        said = super().__call__(key, **values)
        return f"{said} {said}"


def make_draft(digest: Digest, **fields: Any) -> Draft:
    themes = tuple(ReservedTheme(line=line, voices=digest.quotes[:8]) for line in digest.themes)
    defaults: dict[str, Any] = {
        "number": 12,
        "edition": "default",
        "week": digest.week,
        "digest": digest,
        "reserve": Reserve(weeks_before=9, history=History(), themes=themes, series={}),
        "made_at": NOW,
        "due_at": NOW + timedelta(days=1),
    }
    return Draft(**{**defaults, **fields})


def hostile() -> Digest:
    """A week in which every name and every word is meant to do harm."""
    digest = make_digest()
    worst = "".join(TEXTS.values())[:400]
    lines = tuple(line.model_copy(update={"name": f"{worst}{index}"}) for index, line in enumerate(digest.themes))
    quotes = tuple(quote.model_copy(update={"text": worst, "segment": worst}) for quote in digest.quotes)
    return digest.model_copy(update={"themes": lines, "all_themes": lines, "quotes": quotes, "worded": worst[:300]})


DIGESTS = {
    "a week with everything": make_digest(
        wins=(WinStory(win=1, kind="service", who="Ben", parts=("He came at night. " * 80,)),), held_back=2
    ),
    "the longest": make_long(),
    "a quiet week": make_quiet(),
    "an empty week": make_empty(),
    "a hostile week": hostile(),
}


def every_word() -> Iterator[Words]:
    for language in LANGUAGES:
        yield Words(language)
        yield Doubled(language)


def told(digest: Digest, **fields: Any) -> Reviewed:
    edits = tuple(
        Made(edit=edit, by="U0CORA", at=NOW, why=Why.OTHER)
        for edit in [
            *(HoldTheme(theme="x") for _ in range(30)),
            RenameTheme(theme="x", name="n" * 60),
            Reword(sentence="w " * 25, about=None),
        ]
    )
    draft = make_draft(digest, edits=edits, holder="U0CORA", decided_by="U0CORA", late=True, **fields)
    records = frozenset(quote.record for quote in digest.quotes)
    return Reviewed(draft, make_edition(channel="C0LEAD"), digest, 123_456, records, {"U0CORA": "Cora " * 60})


@pytest.mark.parametrize("name", DIGESTS)
def test_the_review_message_keeps_inside_the_limits(name: str) -> None:
    shapes = [(state, Away.SHORT) for state in DraftState] + [(DraftState.OPEN, away) for away in Away]
    for words, (state, away) in product(every_word(), shapes):
        seen = told(DIGESTS[name], state=state)
        edition = seen.edition.model_copy(update={"away": away, "shadow_weeks": 1 if away is Away.NONE else 0})
        check(review(Reviewed(seen.draft, edition, seen.shown, seen.since, seen.small, seen.called), words))


@pytest.mark.parametrize("name", DIGESTS)
def test_the_forms_keep_inside_the_limits(name: str) -> None:
    digest = DIGESTS[name]
    draft = make_draft(digest)
    for words in every_word():
        for form in forms(draft, digest, words):
            check_view({**form})


def forms(draft: Draft, digest: Digest, words: Words) -> Iterator[Form]:
    yield edit_form(draft, DropNumbers(), words)
    yield hold_form(draft, words)
    yield swap_form(draft, digest, digest.quotes[:8], words)
    yield swap_form(draft, digest, (), words)
    yield reword_form(draft, digest, words)
    for line in digest.themes:
        yield rename_form(draft, line, words)
        yield merge_form(draft, digest, line, words)
    if digest.quotes:
        yield verbatims_form(draft, digest, words)
        yield offer_form(draft, digest, words)


def test_letters_keep_inside_the_limits() -> None:
    edition = make_edition(channel="C0LEAD", title="Title " * 16)
    for words, digest in product(every_word(), DIGESTS.values()):
        check(shadow(parent(digest, Words(digest.language)), edition, 2, words))
        for what in ("held", "away"):
            check(notice(what, make_draft(digest), edition, words))


def test_the_section_of_app_home_keeps_inside_the_limits() -> None:
    edition = make_edition(channel="C0LEAD", title="T" * 100)
    drafts = [(make_draft(make_long(), state=state), edition) for state in UNDECIDED for _ in range(20)]
    for words in every_word():
        view = home([Section(words("draft-home"), waiting(drafts, words))], words)
        check_view({**view})
        assert f"+{len(drafts) - MOST_WAITING}" in str(view)


def test_nothing_of_the_digest_can_be_pressed_in_a_draft() -> None:
    message = review(told(make_digest()), Words("en"))
    actions = {name for block in message.blocks for name in named(block)}
    assert (
        actions
        == {name for name in vars(ids).values() if isinstance(name, str) and name.startswith("draft-")} & actions
    )


def named(block: dict[str, Any]) -> Iterator[str]:
    for element in (*block.get("elements", ()), *([block["accessory"]] if "accessory" in block else [])):
        if "action_id" in element:
            yield element["action_id"]


def test_a_quote_of_a_small_team_is_warned_of() -> None:
    seen = told(make_digest())
    assert "from a small team" in json.dumps(review(seen, Words("en")).blocks)
    plain = Reviewed(seen.draft, seen.edition, seen.shown)
    assert "from a small team" not in json.dumps(review(plain, Words("en")).blocks)
