"""By keyboard alone: Tab goes where reading goes and leaves nothing out, and where it is can be seen."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

import forecall.app
from tests.gallery.pseudo import RIGHT_TO_LEFT
from tests.gallery.showing import Journals, Look, Showing
from tests.helpers.pixels import picture, place_of, strongest_change
from tests.helpers.tree import tree

TALL = (1100, 3000)
"""Everything of a page stands in the window, and nothing has to be scrolled to be looked at."""

MOST_TABS = 300
LEAST_PIXELS = 12
"""Of a ring or a line at 3:1, so that it is more than a speck."""


@pytest.mark.parametrize("language", ["en", RIGHT_TO_LEFT])
def test_tab_goes_where_reading_goes(
    app: QApplication,
    journals: Journals,
    pseudo: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> None:
    monkeypatch.setattr(forecall.app, "resources_folder", lambda: pseudo)
    showing = Showing(app, tmp_path, Look(language=language, size=TALL), journals)
    # A palette keeps the keyboard to itself while it lies over the page.
    pages = (name for name in showing.pages() if name != "palette")
    found = [f"{name}: {each}" for name in pages for each in out_of_the_way(showing.window)]
    showing.close()
    assert not found, "\n" + "\n".join(dict.fromkeys(found))


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_where_the_keyboard_is_can_be_seen(app: QApplication, journals: Journals, tmp_path: Path, theme: str) -> None:
    blink = app.cursorFlashTime()
    app.setCursorFlashTime(0)
    showing = Showing(app, tmp_path, Look(theme=theme, size=TALL), journals)
    looked_at: set[str] = set()
    found = [f"{name}: {each}" for name in showing.pages() for each in unseen(showing.window, looked_at)]
    showing.close()
    app.setCursorFlashTime(blink)
    assert len(looked_at) > 8
    assert not found, "\n" + "\n".join(dict.fromkeys(found))


def out_of_the_way(window: QWidget) -> Iterator[str]:
    """What Tab does not lead to, or leads to before what is read before it."""
    walked = _walk(window)
    # What stands beside a question changes with it: what is read now is what was walked through last.
    read = [node.of for node in tree(window).all() if isinstance(node.of, QWidget) and _takes_tab(node.of)]
    for left_out in (each for each in read if each not in walked):
        yield f"Tab does not lead to {_named(left_out)}"
    places = [read.index(each) for each in walked if each in read]
    breaks = [(one, other) for one, other in pairwise(places) if other < one]
    ends = [pair for pair in breaks if pair[1] != 0]
    for one, other in ends:
        yield f"Tab goes from {_named(read[one])} back to {_named(read[other])}"


def _walk(window: QWidget) -> list[QWidget]:
    """What Tab leads to, from wherever the keyboard is until it comes there again."""
    walked: list[QWidget] = []
    for _each in range(MOST_TABS):
        at = QApplication.focusWidget() or window
        QTest.keyClick(at, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or now in walked:
            break
        walked.append(now)
    return walked


def unseen(window: QWidget, looked_at: set[str]) -> Iterator[str]:
    """Controls that look the same with the keyboard on them; each kind is looked at once."""
    for node in tree(window).all():
        widget = node.of
        if not isinstance(widget, QWidget) or not _takes_tab(widget) or type(widget).__name__ in looked_at:
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
            yield f"{_named(widget)} shows the keyboard by {pixels} pixels, {strength:.1f}:1 at best"


def _takes_tab(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.focusProxy() is None and widget.isVisible() and widget.isEnabled()


def _named(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{widget.accessibleName()}”"
