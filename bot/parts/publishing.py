"""From stored feedback to the outbox, with all that a digest carries."""

from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from bot.parts.ground import Ground

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.services.digests import DigestService
    from bot.services.drafts.desk import Drafts
    from bot.services.posting import PostingService
    from bot.services.posting_pace import Pace
    from bot.services.publishing import Contribution, Publisher
    from bot.services.wins.gathering import Gathering
    from bot.services.wins.proposing import Proposing
    from bot.slack import Gateway


class Publishing(Ground):
    """From stored feedback to the outbox, with all that a digest carries."""

    @cached_property
    def digests(self) -> "DigestService":
        """Makes digests."""
        from bot.services.digests import DigestService

        return DigestService(self.store, self.feedback, self.rules)

    def posting_by(self, gateway: "Gateway") -> "PostingService":
        """The outbox with *gateway* as its way out."""
        from bot.services.posting import PostingService

        return PostingService(self.store, gateway, self.notices, self._pace)

    @property
    def _pace(self) -> "Pace":
        from bot.services.posting_pace import Pace

        return Pace(grace=timedelta(seconds=self.settings.post_grace_seconds))

    @cached_property
    def posting(self) -> "PostingService":
        """The outbox, with Slack as its way out."""
        return self.posting_by(self.slack)

    @cached_property
    def publisher(self) -> "Publisher":
        """Takes digests to the outbox."""
        from bot.services.publishing import Publisher

        return Publisher(
            self.store, self.digests, self.posting, self._proposing, self.contributions, self.drafts.issuing
        )

    @cached_property
    def drafts(self) -> "Drafts":
        """Lets curators look first."""
        from bot.blocks.ask_form import word_button
        from bot.blocks.pinning import find_button
        from bot.services.asks.asking import Asking
        from bot.services.asks.book import AskBook
        from bot.services.drafts.desk import open_drafts
        from bot.services.handing import Handing

        handing = Handing(self.digests, self.posting, self._proposing, self.contributions)
        return open_drafts(
            self.store,
            lambda: self.slack,
            self.posting.work,
            self.digests,
            handing,
            self.areas,
            self.roles,
            self.speech,
            self.rules,
            Asking(AskBook(self.store, self.roles)),
            [find_button, word_button],
        )

    @property
    def _proposing(self) -> "Proposing":
        from bot.services.wins.proposing import Proposing

        return Proposing(self.roles, self.speech)

    @property
    def contributions(self) -> "Sequence[Contribution]":
        """What digests carry besides feedback, in the order in which it is added; what is left out comes last."""
        from bot.services.contributions import of_leaders
        from bot.services.hidden_quotes import HiddenQuotes
        from bot.services.leaving_out import LeavingOut

        return (self.gathering, *of_leaders(self.store, self.roles), HiddenQuotes(), LeavingOut())

    @cached_property
    def gathering(self) -> "Gathering":
        """Puts wins into digests."""
        from bot.services.wins.book import Book
        from bot.services.wins.gathering import Gathering

        return Gathering(Book(self.store, self.house))
