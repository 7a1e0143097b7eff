"""Credentials at rest open with the key that sealed them, for what they were sealed for, and not otherwise."""

import pytest

from bot.services.sealing import SHORTEST, Sealer, SealError

KEY = "k" * SHORTEST
SECRET = {"zendesk_api_token": "never-to-be-seen"}


def test_what_is_sealed_opens_with_the_same_key_and_shows_nothing_until_then() -> None:
    sealed = Sealer(KEY).seal(SECRET, "zendesk")
    assert "never-to-be-seen" not in sealed
    assert Sealer(KEY).open(sealed, "zendesk") == SECRET
    assert Sealer(KEY).seal(SECRET, "zendesk") != sealed  # equal tokens do not look equal


@pytest.mark.parametrize(
    ("key", "purpose"), [("another key that is long", "zendesk"), (KEY, "toydesk"), (None, "zendesk")]
)
def test_with_another_key_or_for_another_source_it_stays_shut_and_says_so(key: str | None, purpose: str) -> None:
    sealed = Sealer(KEY).seal(SECRET, "zendesk")
    with pytest.raises(SealError, match="SECRET_KEY") as caught:
        Sealer(key).open(sealed, purpose)
    assert sealed not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("sealed", ["", "gibberish", "gAAAAABm" + "A" * 120, "ä"])
def test_what_nobody_sealed_does_not_open_and_breaks_nothing(sealed: str) -> None:
    with pytest.raises(SealError):
        Sealer(KEY).open(sealed, "zendesk")


@pytest.mark.parametrize("key", [None, "", "k" * (SHORTEST - 1)])
def test_without_a_key_that_is_long_enough_nothing_is_sealed(key: str | None) -> None:
    assert not Sealer(key).is_usable
    with pytest.raises(SealError, match=str(SHORTEST)):
        Sealer(key).seal(SECRET, "zendesk")
