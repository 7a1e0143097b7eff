"""What was learnt from each text, kept by text hash and rules version."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from sqlalchemy import select

from bot.domain.verbatim import Features, LeftOut
from bot.storage.store import AnyRow, Transaction, table_of
from bot.storage.tables import FeatureRow

FEATURE = table_of(FeatureRow)


class FeatureQueries:
    """Reads and writes features of the transaction's workspace."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def known(self, keys: Iterable[str], version: str) -> set[str]:
        """Return those of *keys* whose features of *version* are there."""
        rows = self._tx.connection.execute(
            select(FEATURE.c.text_key).where(
                FEATURE.c.workspace_id == self._tx.workspace_id,
                FEATURE.c.version == version,
                FEATURE.c.text_key.in_(self._tx.listed(list(keys))),
            )
        )
        return set(rows.scalars())

    def keep(self, features: Mapping[str, Features], version: str) -> None:
        """Keep *features* by text key; those that are there stay as they are, vectors included."""
        rows = [self._to_row(key, value, version) for key, value in features.items()]
        if rows:
            self._tx.execute_many(self._tx.insert(FEATURE).on_conflict_do_nothing(), rows)

    def _to_row(self, key: str, features: Features, version: str) -> dict[str, Any]:
        return {
            "workspace_id": self._tx.workspace_id,
            "text_key": key,
            "version": version,
            "text": features.text,
            "language": features.language,
            "tone": features.tone,
            "noise": features.noise,
            "sensitive": features.sensitive,
            "doubt": features.doubt,
            "signature": None if features.signature is None else features.signature.astype("<u4").tobytes(),
            # Half precision: a kilobyte instead of two, and every reader gets the same stored numbers.
            "vector": None if features.vector is None else features.vector.astype("<f2").tobytes(),
        }


def to_features(row: AnyRow) -> Features:
    """Read features from a row that carries the table's columns."""
    return Features(
        text=row.text,
        language=row.language,
        tone=row.tone,
        noise=None if row.noise is None else LeftOut(row.noise),
        sensitive=row.sensitive,
        doubt=row.doubt,
        signature=None if row.signature is None else np.frombuffer(row.signature, "<u4"),
        vector=None if row.vector is None else np.frombuffer(row.vector, "<f2").astype(np.float32),
    )
