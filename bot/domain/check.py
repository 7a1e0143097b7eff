"""What was looked at, as `voxpop doctor` says it: the database, a channel, a support tool."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One line: *well* or not, *what*, and the *remedy*. *essential*: without it no digest is posted by itself."""

    well: bool
    what: str
    remedy: str | None = None
    essential: bool = False

    @property
    def mark(self) -> str:
        """A word and not only a sign or colour."""
        return "ok     " if self.well else "MISSING" if self.essential else "note   "
