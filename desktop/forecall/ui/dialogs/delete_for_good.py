"""The one question before something is removed for good."""

from PySide6.QtWidgets import QDialog, QWidget

from forecall.ui.widgets.arranging import Bar
from forecall.ui.widgets.page_layout import dialog_column, fit_dialog
from forecall.ui.widgets.text import Label, PrimaryButton, QuietButton
from forecall.ui.widgets.tick import Tick
from forecall.words import _


class DeleteForGood(QDialog):
    """Says what goes and where it still is. ``renew`` says whether the backups are to be made anew."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = _("Delete {name} for good?").format(name=name)
        self.setWindowTitle(_("Delete for good"))
        self.setAccessibleName(_("Delete for good"))
        sentence = Label(_("Everything written there leaves the journal. This cannot be undone."))
        backups = Label(_("Backups still hold it. You can have one new backup made and all older ones removed."))
        self._renew = Tick(_("Renew the backups now"))
        yes = PrimaryButton(_("Delete for good"))
        yes.clicked.connect(self.accept)
        no = QuietButton(_("Leave it"))
        no.clicked.connect(self.reject)
        heading = Label(title, "question", at_most=3)
        fit_dialog(self, dialog_column(self, heading, sentence, backups, self._renew, Bar(yes, no)))
        no.setFocus()

    @property
    def renew(self) -> bool:
        """Whether the backups are to be made anew."""
        return self._renew.isChecked()
