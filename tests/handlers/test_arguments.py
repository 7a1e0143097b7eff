"""Bolt gives a listener None for an argument it does not know: every name is held against what is offered."""

import inspect

import pytest
from slack_bolt.kwargs_injection.args import Args

from handlers import OTHERS, SERVICES, TABLES, register
from tests.handlers.conftest import Conversation

OF_BOLT = set(Args.__annotations__)


LISTENERS = {name: listener for table in TABLES.values() for name, listener in table.items()} | OTHERS


@pytest.mark.parametrize("listener", LISTENERS.values(), ids=list(LISTENERS))
def test_every_argument_of_a_listener_is_one_that_is_offered(listener) -> None:
    unknown = set(inspect.signature(listener).parameters) - OF_BOLT - SERVICES
    assert unknown == set(), f"{listener.__module__}.{listener.__name__} asks for what nobody offers"


def test_no_service_hides_behind_a_name_of_bolts() -> None:
    assert set() == SERVICES & OF_BOLT


def test_every_kind_of_request_has_somebody_who_answers_what_nobody_knows() -> None:
    assert set(TABLES) <= set(OTHERS)


def test_a_service_that_is_missing_or_misspelt_is_found_at_the_start(anna: Conversation) -> None:
    with pytest.raises(TypeError, match="listeners are promised"):
        register(anna.app, {"slack": None, "preview": None, "speech": None, "clock": None})
