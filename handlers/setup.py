"""`/voice setup`: the settings, page by page, and the first admin."""

from slack_bolt import Ack

from bot.blocks import ids
from bot.blocks.setup_hub import loading
from bot.errors import SlackError
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.setup.desk import Setup
from bot.slack import Slack
from handlers.listeners import Listeners
from handlers.requests import Body


def open_settings(ack: Ack, body: Body, slack: Slack, setup: Setup, words: Words, clock: Clock) -> None:
    """Open the settings for an admin, the first step for who may be the first, and a friendly word for others.

    The form opens before anything is asked of the database, and is filled in then.
    """
    ack()
    user = body.get("user_id") or body["user"]["id"]
    opened = slack.open_form(body["trigger_id"], loading(words))
    slack.update_form(opened, setup.front(user, words, clock()))


def claim(ack: Ack, body: Body, setup: Setup, words: Words, clock: Clock) -> None:
    """Make the person the first admin, and show them the settings."""
    user = body["user"]["id"]
    setup.first.become(user, clock())
    ack(response_action="update", view=setup.front(user, words, clock()))


def open_page(ack: Ack, body: Body, action: Body, slack: Slack, setup: Setup, words: Words, clock: Clock) -> None:
    """Put a page of the settings on top of the first one, at once; what it takes Slack to tell comes after."""
    user, page = body["user"]["id"], action["action_id"].removeprefix(ids.SETUP_PAGE)
    setup.mind(user)
    ack()
    opened = slack.push_form(body["trigger_id"], loading(words))
    slack.update_form(opened, setup.page(page, user, words, clock()))


def draw_below(body: Body, slack: Slack, setup: Setup, words: Words, clock: Clock) -> None:
    """Draw anew what lies below a form that was sent off: its page, and the first one."""
    view, user = body["view"], body["user"]["id"]
    page = PAGE_BELOW.get(view["callback_id"])
    below, root = view.get("previous_view_id"), view.get("root_view_id")
    try:
        if page is not None and below:
            slack.update_form(below, setup.page(page, user, words, clock()))
        if root and root != view["id"]:
            slack.update_form(root, setup.front(user, words, clock()))
    except SlackError:
        return  # somebody closed it: it is drawn anew when it is opened


def draw_page(page: str, body: Body, slack: Slack, setup: Setup, words: Words, clock: Clock) -> None:
    """Draw the open *page* anew, in which something was clicked, and the first one below it."""
    view, user = body["view"], body["user"]["id"]
    slack.update_form(view["id"], setup.page(page, user, words, clock()))
    root = view.get("root_view_id")
    if root and root != view["id"]:
        slack.update_form(root, setup.front(user, words, clock()))


PAGE_BELOW = {
    ids.SETUP_EDITION_FORM: "editions",
    ids.SETUP_PAUSE_FORM: "editions",
    ids.SETUP_AREA_FORM: "areas",
    ids.SETUP_THEME_FORM: "themes",
}
"""Which page lies below a form."""

LISTENERS = Listeners(
    words={"setup": open_settings, "einrichten": open_settings},
    actions={ids.SETUP_OPEN: open_settings},
    prefixes={ids.SETUP_PAGE: open_page},
    views={ids.SETUP_CLAIM_FORM: claim},
)
