"""What people read beyond the digest: whole conversations, why a quote is there, more voices, their own questions."""

from collections.abc import Callable

from slack_bolt import Ack

from bot.blocks import about, ids, why
from bot.blocks.conversation import Place, conversation, gone
from bot.blocks.forms import Form
from bot.blocks.quote_actions import chosen
from bot.domain.mention import read_typed
from bot.domain.reference import QuoteKey, ThemeKey, read_record
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.later import Later
from bot.services.reading.desk import Reading
from bot.slack import Slack
from handlers import hiding
from handlers.listeners import Listeners
from handlers.requests import Body
from handlers.windows import fill, show, show_later


def ask(
    ack: Ack, command: Body, rest: str, slack: Slack, reading: Reading, words: Words, clock: Clock, later: Later
) -> None:
    """Answer a question in the person's own words, to them alone; what they asked is kept nowhere."""
    if not rest.strip():
        ack(text=about.without_words(words).text, response_type="ephemeral")
        return
    ack(text=about.looking(words).text, response_type="ephemeral")
    question, now = read_typed(rest, words("win-colleague")).text, clock()

    def answer() -> None:
        finding = reading.finds.about(rest, now)
        slack.respond(command["response_url"], about.answer(finding, question, words, reading.zone))

    later.do(command, answer)


def choose(ack: Ack, body: Body, action: Body, slack: Slack, reading: Reading, words: Words) -> None:
    """Do what was chosen in the menu beside a quote."""
    ack()
    name, key = chosen(action["selected_option"]["value"])
    if name == ids.HIDE:
        hiding.ask(body, action["block_id"], slack, words)
    else:
        CHOICES[name](body, key, slack, reading, words)


def read(ack: Ack, body: Body, action: Body, slack: Slack, reading: Reading, words: Words) -> None:
    """Open the whole conversation of the record that a button carries."""
    ack()
    show(body, "talk-title", lambda: _page(f"0:{action['value']}", reading, words), slack, words)


def turn(ack: Ack, body: Body, action: Body, slack: Slack, reading: Reading, words: Words) -> None:
    """Show another page of a conversation."""
    ack()
    fill(body["view"]["id"], "talk-title", lambda: _page(action["value"], reading, words), slack, words)


def more(ack: Ack, body: Body, action: Body, slack: Slack, reading: Reading, words: Words, later: Later) -> None:
    """Show more voices on a theme to the person alone."""
    ack()

    def draw() -> Form:
        digest, line = reading.quotes.theme(ThemeKey.read(action["value"]))
        return why.more_voices(digest, line, reading.finds.more(digest, line.id), words)

    show_later(body, "more-title", draw, slack, words, later)


def _talk(body: Body, key: QuoteKey, slack: Slack, reading: Reading, words: Words) -> None:
    def draw() -> Form:
        record = key.record or reading.quotes.find(key)[1].record
        return _conversation(Place(record), reading, words)

    show(body, "talk-title", draw, slack, words)


def _why(body: Body, key: QuoteKey, slack: Slack, reading: Reading, words: Words) -> None:
    show(body, "why-title", lambda: why.reasons(*reading.quotes.find(key), words), slack, words)


def _not_useful(body: Body, key: QuoteKey, slack: Slack, reading: Reading, words: Words) -> None:
    def draw() -> Form:
        reading.quotes.not_useful(key)
        return why.thanks(words)

    show(body, "quote-not-useful", draw, slack, words)


CHOICES: dict[str, Callable[[Body, QuoteKey, Slack, Reading, Words], None]] = {
    ids.TALK: _talk,
    ids.WHY: _why,
    ids.NOT_USEFUL: _not_useful,
}
"""What the entries of a quote's menu do (`bot.blocks.quote_actions`)."""


def _page(value: str, reading: Reading, words: Words) -> Form:
    page, _, named = value.partition(":")
    record = read_record(named)
    return gone(words) if record is None else _conversation(Place(record, int(page)), reading, words)


def _conversation(place: Place, reading: Reading, words: Words) -> Form:
    transcript = reading.conversations.read(place.record)
    return gone(words) if transcript is None else conversation(transcript, place, words, reading.zone)


LISTENERS = Listeners(
    words={"about": ask, "über": ask, "ueber": ask},
    actions={
        ids.QUOTE_MENU: choose,
        ids.TALK_READ: read,
        ids.TALK_EARLIER: turn,
        ids.TALK_LATER: turn,
        ids.MORE_VOICES: more,
    },
)
