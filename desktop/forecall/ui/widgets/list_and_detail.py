"""A list beside what is chosen in it; where there is little room, one or the other."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from forecall.ui.theme import px
from forecall.ui.widgets.arranging import Bar, breadth, gap, stacked
from forecall.ui.widgets.text import LinkButton


class ListAndDetail(QWidget):
    """``back_asked`` comes from the button above the detail, which is there only while the list has no room.

    Where one takes the place of the other, the keyboard goes along.
    """

    back_asked = Signal()
    folded = Signal(bool)  # whether only one of the two has room now

    def __init__(
        self,
        listing: QWidget,
        detail: QWidget,
        back: str,
        *,
        keys: tuple[QWidget, QWidget] | None = None,
        least: float | str = 640,
        parent: QWidget | None = None,
    ) -> None:
        """``back`` are the words of the button; ``keys`` the widgets that the keyboard goes to in each of the two.

        ``least`` is the width from which both are shown.
        """
        super().__init__(parent)
        self._least = least
        self._keys = keys
        self._listing = listing
        self._chosen = False
        self._back = LinkButton(f"‹ {back}", name=back)
        self._back.clicked.connect(self.back_asked)
        self._holder = QWidget()
        self._above = QWidget()
        above = stacked(Bar(self._back), parent=self._above)
        above.setContentsMargins(gap(5), gap(2), gap(5), 0)
        column = stacked(self._above, detail, steps=0, parent=self._holder)
        column.setStretch(1, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap(3))
        self._row.addWidget(listing, 2)
        self._row.addWidget(self._holder, 3)
        self._arrange(10 * breadth(self._least))

    @property
    def is_folded(self) -> bool:
        """Whether only one of the two has room."""
        return not self._above.isHidden()

    def focus_shown(self) -> None:
        """Put the keyboard on the list, or into the detail where that is all there is room for."""
        if self._keys is not None:
            self._keys[1 if self.is_folded and self._chosen else 0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_chosen(self, chosen: bool) -> None:
        """Whether something is chosen, so that the detail comes first where only one has room."""
        self._chosen = chosen
        self._arrange(self.width())

    def minimumSizeHint(self) -> QSize:
        """One of the two must fit."""
        return QSize(px(240), px(160))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both or one."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def _arrange(self, width: int) -> None:
        both = width >= breadth(self._least)
        turns = self._above.isHidden() != both
        alone = not both and not self._chosen
        self._row.setContentsMargins(0, 0, gap(5) if alone else 0, 0)
        at = QApplication.focusWidget()
        goes = self._holder if alone else self._listing
        takes_keys = self._keys is not None and not both and at is not None and goes.isAncestorOf(at)
        if takes_keys and at is not None:
            at.clearFocus()  # else Qt would put it anywhere in the window
        self._listing.setVisible(both or not self._chosen)
        self._holder.setVisible(both or self._chosen)
        self._above.setVisible(not both)
        if takes_keys:
            self.focus_shown()
        if turns:
            self.folded.emit(not both)
