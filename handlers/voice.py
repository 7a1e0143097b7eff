"""/voice: its help, the coming digest, and what it does not know. Other words are answered where their noun is."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from slack_bolt import Ack

from bot.blocks.voice import NEEDS, help_text, in_the_making, unknown_word
from bot.domain.role import Role
from bot.errors import VoxpopError
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.later import TELLING, Later
from bot.services.previews import Previews
from bot.services.roles import Roles
from bot.services.setup.desk import Setup
from bot.slack import Slack
from handlers.listeners import Listener, Listeners


def explain(ack: Ack, user: str, roles: Roles, words: Words) -> None:
    """List what this person can do with /voice."""
    ack(text=help_text(words, _roles_of(user, roles)).text, response_type="ephemeral")


def preview(
    ack: Ack,
    command: dict[str, Any],
    rest: str,
    slack: Slack,
    previews: Previews,
    setup: Setup,
    words: Words,
    clock: Clock,
    later: Later,
) -> None:
    """Show the coming digest to the person who asked alone: of the edition named, or of the channel they are in.

    Acknowledged before anything is asked of the database: it may be slow, and Slack waits three seconds.
    """
    ack(text=in_the_making(words).text, response_type="ephemeral")
    edition = setup.audience.meant(command["user_id"], command["channel_id"], rest)
    made = previews.coming(clock(), edition)

    def tell() -> None:
        for message in made.result():
            slack.respond(command["response_url"], message)

    made.add_done_callback(lambda made: None if made.cancelled() else later.do(command, tell, TELLING))


def unknown(known: Iterable[str]) -> Listener:
    """Return what answers a word that is none of *known*: the closest one that this person can use, and help."""
    offered = [word for word in known if word]

    def answer(ack: Ack, user: str, word: str, roles: Roles, words: Words) -> None:
        held = _roles_of(user, roles)
        near = get_close_matches(word[:40], [each for each in offered if NEEDS.get(each) in (None, *held)], n=1)
        ack(text=unknown_word(words, near[0] if near else None, held).text, response_type="ephemeral")

    return answer


def _roles_of(user: str, roles: Roles) -> frozenset[Role]:
    """The roles of *user*; while they cannot be read, help tells what everybody can do."""
    try:
        return roles.of(user)
    except VoxpopError:
        return frozenset()


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
