"""The single place that turns surprises into words: private, with a reference that is in the log."""

import secrets
from collections.abc import Callable
from typing import Any

import structlog
from slack_bolt import BoltResponse

from bot.blocks.voice import apology
from bot.errors import SlackError, VoxpopError
from bot.locale import Words
from bot.log import describe
from bot.slack import Slack


def teller(slack: Slack, words: Words) -> Callable[..., BoltResponse | None]:
    """Return Bolt's error handler. It is given what it needs: an error may come before listeners get their services."""

    def tell(error: Exception, body: dict[str, Any], response: BoltResponse | None) -> BoltResponse | None:
        """Tell the person what went wrong, and the log where; neither gets a customer's words.

        What was not acknowledged yet is, once the person has been told: Slack would add its own failure to ours.
        """
        reference = secrets.token_hex(4)
        log = structlog.get_logger("handlers")
        log.error("a request of Slack's could not be answered", reference=reference, **describe(error))
        address = body.get("response_url")
        if not address:
            return None
        said = str(error) if isinstance(error, VoxpopError) else None
        try:
            slack.respond(address, apology(words, reference, said))
        except SlackError as second:
            log.warning("the apology could not be delivered", reference=reference, **describe(second))
            return None
        return None if response is None else BoltResponse(status=200)

    return tell
