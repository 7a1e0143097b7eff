"""`voxpop audit export` writes the whole log; the database itself lets nobody rewrite it."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.blocks.setup_audit import to_csv
from bot.domain.audit import Entry
from bot.errors import StorageError
from bot.services.audit import AuditService, record
from bot.storage.store import Store
from tests.bot.cli.command_line import CommandLine
from tests.conftest import NOW


def write(store: Store, count: int) -> None:
    with store.begin() as tx:
        for number in range(count):
            record(tx, NOW, "U0ADA", "win.approve", f"win:{number}", version=number)


def test_the_whole_log_is_written_oldest_first(voxpop: CommandLine, store: Store, tmp_path: Path) -> None:
    write(store, 1_200)
    lines = voxpop("audit", "export").out.splitlines()
    assert (len(lines), lines[0]) == (1_201, "at,actor,action,target,detail")
    assert lines[1].endswith('win.approve,win:0,"{""version"": 0}"')
    out = tmp_path / "audit.json"
    voxpop("audit", "export", "--format", "json", "--out", str(out))
    told = json.loads(out.read_text(encoding="utf-8"))
    assert (len(told), told[-1]["target"], told[-1]["detail"]) == (1_200, "win:1199", {"version": 1199})


def test_no_cell_is_a_formula_of_a_spreadsheet() -> None:
    assert "'=1+1" in to_csv([Entry(NOW, "=1+1", "a", "b")])


@pytest.mark.parametrize("statement", ["UPDATE audit SET actor = 'U0EVE'", "DELETE FROM audit"])
def test_the_database_refuses_to_rewrite_the_log(store: Store, statement: str) -> None:
    write(store, 2)
    with pytest.raises(StorageError), store.begin() as tx:
        tx.connection.execute(text(statement))
    assert [entry.actor for entry in AuditService(store).everything()] == ["U0ADA", "U0ADA"]
