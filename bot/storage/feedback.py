"""Feedback in and out: bulk upserts, and the verbatims of a span of time."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Join, and_, exists, func, or_, select, tuple_

from bot.domain.feedback import Feedback, RecordRef
from bot.domain.verbatim import Verbatim
from bot.storage.features import FEATURE
from bot.storage.feedback_rows import CONTENT, KEY, is_newer, to_row, to_verbatim, without_empty_columns
from bot.storage.hidden import HiddenQueries, is_among
from bot.storage.store import AnyRow, Transaction, table_of
from bot.storage.tables import FeedbackRow, WorkspaceRow

FEEDBACK = table_of(FeedbackRow)
_SEEN_IN_THEMES = ("conversation", "created_at", "text_key", "tags", "rating_value", "do_not_feature")


_VERBATIM = (
    *(FEEDBACK.c[name] for name in (
        "source", "kind", "external_id", "conversation", "created_at", "rating_value", "rating_low", "rating_high",
        "customer", "segment", "tags", "url", "solved_at", "reopened", "do_not_feature",
    )),
    *(FEATURE.c[name] for name in ("text", "language", "tone", "noise", "sensitive", "doubt", "signature", "vector")),
)  # fmt: skip


class Kept(NamedTuple):
    """What became of a page: rows *new*, *updated* and *unchanged* (the last include older redeliveries).

    *since*: the oldest moment whose themes may look different now, None where none do.
    """

    new: int
    updated: int
    unchanged: int
    since: datetime | None = None


class FeedbackQueries:
    """Reads and writes feedback of the transaction's workspace."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def keep(self, items: Sequence[Feedback], text_keys: Sequence[str | None], now: datetime, key: bytes) -> Kept:
        """Upsert *items*; an older version never overwrites a newer one, the same content changes nothing.

        *text_keys* say under which hash each item's features are kept; *key* hashes the customers' ids.
        """
        rows: dict[tuple[str, str, str], dict[str, Any]] = {}
        for item, text_key in zip(items, text_keys, strict=True):
            row = to_row(item, text_key, now, key, self._tx.workspace_id)
            known = rows.get((row["source"], row["kind"], row["external_id"]))
            if known is None or row["version"] >= known["version"]:
                rows[row["source"], row["kind"], row["external_id"]] = row
        known_rows = self._known(rows.values())
        new = [row for at, row in rows.items() if at not in known_rows]
        changed = [row for at, row in rows.items() if at in known_rows and is_newer(row, known_rows[at])]
        if new or changed:
            insert = self._tx.insert(FEEDBACK)
            excluded = insert.excluded
            statement = insert.on_conflict_do_update(
                index_elements=list(KEY),
                set_={name: excluded[name] for name in CONTENT},
                where=excluded.version >= FEEDBACK.c.version,
            )
            self._tx.execute_many(statement, without_empty_columns(new + changed))
        return Kept(len(new), len(changed), len(items) - len(new) - len(changed), self._since(new, changed, known_rows))

    def _known(self, rows: Iterable[dict[str, Any]]) -> dict[tuple[str, str, str], AnyRow]:
        table = FEEDBACK.c
        by_group: dict[tuple[str, str], list[str]] = {}
        for row in rows:
            by_group.setdefault((row["source"], row["kind"]), []).append(row["external_id"])
        known = {}
        for (source, kind), ids in by_group.items():
            found = self._tx.connection.execute(
                select(table.external_id, table.version, table.row_hash, *(table[c] for c in _SEEN_IN_THEMES)).where(
                    table.workspace_id == self._tx.workspace_id,
                    table.source == source,
                    table.kind == kind,
                    table.external_id.in_(self._tx.listed(ids)),
                )
            )
            known.update({(source, kind, row.external_id): row for row in found})
        return known

    def _since(
        self,
        new: Sequence[dict[str, Any]],
        changed: Sequence[dict[str, Any]],
        known: dict[tuple[str, str, str], AnyRow],
    ) -> datetime | None:
        """Return from when on saved themes are untrue: the beginning of the oldest conversation that changed."""
        seen = _seen_in_themes(new, changed, known)
        moments = [row["created_at"] for row in seen]
        longer: dict[str, set[str]] = {}
        for row in seen:
            if row["conversation"] != row["external_id"]:
                longer.setdefault(row["source"], set()).add(row["conversation"])
        for source, conversations in longer.items():
            statement = select(func.min(FEEDBACK.c.created_at)).where(
                FEEDBACK.c.workspace_id == self._tx.workspace_id,
                FEEDBACK.c.source == source,
                FEEDBACK.c.conversation.in_(self._tx.listed(sorted(conversations))),
            )
            moments.append(self._tx.connection.execute(statement).scalar_one())
        return min(moments, default=None)

    def verbatims(self, start: datetime | None, end: datetime, version: str) -> list[Verbatim]:
        """Return the records of *start* ≤ created < *end* with their features of *version*, oldest first.

        Conversations come whole: what one that goes on in this span, or was solved in it, said before *start* is there
        too. It counts in the week of its first words, and its time to resolution runs from there. What somebody took
        out of a digest is not featured, whatever its source says.
        """
        f, g = FEEDBACK.c, FEEDBACK.alias("later").c
        inside = f.created_at < end
        if start is not None:
            going_on = select(g.source, g.conversation).where(
                g.workspace_id == self._tx.workspace_id,
                g.created_at < end,
                or_(g.created_at >= start, g.solved_at >= start),
            )  # a list made once; asked for each row, SQLite may choose the wrong index and read everything each time
            inside = and_(inside, or_(f.created_at >= start, tuple_(f.source, f.conversation).in_(going_on)))
        statement = (
            select(*_VERBATIM)
            .select_from(_with_features(version))
            .where(f.workspace_id == self._tx.workspace_id, inside)
            .order_by(f.created_at, f.source, f.kind, f.external_id)
        )
        return self._read(statement)

    def conversations_of(self, records: Mapping[tuple[str, str], Sequence[str]], version: str) -> list[Verbatim]:
        """Return the conversations of *records*, external ids by source and kind, whole and oldest first."""
        # a step for each source: in one statement a server without statistics may read every row for every other
        f, mine = FEEDBACK.c, FEEDBACK.c.workspace_id == self._tx.workspace_id
        wanted: dict[str, set[str]] = {}
        for (source, kind), ids in records.items():
            named = f.external_id.in_(self._tx.listed(list(ids)))
            asked = select(f.conversation).where(mine, f.source == source, f.kind == kind, named)
            wanted.setdefault(source, set()).update(self._tx.connection.execute(asked).scalars())
        found: list[Verbatim] = []
        for source, conversations in sorted(wanted.items()):
            of_these = f.conversation.in_(self._tx.listed(sorted(conversations)))
            joined = select(*_VERBATIM).select_from(_with_features(version))
            found += self._read(joined.where(mine, f.source == source, of_these))
        return sorted(found, key=lambda verbatim: verbatim.sort_key)

    def _read(self, statement: Any) -> list[Verbatim]:
        """Return the verbatims of *statement*; what somebody took out of a digest may not be featured."""
        verbatims = [to_verbatim(row) for row in self._tx.connection.execute(statement).all()]
        out = HiddenQueries(self._tx).out()
        return [replace(v, featured=False) if is_among(v.record, out) else v for v in verbatims] if out else verbatims

    def count_anew(self) -> None:
        """Have the database plan its queries by how much there is now: after an import, before the next digest."""
        self._tx.count_anew(FEEDBACK, FEATURE)

    def came_since(self, start: datetime, end: datetime, since: datetime) -> int:
        """Return how many conversations that began in *start* ≤ created < *end* came in after *since*."""
        f, g = FEEDBACK.c, FEEDBACK.alias("known").c
        known = exists().where(
            g.workspace_id == f.workspace_id,
            g.source == f.source,
            g.conversation == f.conversation,
            g.taken_in_at <= since,
        )
        new = (
            select(f.source, f.conversation)
            .where(
                f.workspace_id == self._tx.workspace_id,
                f.created_at >= start,
                f.created_at < end,
                f.taken_in_at > since,
                ~known,
            )
            .distinct()
            .subquery()
        )
        return int(self._tx.connection.execute(select(func.count()).select_from(new)).scalar_one())

    def conversation(self, record: RecordRef, version: str) -> list[Verbatim]:
        """Return every record of the conversation that *record* is in, oldest first; none where it is not there."""
        return self.conversations_of({(record.source, record.kind.value): [record.external_id]}, version)

    def span(self) -> tuple[datetime, datetime] | None:
        """Return when the first and the last record were made, None without any."""
        f = FEEDBACK.c
        statement = select(func.min(f.created_at), func.max(f.created_at)).where(
            f.workspace_id == self._tx.workspace_id
        )
        first, last = self._tx.connection.execute(statement).one()
        return None if first is None else (first, last)

    def counts(self) -> dict[str, int]:
        """Return how many records each source has brought that are still here."""
        f = FEEDBACK.c
        statement = select(f.source, func.count()).where(f.workspace_id == self._tx.workspace_id).group_by(f.source)
        return {source: int(count) for source, count in self._tx.connection.execute(statement)}

    def without_features(self, version: str) -> Iterator[AnyRow]:
        """Yield (text_key, raw, subject, html, language) of texts that have no features of *version*, each once."""
        f, x = FEEDBACK.c, FEATURE.c
        seen: set[str] = set()
        statement = (
            select(f.text_key, f.raw, f.subject, f.html, f.language)
            .select_from(_with_features(version))
            .where(f.workspace_id == self._tx.workspace_id, f.text_key.is_not(None), x.text_key.is_(None))
            .order_by(f.text_key)
        )
        for row in self._tx.connection.execute(statement):
            if row.text_key not in seen:
                seen.add(row.text_key)
                yield row

    def find(self, source: str, external_id: str, kind: str | None, version: str) -> list[AnyRow]:
        """Return the stored records of that name with their redacted text; never the raw text."""
        f, x = FEEDBACK.c, FEATURE.c
        statement = (
            select(
                f.source,
                f.kind,
                f.external_id,
                f.conversation,
                f.created_at,
                f.version.label("updated_at"),
                f.rating_value,
                f.rating_low,
                f.rating_high,
                f.segment,
                f.tags,
                f.url,
                f.solved_at,
                f.reopened,
                x.text.label("redacted_text"),
                x.language,
                x.tone,
                x.noise,
                x.sensitive,
                x.doubt,
            )
            .select_from(_with_features(version))
            .where(f.workspace_id == self._tx.workspace_id, f.source == source, f.external_id == external_id)
            .order_by(f.kind)
        )
        if kind is not None:
            statement = statement.where(f.kind == kind)
        return list(self._tx.connection.execute(statement))

    def customer_key(self, secret: str | None) -> bytes:
        """Return the key that hashes customers' ids: the workspace's salt and, where set, the operator's secret."""
        table = table_of(WorkspaceRow)
        salt = self._tx.connection.execute(select(table.c.salt).where(table.c.id == self._tx.workspace_id)).scalar_one()
        return hashlib.sha256(f"{salt}:{secret or ''}".encode()).digest()


def _with_features(version: str) -> Join:
    f, x = FEEDBACK.c, FEATURE.c
    return FEEDBACK.outerjoin(
        FEATURE, and_(x.workspace_id == f.workspace_id, x.text_key == f.text_key, x.version == version)
    )


def _seen_in_themes(
    new: Sequence[dict[str, Any]], changed: Sequence[dict[str, Any]], known: dict[tuple[str, str, str], AnyRow]
) -> list[dict[str, Any]]:
    """Return what is new or changed in what themes see, as it was and as it is; a ticket's status is not of it."""
    seen = list(new)
    for row in changed:
        before = known[row["source"], row["kind"], row["external_id"]]
        if any(row[name] != getattr(before, name) for name in _SEEN_IN_THEMES):
            seen += [row, {**row, "created_at": before.created_at, "conversation": before.conversation}]
    return seen
