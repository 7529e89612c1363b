"""PDF on paper: one page for a sheet whatever it holds, and pages that read well for the rest."""

import io
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QImage, QTextDocument

from forecall.exchange.write.pdf import InertDocument, Typesetter, page_for
from forecall.exchange.write.whole_call import Told, WholeCall, WholeCallPart
from forecall.guide.question import CallType, Value
from forecall.journal.call_sheet import CallSheet, build_call_sheet
from forecall.journal.summary import Summary, build_summary
from tests.helpers.written import ANSWERS, LISTS, call, catalog, lesson, source

LONG = "All of this must be said before anything else can be. " * 100
WORD = "x" * 5000
TYPES = [(), *((kind,) for kind in CallType), (CallType.BAD_NEWS, CallType.SCOPE), (CallType.ABUSE, CallType.COMPLAINT)]


@pytest.fixture
def typesetter(qapp: object) -> Typesetter:
    return Typesetter()


def filled(text: str) -> tuple[Mapping[str, Value], Mapping[str, Sequence[Value]]]:
    """Every box filled with ``text``, and forty entries in every list."""

    def made(value: Value) -> Value:
        return {name: text if isinstance(part, str) else part for name, part in value.items()}

    return {key: made(each) for key, each in ANSWERS.items()}, {
        key: [made(each[0])] * 40 for key, each in LISTS.items()
    }


def look(pdf: bytes) -> tuple[PdfReader, Counter[float]]:
    """The file, and how many characters are set in each size."""
    reader = PdfReader(io.BytesIO(pdf))
    sizes: Counter[float] = Counter()

    def visit(text: str, matrix: Any, text_matrix: Any, _font: Any, size: float) -> None:
        if text.strip():
            sizes[round(abs(size * text_matrix[3] * matrix[3]), 1)] += len(text)

    for page in reader.pages:
        page.extract_text(visitor_text=visit)
    return reader, sizes


def words_of(page: Any) -> str:
    """The text of a page as a reader copies it, the spaces evened out."""
    return " ".join(page.extract_text().split())


def sheet(*types: CallType, **given: Any) -> CallSheet:
    return build_call_sheet(call(*types, **given), catalog())


def on_one_page(pdf: bytes) -> str:
    reader, sizes = look(pdf)
    assert len(reader.pages) == 1
    assert min(sizes) >= 9
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)
    return words_of(reader.pages[0])


@pytest.mark.parametrize("types", TYPES)
def test_a_sheet_is_one_page(types: tuple[CallType, ...], typesetter: Typesetter) -> None:
    text = on_one_page(typesetter.document(sheet(*types)))
    for words in ("They keep the launch date", "One contact from now on", "PROMISED", "PARKED", "private"):
        assert words in text


ODD = ("Ünïcödé 👩‍👩‍👧 漢字 العربية " * 200, WORD, "W" * 349, "é\n" * 2500)
TOO_MUCH = [*((LONG, types) for types in TYPES), *((text, (CallType.COMPLAINT,)) for text in ODD)]


@pytest.mark.parametrize(("text", "types"), TOO_MUCH)
def test_too_much_is_still_one_page(text: str, types: tuple[CallType, ...], typesetter: Typesetter) -> None:
    answers, lists = filled(text)
    given = sheet(*types, answers=answers, lists=lists, client_name=text, title=text)
    found = typesetter.fit_sheet(given)
    told = on_one_page(typesetter.document(given))
    assert "PARKED" in told
    assert "more in the app" in told
    assert found.measure.small >= 9
    assert len(found.sheet.top) == len(sheet(*types).top)


def test_the_ten_second_layer_is_complete_beside_forty_objections(typesetter: Typesetter) -> None:
    many = {
        **LISTS,
        "objections": [{"text": f"Objection {n}, " + "long " * 20, "then": "word " * 30} for n in range(40)],
    }
    given = sheet(CallType.COMPLAINT, lists=many)
    assert typesetter.fit_sheet(given).sheet.top == given.top
    text = on_one_page(typesetter.document(given))
    assert "+ 37 more in the app" in text
    assert "“Unfortunately, I can't accommodate that at the moment.”" in text


def test_what_was_trimmed_is_counted(typesetter: Typesetter) -> None:
    answers, lists = filled("Twenty words that are not short at all. " * 8)
    given = sheet(CallType.COMPLAINT, answers=answers, lists=lists)
    fitted = typesetter.fit_sheet(given).sheet

    def counted(found: CallSheet) -> int:
        return sum(len(block.entries) + block.more for row in found.detail for block in row)

    assert counted(fitted) == counted(given)
    assert any(block.more for row in fitted.detail for block in row)


def test_an_ordinary_sheet_is_generous_and_whole(typesetter: Typesetter) -> None:
    fitted = typesetter.fit_sheet(sheet(CallType.COMPLAINT))
    assert fitted.measure.large == 16
    assert fitted.sheet == sheet(CallType.COMPLAINT)


