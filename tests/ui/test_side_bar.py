"""The side bar: each entry by mouse and key, icons alone where there is little room, everything in the menu."""

import pytest
from PySide6.QtWidgets import QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from forecall.ui.actions import ACTIONS, BY_NAME, keys_of, make_actions
from forecall.ui.icons import Icons
from forecall.ui.side_bar import NARROW_WIDTH, WIDTH, SideBar
from forecall.ui.theme import load_theme
from forecall.ui.widgets.nav_button import NavButton
from tests.conftest import RESOURCES

PAGES = ["today", "calls", "find"]


@pytest.fixture
def bar(qtbot: QtBot) -> SideBar:
    bar = SideBar(Icons(RESOURCES / "icons", load_theme(RESOURCES / "themes", "light")), PAGES)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def entry(bar: SideBar, name: str) -> NavButton:
    found = bar.findChild(NavButton, f"go_{name}")
    assert isinstance(found, NavButton)
    return found


@pytest.mark.parametrize("name", [*PAGES, "settings", "menu"])
def test_an_entry_says_where_it_leads(bar: SideBar, name: str) -> None:
    chosen: list[str] = []
    bar.chosen.connect(chosen.append)
    entry(bar, name).click()
    assert chosen == [name]
    assert entry(bar, name).accessibleName()


def test_prepare_is_always_there(bar: SideBar) -> None:
    chosen: list[str] = []
    bar.chosen.connect(chosen.append)
    for width in (1100, 600):
        bar.fold_for(width)
        buttons = [*bar.findChildren(NavButton), *bar.findChildren(QPushButton)]
        (shown,) = {each for each in buttons if each.isVisible() and each.accessibleName() == "Prepare a call"}
        shown.click()
    assert chosen == ["prepare", "prepare"]


def test_one_entry_is_marked(bar: SideBar) -> None:
    bar.mark("calls")
    assert [name for name in PAGES if entry(bar, name).isChecked()] == ["calls"]
    bar.mark("settings")
    assert [name for name in PAGES if entry(bar, name).isChecked()] == []


def test_it_folds_to_icons(bar: SideBar) -> None:
    bar.fold_for(1100)
    wide = bar.width()
    bar.fold_for(600)
    assert bar.width() / wide == pytest.approx(NARROW_WIDTH / WIDTH, abs=0.02)
    assert entry(bar, "today").accessibleName() == "Today"


def test_the_menu_holds_every_action_with_its_key(bar: SideBar, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar.open_menu(make_actions(window, lambda name: None))
    menus = bar.findChildren(QMenu)
    held = {action.objectName() for menu in menus for action in menu.actions()} - {""}
    assert held == {action.name for action in ACTIONS if action.group}
    for menu in menus:
        menu.close()


def test_words_keys_and_icons_come_from_the_list_of_actions(bar: SideBar) -> None:
    for name in (*PAGES, "settings"):
        assert entry(bar, name).text() == BY_NAME[name].words
        assert entry(bar, name).toolTip() == f"{BY_NAME[name].words} ({keys_of(name)})"
    window = QWidget()
    made = make_actions(window, lambda name: None)
    assert all(action.icon().isNull() for action in made.values())  # drawn when somebody looks at them
    bar.open_menu(made)
    assert [name for name, action in made.items() if action.icon().isNull()] == ["menu"]
    bar.redraw_icons()
    bar.open_menu(made)
    window.deleteLater()
