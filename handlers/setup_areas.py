"""Areas, owners of themes and customer promises in the settings."""

from slack_bolt import Ack

from bot.blocks import ids
from bot.blocks.setup_areas import area_form, read_area, read_promises, read_theme, theme_form
from bot.blocks.setup_choices import named_options
from bot.domain.fingerprint import read_state
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.setup.desk import Setup
from bot.slack import Slack
from handlers.listeners import Listeners
from handlers.requests import Body
from handlers.setup import draw_below, draw_page


def new_area(ack: Ack, body: Body, slack: Slack, setup: Setup, words: Words) -> None:
    """Open the form of a new area."""
    ack()
    setup.mind(body["user"]["id"])
    slack.push_form(body["trigger_id"], area_form(None, None, words))


def edit_area(ack: Ack, body: Body, action: Body, slack: Slack, setup: Setup, words: Words) -> None:
    """Open the form of an area."""
    ack()
    area, seen = setup.areas.area(action["value"], body["user"]["id"])
    slack.push_form(body["trigger_id"], area_form(area, seen, words))


def save_area(ack: Ack, body: Body, view: Body, slack: Slack, setup: Setup, words: Words, clock: Clock) -> None:
    """Keep an area."""
    area, before, seen = read_area(view)
    setup.areas.keep(area, before, seen, body["user"]["id"], clock())
    ack()
    draw_below(body, slack, setup, words, clock)


def remove_area(ack: Ack, body: Body, action: Body, slack: Slack, setup: Setup, words: Words, clock: Clock) -> None:
    """Take an area out."""
    setup.areas.remove(*read_state(action["value"]), body["user"]["id"], clock())
    ack()
    draw_page("areas", body, slack, setup, words, clock)


def new_theme(ack: Ack, body: Body, slack: Slack, setup: Setup, words: Words) -> None:
    """Open the form in which a theme gets an area and an owner."""
    ack()
    setup.mind(body["user"]["id"])
    slack.push_form(body["trigger_id"], theme_form(setup.areas.all(), setup.areas.state_of_themes(), words))


def save_theme(ack: Ack, body: Body, view: Body, slack: Slack, setup: Setup, words: Words, clock: Clock) -> None:
    """Keep whose theme it is."""
    theme, area, owner, seen = read_theme(view)
    setup.areas.own(theme, area, owner, seen=seen, user=body["user"]["id"], now=clock())
    ack()
    draw_below(body, slack, setup, words, clock)


def remove_theme(ack: Ack, body: Body, action: Body, slack: Slack, setup: Setup, words: Words, clock: Clock) -> None:
    """Let a theme be nobody's."""
    setup.areas.disown(*read_state(action["value"]), body["user"]["id"], clock())
    ack()
    draw_page("themes", body, slack, setup, words, clock)


def themes(ack: Ack, body: Body, setup: Setup) -> None:
    """Offer the themes of the last weeks by their names."""
    ack(options=named_options(setup.areas.themes(), str(body.get("value") or "")))


def save_promises(ack: Ack, body: Body, view: Body, slack: Slack, setup: Setup, words: Words, clock: Clock) -> None:
    """Keep the customer promises."""
    promises, seen = read_promises(view)
    setup.areas.promise(promises, seen, body["user"]["id"], clock())
    ack()
    draw_below(body, slack, setup, words, clock)


LISTENERS = Listeners(
    actions={
        ids.SETUP_AREA_NEW: new_area,
        ids.SETUP_AREA_EDIT: edit_area,
        ids.SETUP_AREA_REMOVE: remove_area,
        ids.SETUP_THEME_NEW: new_theme,
        ids.SETUP_THEME_REMOVE: remove_theme,
    },
    options={ids.SETUP_THEME: themes},
    views={
        ids.SETUP_AREA_FORM: save_area,
        ids.SETUP_THEME_FORM: save_theme,
        ids.SETUP_PROMISES_FORM: save_promises,
    },
)