def test_an_empty_call_is_a_sheet(typesetter: Typesetter) -> None:
    assert "AIM" in on_one_page(typesetter.document(sheet(answers={}, lists={})))


def test_only_inter_is_set_and_it_is_in_the_file(typesetter: Typesetter) -> None:
    reader, _sizes = look(typesetter.document(sheet(CallType.COMPLAINT)))
    fonts: Any = reader.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    names = {font.get_object()["/BaseFont"] for font in fonts.values()}
    assert names
    assert all("Inter" in name for name in names)


def long_summary(count: int) -> Summary:
    lessons = tuple(
        lesson(n, if_text=f"situation {n} comes", skill="composure" if n % 2 else "learning") for n in range(count)
    )
    return build_summary(replace(source(), lessons=lessons), catalog())


def test_a_summary_has_numbered_pages_in_readable_sizes(typesetter: Typesetter) -> None:
    reader, sizes = look(typesetter.document(long_summary(40)))
    count = len(reader.pages)
    assert count > 2
    assert min(sizes) >= 9
    for number, page in enumerate(reader.pages, 1):
        assert words_of(page).endswith(f"{number} of {count}")


def test_every_word_of_a_summary_is_on_one_of_its_pages(typesetter: Typesetter) -> None:
    reader, _sizes = look(typesetter.document(long_summary(40)))
    text = " ".join(words_of(page) for page in reader.pages)
    assert all(text.count(f"If situation {number} comes") == 1 for number in range(40))


def test_a_paragraph_longer_than_a_page_goes_on(typesetter: Typesetter) -> None:
    given = WholeCall("Call", "now", (WholeCallPart("Prepare", (Told("Why?", (LONG * 3,)),)),))
    reader, _sizes = look(typesetter.document(given))
    pages = [words_of(page).removesuffix(f"{n} of {len(reader.pages)}") for n, page in enumerate(reader.pages, 1)]
    told = sum(page.count("before anything else") for page in pages)
    assert len(pages) > 2
    assert 300 <= told < 300 + 2 * len(pages)  # Qt also sets the line before the page, outside of what is seen


def test_no_file_is_opened_for_a_document(tmp_path: Path, qapp: object) -> None:
    picture = tmp_path / "secret.png"
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    assert image.save(str(picture))
    os.mkfifo(tmp_path / "pipe.png")  # opening it would never return
    sources = (picture, picture.as_uri(), tmp_path / "pipe.png", "qrc:/x.png", ":/x.png", "http://localhost:9/x.png")
    document = InertDocument()
    document.setHtml("".join(f'<img src="{each}">' for each in sources) + f'<link rel="stylesheet" href="{picture}">')
    assert document.size().height() < 50
    for each in sources:
        found = document.resource(QTextDocument.ResourceType.ImageResource.value, QUrl(str(each)))
        assert (found.width(), found.height()) == (1, 1)


def test_a_pdf_needs_no_display() -> None:
    """As the command line makes it: no window program, no display, no environment."""
    program = (
        "from tests.helpers.written import call, catalog\n"
        "from forecall.exchange.write.pdf import Typesetter\n"
        "from forecall.journal.call_sheet import build_call_sheet\n"
        "pdf = Typesetter().document(build_call_sheet(call(), catalog()))\n"
        "assert pdf.startswith(b'%PDF'), pdf[:10]\n"
    )
    gone = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    surroundings = {name: value for name, value in os.environ.items() if name not in gone}
    checkout = Path(__file__).resolve().parents[3]
    surroundings["PYTHONPATH"] = f"{checkout / 'desktop'}{os.pathsep}{checkout}"
    done = subprocess.run([sys.executable, "-c", program], env=surroundings, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_page_is_as_large_as_it_was_asked_for(qapp: object) -> None:
    for paper, size in (("a4", (595, 842)), ("letter", (612, 792))):
        for document in (sheet(CallType.COMPLAINT), long_summary(40)):
            reader, _sizes = look(Typesetter(page_for(paper)).document(document))
            box = reader.pages[0].mediabox
            assert (round(box.width), round(box.height)) == size


@pytest.mark.parametrize("types", TYPES)
def test_a_sheet_is_one_letter_page(types: tuple[CallType, ...], qapp: object) -> None:
    reader, sizes = look(Typesetter(page_for("letter")).document(sheet(*types)))
    assert len(reader.pages) == 1
    assert min(sizes) >= 9
    assert "PARKED" in words_of(reader.pages[0])


def test_paper_is_that_of_the_country_where_none_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    for country, width in ((QLocale.Country.UnitedStates, 215.9), (QLocale.Country.Germany, 210)):
        monkeypatch.setattr(QLocale, "system", lambda country=country: QLocale(QLocale.Language.English, country))
        assert page_for("system").width == width
        assert page_for("letter").width == 215.9
