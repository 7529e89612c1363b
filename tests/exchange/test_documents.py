"""Golden documents: each format of each kind of document, as it was last looked at.

To renew them: ``pytest tests/exchange --renew-documents``, then look at the difference. How they look on paper is kept
as pictures, in ``documents/pictures``.
"""

import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from forecall.exchange.read.archive import read_archive
from forecall.exchange.write import Document, write_document
from forecall.exchange.write.archive import write_archive
from forecall.exchange.write.whole_call import build_whole_call
from forecall.guide.question import CallType
from forecall.journal.arrivals import bring_in
from forecall.journal.call_sheet import build_call_sheet
from forecall.journal.summary import By, SummaryChoice, build_summary
from forecall.storage.database import Database
from tests.helpers.archives import MOMENT, archive, write
from tests.helpers.written import call, catalog, held_call, source

DOCUMENTS = Path(__file__).resolve().parents[1] / "documents"


def sheet(*types: CallType) -> Callable[[], Document]:
    return lambda: build_call_sheet(call(*types), catalog())


MADE: dict[str, Callable[[], Document]] = {
    "sheet-not-sure": sheet(),
    **{f"sheet-{kind.value.replace('_', '-')}": sheet(kind) for kind in CallType},
    "sheet-bad-news-and-scope": sheet(CallType.BAD_NEWS, CallType.SCOPE),
    "sheet-empty": lambda: build_call_sheet(call(answers={}, lists={}), catalog()),
    "summary": lambda: build_summary(source(), catalog()),
    "summary-by-client": lambda: build_summary(source(), catalog(), SummaryChoice(by=By.CLIENT)),
    "call": lambda: build_whole_call(call(CallType.COMPLAINT), catalog()),
    "call-held": lambda: build_whole_call(held_call(), catalog()),
}


@pytest.mark.parametrize("ending", ["md", "html"])
@pytest.mark.parametrize("name", MADE)
def test_a_document_is_as_it_was(name: str, ending: str, tmp_path: Path, renew_documents: bool) -> None:
    path = tmp_path / f"{name}.{ending}"
    write_document(MADE[name](), path)
    compare(path, renew_documents)


def test_an_archive_is_as_it_was_and_still_comes_in(tmp_path: Path, renew_documents: bool) -> None:
    journal = Database(tmp_path / "journal.db")
    with journal.session() as session:
        bring_in(session, read_archive(write(tmp_path / "in.json", archive())))
    with closing(journal.reader()) as reader:
        write_archive(reader, tmp_path / "journal.json", made_at=MOMENT)
    journal.close()
    compare(tmp_path / "journal.json", renew_documents)
    assert read_archive(DOCUMENTS / "journal.json").counts["calls"] == 1
    assert json.loads((DOCUMENTS / "journal.json").read_text("utf-8")) == archive()


def test_no_golden_document_is_left_over() -> None:
    names = {f"{name}.{ending}" for name in MADE for ending in ("md", "html")} | {"journal.json"}
    assert {path.name for path in DOCUMENTS.iterdir() if path.is_file()} == names


def compare(path: Path, renew: bool) -> None:
    golden = DOCUMENTS / path.name
    if renew:
        golden.write_bytes(path.read_bytes())
    assert path.read_text("utf-8") == golden.read_text("utf-8")
