"""How wins are celebrated: the environment wins, and what it sets cannot be changed in Slack."""

import pytest

from bot.errors import DeclinedError
from bot.services.house import WIN_EMOJI, WINS_CHANNEL, WINS_POST, HouseSettings
from bot.storage.store import Store
from tests.conftest import NOW


def test_what_is_set_in_slack_counts_at_once(store: Store) -> None:
    house = HouseSettings(store, {}, "de")
    assert not house.now().can_celebrate
    house.change("U0ADA", NOW, **{WINS_CHANNEL: "C0WINS", WINS_POST: "digest", WIN_EMOJI: "trophy"})
    assert (house.now().channel, house.now().in_digest, house.now().emoji) == ("C0WINS", True, "trophy")
    house.change("U0ADA", NOW, **{WIN_EMOJI: None})
    assert house.now().emoji is None


def test_what_the_environment_sets_cannot_be_changed(store: Store) -> None:
    house = HouseSettings(store, {WINS_CHANNEL: "C0ENV"}, "en")
    assert house.of_environment == {WINS_CHANNEL}
    with pytest.raises(DeclinedError, match="set-in-environment"):
        house.change("U0ADA", NOW, **{WINS_CHANNEL: "C0WINS"})
    assert house.now().channel == "C0ENV"
