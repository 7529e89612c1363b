"""How parts of a page stand to each other: gaps on the grid, columns that fold, rows with an end."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import delete

from forecall.ui.theme import colour, measure, px
from forecall.ui.widgets.flow_layout import FlowLayout
from forecall.ui.widgets.spoken import Role
from forecall.ui.widgets.text import Label

_ROUNDS = 4


def gap(steps: float | str) -> int:
    """A distance in steps of the grid, or by its name in ``measures.toml``, in pixels; it grows with the text."""
    if isinstance(steps, str):
        steps = 0 if steps == "nothing" else measure(f"space:{steps}")
    return px(measure("space:step") * steps)


def breadth(width: float | str) -> int:
    """A width at 100 %, in pixels or by its name in ``measures.toml``, in pixels that grow with the text."""
    return px(measure(f"width:{width}") if isinstance(width, str) else width)


def stacked(*parts: QWidget | QLayout, steps: float | str = 1, parent: QWidget | None = None) -> QVBoxLayout:
    """The parts one below the other, without a margin."""
    layout = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap(steps))
    _fill(layout, parts)
    return layout


def beside(*parts: QWidget | QLayout, steps: float | str = 2, parent: QWidget | None = None) -> QHBoxLayout:
    """The parts side by side, without a margin."""
    layout = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap(steps))
    _fill(layout, parts)
    return layout


class Bar(QWidget):
    """Buttons and the like side by side, on as many lines as it takes."""

    def __init__(self, *widgets: QWidget, steps: float | str = 1.5, parent: QWidget | None = None) -> None:
        """``steps`` of the grid between neighbours."""
        super().__init__(parent)
        self._flow = FlowLayout(self, gap(steps), gap(0.5))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self._flow.addWidget(widget)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end."""
        self._flow.addWidget(widget)


class Columns(QWidget):
    """Equal columns where there is room for them, else one below the other."""

    def __init__(
        self, *widgets: QWidget, least: float | str = 600, steps: float | str = 5, parent: QWidget | None = None
    ) -> None:
        """``least`` is the width in pixels at 100 %, or its name, from which the columns stand side by side."""
        super().__init__(parent)
        self._least = least
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap(steps))
        self._widgets = widgets
        for widget in widgets:
            self._box.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        """The columns can fold, so that the widest one is the least."""
        width = max((each.minimumSizeHint().width() for each in self._widgets), default=0)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        wide = event.size().width() >= breadth(self._least)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)


class Scrolling(QScrollArea):
    """Lets what it holds scroll when there is not even room for the least of it."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        """``content`` takes all the room there is."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(content)
        content.setAutoFillBackground(False)  # QScrollArea has just set it


