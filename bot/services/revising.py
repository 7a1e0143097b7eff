"""What others may change at the same moment is changed against what was read, and anew where they were faster."""

from collections.abc import Callable
from typing import TypeVar

from bot.errors import DeclinedError, StorageError
from bot.storage.store import Store, Transaction

_ATTEMPTS = 5

Outcome = TypeVar("Outcome")


class ConflictError(StorageError):
    """Somebody changed it between our reading and our writing."""

    def __init__(self) -> None:
        super().__init__("somebody else changed it at the same moment; it is tried again")


def until_kept(store: Store, work: Callable[[Transaction], Outcome], *, faster: str) -> Outcome:
    """Do *work* in a transaction of its own, anew for as long as it ends in ConflictError.

    DeclinedError says *faster*, a key of the catalogue, where others were so five times.
    """
    for _ in range(_ATTEMPTS):
        try:
            with store.begin() as tx:
                return work(tx)
        except ConflictError:
            continue
    raise DeclinedError(faster)
