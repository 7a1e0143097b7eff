"""*Something should not be here*: anybody takes a quote out; curators decide whether it comes back."""

from slack_bolt import Ack

from bot.blocks import ids
from bot.blocks.hiding import decided, hide_form, look_form, read_hide, thanks_form
from bot.domain.hidden import HiddenState
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.hiding import Hiding
from bot.slack import Slack
from handlers.answering import Answer
from handlers.listeners import Listeners
from handlers.requests import Body, numbers

STATES = {ids.HIDE_KEEP: HiddenState.KEPT, ids.HIDE_PUT_BACK: HiddenState.LIFTED}


def ask(body: Body, chosen: str, slack: Slack, words: Words) -> None:
    """Open the form with the quotes of the message, that of the block *chosen* ticked.

    Nothing is asked of the database before Slack's three seconds are over.
    """
    blocks = (body.get("message") or {}).get("blocks") or []
    slack.open_form(body["trigger_id"], hide_form(blocks, chosen, words))


def hide(ack: Ack, view: Body, hiding: Hiding, words: Words, clock: Clock) -> None:
    """Take out what was ticked."""
    places, reason = read_hide(view)
    hiding.hide(places, reason, clock())
    ack(response_action="update", view=thanks_form(words))
    hiding.carry_on(clock())


def look(ack: Ack, body: Body, action: Body, slack: Slack, hiding: Hiding, words: Words) -> None:
    """Show a curator or an admin what was taken out."""
    ack()
    hidden, said = hiding.see(numbers(action)[0], body["user"]["id"])
    slack.open_form(body["trigger_id"], look_form(hidden, said, words))


def decide(ack: Ack, body: Body, action: Body, hiding: Hiding, words: Words, clock: Clock, answer: Answer) -> None:
    """Keep it out, or put it back where it stood, from the letter or from the Home tab."""
    number, turn = numbers(action)
    state, user = STATES[action["action_id"]], body["user"]["id"]
    hidden, whence = hiding.decide(number, turn, state, user, clock())
    ack()
    answer(decided(hidden, whence, words))
    hiding.carry_on(clock())


LISTENERS = Listeners(
    actions={ids.HIDE_LOOK: look, **dict.fromkeys(STATES, decide)},
    views={ids.HIDE_FORM: hide},
)
