"""Who may do what. Where the roles come from is known here and nowhere else."""

from collections.abc import Iterable


class Roles:
    """Roles as the settings give them: *admins* and *curators* are Slack user ids."""

    def __init__(self, admins: Iterable[str], curators: Iterable[str]) -> None:
        self._admins = tuple(dict.fromkeys(admins))
        self._curators = tuple(dict.fromkeys(curators))

    @property
    def admins(self) -> tuple[str, ...]:
        """Those who are told when something breaks."""
        return self._admins

    @property
    def curators(self) -> tuple[str, ...]:
        """Those who look at wins before anybody else does: the admins where no curator is named."""
        return self._curators or self._admins

    def is_curator(self, user: str) -> bool:
        """Whether *user* may approve, edit, merge, keep and take back."""
        return user in self.curators

    def is_leader(self, user: str) -> bool:
        """Whether a bold try of *user* opens them to everybody: an admin or a curator."""
        return user in self._admins or user in self.curators
