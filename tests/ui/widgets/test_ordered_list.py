import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from forecall.guide.question import Part, PartKind, Value
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.list_row import GripButton
from forecall.ui.widgets.ordered_list import OrderedList
from forecall.ui.widgets.parts_view import PartsView
from forecall.ui.widgets.sign_button import SignButton
from forecall.ui.widgets.text import QuietButton
from tests.ui.widgets.conftest import Show, heard

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTRIES: list[tuple[str, Value]] = [("a", {"text": "one"}), ("b", {"text": "two"}), ("c", {"text": "three"})]


class Told:
    """What a list said, in order."""

    def __init__(self, points: OrderedList) -> None:
        self.news: list[tuple[object, ...]] = []
        points.added.connect(lambda id, index, value: self.news.append(("added", id, index, value)))
        points.changed.connect(lambda id, value: self.news.append(("changed", id, value)))
        points.moved.connect(lambda id, index: self.news.append(("moved", id, index)))
        points.removed.connect(lambda id: self.news.append(("removed", id)))


def point(name: str) -> PartsView:
    return PartsView((Part("text", PartKind.SHORT),), compact=True, name=name)


@pytest.fixture
def points(show: Show) -> OrderedList:
    made = OrderedList(point, "Add a point…", 0, "Points")
    made.set_entries(ENTRIES)
    show(made, QuietButton("After"))
    return made


@pytest.fixture
def told(points: OrderedList) -> Told:
    return Told(points)


def boxes(points: OrderedList) -> list[AnswerField]:
    """The boxes from top to bottom."""
    found = [box for box in points.findChildren(AnswerField) if box.isVisible()]
    return sorted(found, key=lambda box: box.mapTo(points, box.rect().topLeft()).y())


def texts(points: OrderedList) -> list[str]:
    layout = points.layout()
    assert layout is not None
    layout.activate()
    return [box.text() for box in boxes(points)]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_it_shows_the_entries_and_a_row_to_add_with(points: OrderedList) -> None:
    assert texts(points) == ["one", "two", "three", ""]
    assert points.entries() == ENTRIES
    assert boxes(points)[3].accessibleDescription() == "Add a point…"


def test_adding_is_one_act_with_an_id_of_its_own(points: OrderedList, told: Told) -> None:
    boxes(points)[3].setFocus()
    QTest.keyClicks(focused(), "four")
    assert texts(points) == ["one", "two", "three", "four", ""]  # the next empty row is there at once
    assert told.news == []
    points.flush()
    [(what, id, index, value)] = told.news
    assert (what, index, value) == ("added", 3, {"text": "four"})
    assert isinstance(id, str)
    assert len(id) == 32
    QTest.keyClicks(focused(), "th")
    points.flush()
    assert told.news[1:] == [("changed", id, {"text": "fourth"})]


def test_enter_goes_down_the_rows_and_adds_at_the_end(points: OrderedList, told: Told) -> None:
    boxes(points)[1].setFocus()
    QTest.keyClicks(focused(), "Two, ")
    for words in ("", "", "four", "five"):
        QTest.keyClicks(focused(), words)
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert [news[0] for news in told.news] == ["changed", "added", "added"]
    assert texts(points) == ["one", "twoTwo, ", "three", "four", "five", ""]
    assert boxes(points)[5].hasFocus()


def test_enter_in_the_empty_row_leaves_the_list(points: OrderedList) -> None:
    boxes(points)[3].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert focused().accessibleName() == "After"


def test_alt_and_arrows_reorder_and_keep_the_cursor(points: OrderedList, told: Told) -> None:
    box = boxes(points)[2]
    box.setFocus()
    box.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(box, Qt.Key.Key_Right)
    QTest.keyClick(box, Qt.Key.Key_Up, ALT)
    QTest.keyClick(box, Qt.Key.Key_Up, ALT)
    QTest.keyClick(box, Qt.Key.Key_Up, ALT)  # it is at the top already
    assert told.news == [("moved", "c", 1), ("moved", "c", 0)]
    assert texts(points) == ["three", "one", "two", ""]
    assert box.hasFocus()
    assert box.textCursor().position() == 1
    QTest.keyClick(box, Qt.Key.Key_Down, ALT)
    assert [id for id, _value in points.entries()] == ["a", "c", "b"]


def test_tab_follows_the_order_after_a_move(points: OrderedList) -> None:
    boxes(points)[2].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Up, ALT)
    texts(points)
    seen = []
    boxes(points)[0].setFocus()
    for _row in range(4):
        seen.append(focused().text() if isinstance(focused(), AnswerField) else "")  # type: ignore[attr-defined]
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert seen == ["one", "three", "two", ""]


