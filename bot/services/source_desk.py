"""What there is to do with sources, put together over one store."""

from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.services.accounts import Accounts
from bot.services.connections import Connections
from bot.services.roles import Roles
from bot.services.sealing import Sealer
from bot.services.source_health import SourceHealth
from bot.settings import Settings
from bot.storage.store import Store


@dataclass(frozen=True, slots=True)
class SourceDesk:
    """*accounts* opens sources, *health* says how they stand."""

    accounts: Accounts
    health: SourceHealth
    store: Store
    roles: Roles

    def connections(self, hasty: Store, begin: Callable[[str], None]) -> Connections:
        """What admins do with sources; *hasty* is the door to the database for what Slack waits for."""
        return Connections(self.store, hasty, self.accounts, self.roles, begin)


def open_desk(store: Store, settings: Settings, roles: Roles) -> SourceDesk:
    """Put it together as the *settings* say."""
    key = settings.secret_key
    accounts = Accounts(store, settings, Sealer(key.get_secret_value() if key else None))
    health = SourceHealth(store, accounts, roles, ZoneInfo(settings.digest_timezone))
    return SourceDesk(accounts, health, store, roles)
