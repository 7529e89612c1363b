"""Rows and columns that fold where there is little room."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from forecall.ui.widgets.arranging import Bar, Columns, EndRow, Foot, Scrolling, Section, clear, show_now, stacked
from forecall.ui.widgets.scroll_page import ScrollPage
from forecall.ui.widgets.text import Label, LinkButton
from forecall.ui.widgets.tick import Tick


def shown(qtbot: QtBot, widget: QWidget, width: int) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, max(60, widget.heightForWidth(width)))
    widget.show()
    widget.resize(width, max(60, widget.heightForWidth(width)))


def corner(widget: QWidget, row: QWidget) -> QPoint:
    return widget.mapTo(row, QPoint(0, 0))


def test_columns_fold(qtbot: QtBot) -> None:
    left, right = Label("left"), Label("right")
    columns = Columns(left, right, least=400)
    shown(qtbot, columns, 500)
    qtbot.waitUntil(lambda: left.y() == right.y())
    columns.resize(300, 200)
    qtbot.waitUntil(lambda: left.y() < right.y())
    assert columns.minimumSizeHint().width() < 300


def test_what_is_at_the_end_goes_beneath(qtbot: QtBot) -> None:
    words, button = Label("A promise with quite a few words in it"), LinkButton("Look back")
    row = EndRow(words, (button,), least=150)
    shown(qtbot, row, 500)
    qtbot.waitUntil(lambda: corner(button, row).x() > corner(words, row).x())
    row.resize(190, 120)
    qtbot.waitUntil(lambda: corner(button, row).y() > corner(words, row).y() + words.height() - 10)
    assert row.minimumSizeHint().width() < 190


def test_first_lines_meet(qtbot: QtBot) -> None:
    words, day, tick = Label("Send the plan"), Label("today", "muted"), Tick(name="Kept")
    row = EndRow(words, (day,), lead=tick)
    shown(qtbot, row, 500)
    qtbot.waitUntil(lambda: corner(words, row).y() == corner(day, row).y() > 0)


def test_a_bar_wraps(qtbot: QtBot) -> None:
    first, second = LinkButton("The first button"), LinkButton("The second button")
    bar = Bar(first, second)
    shown(qtbot, bar, 150)
    assert first.y() < second.y()


def test_a_section_has_a_name_and_takes_more(qtbot: QtBot) -> None:
    section = Section("Promised", Label("one"))
    qtbot.addWidget(section)
    section.column.addWidget(Label("two"))
    assert section.accessibleName() == "Promised"
    assert section.column.count() == 3


def test_clearing_leaves_nothing(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = stacked(Label("one"), stacked(Label("two")), parent=holder)
    clear(column)
    assert column.count() == 0
    assert [each for each in holder.findChildren(Label) if each.parent() is holder] == []


def test_a_foot_and_what_scrolls(qtbot: QtBot) -> None:
    page = ScrollPage("Page")
    foot = Foot(Label("at the foot"), page)
    inside = QWidget()
    inside.setMinimumHeight(900)
    scrolling = Scrolling(inside)
    for each in (page, foot, scrolling):
        shown(qtbot, each, 200)
    assert scrolling.verticalScrollBar().maximum() > 0
    assert foot.sizeHint().height() > 0


def test_what_is_shown_now_has_its_place_before_it_is_painted(qtbot: QtBot) -> None:
    page = ScrollPage("Page")
    shown(qtbot, page, 300)
    rows = [
        EndRow(Label("a promise with words enough for two lines, and a few more"), (Label("today"),)) for _ in range(20)
    ]
    for row in rows:
        page.column.addWidget(row)
    show_now(*rows)
    assert all(row.isVisible() and row.height() >= 40 for row in rows)
    assert page.verticalScrollBar().maximum() > 0
