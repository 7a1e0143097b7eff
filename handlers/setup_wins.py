"""How wins are celebrated, in the settings."""

from typing import Any

from slack_bolt import Ack

from bot.blocks import ids
from bot.blocks.setup_wins import read_wins
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.setup.desk import Setup
from bot.slack import Slack
from handlers.listeners import Listeners
from handlers.setup import draw_below


def save(
    ack: Ack, body: dict[str, Any], view: dict[str, Any], slack: Slack, setup: Setup, words: Words, clock: Clock
) -> None:
    """Keep where and when wins are celebrated."""
    wish, seen = read_wins(view)
    place = slack.place(wish.channel) if wish.channel else None
    setup.house.save(wish, place, seen, body["user"]["id"], clock())
    ack()
    draw_below(body, slack, setup, words, clock)


LISTENERS = Listeners(views={ids.SETUP_WINS_FORM: save})
