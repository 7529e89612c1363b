"""A list of rows and the button at their end."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QContextMenuEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.row_list import RowList


@pytest.fixture
def rows(qtbot: QtBot) -> RowList:
    rows = RowList("Calls", more=True)
    model = QStandardItemModel(rows)
    heading = QStandardItem("Heading")
    heading.setFlags(Qt.ItemFlag.NoItemFlags)
    for item in (heading, QStandardItem("one"), QStandardItem("two")):
        model.appendRow(item)
    rows.setModel(model)
    qtbot.addWidget(rows)
    rows.resize(400, 300)
    rows.show()
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    return rows


def test_begins_at_the_first_row_that_can_be_chosen(rows: RowList) -> None:
    assert rows.currentIndex().data() == "one"


def test_opens_and_asks_by_key(rows: RowList, qtbot: QtBot) -> None:
    opened: list[str] = []
    asked: list[str] = []
    rows.opened.connect(lambda index: opened.append(index.data()))
    rows.delete_asked.connect(lambda index: asked.append(index.data()))
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    qtbot.keyClick(rows, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert (opened, asked) == (["two"], ["two"])


def test_the_button_belongs_to_the_row_and_says_so(rows: RowList, qtbot: QtBot) -> None:
    assert rows.more is not None
    asked: list[str] = []
    rows.menu_asked.connect(lambda index, at: asked.append(index.data()))
    assert rows.more.accessibleName() == "More: one"
    qtbot.keyClick(rows.more, Qt.Key.Key_Space)
    two = rows.visualRect(rows.model().index(2, 0))
    qtbot.mouseMove(rows.viewport(), two.center())
    assert rows.more.accessibleName() == "More: two"
    assert two.contains(rows.more.geometry().center())
    qtbot.mouseClick(rows.more, Qt.MouseButton.LeftButton)
    assert asked == ["one", "two"]
    assert not rows.more.grab().isNull()


def test_the_menu_key_asks_for_the_menu_of_the_row(rows: RowList) -> None:
    asked: list[str] = []
    rows.menu_asked.connect(lambda index, at: asked.append(index.data()))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(rows.viewport(), event)
    assert asked == ["one"]


def test_a_list_has_a_role_and_a_name(rows: RowList) -> None:
    found = QAccessible.queryAccessibleInterface(rows)
    assert found.role() == QAccessible.Role.List
    assert found.text(QAccessible.Text.Name) == "Calls"


class Slow(QStandardItemModel):
    """Has more rows than it hands out at once."""

    def __init__(self, parent: RowList) -> None:
        super().__init__(parent)
        self.left = 30

    def canFetchMore(self, parent: object) -> bool:  # noqa: N802
        return self.left > 0

    def fetchMore(self, parent: object) -> None:  # noqa: N802
        self.left -= 10
        for _each in range(10):
            self.appendRow(QStandardItem(str(self.rowCount())))


def test_end_goes_on_to_the_last_row_there_is(rows: RowList, qtbot: QtBot) -> None:
    model = Slow(rows)
    model.appendRow(QStandardItem("0"))
    rows.setModel(model)
    qtbot.keyClick(rows, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: rows.currentIndex().row() == 30)


def test_end_reads_more_at_once_where_the_model_can(rows: RowList, qtbot: QtBot) -> None:
    class Quick(Slow):
        asked = 0

        def fetch_rest(self) -> None:
            self.asked += 1
            while self.left:
                super().fetchMore(None)

    model = Quick(rows)
    model.appendRow(QStandardItem("0"))
    rows.setModel(model)
    qtbot.keyClick(rows, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: rows.currentIndex().row() == 30)
    assert model.asked == 1


def test_what_qt_asks_for_at_the_last_row_does_not_come_before_the_rest(rows: RowList, qtbot: QtBot) -> None:
    class Late(Slow):
        """One reading at a time, and it arrives later, as with a journal."""

        arrivals = 0
        asking = False

        def fetchMore(self, parent: object) -> None:  # noqa: N802
            self._ask(10)

        def fetch_rest(self) -> None:
            self._ask(self.left)

        def _ask(self, many: int) -> None:
            if not self.asking:
                self.asking = True
                QTimer.singleShot(0, self, lambda: self._arrive(many))

        def _arrive(self, many: int) -> None:
            self.asking, self.arrivals, self.left = False, self.arrivals + 1, self.left - many
            for _each in range(many):
                self.appendRow(QStandardItem(str(self.rowCount())))

    model = Late(rows)
    model.left = 40
    for number in range(40):
        model.appendRow(QStandardItem(str(number)))
    rows.setModel(model)
    qtbot.keyClick(rows, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: rows.currentIndex().row() == 79)
    assert model.arrivals == 1


def test_another_key_ends_the_way_to_the_end(rows: RowList, qtbot: QtBot) -> None:
    model = Slow(rows)
    model.appendRow(QStandardItem("0"))
    rows.setModel(model)
    qtbot.keyClick(rows, Qt.Key.Key_End)
    qtbot.keyClick(rows, Qt.Key.Key_Home)
    QApplication.processEvents()
    assert rows.currentIndex().row() == 0


def test_rows_that_come_late_are_walked_at_once(rows: RowList) -> None:
    rows.model().removeRows(0, 3)
    rows.model().insertRow(0)
    rows.model().setData(rows.model().index(0, 0), "late")
    assert not rows.currentIndex().isValid()
    rows.begin()
    assert rows.currentIndex().data() == "late"
