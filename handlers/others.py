"""What answers when nobody else does: Slack counts what is not acknowledged as our failure, and sends it again."""

from typing import Any

from slack_bolt import Ack

from bot.blocks.voice import no_such_command, old_button
from bot.errors import DeclinedError
from bot.locale import Words
from bot.slack import Slack


def command(ack: Ack, words: Words) -> None:
    """Say that a command of an older or newer manifest is not known."""
    ack(text=no_such_command(words).text, response_type="ephemeral")


def shortcut() -> None:
    """Say privately that a shortcut of an older or newer manifest is not known."""
    raise DeclinedError("command-unknown")


def action(ack: Ack, body: dict[str, Any], action: dict[str, Any], slack: Slack, words: Words) -> None:
    """Acknowledge a button that nobody here knows, and say so to the person alone; one that is a link needs no word."""
    ack()
    if "url" in action:
        return
    if body.get("response_url"):
        slack.respond(body["response_url"], old_button(words))
    else:  # in App Home or in a form: no answer can stand beside it
        slack.dm(body["user"]["id"], old_button(words), key=f"old:{body['trigger_id']}")


def options(ack: Ack) -> None:
    """Offer nothing in a menu that nobody here knows."""
    ack(options=[])


def view() -> None:
    """Say in a form that nobody here knows that nothing of it is kept: it stays open with what was typed."""
    raise DeclinedError("form-unknown")


def closed(ack: Ack) -> None:
    """Acknowledge that a form was closed without being sent."""
    ack()


def event(ack: Ack) -> None:
    """Acknowledge an event that nobody here asked for."""
    ack()


def late(ack: Ack) -> None:
    """Acknowledge what its own listener is still at: Bolt asks the next one after three seconds.

    The person hears from that listener; nothing untrue is said meanwhile.
    """
    ack()
