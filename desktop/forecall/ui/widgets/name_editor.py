"""A name that can be changed where it stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from forecall.ui.widgets.arranging import Bar, beside, stacked
from forecall.ui.widgets.text import Label, LinkButton, PrimaryButton
from forecall.words import _


class NameEditor(QWidget):
    """A name with *Rename*; what is refused is said beneath, and the words stay."""

    renamed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._label = Label("", "title", at_most=3)
        self._rename = LinkButton(_("Rename"))
        self._rename.clicked.connect(self.begin)
        self._shown = QWidget()
        row = beside(self._label, parent=self._shown)
        row.setStretch(0, 1)
        row.addWidget(self._rename, 0, Qt.AlignmentFlag.AlignBottom)
        self._line = QLineEdit()
        self._line.setAccessibleName(_("Name of the client"))
        self._line.setMaxLength(200)
        self._line.returnPressed.connect(self._on_kept)
        keep = PrimaryButton(_("Keep"))
        keep.clicked.connect(self._on_kept)
        leave = LinkButton(_("Leave it"), quiet=True)
        leave.clicked.connect(self.end)
        self._refusal = Label("", "caution")
        self._editor = QWidget()
        stacked(self._line, self._refusal, Bar(keep, leave), parent=self._editor)
        stacked(self._shown, self._editor, steps=0, parent=self)
        self.end()

    def show_name(self, name: str) -> None:
        """Show a name; one that is being changed stays."""
        self._name = name
        self._label.setText(name)
        self._rename.setAccessibleName(_("Rename {name}").format(name=name))

    def begin(self) -> None:
        """Change the name."""
        self._line.setText(self._name)
        self.refuse("")
        self._shown.hide()
        self._editor.show()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._line.selectAll()

    def end(self) -> None:
        """Show the name again."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._editor.isAncestorOf(focused)
        self._editor.hide()
        self._shown.show()
        if had_focus:
            self._rename.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say why the name cannot be kept."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the name as it was."""
        if event.key() == Qt.Key.Key_Escape and self._editor.isVisible():
            self.end()
        else:
            super().keyPressEvent(event)

    def _on_kept(self) -> None:
        name = " ".join(self._line.text().split())
        if name == self._name:
            self.end()
        else:
            self.renamed.emit(name)
