"""How pages and dialogs are laid out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLayout, QScrollArea, QWidget

from forecall.ui.theme import apply, load_theme
from forecall.ui.widgets import page_layout as layout
from tests.conftest import RESOURCES
from tests.ui.widgets.conftest import Show

pytestmark = pytest.mark.usefixtures("dressed")


def margins(column: QLayout) -> tuple[int, int, int, int]:
    found = column.contentsMargins()
    return found.left(), found.top(), found.right(), found.bottom()


def test_a_page_has_margins_and_what_grows_takes_the_rest(show: Show) -> None:
    page, heading, rest = QWidget(), QLabel("Calls"), QWidget()
    column = layout.page_column(heading, rest, grows=rest, parent=page)
    assert margins(column) == (40, 32, 40, 24)
    assert column.spacing() == 12
    show(page, width=500)
    page.resize(500, 600)
    QApplication.sendPostedEvents()
    assert rest.height() > heading.height() * 5


def test_a_list_leaves_its_end_to_what_stands_beside() -> None:
    assert margins(layout.list_column(QLabel("a"))) == (40, 32, 0, 24)


def test_what_fills_has_no_margin() -> None:
    left, right = layout.filled(QLabel("a")), QLabel("b")
    row = layout.filled_beside(left, right, grows=left)
    assert (margins(left), margins(row), left.spacing(), row.spacing()) == ((0,) * 4, (0,) * 4, 0, 0)
    assert (row.stretch(0), row.stretch(1)) == (1, 0)
    assert margins(layout.closed_below(left)) == (0, 0, 0, 20)


def test_distances_grow_with_the_text(dressed: QApplication) -> None:
    assert (layout.space("section"), layout.space("line")) == (24, 6)
    apply(dressed, load_theme(RESOURCES / "themes", "light"), 2.0)
    assert layout.space("section") == 48


def test_a_document_alone_has_a_margin_at_both_sides() -> None:
    place = layout.PaperPlace(QLabel("a"))
    column = place.layout()
    assert column is not None
    assert margins(column) == (0, 32, 40, 16)
    place.stand_alone(True)
    assert margins(column) == (40, 32, 40, 16)


def test_a_dialog_is_as_tall_as_its_words_and_no_larger_than_the_screen(dressed: QApplication) -> None:
    dialog = QDialog()
    words = QLabel("word " * 200)
    words.setWordWrap(True)
    layout.fit_dialog(dialog, layout.dialog_column(dialog, words))
    assert dialog.width() == 448
    assert dialog.height() >= words.heightForWidth(400) + 48
    layout.size_dialog(dialog, "form")
    assert dialog.height() <= dialog.screen().availableSize().height()


def test_what_there_is_room_for(dressed: QApplication) -> None:
    widget = QWidget()
    widget.resize(300, 200)
    assert layout.lower_than(widget, 201)
    assert not layout.narrower_than(widget, 300)
    assert layout.elided(widget, "a long name " * 20, 100).endswith("…")


def test_words_and_keys_share_a_line() -> None:
    grid = layout.key_grid([(QLabel("Find"), QLabel("Ctrl+K")), (QLabel("Undo"), QLabel("Ctrl+Z"))])
    assert (grid.rowCount(), grid.columnCount(), grid.verticalSpacing()) == (2, 2, 6)
    holder = QWidget()
    row = layout.head_row(QLabel("Title"), QLabel("in 5 minutes"), parent=holder)
    assert (margins(row), row.spacing()) == ((40, 28, 40, 12), 16)
    assert margins(layout.dialog_foot(QLabel("a"), parent=QWidget())) == (40, 8, 40, 24)


def test_a_foot_ends_in_line_with_what_scrolls(dressed: QApplication) -> None:
    foot, scroll = QWidget(), QScrollArea()
    layout.end_in_line(foot, scroll)
    assert foot.contentsMargins().right() == 0
    scroll.verticalScrollBar().setRange(0, 100)
    layout.end_in_line(foot, scroll)
    wide = foot.contentsMargins().right()
    assert wide == scroll.verticalScrollBar().sizeHint().width() > 0
    foot.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    layout.end_in_line(foot, scroll)
    assert (foot.contentsMargins().left(), foot.contentsMargins().right()) == (wide, 0)
    layout.end_in_line(foot, None)
    assert foot.contentsMargins().left() == 0
