"""The fake Slack and a gateway to it, as fixtures."""

from collections.abc import Iterator

import pytest

from bot.slack import Slack
from tests.fake_slack import FakeSlack


@pytest.fixture
def fake_slack() -> Iterator[FakeSlack]:
    """A Slack of one's own, empty, that works until told to fail."""
    with FakeSlack() as slack:
        yield slack


@pytest.fixture
def slack(fake_slack: FakeSlack) -> Slack:
    """The real gateway, connected to the fake Slack, with a short timeout."""
    return Slack(fake_slack.token, base_url=fake_slack.url, timeout=0.3)
