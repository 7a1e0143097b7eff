"""All that a source has brought goes, and what was learnt from its words alone."""

from sqlalchemy import delete, exists, func, select

from bot.storage.features import FEATURE
from bot.storage.feedback import FEEDBACK
from bot.storage.source_states import STATE
from bot.storage.sources import QUARANTINE, SOURCE
from bot.storage.store import Transaction
from bot.storage.themes import forget_themes_since


def forget_source(tx: Transaction, source: str) -> int:
    """Delete every record of *source* with all that is known of it, and return how many there were.

    Tombstones stay: what was taken away there does not come back when the source is connected again. So do published
    digests, which hold their own quotes.
    """
    f, x = FEEDBACK.c, FEATURE.c
    mine = (f.workspace_id == tx.workspace_id, f.source == source)
    oldest = tx.connection.execute(select(func.min(f.created_at)).where(*mine)).scalar_one()
    elsewhere = FEEDBACK.alias("elsewhere").c
    said = exists().where(f.text_key == x.text_key, *mine)
    said_elsewhere = exists().where(
        elsewhere.workspace_id == tx.workspace_id, elsewhere.text_key == x.text_key, elsewhere.source != source
    )
    tx.connection.execute(delete(FEATURE).where(x.workspace_id == tx.workspace_id, said, ~said_elsewhere))
    gone = tx.connection.execute(delete(FEEDBACK).where(*mine)).rowcount
    for table, name in ((QUARANTINE, "source"), (SOURCE, "name"), (STATE, "source")):
        tx.connection.execute(delete(table).where(table.c.workspace_id == tx.workspace_id, table.c[name] == source))
    if oldest is not None:
        forget_themes_since(tx, oldest)
    return int(gone)
