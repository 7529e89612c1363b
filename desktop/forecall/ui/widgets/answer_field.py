"""The box a person writes in: plain words only, as tall as the words, settled shortly after each pause."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from forecall.ui.theme import colour, measure, px, type_font
from forecall.ui.widgets.box_words import (
    EDITED_LIMIT,
    PASTE_LIMIT,
    beginning_of,
    holdable,
    holds_markers,
    markers_told,
)
from forecall.ui.widgets.paint import TextBlock, laid_out, panel
from forecall.words import _

PAUSE_MS = 300
_TALLEST = 1 << 24  # pixels; as tall as Qt lets a widget be
LIMIT_MS = 800
_STILL_HERE = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)
"""Ways to lose the focus without going anywhere else."""


class AnswerField(QTextEdit):
    """A box for words. QTextEdit rather than QPlainTextEdit: only it can put air between the lines.

    ``settled`` carries the text a pause after typing stops, at the latest ``limit_ms`` after the first
    change that has not been carried yet, at ``flush()`` and when the focus leaves. ``edited`` comes at once
    with every change. ``moved_on`` is Enter in a short field. ``alt_enter``, where it is set, is asked first what
    Alt+Enter does, and says whether it did something.
    """

    settled = Signal(str)
    edited = Signal()
    refused = Signal(str)
    moved_on = Signal()
    arrived = Signal()  # the focus came, or went
    departed = Signal()
    restyled = Signal()  # another theme, or another size of the text

    def __init__(
        self,
        name: str,
        *,
        short: bool = False,
        lines: int = 0,
        placeholder: str = "",
        boxed: bool = True,
        pause_ms: int = PAUSE_MS,
        limit_ms: int = LIMIT_MS,
        parent: QWidget | None = None,
    ) -> None:
        """``lines`` is the height while empty: 3, or 1 when ``short``. In a row it is not ``boxed``."""
        super().__init__(parent)
        self._short = short
        self._boxed = boxed
        self._lines = lines or (1 if short else 3)
        self._loading = False
        self._unsettled = False
        self._too_long = False
        self._only_read = False  # because the journal is, whatever the words
        self.alt_enter: Callable[[], bool] | None = None
        self._given: tuple[str, str] = ("", "")  # what set_text was given, and how the document keeps it
        self._pause = self._timer(pause_ms)
        self._limit = self._timer(limit_ms)
        self.setAccessibleName(name)
        self._placeholder = placeholder
        self.setAccessibleDescription(placeholder)
        self._dress()
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_document_size_changed)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._fit()

    def text(self) -> str:
        """The words as they stand, every character of them."""
        raw = self._raw()
        given, kept = self._given
        return given if raw == kept else raw

    def set_text(self, text: str) -> None:
        """Show ``text`` without a signal; the cursor stays when the words are the same.

        Of what is too long to be changed here the beginning is shown; ``text()`` still gives all of it.
        """
        if text == self.text():
            return
        too_long = len(text) > EDITED_LIMIT
        if too_long is not self._too_long:
            self._too_long = too_long
            self.setReadOnly(self._only_read)
        self._stop()
        # In a box that was empty the person goes on after the words; otherwise the cursor stays where it is.
        position = len(text) if self.document().isEmpty() else self.textCursor().position()
        self._loading = True
        try:
            self.setUndoRedoEnabled(False)
            self.setPlainText(beginning_of(text) if too_long else text)
            self._air()
            self.setUndoRedoEnabled(True)
        finally:
            self._loading = False
        self._given = (text, self._raw())
        cursor = self.textCursor()
        cursor.setPosition(min(position, max(0, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)
        self._fit()

    def setReadOnly(self, ro: bool) -> None:
        """Take no words. A box whose words are too long takes none either way."""
        self._only_read = ro
        super().setReadOnly(ro or self._too_long)

    def flush(self) -> None:
        """Carry what has not been carried yet, at once."""
        if self._unsettled:
            self._stop()
            self.settled.emit(self.text())

    def discard(self) -> None:
        """Let go of what has not been carried: it is to be removed."""
        self._stop()

    def unsettled(self) -> bool:
        """Whether there are words that ``settled`` has not carried yet."""
        return self._unsettled

    def set_name(self, name: str) -> None:
        """Be called something else by a screen reader."""
        self.setAccessibleName(name)

    def set_placeholder(self, words: str) -> None:
        """Show other words while the box is empty."""
        self._placeholder = words
        self.setAccessibleDescription(words)
        self._fit()
        self.viewport().update()

    def insert_words(self, text: str) -> None:
        """Put words where the cursor is, as if typed: they can be undone and are settled."""
        self._insert(text)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # what Qt asks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leaves a short field; Escape and Ctrl+Enter belong to the page."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if enter and control:
            event.ignore()
        elif enter and alt and self.alt_enter is not None and self.alt_enter():
            event.accept()
        elif enter and self._short:
            self.flush()
            self.moved_on.emit()
        elif enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            # Qt's own Enter would take the air away from an empty paragraph instead of adding one.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        elif holds_markers(event.text()):
            self.refused.emit(markers_told())
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Words that come through an input method; what cannot be held is told of."""
        if holds_markers(event.commitString()):
            event.setCommitString(holdable(event.commitString()))
            self.refused.emit(markers_told())
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()
        self.arrived.emit()

    def event(self, event: QEvent) -> bool:
        """Keys that the box has no use for are the window's: undo, once the typing here is taken back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            undo_spent = event.matches(QKeySequence.StandardKey.Undo) and not document.isUndoAvailable()
            redo_spent = event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable()
            if undo_spent or redo_spent:
                event.ignore()
                return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing stays behind when the person goes elsewhere."""
        self.flush()
        super().focusOutEvent(event)
        if event.reason() not in _STILL_HERE:
            # What was typed here is one act of the journal by now; undoing it is not this box's to do any more.
            self.document().clearUndoRedoStacks()
        self.viewport().update()
        self.departed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, never the box."""
        event.ignore()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words only."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the plain words, if they are not far too many."""
        text = source.text()
        selected = abs(self.textCursor().selectionEnd() - self.textCursor().selectionStart())
        if len(text) > PASTE_LIMIT or len(text) + self.document().characterCount() - selected > EDITED_LIMIT:
            self.refused.emit(_("That is more than one answer can hold. Paste the part that matters."))
        elif text:
            self._insert(text)
            self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the plain words, nothing about how they look."""
        data = QMimeData()
        selected = self.textCursor().selectedText()
        data.setText(selected.replace("\u2029", "\n"))
        return data

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, then the words."""
        if self._boxed:
            self._paint_box()
        if self._placeholder and self.document().isEmpty():
            at = QPointF(self._margins[0], self._margins[1] - self._line_air() / 2)
            self._placeholder_block().draw(QPainter(self.viewport()), at, colour("muted"))
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tall as the words in the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text and the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
            self._fit()
            self.restyled.emit()

    # within

    def _insert(self, text: str) -> None:
        if self.isReadOnly():
            return
        self.textCursor().insertText(holdable(text))
        if holds_markers(text):
            self.refused.emit(markers_told())

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.flush)
        return timer

    def _dress(self) -> None:
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.setFont(type_font("body"))
        self.setCursorWidth(2)
        self.document().setDocumentMargin(0)
        # The air under each line also stands under the last one: the lower margin is smaller by as much.
        side, air = (px(14), self._line_air()) if self._boxed else (0, self._line_air())
        vertical = px(11) if self._boxed else px(4)
        self.setViewportMargins(0, 0, 0, 0)
        self._margins = (side, vertical + air // 2, side, max(0, vertical - air // 2))
        self._loading = True
        try:
            self.setUndoRedoEnabled(False)
            self._air()
            self.setUndoRedoEnabled(True)
        finally:
            self._loading = False

    def _line_air(self) -> int:
        line = round(px(measure("type:body")) * measure("line:body"))
        return max(0, line - QFontMetrics(self.font()).height())

    def _air(self) -> None:
        """Give every paragraph air between its lines, and the document its margins."""
        left, top, right, bottom = self._margins
        frame = self.document().rootFrame().frameFormat()
        frame.setLeftMargin(left)
        frame.setTopMargin(top)
        frame.setRightMargin(right)
        frame.setBottomMargin(bottom)
        self.document().rootFrame().setFrameFormat(frame)
        paragraph = QTextBlockFormat()
        paragraph.setLineHeight(self._line_air(), QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(paragraph)

    def _raw(self) -> str:
        return self.document().toRawText().replace("\u2029", "\n")

    def _stop(self) -> None:
        self._pause.stop()
        self._limit.stop()
        self._unsettled = False

    def _on_text_changed(self) -> None:
        if self._loading:
            return
        if holds_markers(self._given[0]) and self._raw() != self._given[1]:
            self._given = ("", "")  # they came from elsewhere, and go with this change
            self.refused.emit(markers_told())
        self._unsettled = True
        self._pause.start()
        if not self._limit.isActive():
            self._limit.start()
        self.edited.emit()

    def _on_document_size_changed(self, size: QSizeF) -> None:
        self._fit()

    def _on_scrolled(self, value: int) -> None:
        if value:
            self.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        """As tall as the words, and never less than the lines it begins with."""
        _left, top, _right, bottom = self._margins
        line = QFontMetrics(self.font()).height() + self._line_air()
        height = top + bottom + line * self._lines
        if self.document().isEmpty():
            if self._placeholder:
                height = max(height, top + bottom + self._placeholder_block().height)
        else:
            height = max(height, int(self.document().size().height() + 0.99))
        height = min(height, self._tallest())
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def _tallest(self) -> int:
        """How tall the box may grow; here as tall as it likes."""
        return _TALLEST

    def _placeholder_block(self) -> TextBlock:
        left, _top, right, _bottom = self._margins
        room = max(px(40), self.viewport().width() - left - right)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return laid_out(self._placeholder, self.font(), measure("line:body"), room, rtl)

    def _paint_box(self) -> None:
        painter = QPainter(self.viewport())
        rect, radius = QRectF(self.viewport().rect()), measure("radius:field")
        if self.hasFocus():
            panel(painter, rect, radius, colour("surface"), colour("focus"), 2.0)
        else:
            edge = "strong_border" if self.isEnabled() else "border"
            panel(painter, rect, radius, colour("surface"), colour(edge))
