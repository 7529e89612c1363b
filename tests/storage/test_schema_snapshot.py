"""The snapshot a new file is made from."""

from forecall.storage import schema_snapshot
from forecall.storage.database import APPLICATION_ID, HEAD


def test_it_carries_the_mark_the_revision_and_forgets_deleted_words() -> None:
    lines = schema_snapshot.snapshot().splitlines()
    assert f"PRAGMA application_id = {APPLICATION_ID};" in lines
    assert f"INSERT INTO alembic_version VALUES ('{HEAD}');" in lines
    assert any("'secure-delete', 1" in line for line in lines)
    assert not any("call_words_data" in line for line in lines)
