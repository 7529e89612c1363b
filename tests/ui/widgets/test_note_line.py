"""The line for a note stays low, and can hide what is typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forecall.ui.widgets import note_line
from forecall.ui.widgets.note_line import MOST_LINES, NoteLine
from tests.ui.widgets.conftest import Show, drawn


def test_it_grows_to_a_few_lines_and_then_scrolls(show: Show) -> None:
    line = NoteLine("Note")
    show(line, width=340)
    one = line.height()
    line.setFocus()
    QTest.keyClicks(line, "they planned their week around our date " * 2)
    assert one < line.height()
    QTest.keyClicks(line, "and nobody told them before noon that it would not hold " * 6)
    assert line.height() < one * (MOST_LINES + 1)
    assert line.verticalScrollBar().value() > 0
    line.set_text("")
    assert line.height() == one


def test_enter_leaves_it(show: Show) -> None:
    line = NoteLine("Note")
    left: list[bool] = []
    settled: list[str] = []
    line.moved_on.connect(lambda: left.append(True))
    line.settled.connect(settled.append)
    show(line)
    QTest.keyClicks(line, "a plan")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert left == [True]
    assert settled == ["a plan"]


def test_masked_it_shows_how_much_but_not_what(show: Show) -> None:
    line = NoteLine("Note")
    show(line)
    line.set_masked(True)
    line.set_text("secret")
    first = drawn(line)
    line.set_text("public")
    assert drawn(line) == first
    line.set_masked(False)
    assert drawn(line) != first
    assert line.text() == "public"


def test_the_key_that_leads_to_it_is_shown_while_it_is_empty_and_left(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[str] = []
    monkeypatch.setattr(note_line, "paint_key", lambda _painter, _rect, key, _ink: painted.append(key))
    line = NoteLine("Note", key="N")
    show(line, width=340)
    line.clearFocus()
    painted.clear()
    line.grab()
    assert painted == ["N"]
    line.set_text("a plan")
    line.grab()
    assert painted == ["N"]
    line.set_text("")
    line.activateWindow()
    line.setFocus()
    painted.clear()
    line.grab()
    assert painted == []