class EndRow(QWidget):
    """Words with something before and something after them, which goes beneath where there is little room."""

    def __init__(
        self,
        words: QWidget,
        ends: Iterable[QWidget] = (),
        *,
        lead: QWidget | None = None,
        line: bool = False,
        centred: bool = False,
        steps: float | str = 0.75,
        least: float | str = 150,
        parent: QWidget | None = None,
    ) -> None:
        """``line`` draws a hairline beneath; ``least`` is the width that the words need beside the rest.

        First lines stand on one height, unless the ends are ``centred`` beside taller words.
        """
        super().__init__(parent)
        ends = tuple(ends)
        self._line = line
        self._least = least
        self._centred = centred
        outer = beside(steps=1, parent=self)
        outer.setContentsMargins(0, gap(steps), 0, gap(steps))
        tallest = max((_line_height(each) for each in (words, lead, *ends) if each is not None), default=0)
        self._lead = lead
        if lead is not None:
            outer.addWidget(_lowered(lead, tallest), 0, Qt.AlignmentFlag.AlignTop)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.addWidget(_lowered(words, tallest), 1)
        self._words = words
        self._tail = Bar(*(_lowered(end, tallest) for end in ends))
        self._box.addWidget(self._tail)
        outer.addLayout(self._box, 1)
        self._fold(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is at the end beneath when the words would have too little room."""
        super().resizeEvent(event)
        lead = self._lead.sizeHint().width() + gap(1) if self._lead is not None else 0
        left = event.size().width() - lead - self._tail.sizeHint().width() - gap(1.5)
        self._fold(left < breadth(self._least))

    def minimumSizeHint(self) -> QSize:
        """What is at the end can go beneath, so that the wider of the two is the least."""
        lead = self._lead.sizeHint().width() + gap(1) if self._lead is not None else 0
        width = max(self._words.minimumSizeHint().width(), self._tail.minimumSizeHint().width())
        return QSize(lead + width, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline."""
        if self._line:
            QPainter(self).fillRect(QRectF(0, self.height() - 1, self.width(), 1), colour("border"))

    def _fold(self, beneath: bool) -> None:
        aside = Qt.AlignmentFlag.AlignVCenter if self._centred else Qt.AlignmentFlag.AlignTop
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if beneath else QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(gap(1.5) if self._centred or not beneath else gap(0.25))
        self._box.setAlignment(self._tail, Qt.AlignmentFlag.AlignLeft if beneath else aside)


class Foot(QWidget):
    """What stays at the foot of a page; a hairline above it says that the page goes on beneath."""

    def __init__(self, content: QWidget, scroll: QAbstractScrollArea, parent: QWidget | None = None) -> None:
        """``scroll`` is what stands above."""
        super().__init__(parent)
        self._bar = scroll.verticalScrollBar()
        self._bar.rangeChanged.connect(self._on_range_changed)
        layout = stacked(content, parent=self)
        layout.setContentsMargins(gap(5), gap(1), gap(5), gap(2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline."""
        if self._bar.maximum() > 0:
            QPainter(self).fillRect(QRectF(0, 0, self.width(), 1), colour("border"))

    def _on_range_changed(self) -> None:
        self.update()


class Section(QWidget):
    """A small heading and what stands under it; ``column`` takes more."""

    spoken_role = Role.Grouping

    def __init__(
        self, title: str, *parts: QWidget | QLayout, steps: float | str = 0.5, parent: QWidget | None = None
    ) -> None:
        """``steps`` of the grid between the parts."""
        super().__init__(parent)
        self.setAccessibleName(title)
        self.title = Label(title, "label")
        self.column = stacked(self.title, *parts, steps=steps, parent=self)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let go of it, also of what the layout held it by: nobody else does."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if inner is None:
            delete(item)
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()


def read_as_laid(layout: QLayout) -> None:
    """Have a screen reader, which knows the order in which parts were made, read them in the order they stand in."""
    for index in range(layout.count()):
        item = layout.itemAt(index)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            widget.raise_()
        elif inner is not None:
            read_as_laid(inner)


def show_now(*parts: QWidget) -> None:
    """Show parts that were just put into a layout, in their places, before anything is painted.

    Left to itself Qt shows them a round later, and words that wrap ask for their height only once they know their
    width: the first picture would show them squeezed.
    """
    for part in parts:
        part.show()
    for _round in range(_ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def _fill(layout: QBoxLayout, parts: Iterable[QWidget | QLayout]) -> None:
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)


def _line_height(widget: QWidget) -> int:
    """The height of the first line of what stands in a row; nothing where it is no single line."""
    if isinstance(widget, Label):
        return px(measure("type:body") * measure("line:body"))
    return widget.sizeHint().height() if isinstance(widget, QAbstractButton) else 0


def _lowered(widget: QWidget, tallest: int) -> QWidget:
    """The widget, lowered so that its first line meets that of the tallest one in its row."""
    own = _line_height(widget)
    if not own or own == tallest:
        return widget
    holder = QWidget()
    layout = stacked(widget, parent=holder)
    layout.setContentsMargins(0, (tallest - own) // 2, 0, 0)
    layout.addStretch(1)
    return holder
