"""Which language is spoken with whom: a person's own in private, the edition's in channels."""

from collections.abc import Callable

from bot.locale import Words


class Speech:
    """Finds the words for a person; *locale* asks Slack for it, *default* is the edition's language."""

    def __init__(self, locale: Callable[[str], str | None], default: str) -> None:
        self._locale = locale
        self._default = default

    @property
    def shared(self) -> Words:
        """The words of channels."""
        return Words(self._default)

    def to(self, user: str | None) -> Words:
        """Return the words for *user*: those of their own locale, English for one without a catalogue."""
        locale = None if user is None else self._locale(user)
        return Words(locale or self._default)
