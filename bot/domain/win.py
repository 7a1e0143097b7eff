"""A service win: who, what, in whose words, and what the people in it have agreed to."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.feedback import RecordRef

LEAST_TEAM = 5
"""People in a team that may be named as one: with fewer, its name gives a person away."""


IN_DIGEST = "digest:"
"""Begins the *post* of a win that a digest told: then come the edition and the week."""


class WinKind(StrEnum):
    """What sort of story it is. A closed list, also in the database."""

    SERVICE = "service"
    BOLD = "bold"
    ACROSS = "across"
    FIXED = "fixed"


class WinState(StrEnum):
    """How far a story got. A closed list, also in the database.

    ``open``: it waits for the people in it, for a curator, or for both. ``ready``: it waits for the digest.
    """

    OPEN = "open"
    READY = "ready"
    CELEBRATED = "celebrated"
    KEPT = "kept"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"
    PRIVATE = "private"
    UNANSWERED = "unanswered"
    TAKEN_BACK = "taken_back"


class Choice(StrEnum):
    """How somebody wants to appear in a story about them."""

    NAME = "name"
    TEAM = "team"
    COLLEAGUE = "colleague"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class CustomerWords:
    """What the customer said: an exact quote of *record*, from *start* to *end*, or without one as it was told.

    *named*: the places of those whom the quote names, by whatever name.
    """

    text: str
    record: RecordRef | None = None
    start: int = 0
    end: int = 0
    named: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Team:
    """The user group that was nominated; *size* as Slack said it then."""

    id: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a story: *user* is None for one without Slack, *name* None until Slack was asked.

    *agreed* is the version of the text that they answered to, *asked* the one that was last shown to them.
    """

    place: int
    user: str | None
    name: str | None = None
    in_team: bool = False
    reachable: bool = True
    choice: Choice | None = None
    agreed: int | None = None
    asked: int | None = None
    asked_at: datetime | None = None
    reminded_at: datetime | None = None

    @property
    def can_answer(self) -> bool:
        """Whether they can be asked at all; who cannot is shown as a colleague only."""
        return self.user is not None and self.reachable

    def has_seen(self, version: int) -> bool:
        """Whether they were shown *version* of the text as a whole: before that nobody answers to it."""
        return version in (self.asked, self.agreed)


@dataclass(frozen=True, slots=True)
class Nomination:
    """A story as somebody tells it. *key* names the form that it came in: one form makes one win.

    *parts* is what happened, or the four answers of a bold try, as typed. *link* and *said* are the customer's words.
    *confirmed*: a text from a place that not everybody may read was confirmed to be told elsewhere.
    """

    key: str
    nominator: str
    kind: WinKind
    users: tuple[str, ...]
    other: str | None
    group: Team | None
    parts: tuple[str, ...]
    link: str | None = None
    said: str | None = None
    another_story: bool = False
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Win:
    """A nominated story. In *parts* people are placeholders (`bot.domain.story`), filled in as each has agreed.

    *version* counts its texts and *turn* what curators did: whoever decides says which one they had before them.
    *revision* counts all changes, *told* the one up to which everybody was told. *stale*: what stands in Slack is not
    what should. *post* names its message in the outbox.
    """

    id: int
    kind: WinKind
    parts: tuple[str, ...]
    words: CustomerWords | None
    nominator: str
    people: tuple[Person, ...]
    created_at: datetime
    joined: tuple[str, ...] = ()
    team: Team | None = None
    state: WinState = WinState.OPEN
    version: int = 1
    version_by: str = ""
    turn: int = 0
    approved: int | None = None
    decided_by: str | None = None
    revision: int = 1
    told: int = 0
    stale: bool = False
    post: str | None = None

    @property
    def is_own(self) -> bool:
        """Whether somebody nominated themselves, alone or among others, or was put together with who did."""
        return not {person.user for person in self.people}.isdisjoint(self.tellers)

    @property
    def is_in_digest(self) -> bool:
        """Whether it was celebrated in a digest, which *post* names, and not by a message of its own."""
        return self.post is not None and self.post.startswith(IN_DIGEST)

    @property
    def tellers(self) -> tuple[str, ...]:
        """Who nominated it: the first, and those who joined."""
        return (self.nominator, *self.joined)

    @property
    def unasked(self) -> tuple[Person, ...]:
        """Who has not been shown the text as it is."""
        return tuple(person for person in self.people if person.can_answer and not person.has_seen(self.version))

    @property
    def waiting_for(self) -> tuple[Person, ...]:
        """Who has not answered to the text as it is."""
        return tuple(person for person in self.people if person.can_answer and person.agreed != self.version)

    @property
    def out_of_reach(self) -> tuple[Person, ...]:
        """Who cannot be asked: without Slack, a bot, or deactivated. They agreed to nothing, and are not named."""
        return tuple(person for person in self.people if not person.can_answer)

    @property
    def is_refused(self) -> bool:
        """Whether somebody wants it kept private: then it is, whatever the others say."""
        return any(person.choice is Choice.PRIVATE for person in self.people)

    @property
    def may_be_shown(self) -> bool:
        """Whether everybody in it who can be asked has agreed to the text as it is."""
        return not self.waiting_for and not self.is_refused

    def person(self, user: str) -> Person | None:
        """Return *user* as they stand in it."""
        return next((person for person in self.people if person.user == user), None)

    def may_name_team(self, person: Person) -> bool:
        """Whether *person* may appear by the name of their team: it has to be large enough to hide one.

        Bots, and those who have left Slack, hide nobody.
        """
        hidden_among = sum(each.in_team and each.can_answer for each in self.people)
        return person.in_team and self.team is not None and hidden_among >= LEAST_TEAM
