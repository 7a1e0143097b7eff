"""/voice: its help, the coming digest, and what it does not know. Other words are answered where their noun is."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from slack_bolt import Ack

from bot.blocks.voice import help_text, in_the_making, unknown_word
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.previews import Previews
from bot.slack import Slack
from handlers.listeners import Listener, Listeners


def explain(ack: Ack, words: Words) -> None:
    """List what /voice can do."""
    ack(text=help_text(words).text, response_type="ephemeral")


def preview(ack: Ack, command: dict[str, Any], slack: Slack, previews: Previews, words: Words, clock: Clock) -> None:
    """Show the coming digest to the person who asked alone.

    Acknowledged before anything is asked of the database: it may be slow, and Slack waits three seconds.
    """
    ack(text=in_the_making(words).text, response_type="ephemeral")
    for message in previews.coming(clock()):
        slack.respond(command["response_url"], message)


def unknown(known: Iterable[str]) -> Listener:
    """Return what answers a word that is none of *known*: the closest one, and help."""
    offered = [word for word in known if word]

    def answer(ack: Ack, word: str, words: Words) -> None:
        near = get_close_matches(word[:40], offered, n=1)
        ack(text=unknown_word(words, near[0] if near else None).text, response_type="ephemeral")

    return answer


LISTENERS = Listeners(
    words={
        "": explain,
        "help": explain,
        "hilfe": explain,
        "?": explain,
        "preview": preview,
        "vorschau": preview,
    },
)
