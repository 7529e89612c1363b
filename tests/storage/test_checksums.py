"""The checksum of a row."""

import pytest

from forecall.storage.checksums import row_checksum

ROW = {"seq": 1, "checksum": "x", "id": "a", "name": "Æther \u2028🦊", "done_at": None, "used": 3}


def test_order_number_and_the_checksum_itself_do_not_count() -> None:
    again = dict(reversed(ROW.items())) | {"seq": 99, "checksum": "other"}
    assert row_checksum(again) == row_checksum(ROW)
    assert len(row_checksum(ROW)) == 16


@pytest.mark.parametrize(
    "changed",
    [{"name": "Æther \u2028🦋"}, {"name": "Æther 🦊"}, {"done_at": ""}, {"used": "3"}, {"id": "a\x00"}, {"more": None}],
)
def test_every_column_counts(changed: dict[str, object]) -> None:
    assert row_checksum(ROW | changed) != row_checksum(ROW)


def test_it_is_the_same_in_every_version() -> None:
    assert row_checksum({"id": "a", "name": "Northwind", "used": 0, "gone": None}) == "3172690c1d8b9b09"
