"""Tab goes where reading goes: through the widgets as they are in each other, which ``read_as_laid`` keeps in order.

Qt's own order is that of making. Rows and buttons that come with what was read from the journal would all be last in
it, and where they are put before something else by hand, its ring can part in two: Tab then never comes out of one.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QScrollArea, QTextEdit, QWidget

from forecall.ui.theme import px

_WHOLE = (QAbstractButton, QLineEdit, QTextEdit)


def go_on(window: QWidget, forward: bool) -> bool:
    """Put the keyboard on what comes next in the window, or on what came before; whether there is anything."""
    at = QApplication.focusWidget()
    everything = list(_all_in(window, at))
    if not forward:
        everything.reverse()
    here = everything.index(at) if at in everything else -1
    for widget in (*everything[here + 1 :], *everything[: max(here, 0)]):
        if _takes_tab(widget, window):
            widget.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
            _bring_into_sight(widget)
            return True
    return False


def _all_in(widget: QWidget, at: QWidget | None) -> Iterator[QWidget]:
    """Everything that is shown, and what has the keyboard, depth first, but for what boxes and buttons are made of.

    PySide6 keeps what it once gave out of a widget that Qt made, such as the bars of a box, while the window lives.
    """
    for child in widget.children():
        if not isinstance(child, QWidget):
            continue
        if child.isVisible() or (at is not None and (child is at or child.isAncestorOf(at))):  # it may just be hidden
            yield child
            if not isinstance(child, _WHOLE):
                yield from _all_in(child, at)


def _takes_tab(widget: QWidget, window: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    # What is in an open menu is a child too, in a window of its own.
    return takes and widget.isVisible() and widget.isEnabled() and widget.window() is window


def _bring_into_sight(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
            _bring_title_along(widget, around)
        around = around.parentWidget()


def _bring_title_along(widget: QWidget, area: QScrollArea) -> None:
    """Going back up, a box would come into sight without the question that it answers; where there is room, both do."""
    inner, bar, tall = area.widget(), area.verticalScrollBar(), area.viewport().height()
    used = widget.cursorRect().bottom() if isinstance(widget, QTextEdit) else widget.height()
    around = widget.parentWidget()
    while inner is not None and around is not None and inner.isAncestorOf(around):
        title = getattr(around, "title", None)
        if isinstance(title, QWidget) and title.isVisible():
            top = title.mapTo(inner, QPoint(0, 0)).y()
            room = tall - (widget.mapTo(inner, QPoint(0, used)).y() - top)
            if room >= 0 and top < bar.value() + min(room, px(12)):
                bar.setValue(top - min(room, px(12)))
        around = around.parentWidget()
