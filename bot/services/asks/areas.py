"""Whom an area's ask goes to, and who steps in for them."""

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
