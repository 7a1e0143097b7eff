"""Editions in the settings: made, changed, paused, closed."""

from datetime import date, timedelta

from slack_bolt import Ack

from bot.blocks import ids
from bot.blocks.setup_choices import holiday_options, zone_options
from bot.blocks.setup_edition import edition_form, pause_form, read_pause, read_wish
from bot.blocks.setup_hub import asked_form
from bot.domain.fingerprint import fingerprint, read_state
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.setup.desk import Setup
from bot.services.setup.editions import Outcome
from bot.slack import Slack
from handlers.listeners import Listeners
from handlers.requests import Body
from handlers.setup import draw_below, draw_page

_PAUSE = timedelta(weeks=4)
"""So long a pause is proposed."""


def new(ack: Ack, body: Body, slack: Slack, setup: Setup, words: Words) -> None:
    """Open the form of a new edition."""
    ack()
    slack.push_form(body["trigger_id"], edition_form(setup.editions.new_wish(body["user"]["id"]), words))


def edit(ack: Ack, body: Body, action: Body, slack: Slack, setup: Setup, words: Words) -> None:
    """Open the form of an edition that is there, then say what its channel is like by now."""
    ack()
    wish = setup.editions.wish(action["value"], body["user"]["id"])
    opened = slack.push_form(body["trigger_id"], edition_form(wish, words))
    if wish.channel is not None:
        slack.update_form(opened, edition_form(wish, words, slack.audience(slack.place(wish.channel))))


def choose_channel(ack: Ack, body: Body, slack: Slack, words: Words) -> None:
    """Say what the chosen channel is like; one that is shared with another company wants a confirmation."""
    ack()
    view, wish = body["view"], read_wish(body["view"])
    if wish.channel is not None:
        place = slack.audience(slack.place(wish.channel))
        slack.update_form(view["id"], edition_form(wish, words, place), seen=view["hash"])


def save(ack: Ack, body: Body, view: Body, slack: Slack, setup: Setup, words: Words, clock: Clock) -> None:
    """Keep an edition; a shared channel that nobody has confirmed yet is asked about first."""
    wish = read_wish(view)
    place = slack.place(wish.channel or "")
    if place.is_shared and not wish.shared:
        ack(response_action="update", view=edition_form(wish, words, place))
        return
    outcome = setup.editions.save(wish, place, body["user"]["id"], clock())
    close(ack, outcome, words)
    setup.carry_on()
    draw_below(body, slack, setup, words, clock)


def open_pause(ack: Ack, body: Body, action: Body, slack: Slack, setup: Setup, words: Words, clock: Clock) -> None:
    """Open the form in which an edition is paused."""
    ack()
    edition = setup.editions.find(action["value"], body["user"]["id"])
    until = (clock() + _PAUSE).astimezone(edition.zone).date()
    slack.push_form(body["trigger_id"], pause_form(edition, until, fingerprint(edition), words))


def pause(ack: Ack, body: Body, view: Body, slack: Slack, setup: Setup, words: Words, clock: Clock) -> None:
    """Pause an edition until a day, with a reason."""
    name, until, reason, seen = read_pause(view)
    setup.editions.pause(name, date.fromisoformat(until), reason, seen, body["user"]["id"], clock())
    ack()
    draw_below(body, slack, setup, words, clock)


def resume(ack: Ack, body: Body, action: Body, slack: Slack, setup: Setup, words: Words, clock: Clock) -> None:
    """Let an edition post again."""
    setup.editions.resume(action["value"], body["user"]["id"], clock())
    ack()
    draw_page("editions", body, slack, setup, words, clock)


def end(ack: Ack, body: Body, action: Body, slack: Slack, setup: Setup, words: Words, clock: Clock) -> None:
    """Close an edition for good."""
    setup.editions.close(*read_state(action["value"]), body["user"]["id"], clock())
    ack()
    draw_page("editions", body, slack, setup, words, clock)


def zones(ack: Ack, body: Body, words: Words) -> None:
    """Offer time zones."""
    ack(options=zone_options(str(body.get("value") or ""), words))


def holidays(ack: Ack, body: Body, words: Words) -> None:
    """Offer calendars of public holidays."""
    ack(options=holiday_options(str(body.get("value") or ""), words))


def close(ack: Ack, outcome: Outcome, words: Words) -> None:
    """Close the form that was sent off, or say in its place that a second admin is asked."""
    if outcome is Outcome.ASKED:
        ack(response_action="update", view=asked_form(words))
    else:
        ack()


LISTENERS = Listeners(
    actions={
        ids.SETUP_EDITION_NEW: new,
        ids.SETUP_EDITION_EDIT: edit,
        ids.SETUP_CHANNEL: choose_channel,
        ids.SETUP_EDITION_PAUSE: open_pause,
        ids.SETUP_EDITION_RESUME: resume,
        ids.SETUP_EDITION_CLOSE: end,
    },
    options={ids.SETUP_ZONE: zones, ids.SETUP_HOLIDAYS: holidays},
    views={ids.SETUP_EDITION_FORM: save, ids.SETUP_PAUSE_FORM: pause},
)
