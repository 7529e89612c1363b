"""Every action has words, a key of its own, and somebody who carries it out."""

from collections import Counter

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from forecall.settings import Settings
from forecall.ui.actions import ACTIONS, GROUPS, LIVE_ACTIONS, MOVES, POINT_KEYS, keys_of, make_actions
from forecall.ui.live_call import LiveCall
from forecall.ui.live_window import LiveWindow
from forecall.ui.main_window import MainWindow
from forecall.ui.pages import PAGES
from tests.conftest import RESOURCES


def test_no_key_is_given_twice() -> None:
    keys = Counter(QKeySequence(key).toString() for action in ACTIONS for key in action.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    assert "" not in keys


def test_each_action_leads_somewhere_sets_something_or_has_a_method() -> None:
    makers = [getattr(__import__(f"forecall.ui.pages.{each.module}", fromlist=["x"]), each.maker) for each in PAGES]
    for action in ACTIONS:
        of_window = hasattr(MainWindow, f"_do_{action.name}")
        of_page = not action.leads and any(hasattr(maker, f"do_{action.name}") for maker in makers)
        leads = action.leads in {entry.name for entry in PAGES}
        sets = action.sets is not None and isinstance(getattr(Settings(), action.sets[0]), type(action.sets[1]))
        assert leads + sets + (of_window or of_page) == 1, action.name
        assert leads or not action.leads, action.name
    for action in LIVE_ACTIONS:
        assert hasattr(LiveWindow, f"_do_{action.name}") or hasattr(LiveCall, action.name), action.name


def test_each_action_has_words_an_icon_and_a_place_in_the_menu() -> None:
    icons = {path.stem for path in (RESOURCES / "icons").glob("*.svg")}
    for action in (*ACTIONS, *LIVE_ACTIONS, *MOVES):
        assert action.words
        assert action.icon in icons, action.name
    assert {action.group for action in ACTIONS if action.name != "menu"} == set(GROUPS)


def test_no_two_actions_have_the_same_words() -> None:
    assert [words for words, count in Counter(action.words for action in ACTIONS).items() if count > 1] == []


def test_a_pressed_key_carries_out_its_action(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    done: list[str] = []
    made = make_actions(window, done.append)
    for action in made.values():
        action.trigger()
    assert done == [action.name for action in ACTIONS]
    assert len(made["back"].shortcuts()) == 2


def test_the_key_that_is_shown_is_the_first() -> None:
    assert keys_of("prepare") == "Ctrl+N"


def test_in_the_live_sheet_no_key_is_given_twice_and_each_letter_works_with_alt() -> None:
    keys = [key for action in LIVE_ACTIONS for key in action.keys] + [
        *POINT_KEYS,
        *(f"Alt+{key}" for key in POINT_KEYS),
    ]
    assert [key for key, count in Counter(keys).items() if count > 1] == []
    letters = [key for key in keys if len(key) == 1 and key.isalpha()]
    assert [key for key in letters if f"Alt+{key}" not in keys] == []
    shared = {key for action in ACTIONS if action.name in ("undo", "redo", "live", "keys") for key in action.keys}
    assert not shared & set(keys)
