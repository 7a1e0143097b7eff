"""Whom an area's ask goes to, and who steps in for them."""

from bot.domain.ask import AskRecord
from bot.domain.digest import ThemeLine
from bot.domain.edition import Edition
from bot.storage.areas import AreaQueries
from bot.storage.store import Transaction


def owner_of(tx: Transaction, line: ThemeLine, edition: Edition) -> str | None:
    """Return whose decision *line* is: its owner's, else its area's leader's, else the edition's default owner's."""
    leader = next((area.leader for area in AreaQueries(tx).all() if area.name == line.area), None)
    return line.owner or leader or edition.default_owner


def deputy_of(tx: Transaction, user: str, area: str | None = None) -> str | None:
    """Return who steps in for *user*: the deputy of *area*, else of an area that they lead; never they themselves."""
    areas = AreaQueries(tx).all()
    theirs = [each for each in areas if each.name == area] or [each for each in areas if each.leader == user]
    return next((each.deputy for each in theirs if each.deputy and each.deputy != user), None)


def heirs_of(tx: Transaction, ask: AskRecord, edition: Edition) -> list[str]:
    """Return who may step in for the owner of *ask*, in this order: their deputy, its area's people, the default owner.

    An area may have got another leader since the question was asked.
    """
    area = next((each for each in AreaQueries(tx).all() if each.name == ask.area), None)
    able = [ask.deputy, *((area.leader, area.deputy) if area else ()), edition.default_owner]
    return [user for user in dict.fromkeys(able) if user and user != ask.owner]
