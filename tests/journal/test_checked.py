"""What a check looks at."""

from pathlib import Path

from forecall.journal.checked import CHECKED, KEPT_TABLES
from forecall.journal.tables import KEPT
from forecall.storage.health import SearchSpec, TableSpec, check
from tests.journal.desk import Desk


def test_every_table_of_kept_words_is_looked_at() -> None:
    assert tuple(str(table.__tablename__) for table in KEPT) == KEPT_TABLES
    assert tuple(each.name for each in CHECKED if isinstance(each, TableSpec)) == KEPT_TABLES
    assert sum(isinstance(each, SearchSpec) for each in CHECKED) == 2


def test_what_the_operations_write_is_sound(desk: Desk) -> None:
    from forecall.journal import answers, calls

    call_id = desk.do(calls.start_call, "Northwind")
    desk.do(answers.record_answer, call_id, "issue", {"text": "late"})
    desk.do(calls.mark_call, call_id, "deleted")
    path: Path = desk.database.path
    assert check(path, CHECKED).findings == ()
