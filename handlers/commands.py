"""Slash commands."""

from difflib import get_close_matches
from typing import Any

from slack_bolt import Ack

from bot.blocks.voice import help_text, in_the_making, no_such_command, unknown_word
from bot.blocks.win_form import nominate_form, typed_draft
from bot.blocks.win_letters import help_text as win_help
from bot.blocks.win_letters import mine
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.previews import Previews
from bot.services.wins.desk import Wins
from bot.slack import Slack

KNOWN = {"": "help", "help": "help", "hilfe": "help", "?": "help", "preview": "preview", "vorschau": "preview"}
"""Every word that /voice takes, and what is meant by it."""


MEANT = {"help": "help", "hilfe": "help", "?": "help", "mine": "mine", "meine": "mine"}
"""The words that /win takes; anything else is the beginning of a story."""


def voice(ack: Ack, command: dict[str, Any], slack: Slack, previews: Previews, words: Words, clock: Clock) -> None:
    """Answer /voice: help, or the coming digest, to the person who asked alone.

    Acknowledged before anything is asked of the database: it may be slow, and Slack waits three seconds.
    """
    asked = command.get("text", "").strip().casefold()
    meant = KNOWN.get(asked)
    if meant is None:
        ack(text=unknown_word(words, _closest(asked)).text, response_type="ephemeral")
    elif meant == "help":
        ack(text=help_text(words).text, response_type="ephemeral")
    else:
        ack(text=in_the_making(words).text, response_type="ephemeral")
        for message in previews.coming(clock()):
            slack.respond(command["response_url"], message)


def win(ack: Ack, command: dict[str, Any], slack: Slack, wins: Wins, words: Words) -> None:
    """Answer /win: the form, with what was typed in it; help; or one's own stories.

    The form opens whatever the database does: nothing is asked of it.
    """
    meant, user = MEANT.get(command.get("text", "").strip().casefold(), "form"), command["user_id"]
    if meant == "help":
        ack(text=win_help(words).text, response_type="ephemeral")
        return
    ack()
    if meant == "mine":
        slack.respond(command["response_url"], mine(wins.nominating.mine(user), user, words))
    else:
        slack.open_form(command["trigger_id"], nominate_form(typed_draft(command.get("text", ""), words), words))


def unknown(ack: Ack, words: Words) -> None:
    """Say that a command of an older or newer manifest is not known."""
    ack(text=no_such_command(words).text, response_type="ephemeral")


def _closest(asked: str) -> str | None:
    first = asked.split(maxsplit=1)[0]
    near = get_close_matches(first[:40], [word for word in KNOWN if word], n=1)
    return near[0] if near else None
