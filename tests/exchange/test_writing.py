"""One function for every document and format."""

from pathlib import Path

import pytest

from forecall.exchange.faults import ExchangeError
from forecall.exchange.write import FORMATS, write_document
from forecall.journal.call_sheet import build_call_sheet
from tests.helpers.written import call, catalog

SHEET = build_call_sheet(call(), catalog())


@pytest.mark.parametrize("ending", [".md", ".html", ".json", ".MD"])
def test_the_ending_names_the_format(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"sheet{ending}"
    write_document(SHEET, path)
    assert "Northwind" in path.read_text("utf-8")
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["sheet", "sheet.docx", ".md", "sheet."])
def test_an_unknown_ending_is_told_and_nothing_is_made(name: str, tmp_path: Path) -> None:
    with pytest.raises(ExchangeError) as raised:
        write_document(SHEET, tmp_path / name)
    assert str(raised.value) == (
        f"The name {name} does not say which format to write. It can end in .md, .html, .pdf, .json."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="There is no folder"):
        write_document(SHEET, tmp_path / "none" / "sheet.md")


def test_each_format_has_one_ending() -> None:
    endings = [each.ending for each in FORMATS]
    assert len(set(endings)) == len(endings)
    assert all(each.startswith(".") and each == each.casefold() for each in endings)
