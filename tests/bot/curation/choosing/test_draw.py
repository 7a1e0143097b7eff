import hashlib
import hmac
import random

from bot.curation.choosing.candidates import Candidate
from bot.curation.choosing.draw import draw, drawn_order, fingerprint
from tests.factories import make_conversation, make_verbatim


def pool(size: int, *, quotable: bool = True) -> list[Candidate]:
    made = []
    for number in range(size):
        conversation = make_conversation(make_verbatim(f"Voice {number} says something.", external_id=f"v{number}"))
        voice = conversation.voice
        assert voice is not None
        made.append(Candidate(conversation, voice, (conversation,), 0, quotable))
    return made


def may(candidate: Candidate) -> bool:
    return candidate.quotable


def test_there_is_no_draw_under_twenty_voices() -> None:
    assert draw(pool(19), "seed", may) is None
    assert draw(pool(20), "seed", may) is not None


def test_an_operator_draws_the_same_voice_with_the_standard_library() -> None:
    voices = pool(30)
    made = draw(voices, "default/2026-W45", may)
    assert made is not None
    keys = [f"desk/conversation/v{n}" for n in range(30)]
    first = min(keys, key=lambda key: hmac.new(b"default/2026-W45", key.encode(), hashlib.sha256).hexdigest())
    assert made[1].key == first
    mark = hmac.new(b"default/2026-W45", "\n".join(sorted(keys)).encode(), hashlib.sha256).hexdigest()[:16]
    assert made[0].model_dump() == {"pool": 30, "seed": "default/2026-W45", "fingerprint": mark, "passed": 0}


def test_the_order_of_the_rows_draws_nobody_else() -> None:
    voices = pool(40)
    shuffled = random.Random(3).sample(voices, 40)
    assert draw(voices, "s", may) == draw(shuffled, "s", may)


def test_those_that_may_not_be_quoted_are_passed_over_and_still_counted() -> None:
    voices = pool(25)
    order = drawn_order([v.key for v in voices], "s")
    made = draw(voices, "s", lambda c: c.key not in order[:2])
    assert made is not None
    assert (made[0].pool, made[1].key, made[2]) == (25, order[2], 3)
    assert draw(pool(25, quotable=False), "s", may) is None


def test_every_voice_is_drawn_about_as_often_as_any_other() -> None:
    keys = [f"k{n}" for n in range(20)]
    firsts = [drawn_order(keys, f"seed {n}")[0] for n in range(2000)]
    assert all(60 <= firsts.count(key) <= 145 for key in keys)


def test_another_pool_or_seed_has_another_fingerprint() -> None:
    assert fingerprint(["a", "b"], "s") == fingerprint(["b", "a"], "s")
    assert len({fingerprint(["a", "b"], "s"), fingerprint(["a"], "s"), fingerprint(["a", "b"], "t")}) == 3
