"""Keys and the mouse, as they arrive at widgets."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from forecall.tour import hands
from forecall.tour.hands import NotThere
from forecall.ui.widgets.ordered_list import OrderedList
from forecall.ui.widgets.text import Label


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    window.resize(400, 300)
    return window


def show(window: QWidget, qtbot: QtBot, *widgets: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_letters_and_keys_reach_the_box(window: QWidget, qtbot: QtBot) -> None:
    box = QTextEdit()
    show(window, qtbot, box)
    box.setFocus()
    for sign in "aB ß\n3":
        hands.character(sign)
    hands.key("Ctrl+A")
    assert box.toPlainText() == "aB ß\n3"
    assert box.textCursor().hasSelection()


def test_a_click_rolls_to_what_lies_further_down(window: QWidget, qtbot: QtBot) -> None:
    area, inner = QScrollArea(), QWidget()
    column = QVBoxLayout(inner)
    for number in range(60):
        column.addWidget(QPushButton(f"Button {number}"))
    area.setWidget(inner)
    show(window, qtbot, area)
    pressed: list[str] = []
    button = hands.find("Button 55")
    assert isinstance(button, QPushButton)
    button.clicked.connect(lambda: pressed.append(button.text()))
    hands.click(button)
    assert pressed == ["Button 55"]
    assert area.verticalScrollBar().value() > 0


def test_what_is_covered_cannot_be_clicked(window: QWidget, qtbot: QtBot) -> None:
    button = QPushButton("Beneath")
    show(window, qtbot, button)
    cover = QLabel("Above", window)
    cover.setGeometry(window.rect())
    cover.show()
    with pytest.raises(NotThere, match="covered"):
        hands.click(button)


def test_a_control_is_meant_rather_than_the_label_of_the_same_name(window: QWidget, qtbot: QtBot) -> None:
    label, box = Label("Name"), QTextEdit()
    box.setAccessibleName("Name")
    show(window, qtbot, label, box)
    assert hands.find("Name") is box
    box.hide()
    assert hands.find("Name") is label


def test_what_is_seen_are_the_words_that_are_not_hidden(window: QWidget, qtbot: QtBot) -> None:
    shown, hidden, box = Label("Seen"), Label("Not seen"), QTextEdit()
    box.setPlainText("Written")
    show(window, qtbot, shown, hidden, box)
    hidden.hide()
    assert hands.seen().split() == ["Seen", "Written"]


def test_a_row_is_dragged_by_its_grip(window: QWidget, qtbot: QtBot) -> None:
    from forecall.guide.question import Part, PartKind
    from forecall.ui.widgets.parts_view import PartsView

    part = Part(name="text", kind=PartKind.SHORT)
    rows = OrderedList(lambda name: PartsView((part,), name=name, compact=True), "Add…", name="Points")
    show(window, qtbot, rows)
    rows.set_entries([(key, {"text": key}) for key in "abc"])
    qtbot.waitUntil(lambda: hands.find("Move: Points 3").isVisible())
    moved: list[tuple[str, int]] = []
    rows.moved.connect(lambda row, to: moved.append((row, to)))
    hands.drag(hands.find("Move: Points 1"), hands.find("Move: Points 3"))
    assert moved == [("a", 2)]
    assert [key for key, _value in rows.entries()] == ["b", "c", "a"]


def test_nothing_takes_keys_where_no_window_is(qtbot: QtBot) -> None:
    with pytest.raises(NotThere):
        hands.front()
