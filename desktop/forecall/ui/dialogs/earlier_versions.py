"""Looking at what was written earlier, and going back to it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from forecall.journal import verbs
from forecall.journal.earlier import Version, read_versions
from forecall.ui.models.rows import Role, RowDelegate
from forecall.ui.models.versions_model import VersionsModel
from forecall.ui.page import Desk, Page
from forecall.ui.widgets.arranging import Bar, Scrolling, stacked
from forecall.ui.widgets.page_layout import dialog_column, size_dialog
from forecall.ui.widgets.row_list import RowList
from forecall.ui.widgets.text import Label, PrimaryButton, QuietButton
from forecall.words import _


class EarlierVersions(QDialog):
    """The versions of one answer, list or note: walked with the arrows, Enter uses the one whose words are shown."""

    def __init__(self, desk: Desk, about: str, of: Mapping[str, str], parent: QWidget | None = None) -> None:
        """``of`` names whose versions, as ``read_versions`` takes it; ``about`` is what the person knows it by."""
        super().__init__(parent)
        self.used = False
        self._desk = desk
        self.setWindowTitle(_("Earlier versions"))
        self.setAccessibleName(_("Earlier versions"))
        size_dialog(self, "versions")
        self.model = VersionsModel(desk.zone, self)
        self.list = RowList(_("Earlier versions"), click_opens=False)
        self.list.setModel(self.model)
        self.list.setItemDelegate(RowDelegate(self.list))
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_use)
        self._words = Label("")
        self._words.setAccessibleName(_("The words of this version"))
        words = QWidget()
        stacked(self._words, parent=words).addStretch(1)
        self._use = PrimaryButton(_("Use this again"))
        self._use.clicked.connect(lambda: self._on_use())
        leave = QuietButton(_("Leave it"))
        leave.clicked.connect(self.reject)
        nothing = QWidget()
        told = Label(
            _("There is no earlier version. One is kept each time you come back and change something."), "muted"
        )
        stacked(told, parent=nothing).addStretch(1)
        some = QWidget()
        both = stacked(self.list, Scrolling(words), steps="close", parent=some)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(some)
        self._stack.addWidget(nothing)
        heading = Label(about, "question", at_most=3)
        dialog_column(self, heading, self._stack, Bar(self._use, leave), grows=self._stack)
        self._show(())
        desk.workspace.ask(read_versions, **of).then(self._show)

    def _show(self, versions: Sequence[Version]) -> None:
        self.model.show_versions(versions)
        self._stack.setCurrentIndex(0 if versions else 1)
        self._use.setEnabled(bool(versions))
        if versions:
            self.list.setCurrentIndex(self.model.index(0))
            self.list.setFocus()

    def _on_chosen(self, index: QModelIndex) -> None:
        record = index.data(Role.RECORD) if index.isValid() else None
        self._words.setText("\n".join(record.lines) if isinstance(record, Version) else "")

    def _on_use(self, _index: QModelIndex | None = None) -> None:
        index = self.list.currentIndex()
        record = index.data(Role.RECORD) if index.isValid() else None
        if isinstance(record, Version):
            self._desk.workspace.perform(None, verbs.use_version, record.id)
            self.used = True
            self.accept()


def show_earlier(page: Page, about: str, of: Mapping[str, str]) -> None:
    """Show the versions of something on a page; one that is used again is told there, and can be undone."""
    page.flush()
    dialog = EarlierVersions(page.desk, about, of, page)
    dialog.exec()
    if dialog.used:
        page.said.emit(_("The earlier version stands there again."), True)
    dialog.deleteLater()
