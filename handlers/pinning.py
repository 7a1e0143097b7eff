"""A curator looks for a voice by their own words, and pins it into a draft."""

from time import monotonic

from slack_bolt import Ack

from bot.blocks import ids
from bot.blocks.forms import Form
from bot.blocks.pinning import pinned, read_search, results, search_form, searching
from bot.domain.pin import DraftRef, Pin
from bot.errors import DeclinedError
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.later import Later
from bot.services.reading.desk import Reading
from bot.slack import Slack
from handlers.listeners import Listeners
from handlers.requests import Body
from handlers.windows import fill


def open_search(ack: Ack, body: Body, action: Body, slack: Slack, words: Words) -> None:
    """Open the form that asks what the voice should be about."""
    ack()
    slack.open_form(body["trigger_id"], search_form(DraftRef.read(action["value"]), words))


def search(
    ack: Ack, body: Body, view: Body, slack: Slack, reading: Reading, words: Words, clock: Clock, later: Later
) -> None:
    """Look for voices of the draft's week, and offer them to be pinned."""
    ref, question = read_search(view)
    user = body["user"]["id"]
    digest = reading.pinning.digest(ref.draft, user, clock())
    ack(response_action="update", view=searching(words))
    acknowledged = monotonic()

    def draw() -> Form:
        found = reading.finds.find(question, digest)
        later.let_settle(acknowledged)
        return results(ref, digest, found, question, words)

    later.do(body, lambda: fill(view["id"], "pin-title", draw, slack, words))


def pin(ack: Ack, body: Body, action: Body, slack: Slack, reading: Reading, words: Words, clock: Clock) -> None:
    """Pin the voice that a button carries."""
    ack()

    def draw() -> Form:
        chosen = Pin.read(action["value"])
        if chosen is None:
            raise DeclinedError("pin-changed")
        reading.pinning.pin(chosen, body["user"]["id"], clock())
        return pinned(words)

    fill(body["view"]["id"], "pin-title", draw, slack, words)


LISTENERS = Listeners(
    actions={ids.ABOUT_FIND: open_search, ids.ABOUT_PIN: pin},
    views={ids.ABOUT_FORM: search},
)
