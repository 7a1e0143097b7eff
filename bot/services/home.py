"""App Home: every part of the app tells what concerns a person; one that cannot keeps no other back."""

from collections.abc import Callable, Sequence
from datetime import datetime

import structlog

from bot.blocks.drawing import section
from bot.blocks.forms import Form
from bot.blocks.home import Section, home
from bot.errors import VoxpopError
from bot.locale import Words
from bot.log import describe
from bot.services.speech import Speech

Provider = Callable[[str, Words, datetime], Sequence[Section]]
"""Tells a user, in these words, at this time, what one part of the app has for them: nothing, or sections."""


class Home:
    """Puts together what *providers* tell, in their order, in the person's own language."""

    def __init__(self, providers: Sequence[Provider], speech: Speech) -> None:
        self._providers = tuple(providers)
        self._speech = speech

    def view(self, user: str, now: datetime) -> Form:
        """Return the Home of *user* at *now*."""
        words = self._speech.to(user)
        sections: list[Section] = []
        for tell in self._providers:
            try:
                sections += tell(user, words, now)
            except VoxpopError as error:
                structlog.get_logger("home").warning("a part of App Home could not be told", **describe(error))
                sections.append(Section(words("home-later"), [section(words("home-later-why"))]))
        return home(sections, words)
