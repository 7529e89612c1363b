"""Writes ``schema.sql``, the snapshot a new file is made from, out of the migrations (run it as a module)."""

from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from forecall.storage.database import APPLICATION_ID, HEAD
from forecall.storage.migrating import upgrade


def snapshot() -> str:
    """The SQL that makes a file as the last migration leaves it, mark and revision included."""
    connection = sqlite.connect(":memory:", isolation_level=None, check_same_thread=False)
    upgrade(connection)
    rows = connection.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'call_words_%'"
        " AND name NOT LIKE 'note_words_%' ORDER BY rowid"
    ).fetchall()
    statements = [f"{sql};" for (sql,) in rows]
    connection.close()
    last = [
        f"INSERT INTO alembic_version VALUES ('{HEAD}');",
        "INSERT INTO call_words(call_words, rank) VALUES ('secure-delete', 1);",
        "INSERT INTO note_words(note_words, rank) VALUES ('secure-delete', 1);",
        f"PRAGMA application_id = {APPLICATION_ID};",
    ]
    return "\n".join(statements + last) + "\n"


if __name__ == "__main__":
    Path(__file__).with_name("schema.sql").write_text(snapshot(), "utf-8")
