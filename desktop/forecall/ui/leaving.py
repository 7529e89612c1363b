"""The way out of a window: nobody leaves words behind unawares, and a slow disk does not hold the window up."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from forecall.words import _

if TYPE_CHECKING:
    from forecall.ui.main_window import MainWindow
    from forecall.ui.notices import Notices

AT_ONCE_S = 1.0
"""How long the window stands still for the last words. A sound disk has them in some milliseconds."""


class Leaving(QObject):
    """Belongs to one window. What takes the window or its journal away goes through here."""

    def __init__(self, window: "MainWindow", notices: "Notices") -> None:
        super().__init__(window)
        self._window = window
        self._notices = notices
        self._then: Callable[[], None] | None = None  # waits until everything typed is in the file
        self._listens = False
        self._agreed = False  # whether the person said that words may be lost

    def once_saved(self, then: Callable[[], None]) -> None:
        """Call ``then`` when everything typed is in the file: at once where the disk is quick.

        While the disk refuses, the person is asked, and ``then`` is called only when they say so.
        """
        self._window.flush()
        if self._agreed:
            then()
        elif self._notices.troubled or self._notices.leave_asked:
            self._ask(then)
        elif self._is_saved():
            then()
        else:
            self._wait(then)

    def holds(self) -> bool:
        """Whether the window that is to be closed stays: until the words are in the file, or the person has answered.

        A second wish to close while the question stands is an answer.
        """
        if self._notices.leave_asked:
            return False
        if self._notices.troubled or self._then is not None:
            self._ask(self._close)
        elif self._is_saved():
            return False
        else:
            self._wait(self._close)
        return True

    def stays(self) -> None:
        """What was agreed to came to nothing: the next wish is asked about again."""
        self._agreed = False

    def hear_of_trouble(self, refuses: bool) -> None:
        """The disk refuses, or takes words again. Whoever waited for it is asked."""
        self._agreed = self._agreed and refuses
        if refuses and self._then is not None:
            self._ask(self._then)

    def _is_saved(self) -> bool:
        desk = self._window.desk
        return not desk.is_open or desk.workspace.settle(AT_ONCE_S)

    def _ask(self, then: Callable[[], None]) -> None:
        def agree() -> None:
            self._agreed = True
            then()

        self._then = None
        self._notices.forget_passing()
        self._notices.ask_to_leave(agree)

    def _wait(self, then: Callable[[], None]) -> None:
        self._then = then
        self._notices.say(_("One moment: your words are still being saved."))
        if not self._listens:
            self._listens = True
            self._window.desk.workspace.settled().then(self._on_settled)

    def _on_settled(self, _none: None) -> None:
        self._listens = False
        then, self._then = self._then, None
        if then is not None:
            self.once_saved(then)
        elif not self._notices.troubled:
            self._notices.trouble("")  # a question that was asked meanwhile has answered itself

    def _close(self) -> None:
        self._window.close()
