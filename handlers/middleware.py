"""What happens to everything that Slack sends before a listener sees it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from slack_bolt import Ack, BoltResponse

from bot.services.clock import Clock
from bot.services.home import Home
from bot.services.inbox import Inbox
from bot.services.later import TELLING
from bot.services.speech import Speech
from bot.slack import Slack
from handlers.answering import answering

Middleware = Callable[..., BoltResponse]
Next = Callable[[], BoltResponse]


class Given(Ack):
    """An acknowledgement that stays given.

    Bolt takes it back where the listener fails right after it, and then asks whoever answers what nobody knows: the
    person would be told twice, and Slack once, three seconds late. *then* hears of the first one that is given.
    """

    def __init__(self, then: Callable[[BoltResponse], object] = lambda _: None) -> None:
        self._given: BoltResponse | None = None
        self._then = then

    @property
    def response(self) -> BoltResponse | None:
        """What Slack is answered; None as long as nothing is."""
        return self._given

    @response.setter
    def response(self, answer: BoltResponse | None) -> None:
        is_first = answer is not None and self._given is None
        self._given = answer or self._given
        if is_first and answer is not None:
            self._then(answer)


def once(inbox: Inbox, clock: Clock, concern: Callable[[dict[str, Any], str | None], bool]) -> Middleware:
    """Let nothing through twice: a retry of Slack's is acknowledged, and that is all. So is an event of no *concern*.

    An event that cannot be written down is not acknowledged: Slack delivers it again. For what a person waits for,
    nobody waits longer than half a second.
    """

    def take_once(context: Any, body: dict[str, Any], next: Next) -> BoltResponse:  # noqa: A002 Bolt gives arguments by name
        event, trigger = body.get("event_id"), body.get("trigger_id")
        if event and not concern(body.get("event") or {}, context.bot_user_id):
            new = False
        elif event:
            new = inbox.take(f"event {event}", clock())
        else:
            new = not trigger or inbox.take_soon(f"{body.get('type', 'command')} {trigger}", clock())
        return next() if new else BoltResponse(status=200, body="")

    return take_once


def offer(services: Mapping[str, Any], speech: Speech) -> Middleware:
    """Put *services* where listeners find them by name, and ``words`` in the language of the person who asks.

    ``user`` is who that is, ``answer`` answers their click; ``word`` and ``rest`` are what was typed after a command.
    """

    def put(context: Any, body: dict[str, Any], next: Next) -> BoltResponse:  # noqa: A002 Bolt gives arguments by name
        context.update(services)
        context["ack"] = Given(partial(_redraw, body, services)) if body.get("type") == "view_submission" else Given()
        context["words"] = speech.shared if "event" in body else speech.to(context.user_id)
        context["answer"] = answering(body, services["slack"], services["home"], services["clock"])
        first, *rest = str(body.get("text") or "").split(maxsplit=1) or [""]
        context["user"], context["word"], context["rest"] = context.user_id, first.casefold(), "".join(rest)
        return next()

    return put


def _redraw(body: dict[str, Any], services: Mapping[str, Any], answer: BoltResponse) -> None:
    """Draw App Home anew for whoever sent a form off: it may lie below that form, and Slack does not ask for it again.

    A form that stays open with its mistakes changed nothing.
    """
    if '"errors"' in str(answer.body):
        return
    slack: Slack = services["slack"]
    home: Home = services["home"]
    user, now = body["user"]["id"], services["clock"]()
    services["later"].do(body, lambda: slack.publish_home(user, home.view(user, now)), TELLING)
