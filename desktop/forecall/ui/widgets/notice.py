"""Something a person should know: what happened, what is safe, and one thing to do about it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from forecall.ui.theme import colour, measure, px
from forecall.ui.widgets.announcing import announce
from forecall.ui.widgets.paint import panel
from forecall.ui.widgets.sign_button import SignButton
from forecall.ui.widgets.spoken import Role
from forecall.ui.widgets.text import Label, LinkButton
from forecall.words import _


class Notice(QFrame):
    """A quiet band; ``caution`` makes it amber. Hidden until it has something to say."""

    spoken_role = Role.AlertMessage

    acted = Signal()
    dismissed = Signal()

    def __init__(
        self,
        happened: str = "",
        safe: str = "",
        action: str = "",
        *,
        caution: bool = False,
        key: str = "",
        closable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """``happened`` and ``safe`` are a sentence each, ``action`` the words of the button."""
        super().__init__(parent)
        self._caution = caution
        self._told = ""
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(px(14), px(10), px(44), px(10))  # the cross stands in the margin
        row.setSpacing(px(6))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        self._happened = Label(happened, "body")
        self._safe = Label(safe, "muted")
        words.addWidget(self._happened)
        words.addWidget(self._safe)
        row.addLayout(words, 1)
        self.button = LinkButton(action, key=key)
        self.button.clicked.connect(self.acted)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._close = SignButton("cross", _("Close this notice"), parent=self)
        self._close.clicked.connect(self._on_close)
        self._close.setHidden(not closable)
        for each in (self.button, self._close):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard in the box that is written in
        self.say(happened, safe, action, caution)

    def say(self, happened: str, safe: str = "", action: str = "", caution: bool = False) -> None:
        """Say something else; nothing at all hides it."""
        self._caution = caution
        self._happened.setText(happened)
        self._safe.setText(safe)
        self._safe.setVisible(bool(safe))
        # On amber the quiet colour would be too quiet to read.
        self._safe.set_ink("text" if caution else "muted")
        self.button.set_words(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(" ".join(part for part in (happened, safe) if part))
        # Shown before it has a parent it would be a window of its own.
        if self.parentWidget() is not None or not happened:
            self.setVisible(bool(happened))
        self.update()
        if self.isVisible():
            self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """Say it to who listens, now that it stands in the window; once, although the page may come and go."""
        super().showEvent(event)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the button stands below the words."""
        super().resizeEvent(event)
        wide = self.width() >= px(400)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        side = self._close.sizeHint()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = px(8) if rtl else self.width() - side.width() - px(8)
        self._close.setGeometry(left, px(8), side.width(), side.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the band."""
        fill = colour("caution_soft" if self._caution else "accent_soft")
        panel(QPainter(self), QRectF(self.rect()), measure("radius:field"), fill)

    def _tell(self) -> None:
        words = self.accessibleName()
        if words != self._told:
            self._told = words
            announce(self, words, at_once=self._caution)

    def _on_close(self) -> None:
        self.hide()
        self.dismissed.emit()
