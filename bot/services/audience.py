"""Whose edition is meant: the one of the channel where somebody asks, one by its name, or the first they may read."""

from bot.domain.edition import Edition
from bot.errors import DeclinedError, SlackError
from bot.services.editions import EditionService
from bot.services.roles import Roles
from bot.slack import Slack


class Audience:
    """Knows who may read an edition: admins, curators, who is in its channel, everybody where that is public."""

    def __init__(self, editions: EditionService, roles: Roles, slack: Slack) -> None:
        self._editions = editions
        self._roles = roles
        self._slack = slack

    def meant(self, user: str, channel: str, asked: str = "") -> str:
        """Return the name of the edition that *user* means, *asked* for by name or title, or in *channel*.

        DeclinedError names those that they may read, where it is none of them. Of an edition that they may not read
        they do not even learn that it is there.
        """
        editions = self._editions.all()
        if not editions or (not asked and all(each.channel is None for each in editions)):
            return "default"
        here = [edition for edition in editions if edition.channel == channel and edition.channel is not None]
        if here and not asked:
            return here[0].name  # whoever types a command in a channel is in it
        open_to = [edition for edition in editions if self._may_read(user, edition, channel)]
        if not asked and open_to:
            return open_to[0].name
        wanted = asked.casefold().strip("\"'` ")
        found = [each for each in open_to if wanted in (each.name, each.title.casefold())]
        if found:
            return found[0].name
        if not open_to:
            raise DeclinedError("voice-preview-none")
        raise DeclinedError("voice-preview-which", names=", ".join(f"`{edition.name}`" for edition in open_to))

    def _may_read(self, user: str, edition: Edition, channel: str) -> bool:
        if edition.channel is None:
            return False
        if edition.channel == channel or self._roles.is_admin(user) or self._roles.is_curator(user):
            return True
        try:
            return self._slack.may_read(edition.channel, user)
        except SlackError:
            return False
