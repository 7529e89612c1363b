"""Every page in every language and size: nothing cut off, nothing untranslated."""

import re
from collections.abc import Collection, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_date
from PySide6.QtCore import QRectF, QStringListModel
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStyleOptionViewItem,
    QWidget,
)

from forecall.ui.models.rows import Index, RowDelegate, put
from forecall.ui.theme import type_font
from forecall.ui.widgets.text import Label
from tests.gallery.conftest import Show
from tests.gallery.pseudo import CLOSES, LONG, OPENS, RIGHT_TO_LEFT
from tests.gallery.showing import Look
from tests.helpers.looking import troubles
from tests.journeys.conftest import shown_widgets

WIDE, SMALL = (1100, 760), (800, 560)
SMALL_SCREEN = 1280
"""The width of a screen on which no menu may be cut; one that is too tall for it scrolls."""


@pytest.mark.parametrize(
    ("language", "size", "scale"),
    [
        ("de", WIDE, 1.0),
        ("de", SMALL, 2.0),
        (LONG, WIDE, 1.0),
        (LONG, SMALL, 1.0),
        (RIGHT_TO_LEFT, SMALL, 1.0),
    ],
)
def test_no_page_is_cut_off_in_any_language(show: Show, language: str, size: tuple[int, int], scale: float) -> None:
    showing = show(Look(language=language, size=size, scale=scale))
    found = [f"{name}: {each}" for name in showing.pages() for each in troubles(showing.window)]
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["de", LONG])
def test_no_dialog_is_cut_off_in_any_language(show: Show, language: str, scale: float) -> None:
    showing = show(Look(language=language, scale=scale))
    found = [f"{name}: {each}" for name, dialog in showing.dialogs() for each in troubles(dialog)]
    menus = {name: menu.sizeHint().width() for name, menu in showing.menus()}
    found += [f"{name} is {width} pixels wide" for name, width in menus.items() if width > SMALL_SCREEN]
    assert not found, "\n" + "\n".join(found)


def test_no_page_of_an_empty_journal_is_cut_off(show: Show) -> None:
    showing = show(Look(state="empty", language="de", size=SMALL, scale=2.0))
    found = [f"{name}: {each}" for name in showing.pages() for each in troubles(showing.window)]
    assert not found, "\n" + "\n".join(found)


def test_at_twice_the_size_the_first_thing_to_do_is_in_sight(show: Show) -> None:
    showing = show(Look(language="de", size=WIDE, scale=2.0))
    found = []
    for name in showing.pages():
        found += [f"{name}: {each}" for each in troubles(showing.window)]
        if not name.startswith(("prepare", "look back", "new", "note")):
            continue
        focus = showing.window.focusWidget()
        seen = focus.visibleRegion().boundingRect().height()
        if seen < min(focus.height(), 60):
            found.append(f"{name}: {seen} of {focus.height()} pixels of what has the keyboard are in sight")
    assert not found, "\n" + "\n".join(found)


def test_every_word_on_every_page_goes_through_the_catalogue(show: Show) -> None:
    showing = show(Look(state="empty", language=LONG))
    dates = {part for part in re.findall(r"\w+", dates_said()) if part.isalpha()}
    found = [f"{name}: {each}" for name in showing.pages() for each in untranslated(showing.window, dates)]
    assert not found, "\n" + "\n".join(found)


_KEYS = re.compile(r"\b(Ctrl|Alt|Shift|F\d+)(\+[\w,/]+)*")
OUR_OWN = ("Forecall", "Northwind", "Deutsch", "English", "PDF")
"""Names, which stay as they are, and the words that the test wrote."""


def dates_said() -> str:
    """How today is written in the made-up language: its words come from Babel and need no catalogue of ours."""
    today = datetime.now(ZoneInfo("UTC")).date()
    return " ".join(format_date(today, form, locale=LONG) for form in ("full", "medium"))


def untranslated(window: QWidget, known: Collection[str]) -> Iterator[str]:
    """Words on the screen that no catalogue knows."""
    for widget in shown_widgets(window):
        if isinstance(widget, QLabel) and Path(widget.text()).is_absolute():
            continue  # where the journal lies
        texts = [widget.accessibleName(), widget.toolTip()]
        if isinstance(widget, QLabel | QAbstractButton):
            texts.append(widget.text())
        if isinstance(widget, QLineEdit):
            texts.append(widget.placeholderText())
        for text in texts:
            bare = _KEYS.sub("", _without_known(text))
            if any(word not in known for word in re.findall(r"[^\W\d_]+", bare)):
                yield f"{type(widget).__name__} “{text}”"


def _without_known(text: str) -> str:
    kept, depth = "", 0
    for letter in text:
        depth += letter == OPENS
        kept += letter if depth == 0 else ""
        depth -= letter == CLOSES
    for name in OUR_OWN:
        kept = kept.replace(name, "")
    return kept


def test_clipping_that_is_planted_is_found(qapp: QApplication) -> None:
    window = QWidget()
    narrow, low, button = (
        QLabel("Prepare", window),
        Label("Two lines of words", parent=window),
        QPushButton("Go on", window),
    )
    narrow.setGeometry(0, 0, 20, 20)
    low.setGeometry(0, 60, 60, 10)
    button.setGeometry(0, 120, 20, 30)
    box = QLineEdit(window)
    box.setPlaceholderText("Find a client")
    box.setGeometry(0, 200, 40, 30)
    step = type("NavButton", (QPushButton,), {})("Today", window)
    step.setAccessibleName("Yesterday")
    step.setGeometry(0, 250, 100, 30)
    window.resize(400, 400)
    window.show()
    found = "; ".join(troubles(window))
    assert "“Prepare” has 20 of" in found
    assert "“Two lines of words” has 10 of" in found
    assert "button “Go on”" in found
    assert "box “Find a client” has" in found
    assert "button “Today” may be cut" in found
    window.deleteLater()


def test_an_overlap_that_is_planted_is_found(qapp: QApplication) -> None:
    window = QWidget()
    for number, place in enumerate((0, 10)):
        label = QLabel(f"Words {number}", window)
        label.setGeometry(place, 0, 100, 40)
    window.resize(400, 400)
    window.show()
    assert any("lie over each other" in each for each in troubles(window))
    window.deleteLater()


class Careless(RowDelegate):
    """Draws its words over each other, beyond its row, and cut to nothing."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        words = str(index.data())
        for down in (0, 6):
            put(painter, rect.adjusted(10, down, -200, down - rect.height() + 20), words, type_font("body"), "text")
        put(painter, rect.translated(0, rect.height()), "Beyond", type_font("body"), "text")
        put(painter, rect.adjusted(rect.width() - 60, 0, 0, 0), "Unseen words", type_font("body"), "text")
        put(painter, rect.adjusted(200, 0, 0, 0), f"Quite other words {'on and on ' * 20}", type_font("body"), "text")


def test_careless_rows_are_found(qapp: QApplication) -> None:
    window = QWidget()
    rows = QListView(window)
    rows.setModel(QStringListModel(["Late delivery"], rows))
    rows.resize(400, 100)
    window.resize(400, 400)
    window.show()
    rows.setItemDelegate(RowDelegate(rows))
    assert not [each for each in troubles(window) if "cut to" in each or "over each" in each or "beyond" in each]
    rows.setItemDelegate(Careless(rows))
    found = "; ".join(troubles(window))
    assert "“Late delivery” and “Late delivery” lie over each other" in found
    assert "“Beyond” goes beyond its edge" in found
    assert "is cut to nothing" in found
    assert "is cut, and nobody hears the rest" in found
    window.deleteLater()
