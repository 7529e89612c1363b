"""The box for words in which the cursor last was: what the guide offers goes there."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from shiboken6 import isValid

from forecall.ui.page import Page


class LastBox(QObject):
    """Follows the focus from answer to answer; no other box wants a phrase.

    Boxes of the page named ``apart`` do not count: it is where words come from.
    """

    def __init__(self, apart: str, parent: QObject) -> None:
        super().__init__(parent)
        self._apart = apart
        self._box: QTextEdit | None = None
        self._page: Page | None = None
        self._call = ""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @property
    def page(self) -> Page | None:
        """The page it is on; ``None`` when the box is gone, or another call is shown there by now."""
        page, box = self._page, self._box
        if page is None or box is None or not isValid(page) or not isValid(box):
            return None
        return page if page.place.id == self._call and box.isVisibleTo(page) else None

    @property
    def name(self) -> str:
        """What the box is called; nothing when there is none."""
        return self._box.accessibleName() if self.page is not None and self._box is not None else ""

    @property
    def question(self) -> str:
        """The key of the question that it answers, if it is one's."""
        return _question_of(self._box) if self.page is not None and self._box is not None else ""

    def is_it(self, widget: QWidget | None) -> bool:
        """Whether words would go into that widget."""
        return widget is not None and widget is self._box and self.page is not None

    def insert(self, words: str) -> None:
        """Put words where the cursor was, as if typed, with a space before them where one is missing."""
        box = self._box
        if self.page is None or box is None:
            return
        cursor = box.textCursor()
        before = box.document().characterAt(cursor.selectionStart() - 1) if cursor.selectionStart() else ""
        cursor.insertText(f" {words}" if before.strip() else words)
        box.setFocus()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if not isinstance(now, QTextEdit) or now.isReadOnly() or not _question_of(now):
            return
        above: QWidget | None = now
        while above is not None and not isinstance(above, Page):
            above = above.parentWidget()
        if above is not None and above.name != self._apart:
            self._box, self._page, self._call = now, above, above.place.id


def _question_of(box: QWidget) -> str:
    """The key of the question that a box answers; nothing when it answers none."""
    above: QWidget | None = box
    while above is not None and not above.objectName().startswith("question_"):
        above = above.parentWidget()
    return above.objectName().removeprefix("question_") if above is not None else ""
