"""A database that somebody else is writing to."""

import threading

from sqlalchemy import text

from bot.storage.store import Store


class locked:  # noqa: N801 reads as a sentence: with locked(store)
    """Somebody else writes to the database, for as long as the block lasts."""

    def __init__(self, store: Store) -> None:
        self._store = Store(store.url.render_as_string(hide_password=False))
        self._held, self._over = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._hold)

    def _hold(self) -> None:
        with self._store.begin() as tx:
            if not self._store.is_sqlite:
                tx.connection.execute(text("LOCK TABLE inbox, win, win_person, workspace IN ACCESS EXCLUSIVE MODE"))
            self._held.set()
            self._over.wait(20)

    def __enter__(self) -> None:
        self._thread.start()
        assert self._held.wait(5)

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        self._store.close()
