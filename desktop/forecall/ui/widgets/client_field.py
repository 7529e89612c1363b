"""The box for a client's name, completed while it is typed from the clients there are."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from forecall.words import _


class ClientField(QLineEdit):
    """One line. ``edited`` carries every change; whoever listens answers with ``offer``.

    A long name is not cut: it would be another one, and so another client. The journal says where it is too long.
    """

    edited = Signal(str)
    moved_on = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("client")
        self.setAccessibleName(name)
        self.setPlaceholderText(_("A person or a company"))
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.textChanged.connect(self.edited)
        self.returnPressed.connect(self.moved_on)

    def offer(self, names: list[str]) -> None:
        """Show these names as completions, if they are news."""
        if names != self._names.stringList():
            self._names.setStringList(names)
            completer = self.completer()
            if names and self.hasFocus() and self.text() and self.text() not in names:
                completer.setCompletionPrefix(self.text())
                completer.complete()
