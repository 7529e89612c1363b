"""Between the workspace and the window: news from the storage threads become signals on the window's thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from forecall.journal.changes import Changes
    from forecall.storage.faults import CannotWrite
    from forecall.workspace.workspace import Workspace


class Bridge(QObject):
    """Carries callbacks and news over. Make it on the window's thread, then attach it to the workspace."""

    changed = Signal(object, object)  # Changes, initiator
    troubled = Signal(object)  # CannotWrite, or None when it is over
    failed = Signal(object)  # the error of an act or a reading
    let_go = Signal(bool)  # whether the journal's file is worked on, and takes no words meanwhile
    _handed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._handed.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def deliver(self, callback: Callable[[], None]) -> None:
        """Run a callback on the window's thread, soon. May be called from any thread."""
        self._handed.emit(callback)

    def attach(self, workspace: "Workspace") -> None:
        """Turn the workspace's news into this object's signals."""
        workspace.listen(self._on_changed)
        workspace.on_trouble = self._on_trouble
        workspace.on_failure = self._on_failure

    @Slot(object)
    def _call(self, callback: Callable[[], None]) -> None:
        try:
            callback()
        except RuntimeError as error:
            # An answer for a page that is gone by now (the size of the text changed, or the window closed).
            if "already deleted" not in str(error):
                raise

    def _on_changed(self, changes: "Changes", initiator: object) -> None:
        self.changed.emit(changes, initiator)

    def _on_trouble(self, fault: "CannotWrite | None") -> None:
        self.troubled.emit(fault)

    def _on_failure(self, error: BaseException) -> None:
        self.failed.emit(error)
