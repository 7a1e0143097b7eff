"""Our workspace and the Slack team that it belongs to."""

from sqlalchemy import select, update

from bot.errors import SlackError
from bot.storage.store import Transaction, table_of
from bot.storage.tables import WorkspaceRow

WORKSPACE = table_of(WorkspaceRow)


class WorkspaceQueries:
    """Reads and binds the transaction's workspace."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def team(self) -> str | None:
        """Return the id of the Slack team it is bound to."""
        team: str | None = self._tx.connection.execute(
            select(WORKSPACE.c.slack_team).where(WORKSPACE.c.id == self._tx.workspace_id)
        ).scalar_one()
        return team

    def lock(self) -> None:
        """Let no other transaction that asks for the same run beside this one; SQLite has one writer anyway."""
        if self._tx.dialect != "sqlite":
            held = select(WORKSPACE.c.id).where(WORKSPACE.c.id == self._tx.workspace_id)
            self._tx.connection.execute(held.with_for_update(key_share=True))  # NO KEY: others still insert rows

    def bind(self, team: str, name: str) -> None:
        """Bind the workspace to a Slack *team* at first contact; refuse another team's token in words."""
        bound = self.team()
        if bound is None:
            self._tx.connection.execute(
                update(WORKSPACE)
                .where(WORKSPACE.c.id == self._tx.workspace_id)
                .values(slack_team=team, slack_team_name=name)
            )
        elif bound != team:
            raise SlackError(
                f"this database belongs to the Slack workspace {bound}, but SLACK_BOT_TOKEN is one of {team} ({name}); "
                "use the token of the first, or another DATABASE_URL: feedback is never shown to another workspace",
                permanent=True,
            )
