"""The single place that turns surprises into words: private, with a reference that is in the log."""

import secrets
import traceback
from typing import Any

import structlog
from bot.services.editions import EditionService

from bot.blocks.voice import apology
from bot.errors import SlackError, VoxpopError
from bot.locale import Words
from bot.slack import Slack


def say_it(error: Exception, body: dict[str, Any], slack: Slack, editions: EditionService) -> None:
    """Tell the person what went wrong, and the log where; neither gets a customer's words."""
    reference = secrets.token_hex(4)
    log = structlog.get_logger("handlers")
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "nowhere"
    # The text of an unexpected error may quote what it choked on; our own errors never do.
    said = str(error) if isinstance(error, VoxpopError) else type(error).__name__
    log.error("a request of Slack's could not be answered", reference=reference, error=said, place=place)
    address = body.get("response_url")
    if not address:
        return
    words = Words(editions.default().language)
    try:
        slack.respond(address, apology(words, reference, said if isinstance(error, VoxpopError) else None))
    except SlackError as second:
        log.warning("the apology could not be delivered", reference=reference, error=str(second))
