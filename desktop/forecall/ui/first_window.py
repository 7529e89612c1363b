"""One window to a journal: a second start brings the first one forward instead of writing over its words."""

from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QSysInfo, QThread, Signal

_PATIENCE_MS = 1000
_BEGINS_WITHIN_MS = 8000
_LOOKS_EVERY_MS = 50


class FirstWindow(QObject):
    """Holds the journal for this window. ``called`` when another start asks for it.

    The lock of a process that is gone is taken over. Where no lock can be made (a folder that may only be read) nobody
    can write either, and the window opens.
    """

    called = Signal()

    def __init__(self, journal: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._lock = QLockFile(str(journal.with_name(f".{journal.name}.lock")))
        self._lock.setStaleLockTime(0)
        self._server: QObject | None = None

    def take(self) -> bool:
        """Whether the journal is this window's now."""
        return self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def listen(self) -> None:
        """Hear other starts from now on."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name())  # left over from a crash: the lock is ours
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._on_called)
        server.listen(self._name())
        self._server = server

    def call(self) -> bool:
        """Ask the first window to come forward; whether it heard. One that has only just begun is given the time."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        ends = QDeadlineTimer(_BEGINS_WITHIN_MS)
        heard = False
        while not heard:
            socket.connectToServer(self._name())
            heard = socket.waitForConnected(_PATIENCE_MS)
            if heard or ends.hasExpired() or not self._is_held_here():
                break
            QThread.msleep(_LOOKS_EVERY_MS)
        socket.disconnectFromServer()
        return heard

    def let_go(self) -> None:
        """Leave the journal to others."""
        from PySide6.QtNetwork import QLocalServer

        if isinstance(self._server, QLocalServer):
            self._server.close()
        self._lock.unlock()

    def _is_held_here(self) -> bool:
        """Whether a process of this machine has the journal."""
        _pid, machine, _program = self._lock.getLockInfo()
        return machine == QSysInfo.machineHostName()

    def _name(self) -> str:
        """What the first window to this journal is called by, the same from every start."""
        from hashlib import sha256

        return "forecall-" + sha256(str(self._journal.resolve()).encode("utf-8", "replace")).hexdigest()[:24]

    def _on_called(self) -> None:
        from PySide6.QtNetwork import QLocalServer

        if isinstance(self._server, QLocalServer):
            while (socket := self._server.nextPendingConnection()) is not None:
                socket.deleteLater()
        self.called.emit()
