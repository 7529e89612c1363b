"""A document on the screen, in the colours of the theme; nothing in it can open a file or reach a server."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from forecall.exchange.write.html import Measure, running_html, sheet_html
from forecall.exchange.write.pdf import INDENT, InertDocument
from forecall.exchange.write.whole_call import WholeCall
from forecall.journal.call_sheet import CallSheet
from forecall.journal.summary import Summary
from forecall.ui.theme import colour, px
from forecall.ui.widgets.paint import ring_within

_TOKENS = ("text", "muted", "accent", "border")
LONGEST = 20_000
"""Characters of one text on the screen: a longer one would hold the window up. Files and paper have all of it."""

_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
_COMES_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class Paper(QTextBrowser):
    """Shows a call sheet, a summary or a whole call; follows the theme and the size of the text."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._led = False  # whether somebody went here key by key
        self.setAccessibleName(name)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._shown: CallSheet | Summary | WholeCall | None = None
        self._narrow = False

    def show_sheet(self, sheet: CallSheet, *, narrow: bool = False) -> None:
        """Show a call sheet, in one column when ``narrow``."""
        self._shown, self._narrow = _shortened(sheet), narrow
        self._set()

    def show_document(self, document: Summary | WholeCall) -> None:
        """Show a running text."""
        self._shown = _shortened(document)
        self._set()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the document and, where somebody went to it by keyboard, a ring; a page that opens with it has none."""
        super().paintEvent(event)
        if self.hasFocus() and self._led:
            ring_within(QPainter(self.viewport()), QRectF(self.viewport().rect()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        if event.reason() not in _COMES_BACK:
            self._led = event.reason() in _BY_KEY
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a theme that has just been put on."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._set()

    def _set(self) -> None:
        if self._shown is None:
            return
        colours = {token: colour(token).name() for token in _TOKENS}
        scale = px(100) / 100
        document = InertDocument(self)
        document.setDocumentMargin(px(16 if self._narrow else 40))
        document.setDefaultFont(self.font())
        document.setUndoRedoEnabled(False)
        document.setIndentWidth(px(INDENT))
        if isinstance(self._shown, CallSheet):
            measure = Measure(15.0, 11.5, 9.5).scaled(scale)
            document.set_styled(sheet_html(self._shown, colours, measure, narrow=self._narrow))
        else:
            document.set_styled(running_html(self._shown, colours, scale))
        at, before = self.verticalScrollBar().value(), self.document()
        self.setDocument(document)
        if isinstance(before, InertDocument):  # its own first one Qt has deleted by now; ours would stay for ever
            before.deleteLater()
        self.setCursorWidth(0)  # there is nothing to write here; each document begins with a cursor of its own
        self.verticalScrollBar().setValue(at)


def _shortened(part: Any) -> Any:
    """The same document; of a text that is far too long only its beginning."""
    if isinstance(part, str):
        return part if len(part) <= LONGEST else f"{part[:LONGEST]}…"
    if isinstance(part, tuple):
        return tuple(_shortened(each) for each in part)
    if is_dataclass(part) and not isinstance(part, type):
        changed = {each.name: _shortened(getattr(part, each.name)) for each in fields(part)}
        return replace(part, **changed) if any(getattr(part, name) != to for name, to in changed.items()) else part
    return part
