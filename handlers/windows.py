"""Windows that open at once and are drawn when what belongs in them is found."""

from collections.abc import Callable
from typing import Any

from bot.blocks import why
from bot.blocks.forms import Form
from bot.domain.refusal import CLOSED
from bot.errors import DeclinedError, SlackError, VoxpopError
from bot.locale import Words
from bot.services.later import Later
from bot.slack import Slack


def show_later(
    body: dict[str, Any], title: str, draw: Callable[[], Form], slack: Slack, words: Words, later: Later
) -> None:
    """Open a window at once, as `show` does, and leave what is put into it to *later*: looking for it takes seconds."""
    view = _open(body, title, slack, words)
    later.do(body, lambda: fill(view, title, draw, slack, words))


def show(body: dict[str, Any], title: str, draw: Callable[[], Form], slack: Slack, words: Words) -> None:
    """Open a window called *title*, a key of the catalogue, and put into it what *draw* returns, however long it takes.

    A trigger lives three seconds, a database may need longer. What is declined is said in the window; what fails is
    too, before the error goes on to where it is logged.
    """
    fill(_open(body, title, slack, words), title, draw, slack, words)


def fill(view: str, title: str, draw: Callable[[], Form], slack: Slack, words: Words) -> None:
    """Put what *draw* returns into the open *view*, or say why not; nothing happens where it was closed meanwhile."""
    try:
        drawn = draw()
    except DeclinedError as error:
        drawn = why.refused(words, title, words(error.key, **error.values))
    except VoxpopError:
        _update(view, why.failed(words, title), slack)
        raise
    _update(view, drawn, slack)


def _open(body: dict[str, Any], title: str, slack: Slack, words: Words) -> str:
    inside = body.get("view", {}).get("type") == "modal"
    put = slack.push_form if inside else slack.open_form
    return put(body["trigger_id"], why.opened(words, title))


def _update(view: str, drawn: Form, slack: Slack) -> None:
    try:
        slack.update_form(view, drawn)
    except SlackError as error:
        if error.code != CLOSED:
            raise
