"""How wins are celebrated, as admins set it in Slack."""

import re
from datetime import datetime
from typing import Any

from bot.blocks import ids
from bot.domain.fingerprint import fingerprint
from bot.domain.place import Place
from bot.domain.wish import WinsWish
from bot.errors import DeclinedError
from bot.services import ways
from bot.services.house import WIN_EMOJI, WINS_CHANNEL, WINS_NUDGE, WINS_POST, House, HouseSettings
from bot.services.setup.book import Book, unchanged

_EMOJI = re.compile(r"[a-z0-9_+'-]{1,100}")


class HouseSetup:
    """Lets admins say where and when wins are celebrated."""

    def __init__(self, book: Book, house: HouseSettings) -> None:
        self._book = book
        self._house = house

    def wish(self, user: str) -> tuple[WinsWish, frozenset[str], str]:
        """Return how it is, which of it the environment sets, and the name of that state."""
        self._book.mind(user)
        wish = _to_wish(self._house.now())
        return wish, self._house.of_environment, fingerprint(repr(wish))

    def save(self, wish: WinsWish, place: Place | None, seen: str, user: str, now: datetime) -> None:
        """Keep what is changed of it; what the environment sets stays as it is. *place*: the channel as it is now."""
        self._book.mind(user)
        wanted, fixed = _values(wish), self._house.of_environment
        _judge(wish, None if WINS_CHANNEL in fixed else place)
        with self._book.change() as tx:
            before = _to_wish(self._house.read(tx))
            unchanged(fingerprint(repr(before)), seen)
            known = _values(before)
            changed = {name: value for name, value in wanted.items() if name not in fixed and value != known[name]}
            self._house.put(tx, user, now, **changed)
            if place is not None and WINS_CHANNEL not in fixed:
                ways.looked_at(tx, place, now, moved=False, agreed=False)


def _judge(wish: WinsWish, place: Place | None) -> None:
    """Refuse what cannot be, at the field where it can be put right."""
    if wish.emoji and not _EMOJI.fullmatch(wish.emoji):
        raise DeclinedError("setup-emoji-odd", at=ids.SETUP_WINS_EMOJI)
    if place is None:
        return
    if not place.is_visible or not place.is_member:
        raise DeclinedError("setup-not-invited", at=ids.SETUP_WINS_CHANNEL)
    if place.is_archived:
        raise DeclinedError("setup-is-archived", at=ids.SETUP_WINS_CHANNEL)
    if place.is_shared:  # people agreed to be named among colleagues
        raise DeclinedError("setup-wins-shared", at=ids.SETUP_WINS_CHANNEL)


def _to_wish(house: House) -> WinsWish:
    return WinsWish(house.channel, house.in_digest, house.nudge, house.emoji)


def _values(wish: WinsWish) -> dict[str, Any]:
    return {
        WINS_CHANNEL: wish.channel,
        WINS_POST: "digest" if wish.in_digest else "at-once",
        WINS_NUDGE: wish.nudge,
        WIN_EMOJI: wish.emoji,
    }
