"""What colleagues tell of customers: by command, or from a message."""

from slack_bolt import Ack

from bot.blocks import ids
from bot.blocks.told_form import ToldDraft, author_of, message_draft, read_told, taken_in, told_form
from bot.errors import SlackError
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.reading.desk import Reading
from bot.services.told import ToldService
from bot.slack import Slack
from handlers.listeners import Listeners
from handlers.requests import Body


def add(ack: Ack, command: Body, slack: Slack, reading: Reading, words: Words, clock: Clock) -> None:
    """Open the form; nothing is asked of the database."""
    ack()
    draft = ToldDraft(day=clock().astimezone(reading.zone).date())
    slack.open_form(command["trigger_id"], told_form(draft, words))


def save_message(ack: Ack, body: Body, slack: Slack, reading: Reading, words: Words) -> None:
    """Open the form with what a message says; one from a place that not everybody may read wants a confirmation."""
    ack()
    private = not slack.is_public(body["channel"]["id"])
    draft = message_draft(body, words, reading.zone, private=private)
    slack.open_form(body["trigger_id"], told_form(draft, words))


def send(ack: Ack, body: Body, view: Body, slack: Slack, told: ToldService, words: Words, clock: Clock) -> None:
    """Take in what was told; who told it serves redaction and is kept nowhere."""
    people = [body["user"]["id"], author_of(view)]
    told.take_in(read_told(view, _names(slack, people)), clock())
    ack(response_action="update", view=taken_in(words))


def _names(slack: Slack, people: list[str | None]) -> tuple[str, ...]:
    """The names of *people* as far as Slack tells them now; the rest is left to redaction by cues."""
    found: list[str] = []
    for person in filter(None, people):
        try:
            found += slack.person(person).names
        except SlackError:
            continue
    return tuple(dict.fromkeys(found))


LISTENERS = Listeners(
    words={"add": add, "neu": add, "hinzufügen": add},
    shortcuts={ids.TOLD_MESSAGE: save_message},
    views={ids.TOLD_FORM: send},
)
