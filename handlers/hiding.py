"""*Something should not be here*: anybody takes a quote out; curators decide whether it comes back."""

from typing import Any

from slack_bolt import Ack

from bot.blocks import ids
from bot.blocks.hiding import decided, hide_form, look_form, read_hide, thanks_form
from bot.domain.hidden import HiddenState
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.hiding import Hiding
from bot.services.home import Home
from bot.slack import Slack
from handlers.listeners import Listeners

Body = dict[str, Any]

STATES = {ids.HIDE_KEEP: HiddenState.KEPT, ids.HIDE_PUT_BACK: HiddenState.LIFTED}


def ask(body: Body, chosen: str, slack: Slack, words: Words) -> None:
    """Open the form with the quotes of the message, that of the block *chosen* ticked.

    Nothing is asked of the database before Slack's three seconds are over.
    """
    blocks = (body.get("message") or {}).get("blocks") or []
    slack.open_form(body["trigger_id"], hide_form(blocks, chosen, words))


def hide(ack: Ack, body: Body, view: Body, hiding: Hiding, words: Words, clock: Clock) -> None:
    """Take out what was ticked."""
    places, reason = read_hide(view)
    hiding.hide(places, reason, body["user"]["id"], clock())
    ack(response_action="update", view=thanks_form(words))
    hiding.carry_on(clock())


def look(ack: Ack, body: Body, action: Body, slack: Slack, hiding: Hiding, words: Words) -> None:
    """Show a curator or an admin what was taken out."""
    ack()
    hidden, said = hiding.see(_numbers(action)[0], body["user"]["id"])
    slack.open_form(body["trigger_id"], look_form(hidden, said, words))


def decide(
    ack: Ack, body: Body, action: Body, slack: Slack, hiding: Hiding, home: Home, words: Words, clock: Clock
) -> None:
    """Keep it out, or put it back where it stood, from the letter or from the Home tab."""
    (number, turn), user = _numbers(action), body["user"]["id"]
    hidden, whence = hiding.decide(number, turn, STATES[action["action_id"]], user, clock())
    ack()
    if "response_url" in body:
        slack.respond(body["response_url"], decided(hidden, whence, words), replace=True)
    else:
        slack.publish_home(user, home.view(user, clock()))
    hiding.carry_on(clock())


def _numbers(action: Body) -> tuple[int, int]:
    number, turn = action["value"].split(".")
    return int(number), int(turn)


LISTENERS = Listeners(
    actions={ids.HIDE_LOOK: look, **dict.fromkeys(STATES, decide)},
    views={ids.HIDE_FORM: hide},
)
