"""Windows that open at once and are drawn when what belongs in them is found."""

from collections.abc import Callable
from typing import Any

from bot.blocks import why
from bot.blocks.forms import Form
from bot.errors import DeclinedError, SlackError, VoxpopError
from bot.locale import Words
from bot.slack import Slack


def show(body: dict[str, Any], title: str, draw: Callable[[], Form], slack: Slack, words: Words) -> None:
    """Open a window called *title*, a key of the catalogue, and put into it what *draw* returns, however long it takes.

    A trigger lives three seconds, a database may need longer. What is declined is said in the window; what fails is
    too, before the error goes on to where it is logged.
    """
    inside = body.get("view", {}).get("type") == "modal"
    put = slack.push_form if inside else slack.open_form
    view = put(body["trigger_id"], why.opened(words, title))
    fill(view, title, draw, slack, words)


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


def _update(view: str, drawn: Form, slack: Slack) -> None:
    try:
        slack.update_form(view, drawn)
    except SlackError as error:
        if error.code != "not_found":
            raise
