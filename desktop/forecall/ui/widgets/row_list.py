"""A list of rows: Enter or a click opens one, and a button at its end, or the menu key, says what else can be done."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from forecall.ui.theme import colour, px
from forecall.ui.widgets.paint import panel
from forecall.ui.widgets.spoken import Role
from forecall.words import _

Index = QModelIndex | QPersistentModelIndex


class RowList(QListView):
    """``opened`` and ``menu_asked`` carry an index; the latter also where on the screen the menu belongs."""

    opened = Signal(QModelIndex)
    menu_asked = Signal(QModelIndex, QPoint)
    delete_asked = Signal(QModelIndex)
    chosen = Signal(QModelIndex)  # the current row is another one
    laid_out = Signal()  # the rows have their places, and the bar its range

    def __init__(self, name: str, *, more: bool = False, click_opens: bool = True, uniform: bool = True) -> None:
        """``more`` shows the button at the end of the row that is pointed at or current.

        Rows that are not ``uniform`` cost time for each: hand them out in pages.
        """
        super().__init__()
        self.setAccessibleName(name)
        self._click_opens = click_opens
        self._pointed = QModelIndex()
        self._to_end = False  # on the way to the last row, however many are still to be read
        self.setUniformItemSizes(uniform)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalScrollBar().setSingleStep(px(24))
        self.more = MoreButton(self.viewport()) if more else None
        if self.more is not None:
            self.more.clicked.connect(self._on_more)
            self.verticalScrollBar().valueChanged.connect(self._place_more)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say that another row is current."""
        super().currentChanged(current, previous)
        self._place_more()
        self.chosen.emit(current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete asks for it; everything else walks the list."""
        index = self.currentIndex()
        self._to_end = event.key() == Qt.Key.Key_End
        if index.isValid() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.opened.emit(index)
                return
            if event.key() == Qt.Key.Key_Delete:
                self.delete_asked.emit(index)
                return
        super().keyPressEvent(event)
        if self._to_end:
            self._go_to_end()

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        """More rows were read: whoever pressed End goes on to the last of them."""
        super().rowsInserted(parent, start, end)
        if self._to_end:
            QTimer.singleShot(0, self, self._go_to_end)

    def updateGeometries(self) -> None:
        """Say that the rows have their places."""
        super().updateGeometries()
        self.laid_out.emit()

    def begin(self) -> None:
        """Rows have come: with the keyboard on the list, one of them is current, so that the next key has an object."""
        if self.hasFocus() and not self.currentIndex().isValid():
            self._choose_first()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by key, begin at the first row."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and not self.currentIndex().isValid():
            self._choose_first()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes where it points, and ends the way to the end."""
        self._to_end = False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a row opens it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if self._click_opens and event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.opened.emit(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The button follows the mouse."""
        super().mouseMoveEvent(event)
        self._pointed = self.indexAt(event.position().toPoint())
        self._place_more()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Point at a row."""
        super().enterEvent(event)
        self._place_more()

    def leaveEvent(self, event: QEvent) -> None:
        """Point at none; the button goes back to the current row."""
        super().leaveEvent(event)
        self._pointed = QModelIndex()
        self._place_more()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row under the mouse, or of the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            at = self.visualRect(index).bottomLeft() if by_key else event.pos()
            self.menu_asked.emit(index, self.viewport().mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the end."""
        super().resizeEvent(event)
        self._place_more()

    def _choose_first(self) -> None:
        model = self.model()
        for row in range(model.rowCount()):
            if model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsSelectable:
                self.setCurrentIndex(model.index(row, 0))
                return

    def _go_to_end(self) -> None:
        model = self.model()
        if not self._to_end or not model.rowCount():
            return
        self._to_end = model.canFetchMore(QModelIndex())
        if self._to_end and hasattr(model, "fetch_rest"):
            # More at once than whoever scrolls wants to wait for, and before Qt asks for a few at the last row.
            model.fetch_rest()
        elif self._to_end:
            model.fetchMore(QModelIndex())
        self.setCurrentIndex(model.index(model.rowCount() - 1, 0))

    def _target(self) -> QModelIndex:
        return self._pointed if self._pointed.isValid() else self.currentIndex()

    def _place_more(self) -> None:
        if self.more is None:
            return
        index = self._target()
        self.more.setVisible(index.isValid())
        if not index.isValid():
            return
        rect = self.visualRect(index)
        size = self.more.sizeHint()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = rect.left() + px(8) if rtl else rect.right() - size.width() - px(8)
        self.more.setGeometry(left, rect.center().y() - size.height() // 2, size.width(), size.height())
        self.more.set_row(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))

    def _on_more(self) -> None:
        index = self._target()
        if index.isValid() and self.more is not None:
            self.menu_asked.emit(index, self.more.mapToGlobal(QPoint(0, self.more.height())))


class MoreButton(QAbstractButton):
    """Three dots at the end of a row."""

    spoken_role = Role.ButtonMenu

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("More"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_row(self, row: str) -> None:
        """Belong to another row."""
        name = _("More: {row}").format(row=row)
        if name != self.accessibleName():
            self.setAccessibleName(name)
            self.setToolTip(_("More (menu key)"))

    def sizeHint(self) -> QSize:
        """A square that a finger can hit."""
        return QSize(px(30), px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dots."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            panel(painter, rect, px(6), colour("surface"), colour("border"))
        if self.hasFocus():
            panel(painter, rect, px(6), None, colour("focus"), 2.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("text" if self.underMouse() else "muted"))
        for step in (-1, 0, 1):
            centre = rect.center()
            painter.drawEllipse(QPointF(centre.x() + step * px(6), centre.y()), px(3) / 2, px(3) / 2)
