"""Sources: admins see how they stand, connect them by a form, pause them, read them again and disconnect them."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from time import monotonic

from slack_bolt import Ack

from bot.blocks import ids
from bot.blocks.forms import filled_in, meta_of
from bot.blocks.source_forms import (
    FORGET,
    connect_form,
    disconnect_form,
    read_values,
    resync_form,
    said_form,
)
from bot.blocks.source_health import health
from bot.errors import DeclinedError, SlackError
from bot.locale import Words
from bot.services.clock import Clock
from bot.services.connections import Connections, Request
from bot.services.home import Home
from bot.services.later import Later
from bot.services.source_health import SourceHealth
from bot.slack import Form, Slack
from handlers.answering import Answer
from handlers.listeners import Listeners
from handlers.requests import Body

_FOUR_WEEKS = timedelta(weeks=4)


def show(
    ack: Ack, command: Body, user: str, slack: Slack, source_health: SourceHealth, words: Words, clock: Clock
) -> None:
    """Show an admin, and nobody else, how every source stands."""
    seen = source_health.seen_by(user, clock())
    ack()
    slack.respond(command["response_url"], health(seen, words))


def ask(ack: Ack, body: Body, action: Body, user: str, slack: Slack, connections: Connections, words: Words) -> None:
    """Open the form that connects a source, with what is known of its account."""
    asked = connections.asked(_seen(action)[0], user)
    ack()
    _open(slack, body, connect_form(asked, words))


def connect(
    ack: Ack, view: Body, user: str, slack: Slack, connections: Connections, source_health: SourceHealth, home: Home,
    words: Words, clock: Clock, later: Later,
) -> None:  # fmt: skip
    """Look at what was entered; then, in nobody's way, ask the tool, keep it, and say what came of it."""
    meta = meta_of(view)
    request = Request(meta["source"], meta["turn"], user, read_values(view))
    asked = connections.examine(request)
    ack(response_action="update", view=said_form(words("source-form-checking", source=asked.title), words))
    acknowledged = monotonic()
    try:
        connections.connect(request, clock())
    except DeclinedError as error:
        said = words(error.key, **error.values)
        shown = connect_form(asked, words, problem=said)
    else:
        said = words("source-form-connected", source=asked.title)
        shown = said_form(said, words)
    later.let_settle(acknowledged)
    _show(slack, connections, user, view, shown, said)
    _redraw(view, user, slack, home, source_health, words, clock)


def pause(
    ack: Ack, body: Body, action: Body, user: str, slack: Slack, connections: Connections,
    source_health: SourceHealth, words: Words, clock: Clock, answer: Answer,
) -> None:  # fmt: skip
    """Read a source no more until somebody resumes it."""
    connections.pause(*_seen(action), user, clock())
    ack()
    _show_changed(body, user, slack, source_health, words, clock, answer)


def resume(
    ack: Ack, body: Body, action: Body, user: str, slack: Slack, connections: Connections,
    source_health: SourceHealth, words: Words, clock: Clock, answer: Answer,
) -> None:  # fmt: skip
    """Read a source on."""
    connections.resume(*_seen(action), user, clock())
    ack()
    _show_changed(body, user, slack, source_health, words, clock, answer)


def ask_since(
    ack: Ack, body: Body, action: Body, user: str, slack: Slack, connections: Connections, words: Words, clock: Clock
) -> None:
    """Open the choice of a day to read a source again from."""
    asked = connections.known(_seen(action)[0], user)
    ack()
    _open(slack, body, resync_form(asked, (clock() - _FOUR_WEEKS).date(), words))


def resync(ack: Ack, view: Body, user: str, connections: Connections, words: Words, clock: Clock) -> None:
    """Read a source again from the day that was chosen."""
    name, day = meta_of(view)["source"], date.fromisoformat(filled_in(view)[ids.SOURCE_SINCE])
    connections.resync(name, datetime.combine(day, time(), UTC), user, clock())
    title = connections.known(name, user).title
    ack(response_action="update", view=said_form(words("source-resync-done", source=title, day=words.day(day)), words))


def ask_to_disconnect(
    ack: Ack, body: Body, action: Body, user: str, slack: Slack, connections: Connections, words: Words
) -> None:
    """Open the confirmation, which says what is lost."""
    asked = connections.known(_seen(action)[0], user)
    ack()
    _open(slack, body, disconnect_form(asked, words))


def disconnect(
    ack: Ack, view: Body, user: str, slack: Slack, connections: Connections, source_health: SourceHealth, home: Home,
    words: Words, clock: Clock, later: Later,
) -> None:  # fmt: skip
    """Delete the credentials of a source, and its feedback where that was asked for, which may take a while."""
    meta, chosen = meta_of(view), filled_in(view)[ids.SOURCE_FEEDBACK]
    name, turn, title = meta["source"], meta["turn"], connections.known(meta["source"], user).title
    connections.may_disconnect(name, turn, user)
    ack(response_action="update", view=said_form(words("source-disconnect-making", source=title), words))
    acknowledged = monotonic()
    forget = chosen is not None and chosen[0] == FORGET
    gone = connections.disconnect(name, turn, user, clock(), forget=forget)
    said = words("source-disconnect-forgotten" if forget else "source-disconnect-done", source=title, records=gone)
    later.let_settle(acknowledged)
    _show(slack, connections, user, view, said_form(said, words), said)
    _redraw(view, user, slack, home, source_health, words, clock)


def _show(slack: Slack, connections: Connections, user: str, view: Body, form: Form, said: str) -> None:
    """Draw *form* in place of the open one; whoever closed that is told in a private message."""
    try:
        slack.update_form(view["id"], form)
    except SlackError:
        connections.tell(user, said, view["id"])


def _open(slack: Slack, body: Body, form: Form) -> None:
    """Open *form*: on top of the settings, where it was asked for there."""
    in_settings = (body.get("view") or {}).get("type") == "modal"
    (slack.push_form if in_settings else slack.open_form)(body["trigger_id"], form)


def _show_changed(
    body: Body, user: str, slack: Slack, source_health: SourceHealth, words: Words, clock: Clock, answer: Answer
) -> None:
    """Draw what was clicked in anew: a message, App Home, or the page of the settings."""
    view = body.get("view") or {}
    if view.get("type") == "modal":
        slack.update_form(view["id"], source_health.page(user, words, clock()))
    else:
        answer(health(source_health.seen_by(user, clock()), words))


def _redraw(
    view: Body, user: str, slack: Slack, home: Home, source_health: SourceHealth, words: Words, clock: Clock
) -> None:
    """Draw anew where the form came from; what was done is done, also where Slack shows nothing of it any more."""
    below = view.get("previous_view_id")
    with suppress(SlackError):
        if below:
            slack.update_form(below, source_health.page(user, words, clock()))
    with suppress(SlackError):
        slack.publish_home(user, home.view(user, clock()))


def _seen(action: Body) -> tuple[str, int]:
    """The source that a button stands for, and the turn that its reader had before them."""
    name, _, turn = str(action["value"]).rpartition(".")
    return name, int(turn)


LISTENERS = Listeners(
    words={"sources": show, "quellen": show},
    actions={
        ids.SOURCE_CONNECT: ask,
        ids.SOURCE_PAUSE: pause,
        ids.SOURCE_RESUME: resume,
        ids.SOURCE_RESYNC: ask_since,
        ids.SOURCE_DISCONNECT: ask_to_disconnect,
    },
    views={
        ids.SOURCE_FORM: connect,
        ids.SOURCE_RESYNC_FORM: resync,
        ids.SOURCE_DISCONNECT_FORM: disconnect,
    },
)
