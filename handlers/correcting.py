"""Curators correct what was posted: by /voice correct, or by a button."""

from slack_bolt import Ack

from bot.blocks import ids
from bot.blocks.correction import correct_form, corrected_form, read_correction
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.correcting import Correcting
from bot.slack import Slack
from handlers.listeners import Listeners
from handlers.requests import Body


def ask(ack: Ack, command: Body, slack: Slack, correcting: Correcting, words: Words) -> None:
    """Open the form on the newest digest."""
    ack()
    slack.open_form(command["trigger_id"], correct_form(correcting.posted(command["user_id"]), None, words))


def open_form(ack: Ack, body: Body, action: Body, slack: Slack, correcting: Correcting, words: Words) -> None:
    """Open the form on the digest of the button."""
    ack()
    found = correcting.posted(body["user"]["id"])
    slack.open_form(body["trigger_id"], correct_form(found, action["value"], words))


def correct(ack: Ack, body: Body, view: Body, correcting: Correcting, words: Words, clock: Clock) -> None:
    """Post the correction."""
    correcting.correct(read_correction(view), body["user"]["id"], clock())
    ack(response_action="update", view=corrected_form(words))
    correcting.carry_on()


LISTENERS = Listeners(
    actions={ids.CORRECT_OPEN: open_form},
    views={ids.CORRECT_FORM: correct},
    words={"correct": ask, "berichtigen": ask},
)
