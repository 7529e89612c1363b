"""Every key on one sheet, made from the list of actions."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from forecall.ui.actions import ACTIONS, GROUPS, KEYS_IN_A_LIST, LIVE_ACTIONS, Action, key_text
from forecall.ui.widgets.key_hint import KeyHint
from forecall.ui.widgets.page_layout import filled, key_grid, leave, size_dialog
from forecall.ui.widgets.scroll_page import ScrollPage
from forecall.ui.widgets.text import Label
from forecall.words import _


class KeysSheet(QDialog):
    """Closes with Esc."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("All keys"))
        size_dialog(self, "keys")
        page = ScrollPage(_("All keys"))
        page.column.addWidget(Label(_("All keys"), "title"))
        for group, title in GROUPS.items():
            leave(page.column, "part")
            page.column.addWidget(Label(_(title), "strong"))
            page.column.addLayout(_grid([each for each in ACTIONS if each.group == group and each.keys]))
        leave(page.column, "part")
        page.column.addWidget(Label(_("In the live sheet"), "strong"))
        page.column.addWidget(Label(_("Tick a point, or pick what they said – 1 to 9")))
        page.column.addLayout(_grid(LIVE_ACTIONS))
        page.column.addWidget(Label(_("While you write a note, hold Alt with these letters."), "muted"))
        leave(page.column, "part")
        page.column.addWidget(Label(_("In a list"), "strong"))
        for words, key in KEYS_IN_A_LIST:
            page.column.addWidget(Label(f"{_(words)} – {_(key)}"))
        leave(page.column, "part")
        page.column.addWidget(Label(_("Where words are underlined"), "strong"))
        page.column.addWidget(Label(_("Use the other words – Alt+Enter")))
        page.column.addStretch(1)
        filled(page, parent=self)


def _grid(actions: Sequence[Action]) -> QGridLayout:
    return key_grid([(Label(_(each.words)), KeyHint(key_text(each))) for each in actions])
