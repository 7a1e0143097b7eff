"""Who is accountable: areas with their leaders, themes with their owners, and what customers were promised."""

from bot.domain.fingerprint import fingerprint
from bot.domain.model import Model


class Area(Model):
    """A part of the organisation; *leader* and *deputy* are Slack user ids."""

    name: str
    leader: str | None = None
    deputy: str | None = None


class Ownership(Model):
    """What people here know about a theme: the *name* they gave it, the *area* accountable, its *owner*'s user id."""

    theme: str
    name: str | None = None
    area: str | None = None
    owner: str | None = None

    @property
    def state(self) -> str:
        """Tells whose it is now from whose it was."""
        return fingerprint(self.area, self.owner)


class Promise(Model):
    """What customers were promised, in one sentence, and who looks after it."""

    text: str
    owner: str | None = None
