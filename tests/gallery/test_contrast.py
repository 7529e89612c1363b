"""What is really painted: words on the ground beneath them, and the ring around what has the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTextEdit, QWidget

from tests.gallery.conftest import Show
from tests.gallery.showing import Look
from tests.gallery.test_focus import named, takes_tab
from tests.helpers.pixels import picture, place_of, strongest_change, strongest_ink
from tests.helpers.tree import tree
from tests.journeys.conftest import shown_widgets

TALL = (1100, 3000)
LEAST_PIXELS = 12
"""Of a ring or a line at 3:1, so that it is more than a speck."""

LEAST = {"light": 4.5, "dark": 4.5, "contrast": 7.0}


@pytest.mark.parametrize("theme", LEAST)
def test_all_words_can_be_read_and_where_the_keyboard_is_can_be_seen(show: Show, app: QApplication, theme: str) -> None:
    blink = app.cursorFlashTime()
    app.setCursorFlashTime(0)
    showing = show(Look(theme=theme, size=TALL))
    looked_at: set[str] = set()
    found = []
    for name in showing.pages():
        found += [f"{name}: {each}" for each in faint(showing.window, LEAST[theme])]
        found += [f"{name}: {each}" for each in unseen(showing.window, looked_at)]
    live = showing.live(showing.calls.begun)
    live.resize(500, 1600)
    showing.settle()
    found += [f"live sheet: {each}" for each in faint(live, LEAST[theme])]
    app.setCursorFlashTime(blink)
    assert len(looked_at) > 8
    assert not found, "\n" + "\n".join(dict.fromkeys(found))


def faint(window: QWidget, least: float) -> Iterator[str]:
    """Words that stand out too little."""
    QApplication.processEvents()
    image = picture(window)
    for widget in shown_widgets(window):
        place = place_of(widget)
        if (
            _is_covered(widget)
            or not _words_of(widget).strip()
            or not widget.isEnabled()
            or place.height() < 12
            or place.width() < 8
        ):
            continue
        strength = strongest_ink(image, place)
        if strength < least:
            yield f"{type(widget).__name__} “{_words_of(widget)[:50]}” {strength:.2f}:1"


def unseen(window: QWidget, looked_at: set[str]) -> Iterator[str]:
    """Controls that look the same with the keyboard on them; each kind is looked at once."""
    for node in tree(window).all():
        widget = node.of
        if not isinstance(widget, QWidget) or not takes_tab(widget) or type(widget).__name__ in looked_at:
            continue
        place = place_of(widget)
        if place.isEmpty():
            continue
        looked_at.add(type(widget).__name__)
        window.setFocus()
        QApplication.processEvents()
        before = picture(window)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        whole = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        around = whole.adjusted(-4, -4, 4, 10)
        strength, pixels = strongest_change(before, picture(window), around)
        if pixels < LEAST_PIXELS:
            yield f"{named(widget)} shows the keyboard by {pixels} pixels, {strength:.1f}:1 at best"


def _words_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    return widget.toPlainText() if isinstance(widget, QTextEdit) else ""


def _is_covered(widget: QWidget) -> bool:
    """Whether something lies over it: a palette dims the page beneath."""
    window = widget.window()
    top = window.childAt(widget.mapTo(window, widget.rect().center()))
    return top is not None and top is not widget and not widget.isAncestorOf(top)
