"""A list in a page that scrolls: who of the two does."""

from PySide6.QtCore import QPoint, QPointF, QStringListModel, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.arranging import Scrolling
from forecall.ui.widgets.list_in_page import ListInPage
from forecall.ui.widgets.row_list import RowList


class Around:
    """A head of 200 pixels, a list of at least 160 and a foot of 60, in a window so high."""

    def __init__(self, qtbot: QtBot, rows: int, height: int) -> None:
        self.list = RowList("Calls")
        self.list.setModel(QStringListModel([f"Call {number}" for number in range(rows)], self.list))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head, self.foot = QLabel("Head"), QLabel("Foot")
        self.head.setFixedHeight(200)
        self.foot.setFixedHeight(60)
        for part in (self.head, ListInPage(self.list), self.foot):
            column.addWidget(part)
        column.setStretch(1, 1)
        self.page = Scrolling(content)
        qtbot.addWidget(self.page)
        self.page.resize(300, height)
        self.page.show()
        self.page.activateWindow()
        self.list.setFocus()
        self.settle()

    def settle(self) -> None:
        for _round in range(5):
            QApplication.processEvents()

    @property
    def bars(self) -> tuple[bool, bool]:
        """Whether the page shows a bar, and whether the list does."""
        return self.page.verticalScrollBar().isVisible(), self.list.verticalScrollBar().isVisible()

    def in_sight(self, row: int) -> bool:
        rect = self.list.visualRect(self.list.model().index(row, 0))
        top = self.list.viewport().mapTo(self.page.viewport(), rect.topLeft()).y()
        inside = self.list.viewport().rect().contains(rect.center())
        return inside and top >= 0 and top + rect.height() <= self.page.viewport().height()

    def turn(self, steps: int) -> None:
        """Turn the wheel over the list."""
        for _step in range(steps):
            at = QPointF(20, 5)
            away = QPoint(0, -120)
            event = QWheelEvent(
                at, QPointF(self.list.viewport().mapToGlobal(at.toPoint())), QPoint(), away, Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            QApplication.sendEvent(self.list.viewport(), event)
            self.settle()


def test_with_room_the_list_scrolls_and_the_page_does_not(qtbot: QtBot) -> None:
    around = Around(qtbot, 200, 500)
    assert around.bars == (False, True)
    assert around.list.height() == 240
    assert Around(qtbot, 3, 500).bars == (False, False)


def test_in_a_low_window_the_page_scrolls_as_one(qtbot: QtBot) -> None:
    around = Around(qtbot, 200, 300)
    assert around.bars == (True, False)
    assert around.in_sight(0)
    around.turn(1)
    assert around.page.verticalScrollBar().value() > 0
    assert around.list.verticalScrollBar().value() == 0  # the head goes first
    around.page.verticalScrollBar().setValue(1000)
    around.settle()
    row = around.list.indexAt(QPoint(5, 5)).row()
    assert row > 20
    assert around.in_sight(row + 3)
    around.page.verticalScrollBar().setValue(around.page.verticalScrollBar().maximum())
    around.settle()
    assert around.in_sight(199)
    assert around.foot.visibleRegion().boundingRect().height() == 60


def test_the_keys_of_the_list_take_the_page_along(qtbot: QtBot) -> None:
    around = Around(qtbot, 200, 300)
    around.list.setCurrentIndex(around.list.model().index(0, 0))
    for key in [*(Qt.Key.Key_Down,) * 15, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home]:
        QTest.keyClick(around.list, key)
        around.settle()
        assert around.in_sight(around.list.currentIndex().row()), around.list.currentIndex().row()
    assert around.list.currentIndex().row() == 0


def test_fewer_rows_or_a_taller_window_leave_no_blank(qtbot: QtBot) -> None:
    around = Around(qtbot, 200, 300)
    model = around.list.model()
    assert isinstance(model, QStringListModel)
    model.setStringList(["One", "Two"])
    around.settle()
    assert around.page.verticalScrollBar().maximum() == 200 + 160 + 60 - 300
    around.page.resize(300, 600)
    around.settle()
    assert around.bars == (False, False)
    assert around.list.height() == 340
