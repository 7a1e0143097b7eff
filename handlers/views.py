"""Forms that were sent off."""

from slack_bolt import Ack


def unknown(ack: Ack) -> None:
    """Close a form that nobody here knows."""
    ack()


def closed(ack: Ack) -> None:
    """Acknowledge that a form was closed without being sent."""
    ack()
