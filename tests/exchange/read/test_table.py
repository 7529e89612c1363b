"""Tables: what parts the values, which row is the first, what their guard is."""

from pathlib import Path

import pytest

from forecall.exchange.read.table import Table, read_table


def read(tmp_path: Path, raw: str | bytes) -> Table:
    path = tmp_path / "a.csv"
    path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    return read_table(path)


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_what_parts_the_values_is_found(tmp_path: Path, sign: str, ends: str) -> None:
    rows = [["Client", "Notes", "Date"], ["Northwind, Ltd", "a; b|c", "2026-11-26"], ["Contoso", "x", "2026-11-27"]]
    table = read(tmp_path, ends.join(sign.join(f'"{cell}"' for cell in row) for row in rows))
    assert (table.delimiter, table.named, table.width) == (sign, True, 3)
    assert table.rows[1] == (2, tuple(rows[1]))


def test_rows_keep_the_numbers_a_spreadsheet_counts(tmp_path: Path) -> None:
    table = read(tmp_path, 'sep=;\nclient;notes\n\nNorthwind;"two\nlines"\n;\nContoso;x\n')
    assert [(number, row[0]) for number, row in table.rows] == [(1, "client"), (3, "Northwind"), (5, "Contoso")]


def test_one_column_and_quotes_inside(tmp_path: Path) -> None:
    assert read(tmp_path, "Client\nNorthwind\nContoso\n").width == 1
    assert read(tmp_path, 'client,notes\nA,"5" screw"\n').rows[1][1] == ("A", '5 screw"')


def test_a_guard_is_taken_off_and_nothing_else(tmp_path: Path) -> None:
    table = read(tmp_path, "client,notes\n'=1+2,'tis\n''@x,=1\n")
    assert [row for _number, row in table.rows[1:]] == [("=1+2", "'tis"), ("'@x", "=1")]


def test_encodings_are_told(tmp_path: Path) -> None:
    assert read(tmp_path, "client\nZoë".encode("utf-16")).encoding == "UTF-16"
    table = read(tmp_path, "client,date\nZoë,1".encode("cp1252"))
    assert (table.rows[1][1][0], table.guessed) == ("Zoë", True)


def test_a_table_without_names(tmp_path: Path) -> None:
    assert not read(tmp_path, "Northwind,2026-11-26\nContoso,2026-11-27\n").named
