"""Roles in the settings, and the second admin's word."""

from slack_bolt import Ack

from bot.blocks import ids
from bot.blocks.setup_choices import named_options
from bot.blocks.setup_letters import decided
from bot.blocks.setup_roles import read_roles
from bot.domain.overview import ROLES
from bot.domain.pending import Pending
from bot.errors import SlackError
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.setup.desk import Setup
from bot.slack import Slack
from handlers.listeners import Listeners
from handlers.requests import Body
from handlers.setup import draw_below
from handlers.setup_editions import close


def save(ack: Ack, body: Body, view: Body, slack: Slack, setup: Setup, words: Words, clock: Clock) -> None:
    """Give and take roles."""
    chosen, seen = read_roles(view)
    outcome = setup.granting.save(chosen, seen, body["user"]["id"], clock())
    close(ack, outcome, words)
    setup.carry_on()
    draw_below(body, slack, setup, words, clock)


def groups(ack: Ack, body: Body, slack: Slack) -> None:
    """Offer user groups; none where Slack does not tell."""
    try:
        found = [(group.id, f"@{group.name}") for group in slack.groups()]
    except SlackError:
        found = []
    ack(options=named_options(found, str(body.get("value") or "")))


def agree(ack: Ack, body: Body, action: Body, slack: Slack, setup: Setup, words: Words, clock: Clock) -> None:
    """Let a change that lowers protection take effect."""
    pending = setup.agreeing.agree(int(action["value"]), body["user"]["id"], clock())
    ack()
    _answer(pending, body, slack, setup, words, clock)


def refuse(ack: Ack, body: Body, action: Body, slack: Slack, setup: Setup, words: Words, clock: Clock) -> None:
    """Let a change that lowers protection not happen."""
    pending = setup.agreeing.refuse(int(action["value"]), body["user"]["id"], clock())
    ack()
    _answer(pending, body, slack, setup, words, clock)


def _answer(pending: Pending, body: Body, slack: Slack, setup: Setup, words: Words, clock: Clock) -> None:
    """Say what came of it where it was clicked: in a private message, or on the first page of the settings."""
    if body.get("response_url"):
        slack.respond(body["response_url"], decided(pending, words), replace=True)
    else:
        slack.update_form(body["view"]["id"], setup.front(body["user"]["id"], words, clock()))
    setup.carry_on()


LISTENERS = Listeners(
    actions={ids.SETUP_AGREE: agree, ids.SETUP_REFUSE: refuse, ids.SETUP_WITHDRAW: refuse},
    options={f"{ids.SETUP_GROUPS}{role}": groups for role in ROLES},
    views={ids.SETUP_ROLES_FORM: save},
)
