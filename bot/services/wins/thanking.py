"""*Say thank you*: one sentence, privately, to the people in a story. It is counted nowhere."""

from collections.abc import Callable

from bot.blocks import ids
from bot.blocks.win_letters import thank_you
from bot.domain.outbox import NOTICE
from bot.domain.win import WinState
from bot.errors import DeclinedError
from bot.services.speech import Speech
from bot.services.wins.book import Book
from bot.slack import Person
from bot.storage.outbox import Address, OutboxQueries
from bot.storage.store import Store


class Thanking:
    """Carries thanks to those in a story, whoever they are to others. *who* asks Slack about the sender."""

    def __init__(self, store: Store, book: Book, speech: Speech, who: Callable[[str], Person]) -> None:
        self._store = store
        self._book = book
        self._speech = speech
        self._who = who

    def thank(self, number: int, sender: str, sentence: str, form: str) -> None:
        """Send *sentence* to everybody in the story, once per *form*; nothing of it is kept but the message.

        DeclinedError where it says nothing, and where there is nobody whom it could reach.
        """
        if not sentence:
            raise DeclinedError("win-thank-empty", at=ids.WIN_SENTENCE)
        with self._store.read() as tx:
            win = self._book.find(tx, number)
        if win.state is not WinState.CELEBRATED:
            raise DeclinedError("win-over")
        name = self._who(sender).name
        people = [str(person.user) for person in win.people if person.can_answer and person.user != sender]
        if not people:
            raise DeclinedError("win-thank-nobody", at=ids.WIN_SENTENCE)
        letters = [(user, thank_you(win, name, sentence, self._speech.to(user))) for user in people]
        with self._store.begin() as tx:
            at = tx.now()
            for user, message in letters:
                address = Address(NOTICE, user, f"thanks:{form}")
                OutboxQueries(tx).put(address, user, [message], due_at=at, look_from=at)
