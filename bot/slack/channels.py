"""What a channel is like before something is posted there: who can read it, and whether we are in it."""

from dataclasses import replace

from bot.domain.place import Place
from bot.errors import SlackError
from bot.slack.people import People

MOST_LOOKED_AT = 30
"""Members of a channel about whom Slack is asked, one by one, whether they are guests."""

_PAGES = 5
_UNSEEN = frozenset({"channel_not_found", "not_in_channel", "missing_scope", "method_not_supported_for_channel_type"})


class Channels(People):
    """Looks at channels before an edition is set up in one."""

    def place(self, channel: str) -> Place:
        """Return *channel* as it is now, asked anew: in private ones that we are not in, nothing is to be seen."""
        try:
            found = self._ask_channel(channel)
        except SlackError as error:
            if error.code in _UNSEEN:
                return Place(channel, is_visible=False)
            raise
        return Place(
            id=channel,
            is_member=found.is_member,
            is_archived=found.is_archived,
            is_private=found.is_private,
            is_shared=found.is_shared,
        )

    def audience(self, place: Place) -> Place:
        """Return *place* with who can read it, as far as that is cheap to know: guests are counted, nobody is kept."""
        try:
            told = self._call(self._hasty.conversations_info, channel=place.id, include_num_members=True)["channel"]
            answer = self._call(self._hasty.conversations_members, channel=place.id, limit=200)
        except SlackError:
            return place
        members, more = answer.get("members") or (), (answer.get("response_metadata") or {}).get("next_cursor")
        guests, looked_at = 0, 0
        for user in members[:MOST_LOOKED_AT]:
            try:
                guests += self.person(user).is_guest
            except SlackError:
                break
            looked_at += 1
        size = told.get("num_members") or (None if more else len(members))
        exact = not more and looked_at == len(members)
        return replace(place, size=size, guests=guests, guests_exact=exact)

    def is_in(self, channel: str, user: str) -> bool:
        """Whether *user* is among the members of *channel*; of a very large one the first thousand are looked at."""
        cursor: str | None = None
        for _ in range(_PAGES):
            answer = self._call(self._hasty.conversations_members, channel=channel, limit=200, cursor=cursor)
            if user in (answer.get("members") or ()):
                return True
            cursor = (answer.get("response_metadata") or {}).get("next_cursor")
            if not cursor:
                return False
        return False

    def may_read(self, channel: str, user: str) -> bool:
        """Whether *user* can read *channel*, believed for a quarter of an hour: they are in it, or it is public.

        Public is what is open to everybody of the company: a guest sees the channels alone that they are in.
        """
        if not self.channel_info(channel).is_private and not self.person(user).is_guest:
            return True
        return self._remembered((f"in {channel}", user), lambda: self.is_in(channel, user))

    def runs_workspace(self, user: str) -> bool:
        """Whether *user* is an admin or an owner of the workspace, asked anew; SlackError where it cannot be known."""
        return self._ask_person(user).runs_workspace
