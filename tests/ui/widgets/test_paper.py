"""Documents on the screen, at the size of the text that the person chose."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forecall.guide.question import CallType
from forecall.journal.call_sheet import build_call_sheet
from forecall.journal.summary import build_summary
from forecall.paths import resources_folder
from forecall.ui.theme import apply, load_theme
from forecall.ui.widgets.paper import Paper
from tests.helpers.written import call, catalog, source


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    apply(qapp, load_theme(resources_folder() / "themes", "light"))


def sizes(paper: Paper) -> list[float]:
    """The sizes of the letters of each paragraph, in points."""
    document, found = paper.document(), []
    block = document.begin()
    while block.isValid():
        if block.text().strip():
            found.append(block.begin().fragment().charFormat().fontPointSize())
        block = block.next()
    return found


@pytest.mark.parametrize("kind", ["summary", "sheet"])
def test_everything_on_paper_grows_with_the_text(app: QApplication, qtbot: QtBot, kind: str) -> None:
    found = []
    for scale in (1.0, 2.0):
        apply(app, load_theme(resources_folder() / "themes", "light"), scale)
        paper = Paper("Document")
        qtbot.addWidget(paper)
        if kind == "summary":
            paper.show_document(build_summary(source(), catalog()))
        else:
            paper.show_sheet(build_call_sheet(call(CallType.COMPLAINT), catalog()))
        found.append(sizes(paper))
    usual, large = found
    assert len(usual) > 5
    assert min(usual) > 5
    assert large == pytest.approx([2 * each for each in usual])
