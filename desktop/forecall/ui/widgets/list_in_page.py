"""A list in a page that scrolls: the two never show a bar each, however low the window is."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from forecall.ui.widgets.arranging import gap
from forecall.ui.widgets.row_list import RowList

_TALLEST = 16_000_000
"""Qt knows no taller widget; rows beyond are reached by key."""


class ListInPage(QWidget):
    """Holds a list, and keeps so much height for it.

    Where the page has that height, the list scrolls by itself and the page does not. Where it has not, the page
    scrolls as one: this place is as tall as all rows together, and the list, no taller than the window, goes along
    inside it and shows the rows that belong where it is. So the number of rows costs nothing.
    """

    def __init__(self, rows: RowList, least: str = "list") -> None:
        """``least`` names the height in ``measures.toml``."""
        super().__init__()
        self._rows = rows
        self._least = gap(least)
        self._page: QScrollArea | None = None
        self._whole = False
        self._placing = False
        rows.setParent(self)
        rows.laid_out.connect(self._arrange)
        rows.chosen.connect(self._on_chosen)
        rows.verticalScrollBar().valueChanged.connect(self._on_rows_scrolled)
        rows.viewport().installEventFilter(self)
        self.setMinimumHeight(self._least)
        self.setFocusProxy(rows)

    def showEvent(self, event: QShowEvent) -> None:
        """Find the page that it scrolls in."""
        super().showEvent(event)
        around = self.parentWidget()
        while self._page is None and around is not None:
            if isinstance(around, QScrollArea):
                self._page = around
                around.verticalScrollBar().valueChanged.connect(self._place)
                around.verticalScrollBar().rangeChanged.connect(self._arrange)
                for each in (around.viewport(), around.widget()):
                    if each is not None:
                        each.installEventFilter(self)
            around = around.parentWidget()
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight it keeps no room for rows."""
        super().hideEvent(event)
        self.setMinimumHeight(self._least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list goes along."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel turns the page where that scrolls as one; a page of another height is looked at again."""
        if event.type() == QEvent.Type.Resize and watched is not self._rows.viewport():
            self._arrange()
        elif event.type() == QEvent.Type.Wheel and watched is self._rows.viewport() and self._whole:
            if self._page is not None:
                QApplication.sendEvent(self._page.verticalScrollBar(), event)
            return True
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        """Choose who scrolls, by what stands above and beneath in the page."""
        content = self._page.widget() if self._page is not None else None
        if self._page is None or content is None or not content.isAncestorOf(self) or self._placing:
            self._place()
            return
        others = content.height() - self.height()
        if self.mapTo(content, QPoint(0, self.height())).y() > content.height():
            self._place()  # it has just grown, and the page has not yet
            return
        self._whole = others + self._least > self._page.viewport().height()
        never, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._rows.setVerticalScrollBarPolicy(never if self._whole else needed)
        rows = min(self._rows.contentsSize().height(), _TALLEST)
        self.setMinimumHeight(max(self._least, rows) if self._whole else self._least)
        self._place()

    def _place(self) -> None:
        if self._placing:
            return
        self._placing = True
        if self._whole and self._page is not None:
            tall = min(self._page.viewport().height(), self.height())
            above = -self.mapTo(self._page.viewport(), QPoint(0, 0)).y()
            top = max(0, min(above, self.height() - tall))
            self._rows.setGeometry(0, top, self.width(), tall)
            self._rows.verticalScrollBar().setValue(top)
        else:
            self._rows.setGeometry(self.rect())
        self._placing = False

    def _on_rows_scrolled(self, value: int) -> None:
        """The list went to a row by itself: the page goes there."""
        if self._whole and not self._placing and self._page is not None:
            self._page.verticalScrollBar().setValue(self._in_page(self, QPoint(0, value)))
            self._place()

    def _on_chosen(self, index: QModelIndex) -> None:
        if self._whole and self._page is not None and index.isValid() and self._rows.hasFocus():
            row = self._rows.visualRect(index)
            top = self._in_page(self._rows.viewport(), row.topLeft())
            for y in (top + row.height(), top):
                self._page.ensureVisible(0, y, 0, 0)

    def _in_page(self, widget: QWidget, point: QPoint) -> int:
        """How far down in the whole page a point of a widget is."""
        assert self._page is not None
        return widget.mapTo(self._page.viewport(), point).y() + self._page.verticalScrollBar().value()
