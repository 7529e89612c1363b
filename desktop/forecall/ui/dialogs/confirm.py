"""One question before something that takes much with it. Undo is offered afterwards all the same."""

from PySide6.QtWidgets import QDialog, QWidget

from forecall.ui.widgets.arranging import Bar
from forecall.ui.widgets.page_layout import dialog_column, fit_dialog
from forecall.ui.widgets.text import Label, PrimaryButton, QuietButton
from forecall.words import _


class Confirm(QDialog):
    """Says what will happen in a sentence; the one button does it, the other leaves everything as it is."""

    def __init__(self, title: str, sentence: str, act: str, parent: QWidget | None = None) -> None:
        """``act`` is what the button says: the thing that is done."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        yes = PrimaryButton(act)
        yes.clicked.connect(self.accept)
        no = QuietButton(_("Leave it"))
        no.clicked.connect(self.reject)
        fit_dialog(self, dialog_column(self, Label(title, "question"), Label(sentence), Bar(yes, no)))
        no.setFocus()
