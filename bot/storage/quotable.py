"""Records by the link or number that people know them by, with what says whether they may be quoted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, func, or_, select

from bot.domain.feedback import Kind, RecordRef
from bot.domain.verbatim import Verbatim
from bot.storage.features import FEATURE
from bot.storage.feedback import FEEDBACK, FeedbackQueries
from bot.storage.hidden import HiddenQueries
from bot.storage.sources import SourceQueries
from bot.storage.store import AnyRow, Transaction


@dataclass(frozen=True, slots=True)
class Record:
    """A stored record's redacted *text*, and whether it may be quoted at all."""

    ref: RecordRef
    text: str
    may_be_quoted: bool


class Link(NamedTuple):
    """Where the conversation of *record* is in the support tool; None where its source says no address."""

    record: RecordRef
    url: str | None


class QuotableQueries:
    """Looks records of the transaction's workspace up."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def conversations_of(self, records: Sequence[RecordRef], version: str) -> list[Verbatim]:
        """Return everything that was said in the conversations of *records*, oldest first; what is gone is left out."""
        return FeedbackQueries(self._tx).conversations_of(_by_kind(records), version)

    def links(self, records: Sequence[RecordRef]) -> list[Link]:
        """Return a link for each conversation of *records* that is still there, in the order of *records*."""
        f, found = FEEDBACK.c, dict[RecordRef, AnyRow]()
        for (source, kind), ids in _by_kind(records).items():
            mine = (f.workspace_id == self._tx.workspace_id, f.source == source, f.kind == kind)
            named = f.external_id.in_(self._tx.listed(ids))
            for row in self._tx.connection.execute(select(f.external_id, f.conversation, f.url).where(*mine, named)):
                found[RecordRef(source=source, kind=Kind(kind), external_id=row.external_id)] = row
        links: dict[tuple[str, str], Link] = {}
        for ref in records:
            if ref in found:
                links.setdefault((ref.source, found[ref].conversation), Link(ref, found[ref].url))
        return list(links.values())

    def by_name(self, names: Sequence[str], version: str, *, with_hidden: bool = False) -> list[Record]:
        """Return the records, or all of the conversations, that one of *names* stands for in any source.

        What somebody took out of a digest may not be quoted, but *with_hidden*.
        """
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
        out = frozenset() if with_hidden else HiddenQueries(self._tx).out()
        return [
            Record(
                RecordRef(source=row.source, kind=Kind(row.kind), external_id=row.external_id),
                row.text,
                bool(row.text)
                and row.kind != Kind.TOLD
                and not (row.do_not_feature or row.sensitive or row.doubt or row.noise)
                and (row.source, row.kind, row.external_id) not in out,
            )
            for row in self._tx.connection.execute(statement)
        ]

    def of_small_teams(self, records: Sequence[RecordRef], since: datetime, fewest: int) -> set[RecordRef]:
        """Return which of *records* a team handled that had fewer than *fewest* conversations since then."""
        f = FEEDBACK.c
        mine = f.workspace_id == self._tx.workspace_id
        keys = [record.external_id for record in records]
        statement = select(f.source, f.kind, f.external_id, f.team).where(
            mine, f.external_id.in_(self._tx.listed(keys)), f.team.is_not(None)
        )
        teams = {
            RecordRef(source=row.source, kind=Kind(row.kind), external_id=row.external_id): (row.source, row.team)
            for row in self._tx.connection.execute(statement)
        }
        counted = (
            select(f.source, f.team, func.count(f.conversation.distinct()).label("conversations"))
            .where(mine, f.created_at >= since, f.team.in_(sorted({team for _, team in teams.values()})))
            .group_by(f.source, f.team)
        )
        sizes = {(row.source, row.team): row.conversations for row in self._tx.connection.execute(counted)}
        return {ref for ref in records if ref in teams and sizes.get(teams[ref], 0) < fewest}


def _by_kind(records: Sequence[RecordRef]) -> dict[tuple[str, str], list[str]]:
    """Return the external ids of *records* by source and kind."""
    ids: dict[tuple[str, str], list[str]] = {}
    for record in records:
        ids.setdefault((record.source, record.kind.value), []).append(record.external_id)
    return ids
