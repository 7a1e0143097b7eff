"""Who we are in Slack, and who is one of ours."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.slack.calls import SLACK_URL, Caller


@dataclass(frozen=True, slots=True)
class Identity:
    """Who we are in Slack. *scopes* are those granted to the token, as Slack's answer header says.

    *enterprise* is the organisation that the workspace belongs to, None for one that stands alone.
    """

    team: str
    team_name: str
    bot_user: str
    bot: str | None
    scopes: frozenset[str]
    enterprise: str | None = None


class Identified(Caller):
    """Knows who we are."""

    def __init__(self, token: str, *, base_url: str = SLACK_URL, timeout: float = 10) -> None:
        super().__init__(token, base_url=base_url, timeout=timeout)
        self._me: Identity | None = None

    def auth_test(self) -> Identity:
        """Return who we are, asked of Slack once; SlackError when the token is no good."""
        if self._me is None:
            response = self._call(self._client.auth_test)
            scopes = str(response.headers.get("x-oauth-scopes") or response.headers.get("X-OAuth-Scopes") or "")
            self._me = Identity(
                team=response["team_id"],
                team_name=response.get("team") or "",
                bot_user=response["user_id"],
                bot=response.get("bot_id"),
                scopes=frozenset(filter(None, re.split(r"[,\s]+", scopes))),
                enterprise=response.get("enterprise_id"),
            )
        return self._me

    def is_ours(self, user: Mapping[str, Any]) -> bool:
        """Whether *user*, as ``users.info`` describes them, is of our company: a shared channel shows others, too.

        Those have another ``team_id`` than we, or are strangers (docs.slack.dev on Slack Connect); colleagues of
        another workspace of our organisation have its id in ``enterprise_user``.
        """
        me, team = self.auth_test(), user.get("team_id")
        enterprise = (user.get("enterprise_user") or {}).get("enterprise_id")
        same = team in (None, me.team) or (enterprise is not None and enterprise == me.enterprise)
        return same and not user.get("is_stranger")
