"""How wins are celebrated and invited here: as the environment sets it, else as it was set in Slack."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.errors import DeclinedError
from bot.services.audit import record
from bot.storage.house import SettingQueries
from bot.storage.store import Store, Transaction

WINS_CHANNEL, WINS_POST, WINS_NUDGE, WIN_EMOJI = "wins_channel", "wins_post", "wins_nudge", "win_emoji"
NAMES = (WINS_CHANNEL, WINS_POST, WINS_NUDGE, WIN_EMOJI)


@dataclass(frozen=True, slots=True)
class House:
    """Wins are celebrated in *channel*, in *language*, at once or in the digest. *emoji*: the reaction that offers the
    form, None where it is off. *nudge*: whether Wednesdays invite.
    """

    channel: str | None = None
    language: str = "en"
    in_digest: bool = False
    nudge: bool = True
    emoji: str | None = None

    @property
    def can_celebrate(self) -> bool:
        """Whether there is a place where a win could be celebrated."""
        return self.in_digest or self.channel is not None


class HouseSettings:
    """Reads and changes them. *given* are those that the environment sets, by name; they win, and cannot be changed."""

    def __init__(self, store: Store, given: dict[str, Any], language: str) -> None:
        self._store = store
        self._given = given
        self._language = language

    @property
    def of_environment(self) -> frozenset[str]:
        """The names of those that the environment sets."""
        return frozenset(self._given)

    def now(self) -> House:
        """Return how it is now."""
        with self._store.read() as tx:
            return self.read(tx)

    def read(self, tx: Transaction) -> House:
        """Return how it is, inside a transaction that is under way."""
        found = SettingQueries(tx).all() | self._given
        return House(
            channel=found.get(WINS_CHANNEL),
            language=self._language,
            in_digest=found.get(WINS_POST, "at-once") == "digest",
            nudge=bool(found.get(WINS_NUDGE, True)),
            emoji=found.get(WIN_EMOJI),
        )

    def change(self, actor: str, now: datetime, **values: Any) -> None:
        """Change settings by name; DeclinedError for one that the environment sets."""
        with self._store.begin() as tx:
            self.put(tx, actor, now, **values)

    def put(self, tx: Transaction, actor: str, now: datetime, **values: Any) -> None:
        """Change settings by name in a transaction that is under way."""
        if self._given.keys() & values.keys():
            raise DeclinedError("set-in-environment")
        for name, value in values.items():
            SettingQueries(tx).put(name, value, now)
            record(tx, now, actor, "setting.change", f"setting:{name}")
