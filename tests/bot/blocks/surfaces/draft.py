"""The draft that curators decide on, its forms, and what they are told beside it."""

from collections.abc import Iterator
from itertools import product

from bot.blocks import digest, draft_forms, draft_letters, draft_review
from bot.blocks.forms import Form
from bot.domain.digest import Digest
from bot.domain.draft import DraftState, DropNumbers
from bot.domain.edition import Away
from bot.domain.message import Message
from bot.locale import Words
from tests.bot.blocks.longest import HARDEST, filled, longest_digest
from tests.bot.blocks.test_draft_review import DIGESTS, make_draft, told
from tests.factories import make_edition


def shown(words: Words, sign: str) -> Iterator[Digest]:
    worded = longest_digest(sign, words).model_copy(update={"worded": filled(sign, 300), "held_back": 2})
    yield worded
    if sign == HARDEST[0]:
        yield from DIGESTS.values()


def reviews(words: Words, sign: str) -> Iterator[Message]:
    states = DraftState if sign == HARDEST[0] else (DraftState.OPEN,)
    for each, state, away in product(shown(words, sign), states, (Away.SHORT, Away.NONE)):
        seen = told(each, state=state)
        edition = seen.edition.model_copy(update={"away": away, "shadow_weeks": 1 if away is Away.NONE else 0})
        named = draft_review.Reviewed(seen.draft, edition, seen.shown, seen.since, seen.small, seen.called)
        yield draft_review.review(named, words)


def swaps(words: Words, sign: str) -> Iterator[Form]:
    for each in shown(words, sign):
        for voices in (each.quotes[:10], ()):
            yield draft_forms.swap_form(make_draft(each), each, voices, words)


EXAMPLES = {
    draft_review.review: reviews,
    draft_forms.edit_form: lambda words, sign: [
        draft_forms.edit_form(make_draft(each), DropNumbers(), words) for each in shown(words, sign)
    ],
    draft_forms.hold_form: lambda words, sign: [
        draft_forms.hold_form(make_draft(each), words) for each in shown(words, sign)
    ],
    draft_forms.swap_form: swaps,
    draft_forms.reword_form: lambda words, sign: [
        draft_forms.reword_form(make_draft(each), each, words) for each in shown(words, sign)
    ],
    draft_forms.rename_form: lambda words, sign: (
        draft_forms.rename_form(make_draft(each), line, words) for each in shown(words, sign) for line in each.themes
    ),
    draft_forms.merge_form: lambda words, sign: (
        draft_forms.merge_form(make_draft(each), each, line, words)
        for each in shown(words, sign)
        for line in each.themes
    ),
    draft_forms.verbatims_form: lambda words, sign: (
        draft_forms.verbatims_form(make_draft(each), each, words) for each in shown(words, sign) if each.quotes
    ),
    draft_forms.offer_form: lambda words, sign: (
        draft_forms.offer_form(make_draft(each), each, words)
        for each in shown(words, sign)
        if draft_forms.offered(each)
    ),
    draft_letters.notice: lambda words, sign: (
        draft_letters.notice(what, make_draft(each), make_edition(channel="C0LEAD", title=filled(sign, 100)), words)
        for each in shown(words, sign)
        for what in ("held", "away")
    ),
    draft_letters.shadow: lambda words, sign: (
        draft_letters.shadow(digest.parent(each, words), make_edition(channel="C" * 20), 2, words)
        for each in shown(words, sign)
    ),
}
