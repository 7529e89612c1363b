"""Words as they are really painted, on the ground that is really beneath them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QTextEdit, QWidget

from tests.gallery.showing import Journals, Look, Showing
from tests.helpers.pixels import picture, place_of, strongest_ink
from tests.journeys.conftest import shown_widgets

TALL = (1100, 3000)
LEAST = {"light": 4.5, "dark": 4.5, "contrast": 7.0}


@pytest.mark.parametrize("theme", LEAST)
def test_all_words_can_be_read(app: QApplication, journals: Journals, tmp_path: Path, theme: str) -> None:
    showing = Showing(app, tmp_path, Look(theme=theme, size=TALL), journals)
    found = [f"{name}: {each}" for name in showing.pages() for each in faint(showing.window, LEAST[theme])]
    live = showing.live(showing.calls.begun)
    live.resize(500, 1600)
    showing.settle()
    found += [f"live sheet: {each}" for each in faint(live, LEAST[theme])]
    showing.close()
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
