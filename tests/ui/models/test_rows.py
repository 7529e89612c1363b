"""Rows of long lists: what is emphasised, what is cut, how tall a row is."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from forecall.journal.search import MARK_END, MARK_START
from forecall.ui.models.rows import Role, RowDelegate, spoken, unmarked


def marked(*parts: str) -> str:
    return "".join(parts).replace("[", MARK_START).replace("]", MARK_END)


@pytest.mark.parametrize(
    ("text", "words", "spans"),
    [
        ("", "", []),
        ("a [late] report", "a late report", [(2, 4)]),
        ("[one]\n\n  [two]  three", "one · two three", [(0, 3), (6, 3)]),
        ("🙂 [late]", "🙂 late", [(3, 4)]),  # Qt counts in UTF-16
        ("[never closed", "never closed", []),
        ("never opened] x", "never opened x", []),
        ("<b>[x]</b>", "<b>x</b>", [(3, 1)]),
    ],
)
def test_finds_what_is_emphasised(text: str, words: str, spans: list[tuple[int, int]]) -> None:
    assert unmarked(marked(text)) == (words, spans)


def test_says_only_what_there_is() -> None:
    assert spoken("Northwind", "", "tomorrow") == "Northwind. tomorrow"


@pytest.fixture
def view(qtbot: QtBot) -> QListView:
    view = QListView()
    qtbot.addWidget(view)
    model = QStandardItemModel(view)
    item = QStandardItem()
    item.setData("Northwind", Role.TITLE)
    item.setData("complaint", Role.DETAIL)
    item.setData("tomorrow 10:00", Role.SIDE)
    item.setData(marked("a [late] ", "word " * 80), Role.CONTEXT)
    heading = QStandardItem()
    heading.setData("Communication", Role.HEADING)
    model.appendRow(item)
    model.appendRow(heading)
    view.setModel(model)
    return view


def test_a_heading_is_lower_than_a_row(view: QListView) -> None:
    delegate = RowDelegate(view)
    option = QStyleOptionViewItem()
    row, heading = (delegate.sizeHint(option, view.model().index(at, 0)).height() for at in (0, 1))
    assert heading < row
    assert RowDelegate(view, wrapped=2).sizeHint(option, view.model().index(0, 0)).height() > row


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("width", [60, 400, 900])
def test_draws_within_its_row(view: QListView, direction: Qt.LayoutDirection, width: int) -> None:
    delegate = RowDelegate(view, context_lines=2, tail=True)
    index: QModelIndex = view.model().index(0, 0)
    option = QStyleOptionViewItem()
    height = delegate.sizeHint(option, index).height()
    image = QImage(width, height * 3, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    option.rect = image.rect().adjusted(0, height, 0, -height)
    option.direction = direction
    painter = QPainter(image)
    delegate.paint(painter, option, index)
    painter.end()
    white = image.pixel(0, 0)
    outside = [(x, y) for y in (*range(height), *range(2 * height, 3 * height)) for x in range(0, width, 3)]
    assert all(image.pixel(x, y) == white for x, y in outside)
    inside = [(x, y) for y in range(height, 2 * height) for x in range(width)]
    assert any(image.pixel(x, y) != white for x, y in inside)
