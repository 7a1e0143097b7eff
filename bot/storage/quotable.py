"""Records by the link or number that people know them by, with what says whether they may be quoted."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, or_, select

from bot.domain.feedback import Kind, RecordRef
from bot.storage.features import FEATURE
from bot.storage.feedback import FEEDBACK
from bot.storage.sources import SourceQueries
from bot.storage.store import Transaction


@dataclass(frozen=True, slots=True)
class Record:
    """A stored record's redacted *text*, and whether it may be quoted at all."""

    ref: RecordRef
    text: str
    may_be_quoted: bool


class QuotableQueries:
    """Looks records of the transaction's workspace up."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def by_name(self, names: Sequence[str], version: str) -> list[Record]:
        """Return the records, or all of the conversations, that one of *names* stands for in any source."""
        f, x = FEEDBACK.c, FEATURE.c
        sources = sorted(SourceQueries(self._tx).last_syncs())
        features = and_(x.workspace_id == f.workspace_id, x.text_key == f.text_key, x.version == version)
        statement = (
            select(f.source, f.kind, f.external_id, f.do_not_feature, x.text, x.sensitive, x.doubt, x.noise)
            .select_from(FEEDBACK.join(FEATURE, features))
            .where(
                f.workspace_id == self._tx.workspace_id,
                f.source.in_(sources),
                or_(and_(f.kind.in_(list(Kind)), f.external_id.in_(names)), f.conversation.in_(names)),
            )
            .order_by(f.created_at, f.source, f.kind, f.external_id)
        )
        return [
            Record(
                RecordRef(source=row.source, kind=Kind(row.kind), external_id=row.external_id),
                row.text,
                bool(row.text)
                and row.kind != Kind.TOLD
                and not (row.do_not_feature or row.sensitive or row.doubt or row.noise),
            )
            for row in self._tx.connection.execute(statement)
        ]
