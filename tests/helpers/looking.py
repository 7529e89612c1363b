"""Looks at a window as a person does: what is cut off, what lies over its neighbour, what stands beyond the edge."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QWidget,
)

from forecall.tour.hands import name_of
from forecall.ui.widgets.hinted_line import hint_room
from forecall.ui.widgets.paper import Paper
from tests.helpers.painted import row_troubles
from tests.journeys.conftest import shown_widgets

ELIDES = ("_Step", "NavButton", "ChoicePill", "DateField")
"""Buttons that shorten their words themselves and give them whole to a screen reader."""


def troubles(window: QWidget) -> list[str]:
    """What is cut off or covered, in words."""
    found = []
    for widget in shown_widgets(window):
        if widget.window() is not window or not _in_page(widget):
            continue
        found += _cut(widget)
        found += _outside(widget)
        if isinstance(widget, QListView):
            found += row_troubles(widget)
        if isinstance(widget, Paper) and widget.document().idealWidth() > widget.viewport().width() + 1:
            found.append(f"the paper “{widget.accessibleName()}” is wider than its place")
    return found + _covered(window)


def _in_page(widget: QWidget) -> bool:
    around = widget.parentWidget()
    while around is not None:
        if type(around).__name__ in ("Paper", "RowList"):
            return False
        around = around.parentWidget()
    return True


def _cut(widget: QWidget) -> list[str]:
    if isinstance(widget, QLabel) and widget.text():
        needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
        if widget.height() < needed:
            return [f"“{widget.text()}” has {widget.height()} of {needed} pixels in height"]
        words = [word for word in widget.text().split() if len(word) < 24]  # a longer one may break
        longest = max((widget.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        if widget.width() < longest:
            return [f"“{widget.text()}” has {widget.width()} of {longest} pixels in width"]
    if isinstance(widget, QAbstractButton) and widget.text() and type(widget).__name__ not in ELIDES:
        has, needs = widget.size(), widget.sizeHint()
        if hasattr(widget, "narrowest") and has.width() < needs.width():  # its words go on several lines
            needs = QSize(widget.narrowest().width(), widget.heightForWidth(has.width()))
        if has.width() < needs.width() or has.height() < needs.height():
            return [f"button “{widget.text()}” has {has.toTuple()} of {needs.toTuple()}"]
    if isinstance(widget, QAbstractButton) and type(widget).__name__ in ELIDES:
        told = " ".join((name_of(widget), widget.accessibleDescription(), widget.toolTip()))
        return [] if widget.text() in told else [f"button “{widget.text()}” may be cut, and is told as “{told}”"]
    if isinstance(widget, QLineEdit) and widget.placeholderText() and not widget.text():
        return _placeholder_cut(widget)
    return []


def _placeholder_cut(box: QLineEdit) -> list[str]:
    has = hint_room(box)
    needs = box.fontMetrics().horizontalAdvance(box.placeholderText())
    return [f"box “{box.placeholderText()}” has {has} of {needs} pixels"] if has < needs else []


def _outside(widget: QWidget) -> list[str]:
    """What stands beyond the edge of the page it scrolls in, sideways, where no bar leads."""
    if not isinstance(widget, QLabel | QAbstractButton):
        return []
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QAbstractScrollArea):
        around = around.parentWidget()
    edge = around.viewport() if isinstance(around, QScrollArea) else widget.window()
    left = widget.mapTo(edge, QPoint(0, 0)).x() if edge.isAncestorOf(widget) else 0
    if left < 0 or left + widget.width() > edge.width():
        return [f"“{name_of(widget)}” stands from {left} to {left + widget.width()} of {edge.width()}"]
    return []


def _covered(window: QWidget) -> list[str]:
    """Words and buttons that share a parent must not lie over each other."""
    found = []
    pieces = [each for each in shown_widgets(window) if isinstance(each, QLabel | QAbstractButton) and _in_page(each)]
    for at, one in enumerate(pieces):
        for other in pieces[at + 1 :]:
            if one.parentWidget() is other.parentWidget() and one.geometry().intersects(other.geometry()):
                over = one.geometry().intersected(other.geometry())
                if over.width() > 1 and over.height() > 1 and QRect(one.rect()).isValid():
                    found.append(f"“{name_of(one)}” and “{name_of(other)}” lie over each other")
    return found
