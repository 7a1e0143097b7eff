"""The single place that turns surprises into words: private, with a reference that is in the log."""

import json
import re
import secrets
from collections.abc import Callable
from typing import Any

import structlog
from slack_bolt import BoltResponse

from bot.blocks.voice import apology, in_its_place
from bot.domain.message import Message
from bot.domain.refusal import CHANGED, CLOSED
from bot.errors import DeclinedError, SlackError, VoxpopError
from bot.locale import Words
from bot.log import describe
from bot.services.speech import Speech
from bot.slack import ExpiredError, Slack

Answer = BoltResponse | None

_MENTIONED = re.compile(r"<@([A-Z0-9]+)>")


def teller(slack: Slack, speech: Speech) -> Callable[..., Answer]:
    """Return Bolt's error handler. It is given what it needs: an error may come before listeners get their services."""

    def tell(error: Exception, body: dict[str, Any], response: Answer) -> Answer:
        """Tell the person what went wrong, and the log where; neither gets a customer's words.

        What was not acknowledged yet is, once the person has been told: Slack would add its own failure to ours. An
        event is nobody's to be told of; what was not acknowledged of it Slack delivers again.
        """
        log, reference = structlog.get_logger("handlers"), secrets.token_hex(4)
        if isinstance(error, ExpiredError) and error.code == CLOSED:
            log.info("a form was closed before it was drawn anew")
            return None if response is None else BoltResponse(status=200)  # what was done is done, and needs no word
        if isinstance(error, DeclinedError):
            log.info("a request was declined", why=error.key)
        else:
            log.error("a request of Slack's could not be answered", reference=reference, **describe(error))
        if "event" in body:
            return None
        words = speech.to(_person(body))
        message = _in_words(error, reference, words)
        if response is not None and body.get("type") == "view_submission":
            return _in_the_form(body["view"], message.text, getattr(error, "at", None), words, slack)
        try:
            _whisper(slack, body, message, reference)
        except SlackError as second:
            log.warning("the apology could not be delivered", reference=reference, **describe(second))
            return None
        return None if response is None else BoltResponse(status=200)

    return tell


def _in_words(error: Exception, reference: str, words: Words) -> Message:
    if isinstance(error, DeclinedError):
        return Message(text=words(error.key, **error.values))
    if isinstance(error, ExpiredError):
        return Message(text=words("form-changed" if error.code == CHANGED else "form-expired"))
    return apology(words, reference, str(error) if isinstance(error, VoxpopError) else None)


def _in_the_form(view: dict[str, Any], text: str, at: str | None, words: Words, slack: Slack) -> BoltResponse:
    """Say it beside a field of the form, which stays open with all that was typed; in its place where it has none."""
    fields = [block["block_id"] for block in view.get("blocks", ()) if block.get("type") == "input"]
    where = at if at in fields else next(iter(fields), None)
    answer: dict[str, Any] = {"response_action": "update", "view": in_its_place(text, words)}
    if where is not None:
        answer = {"response_action": "errors", "errors": {where: _without_mentions(text, slack)}}
    return BoltResponse(status=200, body=json.dumps(answer), headers={"content-type": "application/json"})


def _without_mentions(text: str, slack: Slack) -> str:
    """Write people's names for their mentions: Slack shows what stands beside a field as it is."""
    return _MENTIONED.sub(lambda found: f"@{_name(found[1], slack)}", text)


def _name(user: str, slack: Slack) -> str:
    try:
        return slack.person(user).name
    except SlackError:
        return user


def _whisper(slack: Slack, body: dict[str, Any], message: Message, reference: str) -> None:
    """Tell the person alone: at the address that came with the request, else in a private message."""
    address, person = body.get("response_url"), _person(body)
    if address:
        slack.respond(address, message)
    elif person:
        slack.dm(person, message, key=reference)


def _person(body: dict[str, Any]) -> str | None:
    user = body.get("user") or {}
    found: str | None = body.get("user_id") or (user.get("id") if isinstance(user, dict) else None)
    return found
