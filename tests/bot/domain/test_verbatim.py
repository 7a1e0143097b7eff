"""A conversation counts once, in the week of its first customer words."""

from datetime import timedelta

from bot.domain.feedback import Kind
from bot.domain.verbatim import LeftOut
from tests.factories import MONDAY, make_conversation, make_verbatim


def test_an_auto_reply_is_no_customer_words_where_real_ones_follow() -> None:
    reply = make_verbatim("I am out of office.", conversation="T1", noise=LeftOut.AUTO_REPLY, days_ago=9)
    words = make_verbatim("The parcel never came.", conversation="T1")
    conversation = make_conversation(reply, words)
    assert (conversation.at, conversation.voice, conversation.left_out) == (MONDAY, words, None)


def test_without_real_words_it_counts_where_it_first_said_anything() -> None:
    rated = make_verbatim("", kind=Kind.RATING, conversation="T1", rating=2, days_ago=3)
    reply = make_verbatim("I am out of office.", conversation="T1", noise=LeftOut.AUTO_REPLY)
    conversation = make_conversation(rated, reply)
    assert (conversation.at, conversation.left_out) == (MONDAY, LeftOut.AUTO_REPLY)


def test_a_rating_alone_counts_by_its_own_date() -> None:
    conversation = make_conversation(make_verbatim("", kind=Kind.RATING, rating=2, days_ago=3))
    assert (conversation.at, conversation.left_out) == (MONDAY - timedelta(days=3), LeftOut.NO_WORDS)
