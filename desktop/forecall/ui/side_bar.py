"""The side bar: where the person is, where they can go, and the menu of everything they can do."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from forecall.ui.actions import ACTIONS, BY_NAME, GROUPS, keys_of
from forecall.ui.icons import Icons
from forecall.ui.theme import colour, px
from forecall.ui.widgets.nav_button import NavButton
from forecall.ui.widgets.spoken import Role
from forecall.ui.widgets.text import Label, PrimaryButton
from forecall.words import _

WIDTH, NARROW_WIDTH = 196, 68
NARROW_UNDER = 780
"""Widths at 100 % text; a window narrower than the last one shows icons alone."""

_FOLDED = ("go", "call", "look")
"""Groups of actions that the menu shows as one line."""


class SideBar(QWidget):
    """``chosen`` carries the name of an action."""

    spoken_role = Role.PageTabList

    chosen = Signal(str)

    def __init__(self, icons: Icons, pages: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(_("Side bar"))
        self._icons = icons
        self._menu: QMenu | None = None
        self._narrow = False
        self._title = Label("Forecall", "strong")
        self._buttons = {name: self._button(name) for name in pages}
        self._prepare = PrimaryButton(_("Prepare a call"))
        self._prepare.setToolTip(keys_of("prepare"))
        self._prepare.clicked.connect(lambda: self.chosen.emit("prepare"))
        self._add = self._button("prepare")
        self._add.hide()
        self._buttons["settings"] = self._button("settings")
        self._menu_button = self._button("menu")
        self._add.spoken_role, self._menu_button.spoken_role = Role.Button, Role.ButtonMenu
        self._compose(pages)
        self.fold_for(WIDTH * 5)

    def mark(self, name: str) -> None:
        """Show that a page is open."""
        for each, button in self._buttons.items():
            button.setChecked(each == name)

    def open_menu(self, actions: Mapping[str, QAction]) -> None:
        """Open the menu beside its button: every action by group, with its key."""
        if self._menu is None:
            self._menu = QMenu(self)
            for group, title in GROUPS.items():
                part = self._menu.addMenu(_(title)) if group in _FOLDED else self._menu
                for each in ACTIONS:
                    if each.group == group:
                        actions[each.name].setIcon(self._icons.icon(each.icon, "muted"))
                        part.addAction(actions[each.name])
                if group not in _FOLDED:
                    self._menu.addSeparator()
        above = QPoint(0, -self._menu.sizeHint().height())
        self._menu.popup(self._menu_button.mapToGlobal(above))

    def fold_for(self, window_width: int) -> None:
        """Show icons alone in a narrow window."""
        self._narrow = window_width < px(NARROW_UNDER)
        needed = self._prepare.sizeHint().width() + 2 * px(12)  # in some languages it is a long word
        self.setFixedWidth(px(NARROW_WIDTH) if self._narrow else max(px(WIDTH), needed))
        for button in (*self._buttons.values(), self._menu_button, self._add):
            button.set_narrow(self._narrow)
        self._title.setVisible(not self._narrow)
        self._prepare.setVisible(not self._narrow)
        self._add.setVisible(self._narrow)

    def redraw_icons(self) -> None:
        """Take the icons of a theme that has just been put on."""
        for name, button in (*self._buttons.items(), ("menu", self._menu_button), ("prepare", self._add)):
            button.setIcon(self._icons.icon(BY_NAME[name].icon))
        if self._menu is not None:
            self._menu.deleteLater()
            self._menu = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill with the colour of the side."""
        QPainter(self).fillRect(self.rect(), colour("side"))

    def _button(self, name: str) -> NavButton:
        button = NavButton(_(BY_NAME[name].words), self._icons.icon(BY_NAME[name].icon), key=keys_of(name))
        button.setObjectName(f"go_{name}")
        button.clicked.connect(lambda: self.chosen.emit(name))
        return button

    def _compose(self, pages: Sequence[str]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(24), px(12), px(20))
        column.setSpacing(px(4))
        heading = QHBoxLayout()
        heading.setContentsMargins(px(16), 0, 0, px(20))
        heading.addWidget(self._title)
        column.addLayout(heading)
        for name in pages:
            column.addWidget(self._buttons[name])
        column.addStretch(1)
        column.addWidget(self._prepare)
        column.addWidget(self._add)
        column.addSpacing(px(8))
        column.addWidget(self._buttons["settings"])
        column.addWidget(self._menu_button)
        self.setLayoutDirection(self.layoutDirection())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
