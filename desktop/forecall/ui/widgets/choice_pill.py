"""A pill that says what is picked and opens a menu of what else could be."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from forecall.ui.theme import colour, px, type_font
from forecall.ui.widgets.paint import panel, ringed, sign
from forecall.ui.widgets.spoken import Role
from forecall.ui.widgets.text import QuietButton


class ChoicePill(QuietButton):
    """``picked`` carries the key of the choice; the first choice is the one that narrows nothing."""

    spoken_role = Role.ButtonMenu

    picked = Signal(str)
    _height = 34

    def __init__(self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        """``choices`` are pairs of a key and the words that are shown."""
        self._name = name
        self._choices = tuple(choices)
        self._key = self._choices[0][0]
        super().__init__(self._choices[0][1], name=name, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)
        self._show_pick()

    def key(self) -> str:
        """The key that is picked."""
        return self._key

    def set_key(self, key: str) -> None:
        """Show another choice as picked, without a signal."""
        if key in dict(self._choices):
            self._key = key
            self._show_pick()

    def set_choices(self, choices: Sequence[tuple[str, str]], key: str) -> None:
        """Offer other choices."""
        self._choices = tuple(choices)
        self._key = key
        self._show_pick()

    def open_menu(self) -> None:
        """Open the menu beneath."""
        menu = QMenu(self)
        menu.setAccessibleName(self._name)
        menu.aboutToHide.connect(menu.deleteLater)
        for key, words in self._choices:
            action = menu.addAction(words.replace("&", "&&"))
            action.setData(key)
            action.setCheckable(True)
            action.setChecked(key == self._key)
            if key == self._key:
                menu.setActiveAction(action)
        menu.triggered.connect(self._on_triggered)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + px(4))))

    def sizeHint(self) -> QSize:
        """The words and the arrow."""
        width = QFontMetrics(type_font("body")).horizontalAdvance(self.text())
        return QSize(width + 2 * px(13) + px(20), px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill; one that narrows what is shown is in the colour of what is chosen."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        radius = rect.height() / 2
        narrows = self._key != self._choices[0][0]
        ring = self.ring_shown()
        if ring:
            rect, radius = ringed(painter, rect, radius)
        fill = "accent_soft" if narrows else "hover" if self._hovered else "surface"
        panel(painter, rect, radius, colour(fill), None if ring else colour("accent" if narrows else "strong_border"))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = QRectF(self.rect()).adjusted(px(29) if rtl else px(13), 0, -px(13) if rtl else -px(29), 0)
        painter.setFont(type_font("body"))
        painter.setPen(colour("accent" if narrows else "text"))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), self.text())
        arrow = QRectF(px(11) if rtl else self.width() - px(27), (self.height() - px(16)) / 2, px(16), px(16))
        sign(painter, "down", arrow, colour("accent" if narrows else "muted"))

    def _on_triggered(self, action: QAction) -> None:
        key = str(action.data())
        if key != self._key:
            self._key = key
            self._show_pick()
            self.picked.emit(key)

    def _show_pick(self) -> None:
        words = dict(self._choices).get(self._key, "")
        self.setText(words)
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()
