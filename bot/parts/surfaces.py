"""What people do in Slack."""

from functools import cached_property
from typing import TYPE_CHECKING

from bot.parts.publishing import Publishing
from bot.services.clock import wall_clock

if TYPE_CHECKING:
    from bot.services.aftercare import Aftercare
    from bot.services.asks.desk import Asks
    from bot.services.home import Home
    from bot.services.offers.desk import Offers
    from bot.services.setup.desk import Setup
    from bot.services.wins.desk import Wins


class Surfaces(Publishing):
    """What people do in Slack."""

    @cached_property
    def wins(self) -> "Wins":
        """Takes stories from nomination to celebration."""
        from bot.services.wins.desk import open_wins
        from bot.services.wins.reminding import Rhythm

        given = self.settings
        rhythm = Rhythm(given.digest_timezone, given.holidays)
        parts = (self.slack, self.posting, self.notices, self.roles, self.speech, self.house)
        return open_wins(self.store, *parts, rhythm)

    @cached_property
    def asks(self) -> "Asks":
        """Takes asks from the draft to the ledger."""
        from bot.domain.draft import SetAsk
        from bot.services.asks.desk import open_asks
        from bot.services.asks.wording import Wording

        wording = Wording(self.store, self.drafts.editing, lambda ask: SetAsk(ask=ask), self.roles, self.slack.person)
        parts = (self.slack, self.posting.work, self.roles, self.speech)
        return open_asks(self.store, *parts, wording, self.aftercare.standing)

    @cached_property
    def offers(self) -> "Offers":
        """Takes contact offers from who records them to who learnt from them."""
        from bot.services.editions import to_edition
        from bot.services.offers.desk import open_offers

        calendar = to_edition(self.settings, wall_clock())
        return open_offers(self.store, self.slack, self.posting.work, self.roles, self.speech, calendar)

    @cached_property
    def setup(self) -> "Setup":
        """Lets admins set Voxpop up in Slack."""
        from bot.services.editions import to_edition
        from bot.services.setup.desk import open_setup

        basis = to_edition(self.settings, wall_clock())
        parts = (self.slack, self.posting, self.roles, self.speech, self.editions, self.house)
        return open_setup(self.store, *parts, basis, {"sources": self.sources.health.page})

    @cached_property
    def aftercare(self) -> "Aftercare":
        """Sees to what is posted already."""
        from bot.services.aftercare import open_aftercare

        told = self.notices, self.roles, self.speech
        return open_aftercare(self.store, self.slack, *told, self.house, self._pace, self.posting.work)

    @cached_property
    def home(self) -> "Home":
        """Shows everybody what concerns them."""
        from bot.services.drafts.home import DraftsAtHome
        from bot.services.home import Home
        from bot.services.news import News
        from bot.services.setup.home import SetupHome
        from bot.services.wins.front import WinsAtHome

        news = News(self.store, self.editions, self.roles, self.slack.may_read)
        wins = WinsAtHome(self.store, self.roles)
        drafts, after = DraftsAtHome(self.store, self.roles), self.aftercare
        leaders = (self.asks.sections, self.offers.sections)
        told = (news.tell, *leaders, drafts.tell, wins.tell, after.hiding.at_home, after.correcting.at_home)
        return Home((*told, self.sources.health.tell, SetupHome(self.setup)), self.speech)
