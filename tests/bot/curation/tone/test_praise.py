from bot.curation.tone.praise import pick_praise
from bot.domain.digest import Slot
from tests.bot.curation.voices import make_voice

PRAISE = "The lady at the reception was so helpful and friendly, she solved everything for us at once."
GERMAN = "Die Mitarbeiterin am Empfang war sehr freundlich und hilfsbereit und hat uns sofort geholfen."


def test_praise_for_what_people_did_is_proposed() -> None:
    picked = pick_praise([make_voice(PRAISE, tone=1), make_voice(GERMAN, tone=1, language="de", topic=2)])
    assert {p.candidate.text for p in picked} == {PRAISE, GERMAN}
    assert {p.slot for p in picked} == {Slot.PRAISE}


def test_thanks_for_nothing_is_no_praise() -> None:
    assert pick_praise([make_voice("Thanks for nothing, helpful staff my foot!", tone=1)]) == []


def test_a_good_rating_on_a_complaint_and_a_bad_one_on_praise_are_no_praise() -> None:
    assert pick_praise([make_voice(PRAISE, tone=-1, rating=5), make_voice(PRAISE, tone=1, rating=1)]) == []


def test_what_may_not_be_quoted_is_not_proposed() -> None:
    assert pick_praise([make_voice(PRAISE, tone=1, quotable=False)]) == []


def test_five_at_most_no_two_alike_and_one_per_customer() -> None:
    many = [make_voice(PRAISE.replace("lady", f"lady{n}"), tone=1, topic=n) for n in range(9)]
    assert len(pick_praise(many)) == 5
    assert len(pick_praise([make_voice(PRAISE, tone=1) for _ in range(3)])) == 1
    same = [make_voice(PRAISE.replace("lady", f"lady{n}"), tone=1, topic=n, customer="c") for n in range(3)]
    assert len(pick_praise(same)) == 1
