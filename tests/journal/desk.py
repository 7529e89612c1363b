"""A journal on a test's desk: operations done at once, and every rule of the file held after each one."""

from pathlib import Path
from typing import Any

from forecall.journal import answers, calls
from forecall.journal.checked import CHECKED
from forecall.journal.search import index_call, place_of
from forecall.journal.tables import KEPT
from forecall.storage.checksums import row_checksum
from forecall.storage.database import Database
from forecall.storage.health import SearchSpec
from forecall.workspace.performing import perform_on, restore_on
from forecall.workspace.undo import Images

Rows = list[dict[str, Any]]


class Desk:
    """One open journal, read raw and written through the operations."""

    def __init__(self, path: Path) -> None:
        self.database = Database(path)
        self.reader = self.database.reader()
        self.images = Images()

    def do(self, verb: Any, *args: Any, **kwargs: Any) -> Any:
        """Carry out an operation, then look whether the file is as it should be."""
        result, self.images = perform_on(self.database, verb, args, kwargs)
        self.assert_sound()
        return result

    def take_back(self, images: Images | None = None) -> Images:
        """Undo the last operation, or the one given; gives the images for the way back."""
        back = restore_on(self.database, images or self.images)
        self.assert_sound()
        return back

    def rows(self, table: str, **where: Any) -> Rows:
        """The rows of a table as they stand in the file."""
        test = " AND ".join(f'"{name}" IS ?' for name in where) or "1"
        cursor = self.reader.execute(f"SELECT * FROM {table} WHERE {test} ORDER BY seq", tuple(where.values()))
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def row(self, table: str, **where: Any) -> dict[str, Any]:
        """The only such row."""
        (found,) = self.rows(table, **where)
        return found

    def entries(self, call_id: str, key: str) -> list[str]:
        """The ids of a list in its order; the positions must have no gap."""
        found = sorted(self.rows("item", call_id=call_id, key=key), key=lambda row: int(row["position"]))
        assert [row["position"] for row in found] == list(range(len(found)))
        return [row["id"] for row in found]

    def dump(self) -> dict[str, dict[str, dict[str, Any]]]:
        """All rows of all kept tables by id; the number a row has in this file is left out."""
        return {
            str(table.__tablename__): {
                row["id"]: {name: value for name, value in row.items() if name != "seq"}
                for row in self.rows(str(table.__tablename__))
            }
            for table in KEPT
        }

    def documents(self) -> dict[str, str]:
        """What the search knows of each call."""
        return dict(self.reader.execute("SELECT call_id, words FROM call_document").fetchall())

    def lines(self) -> dict[str, list[str]]:
        """The same, whatever the order of the answers: one that was put back comes last."""
        return {call_id: sorted(words.split("\n")) for call_id, words in self.documents().items()}

    def assert_sound(self) -> None:
        """Checksums, keys and the search index are what they are made to be."""
        for table in KEPT:
            for row in self.rows(str(table.__tablename__)):
                assert row["checksum"] == row_checksum(row), (table, row)
        assert self.reader.execute("PRAGMA foreign_key_check").fetchall() == []
        self._assert_search_is_fresh()

    def _assert_search_is_fresh(self) -> None:
        writer = self.database._writer
        before = self.documents()
        living = self.rows("call", deleted_at=None)
        places = dict(self.reader.execute("SELECT call_id, place FROM call_document").fetchall())
        assert places == {row["id"]: place_of(row["moment"], row["seq"]) for row in living}
        writer.execute("BEGIN")
        for row in self.rows("call"):
            index_call(writer, row["id"])
        anew = dict(writer.execute("SELECT call_id, words FROM call_document").fetchall())
        for spec in CHECKED:
            if isinstance(spec, SearchSpec):
                assert writer.execute(spec.unknown).fetchall() == writer.execute(spec.left_over).fetchall() == []
                writer.execute(f"INSERT INTO {spec.index}({spec.index}, rank) VALUES ('integrity-check', 1)")
        writer.execute("ROLLBACK")
        assert before == anew

    def close(self) -> None:
        """Let go of the file."""
        self.reader.close()
        self.database.close()


def held(desk: Desk, client: str, day: int, issue: str = "") -> str:
    """A call on a day in November 2026."""
    call_id = str(desk.do(calls.start_call, client, wall=f"2026-11-{day:02}T10:00", zone="UTC"))
    if issue:
        desk.do(answers.record_answer, call_id, "issue", {"text": issue})
    return call_id
