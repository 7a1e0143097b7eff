"""Events: what happens in the workspace and Slack tells us of."""

from slack_bolt import Ack


def unknown(ack: Ack) -> None:
    """Acknowledge an event that nobody here asked for."""
    ack()
