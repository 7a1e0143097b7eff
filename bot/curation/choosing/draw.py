"""The blind draw: one voice at random out of all, in a way that can be done again with the standard library.

The order of the pool is that of HMAC-SHA256(seed, key) as hexadecimal text, where a voice's key is its record's
``source/kind/external_id``. The first in that order that may be quoted is drawn. The fingerprint is
HMAC-SHA256(seed, the sorted keys joined by line feeds), its first 16 hexadecimal digits: the same pool and the same
seed give the same fingerprint, and it gives away no key. docs/curation.md says how an operator draws again.
"""

import hashlib
import hmac
from collections.abc import Callable, Iterable, Iterator, Sequence

from bot.curation.choosing.candidates import Candidate
from bot.domain.digest import Draw

FEWEST = 20
"""Voices under which there is no draw: in a small pool a voice is soon recognised."""


def drawn_order(keys: Iterable[str], seed: str) -> list[str]:
    """Return *keys* in the order in which *seed* draws them."""
    return sorted(keys, key=lambda key: (_keyed(seed, key), key))


def fingerprint(keys: Iterable[str], seed: str) -> str:
    """Return the keyed fingerprint of a pool, 16 hexadecimal digits."""
    return _keyed(seed, "\n".join(sorted(keys)))[:16]


def draw(
    pool: Sequence[Candidate], seed: str, may_be_drawn: Callable[[Candidate], bool]
) -> tuple[Draw, Candidate, int] | None:
    """Draw one voice from *pool*: the draw, the voice and its position in the drawn order, counted from 1.

    None under twenty voices, and where none of them may be quoted. The pool counts those too that may not.
    """
    return next(draws(pool, seed, may_be_drawn), None)


def draws(
    pool: Sequence[Candidate], seed: str, may_be_drawn: Callable[[Candidate], bool]
) -> Iterator[tuple[Draw, Candidate, int]]:
    """Yield the draw and, one after the other in the drawn order, those that may be quoted: the first one is drawn."""
    if len(pool) < FEWEST:
        return
    by_key = {candidate.key: candidate for candidate in pool}
    made = Draw(pool=len(pool), seed=seed, fingerprint=fingerprint(by_key, seed))
    for position, key in enumerate(drawn_order(by_key, seed), start=1):
        if may_be_drawn(by_key[key]):
            yield made, by_key[key], position


def _keyed(seed: str, message: str) -> str:
    return hmac.new(seed.encode(), message.encode(), hashlib.sha256).hexdigest()
