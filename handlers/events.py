"""Events: what happens in the workspace and Slack tells us of."""

from typing import Any

from slack_bolt import Ack

from bot.blocks.win_letters import offer
from bot.services.speech import Speech
from bot.services.wins.desk import Wins
from bot.slack import Slack


def reaction_added(event: dict[str, Any], slack: Slack, speech: Speech, wins: Wins) -> None:
    """Offer the form to the person who reacted with the chosen emoji, and to nobody else."""
    name, item = str(event.get("reaction", "")).partition("::")[0], event.get("item") or {}
    if wins.emoji is not None and name == wins.emoji and item.get("type") == "message":
        words = speech.to(event["user"])
        slack.whisper(item["channel"], event["user"], offer(words, item["channel"], item["ts"]))


def unknown(ack: Ack) -> None:
    """Acknowledge an event that nobody here asked for."""
    ack()
