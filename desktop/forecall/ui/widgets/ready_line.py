"""Words that stand ready in an empty box: one key takes them over, to be changed like any text."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.text import LinkButton
from forecall.words import _

GAP = "…"
"""Stands in ready words where the person's own belong; it is picked out when they are taken over."""


class ReadyLine(QObject):
    """Looks after one box. The arrow that leads on in reading takes the words over, and so does ``button``."""

    def __init__(self, field: AnswerField, words: str = "", title: str = "", label: str = "") -> None:
        """``title`` names the line for a screen reader, ``label`` stands on the button."""
        super().__init__(field)
        self._field = field
        self._words = ""
        self.button = LinkButton(label or _("Use and change"), key="→", quiet=True, parent=field.parentWidget())
        self.button.setAccessibleName(_("Use and change: {line}").format(line=title or field.accessibleName()))
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the box itself has the key for it
        self.button.clicked.connect(self.take)
        field.installEventFilter(self)
        field.textChanged.connect(self._show)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Have other words ready, or none."""
        if words != self._words:
            self._words = words
            self._field.set_placeholder(words)
            if words:
                self._field.setAccessibleDescription(
                    _("Ready to use: {words} The right arrow takes it over.").format(words=words)
                )
        self._show()

    def take(self) -> None:
        """Put the ready words into the box, as if they had been typed."""
        if not self._words or not self._field.document().isEmpty():
            return
        self._field.insert_words(self._words)
        gap = self._words.find(GAP)
        if gap >= 0 and not self._words.endswith(GAP):
            cursor = self._field.textCursor()
            cursor.setPosition(gap)
            cursor.setPosition(gap + len(GAP), QTextCursor.MoveMode.KeepAnchor)
            self._field.setTextCursor(cursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow has nothing else to do in an empty box."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._words:
            on = Qt.Key.Key_Left if self._field.isRightToLeft() else Qt.Key.Key_Right
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if event.key() == on and plain and self._field.document().isEmpty():
                self.take()
                return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        self.button.setVisible(bool(self._words) and self._field.document().isEmpty())
