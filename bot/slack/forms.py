"""Forms: opened, changed, put on top of one another."""

from collections.abc import Mapping
from typing import Any

from slack_sdk.web import SlackResponse

from bot.slack.calls import Caller

Form = Mapping[str, Any]
"""A modal view as Slack is sent it, drawn and judged by `bot.blocks`."""


class Forms(Caller):
    """Opens forms, and shows App Home.

    ExpiredError where Slack takes a form no more: a trigger is good for three seconds, and once.
    """

    def open_form(self, trigger_id: str, form: Form) -> str:
        """Open *form* for the person whose command or click brought *trigger_id*; return its id."""
        return _name(self._call(self._client.views_open, trigger_id=trigger_id, view=dict(form)))

    def push_form(self, trigger_id: str, form: Form) -> str:
        """Put *form* on top of the one that was clicked in, three deep at most; return its id."""
        return _name(self._call(self._client.views_push, trigger_id=trigger_id, view=dict(form)))

    def update_form(self, view_id: str, form: Form, *, seen: str | None = None) -> None:
        """Draw *form* in place of an open one; *seen* is the hash that came with the click, so that none is older."""
        self._call(self._client.views_update, view_id=view_id, view=dict(form), hash=seen)

    def publish_home(self, user: str, view: Form) -> None:
        """Show *view* in the App Home of *user*, in place of what stood there."""
        self._call(self._client.views_publish, user_id=user, view=dict(view))


def _name(answer: SlackResponse) -> str:
    return str((answer.get("view") or {}).get("id") or "")
