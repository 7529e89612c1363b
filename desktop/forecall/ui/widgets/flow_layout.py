"""A row that wraps."""

from typing import Any, Protocol

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import delete


class FlowLayout(QLayout):
    """Widgets side by side at the size they ask for, on as many lines as it takes; mirrors right to left."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6, line_spacing: int = 6) -> None:
        """``spacing`` between neighbours and ``line_spacing`` between lines, in pixels."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width: the layouts around it ask for several, again and again
        self._least: QSize | None = None
        self._line_spacing = line_spacing
        self.setSpacing(spacing)
        self.setContentsMargins(QMargins())
        self.destroyed.connect(lambda _gone=None, items=self._items: _let_go(items))

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at ``index``, if there is one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give the item at ``index`` away."""
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Fewer on a line means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines in this width."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Something in it wants another size."""
        self._forget()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The largest single item, with its words on as many lines as they can take."""
        if self._least is None:
            self._least = QSize()
            for item in self._items:
                self._least = self._least.expandedTo(_narrowest(item))
        return QSize(self._least)

    def _forget(self) -> None:
        self._heights.clear()
        self._least = None

    def _arrange(self, rect: QRect, move: bool) -> int:
        parent = self.parentWidget()
        rtl = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = y = line = 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            width = min(hint.width(), max(rect.width(), _narrowest(item).width()))
            height = hint.height() if width == hint.width() else max(hint.height(), _height_at(item, width))
            if x and x + width > rect.width():
                x, y, line = 0, y + line + self._line_spacing, 0
            if move:
                left = rect.right() + 1 - x - width if rtl else rect.left() + x
                _put(item, QRect(left, rect.top() + y, width, height))
            x += width + self.spacing()
            line = max(line, height)
        return y + line


class Narrowing(Protocol):
    """A widget whose words can go on several lines where there is no room for one."""

    def narrowest(self) -> QSize:
        """Room for its longest word."""
        ...

    def heightForWidth(self, width: int) -> int:
        """The height of all lines in this width."""
        ...


def _let_go(items: list[QLayoutItem]) -> None:
    """What a layout holds its widgets by is its own to delete."""
    while items:
        delete(items.pop())


def _narrowest(item: QLayoutItem) -> QSize:
    widget: Any = item.widget()
    return widget.narrowest() if hasattr(widget, "narrowest") else item.minimumSize()


def _put(item: QLayoutItem, place: QRect) -> None:
    """Qt would hold a widget of a fixed size to the one line that its size hint speaks of."""
    widget = item.widget()
    if widget is not None and hasattr(widget, "narrowest"):
        widget.setGeometry(place)
    else:
        item.setGeometry(place)


def _height_at(item: QLayoutItem, width: int) -> int:
    widget: Any = item.widget()
    return int(widget.heightForWidth(width)) if hasattr(widget, "narrowest") else 0