def test_a_row_is_removed_by_key(points: OrderedList, told: Told) -> None:
    boxes(points)[1].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Backspace, CONTROL | SHIFT)
    assert told.news == [("removed", "b")]
    assert texts(points) == ["one", "three", ""]
    assert boxes(points)[0].hasFocus()


def test_control_backspace_deletes_words_before_it_removes_the_row(points: OrderedList, told: Told) -> None:
    box = boxes(points)[1]
    box.setFocus()
    box.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(box, Qt.Key.Key_Backspace, CONTROL)
    assert (told.news, box.text()) == ([], "")
    QTest.keyClick(box, Qt.Key.Key_Backspace, CONTROL)
    assert told.news == [("removed", "b")]


def test_backspace_removes_an_empty_row_only(points: OrderedList, told: Told) -> None:
    box = boxes(points)[1]
    box.setFocus()
    box.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert told.news == []
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert told.news == [("removed", "b")]
    assert boxes(points)[0].hasFocus()


def test_the_button_removes(points: OrderedList, told: Told) -> None:
    buttons = [b for b in points.findChildren(SignButton) if b.accessibleName() == "Remove: Points 2"]
    assert len(buttons) == 1
    buttons[0].click()
    assert told.news == [("removed", "b")]


def test_the_mouse_drags_a_row_and_says_so_once(points: OrderedList, told: Told) -> None:
    texts(points)
    grip = next(g for g in points.findChildren(GripButton) if g.accessibleName() == "Move: Points 1")
    start = grip.rect().center()
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=start)
    for box in boxes(points)[1:3]:
        down = box.mapTo(points, box.rect().center())
        points.drag_row(points._rows[[row.id for row in points._rows].index("a")], down.y() + 12)
    assert [id for id, _value in points.entries()] == ["b", "c", "a"]
    assert told.news == []
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=start)
    assert told.news == [("moved", "a", 2)]


def test_new_entries_leave_focus_cursor_and_unsettled_words_alone(points: OrderedList, told: Told) -> None:
    box = boxes(points)[1]
    box.setFocus()
    box.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(box, "my ")
    points.set_entries([("c", {"text": "three"}), ("b", {"text": "two"}), ("d", {"text": "four"})])
    assert texts(points) == ["three", "my two", "four", ""]
    assert box.hasFocus()
    assert box.textCursor().position() == 3
    assert told.news == []
    points.flush()
    assert told.news == [("changed", "b", {"text": "my two"})]


def test_a_row_just_begun_survives_news_that_does_not_know_it(points: OrderedList, told: Told) -> None:
    boxes(points)[3].setFocus()
    QTest.keyClicks(focused(), "four")
    points.set_entries(ENTRIES)
    assert texts(points) == ["one", "two", "three", "four", ""]
    points.flush()
    new = told.news[0][1]
    points.set_entries([*ENTRIES, (str(new), {"text": "four"})])
    assert texts(points) == ["one", "two", "three", "four", ""]
    points.set_entries(ENTRIES)
    boxes(points)[0].setFocus()
    assert texts(points) == ["one", "two", "three", ""]


def test_undo_shows_exactly_what_is_kept(points: OrderedList) -> None:
    box = boxes(points)[1]
    box.setFocus()
    QTest.keyClicks(box, "!")
    points.flush()
    points.set_entries(ENTRIES, force=True)
    assert box.text() == "two"
    boxes(points)[3].setFocus()
    QTest.keyClicks(focused(), "four")
    points.flush()
    points.set_entries(ENTRIES, force=True)
    assert texts(points) == ["one", "two", "three", ""]


def test_no_more_than_its_limit(show: Show) -> None:
    made = OrderedList(point, "Add a worry…", 2, "Worries")
    show(made)
    for words in ("one", "two"):
        box = boxes(made)[-1]
        box.setFocus()
        QTest.keyClicks(box, words)
    assert texts(made) == ["one", "two"]
    made.flush()
    QTest.keyClick(boxes(made)[0], Qt.Key.Key_Backspace, CONTROL | SHIFT)
    assert texts(made) == ["two", ""]


def test_an_entry_can_be_added_as_if_written(points: OrderedList, told: Told) -> None:
    id = points.add_entry({"text": "a starter"})
    assert told.news == [("added", id, 3, {"text": "a starter"})]
    assert texts(points)[3:] == ["a starter", ""]


def test_numbers_and_names_follow_the_order(points: OrderedList) -> None:
    boxes(points)[2].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Up, ALT)
    assert heard(focused()) == (QAccessible.Role.EditableText, "Points 2")
    assert heard(points) == (QAccessible.Role.Grouping, "Points")
