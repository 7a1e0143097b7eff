from dataclasses import replace

import pytest

from bot.curation.exclusions import Exclusions
from bot.domain.rules import Rules
from bot.domain.verbatim import LeftOut
from tests.factories import make_conversation, make_verbatim


@pytest.mark.parametrize(
    ("entry", "text", "out"),
    [
        ("recall", "The RECALL was handled badly.", True),
        ("recall", "I recalled it later.", False),
        ("recall*", "I recalled it later.", True),
        ("press  office", "Please ask the press office.", True),
        ("Gepäck*", "Das GEPÄCKBAND stand still.", True),
        ("c++", "I wrote it in C++ last week.", True),
        ("  ", "Anything at all.", False),
    ],
)
def test_words_leave_a_conversation_out(entry: str, text: str, out: bool) -> None:
    reason = Exclusions(Rules(exclude=(entry,))).left_out(make_conversation(text=text))
    assert reason == (LeftOut.EXCLUDED if out else None)


def test_a_tag_on_any_record_leaves_the_conversation_out() -> None:
    conversation = make_conversation(
        make_verbatim("First.", conversation="c"), make_verbatim("Second.", conversation="c", tags=("Internal",))
    )
    assert Exclusions(Rules(exclude=("internal",))).left_out(conversation) is LeftOut.EXCLUDED


def test_noise_keeps_its_own_reason() -> None:
    conversation = make_conversation(text="Out of office", noise=LeftOut.AUTO_REPLY)
    assert Exclusions(Rules(exclude=("internal",))).left_out(conversation) is LeftOut.AUTO_REPLY


def test_do_not_feature_forbids_the_quote_and_leaves_the_count() -> None:
    exclusions = Exclusions(Rules(do_not_feature=("vip",)))
    conversation = make_conversation(text="Late.", tags=("vip",))
    assert not exclusions.may_feature(conversation)
    assert exclusions.left_out(conversation) is None


def test_what_its_source_keeps_back_may_not_be_featured_whichever_record_says_so() -> None:
    kept_back = replace(make_verbatim("Second.", conversation="c"), featured=False)
    conversation = make_conversation(make_verbatim("First.", conversation="c"), kept_back)
    assert not Exclusions(Rules()).may_feature(conversation)
    assert Exclusions(Rules()).left_out(conversation) is None
