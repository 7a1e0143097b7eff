"""Roles come from the settings and from Slack, to people and to groups."""

from collections.abc import Sequence

from bot.domain.area import Area
from bot.domain.role import Grant, Role
from bot.errors import SlackError
from bot.services.areas import Areas
from bot.services.roles import Roles
from bot.storage.grants import GrantQueries
from bot.storage.store import Store
from tests.conftest import NOW


def give(store: Store, *grants: Grant) -> None:
    with store.begin() as tx:
        for grant in grants:
            assert GrantQueries(tx).give(grant)
            assert not GrantQueries(tx).give(grant)


class Groups:
    """Who is in which group, as long as Slack tells."""

    def __init__(self) -> None:
        self.known: dict[str, tuple[str, ...]] = {"S0CX": ("U0CORA", "U0CARL")}
        self.down = False

    def members(self, group: str) -> Sequence[str]:
        if self.down:
            raise SlackError("Slack is down")
        return self.known[group]


def test_roles_of_settings_and_of_slack_add_up(store: Store) -> None:
    give(store, Grant(Role.ADMIN, "U0ADA"), Grant(Role.CURATOR, "S0CX"), Grant(Role.OBSERVER, "U0OTTO"))
    roles = Roles(store, ["U0LEA"], [], Groups().members)
    assert roles.admins == ("U0LEA", "U0ADA")
    assert roles.curators == roles.named_curators == ("U0CORA", "U0CARL")
    assert roles.is_observer("U0OTTO")
    assert not roles.is_admin("U0OTTO")


def test_admins_curate_where_no_curator_is_named(store: Store) -> None:
    roles = Roles(store, ["U0LEA"], [], Groups().members)
    assert roles.curators == ("U0LEA",)
    assert roles.named_curators == ()


def test_a_group_that_slack_tells_nothing_of_is_as_it_was_last_known(store: Store) -> None:
    groups = Groups()
    roles = Roles(store, [], [], groups.members)
    give(store, Grant(Role.CURATOR, "S0CX"))
    assert roles.is_curator("U0CORA")
    groups.down = True
    assert roles.is_curator("U0CORA")
    assert not Roles(store, [], [], groups.members).is_curator("U0CORA")


def test_who_leads_an_area_or_stands_in_is_a_leader(store: Store) -> None:
    Areas(store).put(Area(name="Delivery", leader="U0LEA", deputy="U0DORA"), "U0ADA", NOW)
    roles = Roles(store, [], [], Groups().members)
    assert roles.is_leader("U0LEA")
    assert roles.is_leader("U0DORA")
    assert not roles.is_leader("U0ANNA")
    assert Areas(store).deputy_of("U0LEA") == "U0DORA"


def test_what_admins_know_of_a_theme_is_kept_until_nothing_is_known(store: Store) -> None:
    areas = Areas(store)
    areas.put(Area(name="Delivery"), "U0ADA", NOW)
    areas.own("t1", "U0ADA", NOW, area="Delivery", owner="U0LEA")
    with store.begin() as tx:
        areas.rename(tx, "t1", "Late parcels", "U0CORA", NOW)
    owned = areas.owner_of("t1")
    assert owned is not None
    assert (owned.name, owned.area, owned.owner) == ("Late parcels", "Delivery", "U0LEA")
    areas.remove("Delivery", "U0ADA", NOW)
    assert areas.ownerships()["t1"].area is None
    with store.begin() as tx:
        areas.rename(tx, "t1", None, "U0CORA", NOW)
    areas.own("t1", "U0ADA", NOW, area=None, owner=None)
    assert areas.ownerships() == {}
