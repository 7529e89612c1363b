"""How pages and dialogs are laid out: margins and sizes have their names here, so that no page has any of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QBoxLayout,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from forecall.ui.theme import measure, px
from forecall.ui.widgets.arranging import gap, stacked

Part = QWidget | QLayout


def space(name: str) -> int:
    """A distance by its name in ``measures.toml`` (``section``, ``part``…), in pixels; it grows with the text."""
    return gap(name)


def leave(column: QBoxLayout, name: str) -> None:
    """Leave room of that name before what comes next."""
    column.addSpacing(space(name))


def page_column(
    *parts: Part, grows: Part | None = None, below: str = "below", parent: QWidget | None = None
) -> QVBoxLayout:
    """The parts of a page that does not scroll as a whole, with the margins of a page; ``grows`` takes what is left."""
    column = stacked(*parts, steps="close", parent=parent)
    column.setContentsMargins(space("side"), space("above"), space("side"), space(below))
    return _growing(column, parts, grows)


def list_column(
    *parts: Part, grows: Part | None = None, below: str = "below", parent: QWidget | None = None
) -> QVBoxLayout:
    """The parts of a list beside what is chosen in it: nothing at the side where that stands."""
    column = page_column(*parts, grows=grows, parent=parent)
    column.setContentsMargins(space("side"), space("above"), 0, space(below))
    return column


def filled(*parts: Part, grows: Part | None = None, parent: QWidget | None = None) -> QVBoxLayout:
    """The parts one below the other from edge to edge."""
    return _growing(stacked(*parts, steps=0, parent=parent), parts, grows)


def filled_beside(*parts: Part, grows: Part | None = None, parent: QWidget | None = None) -> QHBoxLayout:
    """The parts side by side from edge to edge."""
    row = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    for part in parts:
        if isinstance(part, QWidget):
            row.addWidget(part)
        else:
            row.addLayout(part)
    if grows is not None:
        row.setStretch(parts.index(grows), 1)
    return row


def head_row(lead: QWidget, *ends: QWidget, parent: QWidget) -> QHBoxLayout:
    """What stands above a page that is all one document."""
    row = QHBoxLayout(parent)
    row.setContentsMargins(space("side"), space("head"), space("side"), space("close"))
    row.setSpacing(space("part"))
    row.addWidget(lead, 1)
    for end in ends:
        row.addWidget(end)
    return row


def closed_below(column: QBoxLayout) -> QBoxLayout:
    """The same column, with room after its last part for what comes next."""
    column.setContentsMargins(0, 0, 0, space("after"))
    return column


def key_grid(rows: Sequence[tuple[QWidget, QWidget]]) -> QGridLayout:
    """Words and what belongs to them at the end of their line."""
    grid = QGridLayout()
    grid.setColumnStretch(0, 1)
    grid.setVerticalSpacing(space("line"))
    for row, (words, end) in enumerate(rows):
        grid.addWidget(words, row, 0)
        grid.addWidget(end, row, 1)
    return grid


def end_in_line(foot: QWidget, scroll: QAbstractScrollArea | None) -> None:
    """Have what stands beneath something that scrolls end in line with it, its bar left out; within it, as it is."""
    bar = scroll.verticalScrollBar() if scroll is not None else None
    beside = bar.sizeHint().width() if bar is not None and bar.maximum() > 0 else 0
    rtl = foot.layoutDirection() == Qt.LayoutDirection.RightToLeft
    foot.setContentsMargins(beside if rtl else 0, 0, 0 if rtl else beside, 0)


# dialogs


def dialog_column(dialog: QDialog, *parts: Part, grows: Part | None = None, between: str = "part") -> QVBoxLayout:
    """All of a dialog, with the margins of one."""
    column = stacked(*parts, steps=between, parent=dialog)
    column.setContentsMargins(*(space("dialog"),) * 4)
    return _growing(column, parts, grows)


def dialog_foot(*parts: Part, parent: QWidget) -> QVBoxLayout:
    """The foot of a dialog that scrolls as a page does."""
    column = stacked(*parts, parent=parent)
    column.setContentsMargins(space("side"), space("small"), space("side"), space("below"))
    return column


def size_dialog(dialog: QDialog, name: str) -> None:
    """Open a dialog at the size of that name, or as large as the screen."""
    wanted = QSize(gap(measure(f"dialog:{name}_width")), gap(measure(f"dialog:{name}_height")))
    dialog.resize(wanted.boundedTo(dialog.screen().availableSize()))


def fit_dialog(dialog: QDialog, column: QVBoxLayout) -> None:
    """As tall as its words. A dialog asks its layout for a height without telling it the width, and cuts words."""
    width = min(gap(measure("dialog:width")), dialog.screen().availableSize().width())
    dialog.resize(width, column.totalHeightForWidth(width))
    dialog.setMinimumHeight(dialog.height())


# what there is room for


def lower_than(widget: QWidget, height: int) -> bool:
    """Whether a widget is lower than so many pixels at 100 %."""
    return widget.height() < px(height)


def narrower_than(widget: QWidget, width: int) -> bool:
    """Whether a widget is narrower than so many pixels at 100 %."""
    return widget.width() < px(width)


def elided(widget: QWidget, words: str, width: int) -> str:
    """The words, cut to ``width`` pixels at 100 % in the widget's font."""
    return widget.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, px(width))


class PaperPlace(QWidget):
    """Where a document stands beside what it is chosen with; alone, it gets the margin of a page at both sides."""

    def __init__(self, paper: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = stacked(paper, parent=self)
        self.stand_alone(False)

    def stand_alone(self, alone: bool) -> None:
        """Whether nothing stands beside it."""
        self._column.setContentsMargins(space("side") if alone else 0, space("above"), space("side"), space("part"))


def _growing(column: QVBoxLayout, parts: tuple[Part, ...], grows: Part | None) -> QVBoxLayout:
    if grows is not None:
        column.setStretch(parts.index(grows), 1)
    return column
