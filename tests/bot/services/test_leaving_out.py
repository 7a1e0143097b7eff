"""An edition does without the slots that an admin switched off."""

import pytest

from bot.blocks.digest import parent, thread
from bot.blocks.setup_edition import LEFT_OUT
from bot.domain.digest import Slot
from bot.domain.edition import Edition
from bot.locale import Words
from bot.services.leaving_out import without
from tests.bot.blocks.factories import START, make_digest


def edition(*slots: str, company: bool = False) -> Edition:
    return Edition(created_at=START, without=slots, company=company)


def test_nothing_left_out_changes_nothing() -> None:
    digest = make_digest()
    assert without(digest, edition()) is digest


@pytest.mark.parametrize(("slot", "gone"), [("numbers", "kpis"), ("wins", "wins"), ("ledger", "ledger")])
def test_a_slot_that_is_switched_off_is_empty(slot: str, gone: str) -> None:
    assert getattr(without(make_digest(), edition(slot)), gone) == ()


def test_without_the_blind_draw_neither_voice_nor_method_is_shown() -> None:
    left = without(make_digest(), edition("blind-draw"))
    assert left.draw is None
    assert Slot.BLIND_DRAW not in {quote.slot for quote in left.quotes}


def test_without_the_other_movers_the_lead_keeps_its_voices() -> None:
    digest = make_digest()
    left = without(digest, edition("movers"))
    assert [line.id for line in left.themes] == [digest.lead]
    assert {quote.theme for quote in left.quotes if quote.slot is Slot.VERBATIM} <= {digest.lead}


@pytest.mark.parametrize("language", ["en", "de"])
def test_with_everything_left_out_it_can_still_be_drawn(language: str) -> None:
    left = without(make_digest(), edition(*LEFT_OUT, company=True))
    assert parent(left, Words(language)).text
    assert thread(left, Words(language))
