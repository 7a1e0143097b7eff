"""Who may do what: given and taken by admins, to people and to user groups."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import datetime

from bot.blocks import ids
from bot.domain.fingerprint import fingerprint
from bot.domain.overview import ROLES, Grants
from bot.domain.pending import ROLE
from bot.domain.protection import Lowering
from bot.domain.role import Grant, Role
from bot.errors import DeclinedError
from bot.services.audit import record
from bot.services.roles import Roles
from bot.services.setup.agreeing import Agreeing, Asker
from bot.services.setup.book import Book, unchanged
from bot.services.setup.editions import Outcome
from bot.storage.grants import GrantQueries
from bot.storage.store import Transaction

_TWO = 2


@dataclass(frozen=True, slots=True)
class _Step:
    """One member that is given a role or loses it; *why* a second admin is needed for it, if one is."""

    grant: Grant
    given: bool
    why: Lowering | None = None


class Granting:
    """Lets admins give and take roles."""

    def __init__(self, book: Book, roles: Roles, agreeing: Agreeing) -> None:
        self._book = book
        self._roles = roles
        self._agreeing = agreeing

    def grants(self) -> tuple[dict[Role, Grants], str]:
        """Return who has which role, and the name of that state."""
        with self._book.read() as tx:
            found = self._grants(tx)
        return found, _state(found)

    def save(self, chosen: Mapping[Role, Grants], seen: str, user: str, now: datetime) -> Outcome:
        """Give and take what makes the roles as *chosen*; each step that lowers protection waits for a second admin."""
        self._book.mind(user)
        known, _ = self.grants()
        self._book.meet({member for role in ROLES for member in set(chosen[role].people) ^ set(known[role].people)})
        for role in ROLES:
            for member in (each for each in chosen[role].people if each not in known[role].people):
                self._book.mind_here(member, f"{ids.SETUP_PEOPLE}{role}")
        taken = {member for role in ROLES for member in set(known[role].people) - set(chosen[role].people)}
        gone = {member for member in taken if not self._book.is_here(member)}
        held = {role for role in ROLES if self._is_held(role, chosen[role], known[role])}
        weighty = _changes(known, chosen, {Role.ADMIN}) or any(_taken(known, chosen))
        asker = self._agreeing.prepare(user) if weighty else Asker(user, {})  # Slack is asked where it matters
        with self._book.change() as tx:
            before = self._grants(tx)
            unchanged(_state(before), seen)
            steps = list(self._steps(before, chosen, asker, gone, held))
            for step in steps:
                self._take(tx, step, asker, now)
        return Outcome.ASKED if any(step.why for step in steps) else Outcome.SAVED

    def _take(self, tx: Transaction, step: _Step, asker: Asker, now: datetime) -> None:
        if step.why is not None:
            change = {"member": step.grant.member, "given": step.given}
            self._agreeing.ask(tx, asker, ROLE, step.grant.role, change, [step.why], seen=None, now=now)
            return
        (GrantQueries(tx).give if step.given else GrantQueries(tx).take)(step.grant)
        role, action = step.grant.role, "role.give" if step.given else "role.take"
        record(tx, now, asker.user, action, f"role:{role}", role=role, member=step.grant.member)

    def _is_held(self, role: Role, chosen: Grants, known: Grants) -> bool:
        """Whether somebody who is still here has *role* once it is as *chosen*: a group may have nobody in it."""
        grants = (Grant(role, member) for member in (*chosen.members, *known.fixed))
        return any(self._book.is_here(user) for user in self._roles.reached(grants))

    def _steps(
        self,
        before: Mapping[Role, Grants],
        chosen: Mapping[Role, Grants],
        asker: Asker,
        gone: set[str],
        held: set[Role],
    ) -> Iterator[_Step]:
        """Yield what has to be given and taken, what is given first; *held* are the roles that somebody has then."""
        admins = 1 + len(asker.others)  # those who can be asked: who has left agrees to nothing
        for role in ROLES:
            for member in (each for each in chosen[role].members if each not in before[role].members):
                why = Lowering.ADMIN_NEW if role is Role.ADMIN and admins >= _TWO else None
                admins += role is Role.ADMIN and why is None
                yield _Step(Grant(role, member), given=True, why=why)
        for role in ROLES:
            for member in (each for each in before[role].members if each not in chosen[role].members):
                if role is Role.ADMIN and role not in held:
                    raise DeclinedError("setup-last-admin", at=f"{ids.SETUP_PEOPLE}{Role.ADMIN}")
                # without any curator editions post by themselves, also where the last one left long ago
                harmless = member in gone and role is not Role.CURATOR
                harmless = harmless or (role is Role.ADMIN and member == asker.user)
                why = None if harmless else _why_taken(role, others=role in held)
                yield _Step(Grant(role, member), given=False, why=why)

    def _grants(self, tx: Transaction) -> dict[Role, Grants]:
        given, fixed = GrantQueries(tx).all(), self._roles.of_settings
        return {
            role: Grants(
                people=tuple(grant.member for grant in given if grant.role is role and not grant.is_group),
                groups=tuple(grant.member for grant in given if grant.role is role and grant.is_group),
                fixed=tuple(grant.member for grant in fixed if grant.role is role),
            )
            for role in ROLES
        }


def _changes(before: Mapping[Role, Grants], chosen: Mapping[Role, Grants], roles: Set[Role]) -> bool:
    return any(set(before[role].members) != set(chosen[role].members) for role in roles)


def _taken(before: Mapping[Role, Grants], chosen: Mapping[Role, Grants]) -> Iterator[str]:
    for role in ROLES:
        yield from set(before[role].members) - set(chosen[role].members)


def _why_taken(role: Role, *, others: bool) -> Lowering | None:
    """Why a second admin is needed where somebody loses *role*; *others* keep it."""
    if role is Role.CURATOR:
        return None if others else Lowering.LAST_CURATOR
    return Lowering.OBSERVER_GONE if role is Role.OBSERVER else Lowering.ADMIN_GONE


def _state(grants: Mapping[Role, Grants]) -> str:
    return fingerprint(" ".join(f"{role}:{','.join(sorted(grants[role].members))}" for role in ROLES))
