"""Shortcuts: from the lightning menu, and on a message."""

from slack_bolt import Ack


def unknown(ack: Ack) -> None:
    """Acknowledge a shortcut of an older or newer manifest."""
    ack()
