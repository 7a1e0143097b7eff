"""Who is who in Slack: people, user groups, channels. Remembered for a while: a form must not wait for it."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from bot.errors import SlackError
from bot.slack.calls import SLACK_URL
from bot.slack.identity import Identified

REMEMBERED = 15 * 60.0
"""Seconds for which what Slack said about somebody is believed."""

_NOBODY = frozenset({"user_not_found", "users_not_found", "user_not_visible"})
"""Answers that say for good that there is nobody to be asked."""

_MOST_REMEMBERED = 10_000

Known = TypeVar("Known")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in Slack. *names* are those by which a text may call them; *is_reachable*: of our company, no bot, not
    deactivated.

    *runs_workspace*: an admin or an owner of the Slack workspace itself.
    """

    id: str
    name: str
    names: tuple[str, ...]
    locale: str
    is_reachable: bool
    is_guest: bool = False
    runs_workspace: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """A user group, and how many people are in it."""

    id: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Channel:
    """A conversation as Slack describes it to us."""

    id: str
    name: str
    is_member: bool
    is_archived: bool
    is_private: bool
    is_shared: bool


class People(Identified):
    """Looks people, groups and channels up, each in under a second; SlackError where it cannot be known."""

    def __init__(self, token: str, *, base_url: str = SLACK_URL, timeout: float = 10) -> None:
        super().__init__(token, base_url=base_url, timeout=timeout)
        self._known: dict[tuple[str, str], tuple[float, object]] = {}

    def person(self, user: str) -> Person:
        """Return who *user* is; needs ``users:read``."""
        return self._remembered(("person", user), lambda: self._ask_person(user))

    def locale(self, user: str) -> str | None:
        """Return the locale that *user* chose in Slack, ``de-DE``; None where it cannot be known."""
        try:
            return self.person(user).locale
        except SlackError:
            return None

    def groups(self) -> list[Group]:
        """Return the workspace's user groups by name; needs ``usergroups:read``."""
        return self._remembered(("groups", ""), self._ask_groups)

    def members(self, group: str) -> tuple[str, ...]:
        """Return the people in the user group *group*; needs ``usergroups:read``."""
        answer = self._call(self._hasty.usergroups_users_list, usergroup=group)
        return tuple(answer.get("users") or ())

    def known_members(self, group: str) -> tuple[str, ...]:
        """Return the people in *group* as of the last quarter of an hour: for roles, asked for at every click."""
        return self._remembered(("members", group), lambda: self.members(group))

    def channel_info(self, channel: str) -> Channel:
        """Return what Slack tells about *channel*; needs ``channels:read`` or ``groups:read``."""
        return self._remembered(("channel", channel), lambda: self._ask_channel(channel))

    def channel_now(self, channel: str) -> Channel:
        """Return the same, asked anew."""
        return self._ask_channel(channel)

    def forget_channel(self, channel: str) -> None:
        """Believe nothing any more of what was said about *channel*: it changed."""
        self._known.pop(("channel", channel), None)

    def forget_person(self, user: str) -> None:
        """Believe nothing any more of what was said about *user*: they have left."""
        self._known.pop(("person", user), None)

    def is_public(self, channel: str) -> bool:
        """Whether *channel* is certainly open to everybody here, and to nobody else; asked anew every time."""
        try:
            found = self._ask_channel(channel)
        except SlackError:
            return False
        return not (found.is_private or found.is_shared)

    def text_of(self, channel: str, ts: str) -> str | None:
        """Return what the message at *ts* says; None when it is gone, or where its history may not be read.

        A channel's history has no replies: those are looked for in their thread, which any message of it names.
        """
        span = {"channel": channel, "latest": ts, "oldest": ts, "inclusive": True, "limit": 2}
        try:
            found = self._call(self._hasty.conversations_history, **span).get("messages") or []
            if not found:
                found = self._call(self._hasty.conversations_replies, ts=ts, **span).get("messages") or []
        except SlackError:
            return None
        return next((each.get("text") or None for each in found if each.get("ts") == ts), None)

    def _ask_person(self, user: str) -> Person:
        try:
            found = self._call(self._hasty.users_info, user=user, include_locale=True)["user"]
        except SlackError as error:
            if error.code not in _NOBODY:
                raise
            return Person(user, user, (), "", is_reachable=False)
        profile = found.get("profile") or {}
        given = (profile.get("display_name"), profile.get("real_name"), found.get("real_name"), found.get("name"))
        names = tuple(dict.fromkeys(name.strip() for name in given if name and name.strip()))
        parts = tuple(part for part in (profile.get("first_name"), profile.get("last_name")) if part)
        return Person(
            id=user,
            name=names[0] if names else user,
            names=tuple(dict.fromkeys((*names, *parts))),
            locale=found.get("locale") or "",
            is_reachable=self.is_ours(found) and not (found.get("is_bot") or found.get("deleted")),
            is_guest=any(found.get(name) for name in ("is_restricted", "is_ultra_restricted", "is_stranger")),
            runs_workspace=any(found.get(name) for name in ("is_admin", "is_owner", "is_primary_owner")),
        )

    def _ask_groups(self) -> list[Group]:
        answer = self._call(self._hasty.usergroups_list, include_count=True)
        groups = [
            Group(
                each["id"], str(each.get("handle") or each.get("name") or each["id"]), int(each.get("user_count") or 0)
            )
            for each in answer.get("usergroups") or ()
        ]
        return sorted(groups, key=lambda group: group.name.casefold())

    def _ask_channel(self, channel: str) -> Channel:
        found = self._call(self._hasty.conversations_info, channel=channel)["channel"]
        shared = ("is_ext_shared", "is_pending_ext_shared")
        private = ("is_private", "is_im", "is_mpim")
        return Channel(
            id=found["id"],
            name=found.get("name", ""),
            is_member=bool(found.get("is_member")),
            is_archived=bool(found.get("is_archived")),
            is_private=any(found.get(name) for name in private),
            is_shared=any(found.get(name) for name in shared),
        )

    def _remembered(self, key: tuple[str, str], ask: Callable[[], Known]) -> Known:
        """Return what is known under *key*, asked again once it is old."""
        now = time.monotonic()
        kept = self._known.get(key)
        if kept is not None and kept[0] > now:
            found: Known = kept[1]  # type: ignore[assignment]  # what stands under a key is what its question gave
            return found
        answer = ask()
        if len(self._known) >= _MOST_REMEMBERED:
            self._known.clear()
        self._known[key] = (now + REMEMBERED, answer)
        return answer
