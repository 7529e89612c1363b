"""The sentences above a page: what happened, what is safe, and one thing to do about it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from forecall.ui.theme import px
from forecall.words import _

if TYPE_CHECKING:  # most starts have nothing to say
    from forecall.ui.widgets.notice import Notice

Pressed = Callable[[], None]
"""What a button does."""

PASSES_AFTER_MS = 12_000


class Notices(QWidget):
    """Holds one notice of each kind: a passing one, a warning, the trouble of the disk, and one that stands."""

    def __init__(self, try_again: Pressed) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(24), 0, px(24), 0)
        self._column.setSpacing(px(8))
        self.troubled = False
        self.leave_asked = False
        self._try_again = try_again
        self._shown: dict[str, Notice] = {}
        self._came_from: dict[str, QWidget | None] = {}
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(PASSES_AFTER_MS)
        self._passing.timeout.connect(self.forget_passing)

    def say(self, sentence: str, button: str = "", pressed: Pressed | None = None) -> None:
        """Something was done, with one thing to do about it; it goes away by itself."""

        def acted() -> None:
            self._hide("passing")
            if pressed is not None:
                pressed()

        self._show("passing", sentence, button=button, pressed=acted)
        self._passing.start()

    def warn(self, sentence: str, details: str = "") -> None:
        """Something could not be done; it goes away when it is closed or the page changes."""
        self._show("warning", sentence, details=details)

    def stay(
        self, sentence: str, button: str = "", pressed: Pressed | None = None, details: str = "", key: str = ""
    ) -> None:
        """Something that is so for as long as the window is open; an empty sentence says that it is over.

        ``key`` does what the button does, and is shown on it.
        """
        if not sentence:
            self._hide("standing")
            return
        self._show("standing", sentence, details=details, button=button, pressed=pressed, key=key)

    def trouble(self, sentence: str) -> None:
        """The disk refuses; an empty sentence says that it is over."""
        self.troubled = bool(sentence)
        if sentence and self.leave_asked:
            return  # the question whether to close all the same stays until it is answered, or the disk has room
        if sentence:
            self._show("trouble", sentence, button=_("Try again"), pressed=self._try_again)
        else:
            self.leave_asked = False
            self._hide("trouble")

    def ask_to_leave(self, leave: Callable[[], None]) -> None:
        """Closing now would lose words that are not in the file."""
        self.leave_asked = True
        sentence = _("Some of your words are not in the file yet. They are lost if you close now.")
        self._show("trouble", sentence, button=_("Close all the same"), pressed=leave)

    def forget_passing(self) -> bool:
        """Let go of what passes; whether there was something."""
        self._passing.stop()
        return any([self._hide("passing"), self._hide("warning")])

    def _show(
        self,
        kind: str,
        sentence: str,
        *,
        button: str = "",
        pressed: Pressed | None = None,
        details: str = "",
        key: str = "",
    ) -> None:
        from forecall.ui.widgets.notice import Notice

        self._hide(kind)
        self._came_from[kind] = QApplication.focusWidget()
        notice = Notice(
            sentence,
            details,
            button,
            key=key,
            caution=kind in ("warning", "trouble"),
            closable=kind in ("passing", "warning"),
        )
        notice.dismissed.connect(lambda: self._hide(kind))
        if pressed is not None:
            notice.acted.connect(pressed)
        self._shown[kind] = notice
        self._column.addWidget(notice)
        self._column.setContentsMargins(px(24), px(16), px(24), 0)

    def _hide(self, kind: str) -> bool:
        notice = self._shown.pop(kind, None)
        if notice is None:
            return False
        self._column.removeWidget(notice)
        self._give_back(kind, notice)
        notice.hide()
        notice.deleteLater()
        if not self._shown:
            self._column.setContentsMargins(px(24), 0, px(24), 0)
        return True

    def _give_back(self, kind: str, notice: "Notice") -> None:
        """Who pressed the button of a notice goes on writing where they were."""
        before, at = self._came_from.pop(kind, None), QApplication.focusWidget()
        if at is not None and notice.isAncestorOf(at) and before is not None and isValid(before) and before.isVisible():
            before.setFocus()
