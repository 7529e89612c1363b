"""Old or new, and nothing between: migrations, what they give, and a copy made before."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlcipher3 import dbapi2 as sqlite
from sqlmodel import SQLModel

import forecall.journal.tables  # fills SQLModel.metadata
from forecall.journal.checked import CHECKED
from forecall.storage import database, migrating, schema_snapshot
from forecall.storage.backup import backups_folder
from forecall.storage.database import Database, connect, make
from forecall.storage.engine import engine_over
from forecall.storage.faults import ForeignFile, JournalFault, UnreadableJournal
from forecall.storage.health import check
from tests.helpers import checkout

SEAL = "7c95a2e5178322db"
"""The checksum of the one client."""

SECOND = '''
"""A throw-away second revision."""
import os, signal
from alembic import op
revision, down_revision = "9999", "0003"
def upgrade():
    op.execute("ALTER TABLE client ADD COLUMN nickname VARCHAR")
    op.execute("UPDATE client SET nickname = 'moved'")
    {then}
'''

Prepare = Callable[[str], Path]


@pytest.fixture
def with_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Prepare:
    """A journal of the first version with one client, under a program that has a second."""

    def prepare(then: str) -> Path:
        path = tmp_path / "data" / "journal.db"
        opened = Database(path)
        with opened.session() as session:
            session.add(forecall.journal.tables.Client(id="c", created_at="", changed_at="", name="Northwind"))
        opened.close()
        scripts = tmp_path / "scripts"
        shutil.copytree(Path(migrating.__file__).parent / "migrations", scripts)
        (scripts / "versions" / "9999_second.py").write_text(SECOND.format(then=then), encoding="utf-8")
        _use(scripts, monkeypatch.setattr)
        return path

    return prepare


def _use(scripts: Path, put: Callable[[object, str, object], object]) -> None:
    real = migrating.migrations

    def configured(connection: Any, metadata: Any = None) -> Config:
        config = real(connection, metadata)
        config.set_main_option("script_location", str(scripts))
        return config

    put(migrating, "migrations", configured)
    put(database, "HEAD", "9999")
    put(database, "REVISIONS", ("0001", "0002", "0003", "9999"))


def contents(path: Path) -> list[tuple[Any, ...]]:
    connection = sqlite.connect(str(path))
    found = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    found += connection.execute("SELECT * FROM client").fetchall()
    connection.close()
    return found


OLD = [("0003",), (1, "c", "", "", SEAL, "Northwind", "", None, None)]
NEW = [("9999",), (1, "c", "", "", SEAL, "Northwind", "", None, None, "moved")]


def test_an_older_journal_is_copied_and_brought_up_to_date(with_second: Prepare) -> None:
    path = with_second("pass")
    Database(path).close()
    assert contents(path) == NEW
    (copy,) = backups_folder(path).iterdir()
    assert "migration" in copy.name
    assert contents(copy) == OLD
    Database(path).close()
    assert len(list(backups_folder(path).iterdir())) == 1


@pytest.mark.parametrize(
    ("then", "fault"),
    [
        ("op.execute('CREATE TABLE broken (')", UnreadableJournal),
        ("raise OSError(28, 'No space left on device')", UnreadableJournal),
        ("raise RuntimeError('a fault in the program')", RuntimeError),
        ("op.execute(\"INSERT INTO call_document VALUES (1, 'nobody', '')\")", ForeignFile),
    ],
)
def test_a_migration_that_fails_leaves_the_old_file(with_second: Prepare, then: str, fault: type[Exception]) -> None:
    path = with_second(then)
    with pytest.raises(fault) as caught:
        Database(path)
    if isinstance(caught.value, JournalFault):
        assert "It was left as it" in caught.value.sentence
    assert contents(path) == OLD
    assert len(list(backups_folder(path).iterdir())) == 1


def test_a_migration_that_is_killed_leaves_the_old_file(with_second: Prepare, tmp_path: Path) -> None:
    path = with_second("os.kill(os.getpid(), signal.SIGKILL)")
    start = (
        "import sys; from pathlib import Path; from tests.storage.test_migrating import _use\n"
        "from forecall.storage.database import Database\n"
        "_use(Path(sys.argv[1]), setattr); Database(Path(sys.argv[2]))"
    )
    place = os.environ | {"PYTHONPATH": os.pathsep.join([str(checkout.CHECKOUT / "desktop"), str(checkout.CHECKOUT)])}
    done = subprocess.run([sys.executable, "-c", start, str(tmp_path / "scripts"), str(path)], env=place)
    assert done.returncode == -9
    assert contents(path) == OLD
    scripts = tmp_path / "scripts" / "versions" / "9999_second.py"
    scripts.write_text(SECOND.format(then="pass"), encoding="utf-8")
    Database(path).close()
    assert contents(path) == NEW


def test_without_a_copy_nothing_is_migrated(with_second: Prepare, monkeypatch: pytest.MonkeyPatch) -> None:
    path = with_second("pass")

    def full(*_args: object, **_more: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(migrating, "back_up", full)
    with pytest.raises(UnreadableJournal, match="left as it was"):
        Database(path)
    assert contents(path) == OLD


def test_the_known_revisions_are_those_of_the_migrations() -> None:
    scripts = ScriptDirectory.from_config(migrating.migrations(None))
    assert tuple(reversed([each.revision for each in scripts.walk_revisions()])) == database.REVISIONS
    assert scripts.get_current_head() == database.HEAD == database.REVISIONS[-1]


def test_the_tables_are_those_of_the_migrations(tmp_path: Path) -> None:
    """Alembic would write an empty next migration."""
    path = tmp_path / "journal.db"
    make(path)
    connection = sqlite.connect(str(path), isolation_level=None, check_same_thread=False)
    with engine_over(connection).begin() as opened:
        command.check(migrating.migrations(opened, SQLModel.metadata))
    connection.close()


def test_a_column_more_in_the_tables_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    make(path)
    connection = sqlite.connect(str(path), isolation_level=None, check_same_thread=False)
    connection.execute("ALTER TABLE client DROP COLUMN archived_at")
    with engine_over(connection).begin() as opened, pytest.raises(Exception, match="archived_at"):
        command.check(migrating.migrations(opened, SQLModel.metadata))
    connection.close()


def test_keys_and_their_actions_are_those_of_the_migrations(tmp_path: Path) -> None:
    """What Alembic does not compare: what happens to children, and checks."""
    from sqlalchemy.schema import CreateTable

    path = tmp_path / "journal.db"
    make(path)
    made, wanted = connect(path), sqlite.connect(":memory:")
    for table in SQLModel.metadata.sorted_tables:
        wanted.execute(str(CreateTable(table)))
        for pragma in ("table_info", "foreign_key_list"):
            rows = [connection.execute(f"PRAGMA {pragma}({table.name})").fetchall() for connection in (made, wanted)]
            assert [row[1:] for row in rows[0]] == [row[1:] for row in rows[1]], table.name
    made.close()
    wanted.close()


def test_the_snapshot_is_what_the_migrations_give() -> None:
    snapshot = Path(database.__file__).with_name("schema.sql").read_text("utf-8")
    assert snapshot == schema_snapshot.snapshot()


def test_a_made_file_equals_a_migrated_one(tmp_path: Path) -> None:
    make(tmp_path / "journal.db")
    made, migrated = connect(tmp_path / "journal.db"), sqlite.connect(":memory:", isolation_level=None)
    migrated.close()
    migrated = sqlite.connect(":memory:", isolation_level=None, check_same_thread=False)
    migrating.upgrade(migrated)
    for question in (
        "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name",
        "SELECT * FROM alembic_version",
        "SELECT * FROM call_words_config ORDER BY k",
        "SELECT * FROM note_words_config ORDER BY k",
        "PRAGMA application_id",
    ):
        assert made.execute(question).fetchall() == migrated.execute(question).fetchall()
    assert len(made.execute("SELECT 1 FROM sqlite_master WHERE type = 'trigger'").fetchall()) == 22
    made.close()
    migrated.close()


JOURNALS = checkout.CHECKOUT / "tests" / "journals"


@pytest.mark.parametrize("revision", database.REVISIONS[:-1])
def test_every_earlier_journal_comes_up_to_date_with_every_row(revision: str, tmp_path: Path) -> None:
    """``tests/journals`` holds a dump of each schema that was ever used, with rows in every table."""
    path = tmp_path / "journal.db"
    old = sqlite.connect(str(path), isolation_level=None)
    old.executescript((JOURNALS / f"{revision}.sql").read_text("utf-8"))
    tables = [name for (name,) in old.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    before = {name: old.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables if name != "alembic_version"}
    assert all(before[name] for name in ("client", "call", "answer", "item", "lesson", "phrase", "draft"))
    old.close()
    Database(path).close()
    make(tmp_path / "fresh.db")
    new, fresh = connect(path), connect(tmp_path / "fresh.db")
    assert {name: new.execute(f'SELECT * FROM "{name}"').fetchall() for name in before} == before
    question = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name"
    assert new.execute(question).fetchall() == fresh.execute(question).fetchall()
    assert new.execute("SELECT rowid FROM call_words WHERE call_words MATCH 'northwind'").fetchall()
    assert new.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    new.close()
    fresh.close()
    assert check(path, CHECKED).sound


def test_every_earlier_schema_has_its_dump() -> None:
    assert {each.stem for each in JOURNALS.glob("*.sql")} == set(database.REVISIONS[:-1])
