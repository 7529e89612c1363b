"""Golden pictures: documents on paper, as they were last looked at, with a tolerance for how letters are smoothed.

To renew them: ``pytest tests/exchange --renew-documents``, then look at each of them.
"""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from forecall.exchange.write import Document
from forecall.exchange.write.page_size import PAPERS
from forecall.exchange.write.pdf import Typesetter
from forecall.journal.call_sheet import CallSheet
from tests.exchange.test_documents import MADE

PICTURES = Path(__file__).resolve().parents[1] / "documents" / "pictures"
SHOWN = ("sheet-complaint", "sheet-abuse", "sheet-empty", "summary", "call-held")
DOTS = 72  # to the inch
CELL = 4  # pixels that are taken together
FAR = 20  # of 255: a cell that differs by more looks different
MOST = 0.001  # the share of cells that may


def pictures(document: Document, paper: str, finer: int = 3) -> list[QImage]:
    """Each page, drawn so much finer and then made small: hinting and smoothing even out."""
    drawn = Typesetter(PAPERS[paper]).pictures(document, finer * DOTS)
    return [smaller(each, finer) for each in drawn]


def smaller(image: QImage, times: int) -> QImage:
    return image.scaled(
        image.width() // times,
        image.height() // times,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def differing(one: QImage, other: QImage) -> float:
    """The share of cells that differ, 0 to 1."""
    assert one.size() == other.size()
    first, second = bytes_of(one), bytes_of(other)
    return sum(abs(a - b) > FAR for a, b in zip(first, second, strict=True)) / len(first)


def bytes_of(image: QImage) -> bytes:
    small = smaller(image, CELL).convertToFormat(QImage.Format.Format_Grayscale8)
    rows = (bytes(memoryview(small.constScanLine(row))) for row in range(small.height()))  # type: ignore[arg-type]
    return b"".join(row[: small.width()] for row in rows)


@pytest.mark.parametrize(("name", "paper"), list(product(SHOWN, PAPERS)))
def test_a_document_looks_as_it_did(name: str, paper: str, renew_documents: bool, qapp: object) -> None:
    made = pictures(MADE[name](), paper)
    for number, picture in enumerate(made, 1):
        golden = PICTURES / f"{name}-{paper}-{number}.png"
        if renew_documents:
            PICTURES.mkdir(exist_ok=True)
            assert picture.save(str(golden))
        kept = QImage(str(golden))
        assert not kept.isNull(), f"{golden.name} is not there; look at it and renew the documents"
        assert differing(kept, picture) <= MOST, golden.name
    assert len(list(PICTURES.glob(f"{name}-{paper}-*.png"))) == len(made)


def test_no_golden_picture_is_left_over() -> None:
    named = {"-".join(path.stem.split("-")[:-1]) for path in PICTURES.iterdir()}
    assert named == {f"{name}-{paper}" for name, paper in product(SHOWN, PAPERS)}


def test_a_word_less_is_seen(qapp: object) -> None:
    sheet = MADE["sheet-complaint"]()
    assert isinstance(sheet, CallSheet)
    first = replace(sheet.top[0], entries=(replace(sheet.top[0].entries[0], text="They keep the date, both know it."),))
    changed = replace(sheet, top=(first, *sheet.top[1:]))
    [one], [other] = pictures(sheet, "a4"), pictures(changed, "a4")
    assert differing(one, other) > 2 * MOST


def test_how_letters_are_smoothed_is_not_seen(qapp: object) -> None:
    sheet = MADE["sheet-complaint"]()
    [one], [other] = pictures(sheet, "a4"), pictures(sheet, "a4", 4)
    assert one != other
    assert differing(one, other) <= MOST
