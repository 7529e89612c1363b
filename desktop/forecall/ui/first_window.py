"""One window to a journal: a second start brings the first one forward instead of writing over its words."""

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QSysInfo, QThread, Signal

from forecall.words import _

_PATIENCE_MS = 1000
_BEGINS_WITHIN_MS = 8000
_LOOKS_EVERY_MS = 50


class _Sign(NamedTuple):
    """A lock: who holds it, and since when."""

    words: bytes
    since: int


class FirstWindow(QObject):
    """Holds the journal for this window. ``called`` when another start asks for it.

    The lock of a process that is gone is taken over. Where no lock can be made (a folder that may only be read) nobody
    can write either, and the window opens.
    """

    called = Signal()

    def __init__(self, journal: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._file = journal.with_name(f".{journal.name}.lock")
        self._signed: _Sign | None = None  # the lock while it is ours
        self._lock = QLockFile(str(self._file))
        self._lock.setStaleLockTime(0)
        self._server: QObject | None = None

    def take(self) -> bool:
        """Whether the journal is this window's now."""
        if self._lock.tryLock(0):
            self._signed = self._read()
            return True
        return self._lock.error() != QLockFile.LockError.LockFailedError

    def held_by(self) -> str:
        """The machine whose window has the journal; nothing when it cannot be told."""
        sign = self._read()
        lines = sign.words.splitlines() if sign is not None else []
        return lines[2].decode("utf-8", "replace") if len(lines) > 2 else ""

    def take_over(self) -> bool:
        """Take the journal from a window that cannot be asked. That one stops writing when it notices: ``demand``."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)
        return self.take()

    def demand(self) -> None:
        """Raise ``CannotWrite`` when another window has taken the journal over. Asked before each write, on its thread.

        What is asked and what is written lie a moment apart. On one machine SQLite's own locks hold meanwhile; over a
        network they may not, which is why such a place is told of.
        """
        if self._signed is None:
            return
        found = self._read()
        if found is None and not self._file.exists():
            self._sign_again()  # whoever took it over has left
        elif found is not None and found != self._signed:
            from forecall.storage.faults import CannotWrite  # no start needs it

            raise CannotWrite(
                _("Another window has taken this journal over. Your words stay on screen and are not saved here.")
            )

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
        others = self._read()
        taken = self._signed is not None and others is not None and others != self._signed
        self._signed = None
        self._lock.unlock()  # removes the file, whoever wrote it
        if taken and others is not None:
            self._write(others.words)

    def _sign_again(self) -> None:
        if self._signed is not None:
            self._write(self._signed.words)
            self._signed = self._read() or self._signed

    def _read(self) -> "_Sign | None":
        try:
            return _Sign(self._file.read_bytes(), self._file.stat().st_mtime_ns)
        except OSError:
            return None

    def _write(self, held: bytes) -> None:
        with suppress(OSError):
            handle = os.open(self._file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(held)

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
