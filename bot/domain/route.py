"""The way into a channel: whether anything can be posted there, and what a person has to do where not."""

from dataclasses import dataclass
from datetime import datetime

SHARED = "shared"
"""Why nothing is posted: the channel is newly shared with another company, and no admin has said that it may."""

TEAM = ""
"""The channel that stands for all of them: the workspace took our token back."""

BROKEN = frozenset({"not_in_channel", "channel_not_found", "is_archived"})
"""Slack's words for a channel that cannot be posted to before something happens to it."""

CUT_OFF = frozenset({"account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked"})
"""Slack's words for a token that is no good any more."""


@dataclass(frozen=True, slots=True)
class Route:
    """What is known about a *channel* of ours that something happened to.

    *broken* is Slack's word for why it cannot be posted to; *unconfirmed*: it is shared with another company, and
    nobody has said that it may be. *since* is when it was switched off. Each change is a new *turn*; *told* is the last
    one that admins heard of. *asked_by* is the admin who would post there all the same, and waits for a second one.
    """

    channel: str
    broken: str | None
    unconfirmed: bool
    since: datetime
    turn: int
    told: int
    asked_by: str | None = None

    @property
    def off(self) -> str | None:
        """Why nothing is posted there, None where it is."""
        return self.broken or (SHARED if self.unconfirmed else None)
