"""Who may do what: given and taken by admins, to people and to user groups."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.blocks import ids
from bot.domain.overview import ROLES, Grants
from bot.domain.pending import ROLE
from bot.domain.protection import Lowering
from bot.errors import DeclinedError
from bot.services.audit import record
from bot.services.roles import Roles
from bot.services.setup.agreeing import Agreeing, Asker
from bot.services.setup.book import Book, fingerprint, unchanged
from bot.services.setup.editions import Outcome
from bot.storage.grants import GrantQueries
from bot.storage.store import Transaction

ADMIN, CURATOR, OBSERVER = "admin", "curator", "observer"
_TWO = 2


@dataclass(frozen=True, slots=True)
class _Step:
    """One member that is given a role or loses it; *why* a second admin is needed for it, if one is."""

    role: str
    member: str
    given: bool
    why: Lowering | None = None


class Granting:
    """Lets admins give and take roles. *fixed* are those whom the environment names, role by role."""

    def __init__(self, book: Book, roles: Roles, agreeing: Agreeing, fixed: Mapping[str, tuple[str, ...]]) -> None:
        self._book = book
        self._roles = roles
        self._agreeing = agreeing
        self._fixed = fixed

    def grants(self) -> tuple[dict[str, Grants], str]:
        """Return who has which role, and the name of that state."""
        with self._book.read() as tx:
            found = self._grants(tx)
        return found, _state(found)

    def save(self, chosen: Mapping[str, Grants], seen: str, user: str, now: datetime) -> Outcome:
        """Give and take what makes the roles as *chosen*; each step that lowers protection waits for a second admin."""
        self._book.mind(user)
        known, _ = self.grants()
        gone = {member for role in ROLES for member in known[role].people if not self._book.is_here(member)}
        asker = self._agreeing.prepare(user)
        with self._book.change() as tx:
            before = self._grants(tx)
            unchanged(_state(before), seen)
            steps = list(self._steps(before, chosen, user, gone))
            for step in steps:
                self._take(tx, step, asker, now)
        return Outcome.ASKED if any(step.why for step in steps) else Outcome.SAVED

    def _take(self, tx: Transaction, step: _Step, asker: Asker, now: datetime) -> None:
        if step.why is not None:
            change = {"member": step.member, "given": step.given}
            self._agreeing.ask(tx, asker, ROLE, step.role, change, [step.why], seen=None, now=now)
            return
        grants = GrantQueries(tx)
        (grants.give if step.given else grants.take)(step.role, step.member)
        action = "role.give" if step.given else "role.take"
        record(tx, now, asker.user, action, f"role:{step.role}", role=step.role, member=step.member)

    def _steps(
        self, before: Mapping[str, Grants], chosen: Mapping[str, Grants], user: str, gone: set[str]
    ) -> Iterator[_Step]:
        """Yield what has to be given and taken, what is given first."""
        admins = len((*before[ADMIN].members, *before[ADMIN].fixed))
        for role in ROLES:
            for member in (each for each in chosen[role].members if each not in before[role].members):
                why = Lowering.ADMIN_NEW if role == ADMIN and admins >= _TWO else None
                admins += role == ADMIN and why is None
                yield _Step(role, member, given=True, why=why)
        for role in ROLES:
            left = (*chosen[role].members, *before[role].fixed)
            for member in (each for each in before[role].members if each not in chosen[role].members):
                if role == ADMIN and not left:
                    raise DeclinedError("setup-last-admin", at=f"{ids.SETUP_PEOPLE}{ADMIN}")
                harmless = member in gone or (role == ADMIN and member == user)
                yield _Step(role, member, given=False, why=None if harmless else _why_taken(role, bool(left)))

    def _grants(self, tx: Transaction) -> dict[str, Grants]:
        found = {}
        for role in ROLES:
            members = GrantQueries(tx).of(role)
            groups = tuple(member for member in members if member.startswith("S"))
            people = tuple(member for member in members if not member.startswith("S"))
            found[role] = Grants(people, groups, tuple(self._fixed.get(role, ())))
        return found


def _why_taken(role: str, others: bool) -> Lowering | None:
    """Why a second admin is needed where somebody loses *role*; *others* keep it."""
    if role == CURATOR:
        return None if others else Lowering.LAST_CURATOR
    return Lowering.OBSERVER_GONE if role == OBSERVER else Lowering.ADMIN_GONE


def _state(grants: Mapping[str, Grants]) -> str:
    return fingerprint(" ".join(f"{role}:{','.join(sorted(grants[role].members))}" for role in ROLES))
