"""The palette over a window: what it offers there, what choosing does, and where the keyboard goes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from forecall.journal import verbs
from forecall.journal.reading import read_call
from forecall.ui.main_window import MainWindow
from forecall.ui.models.rows import Role
from forecall.ui.page import Place
from forecall.ui.palette import Palette
from tests.ui.conftest import Person


@pytest.fixture
def call(person: Person) -> str:
    return str(person.does(verbs.start_call, "Northwind"))


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def opened(window: MainWindow, person: Person) -> Palette:
    QTest.keyClick(focused(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    person.settle()
    palette = window._finder._palette
    assert palette is not None
    assert palette.isVisible()
    assert focused() is palette.box
    return palette


def types(person: Person, words: str, *keys: Qt.Key) -> None:
    box = focused()
    assert isinstance(box, QLineEdit)
    person.qtbot.keyClicks(box, words)
    person.settle()
    for key in keys:
        QTest.keyClick(focused(), key)
        person.settle()


def offered(window: MainWindow) -> set[str]:
    return {action.name for action in window._finder.offered()}


def test_escape_leaves_it_and_the_keyboard_is_where_it_was(window: MainWindow, person: Person, call: str) -> None:
    window.go(Place("prepare", call, "issue", "issue"))
    person.settle()
    before = focused()
    person.qtbot.keyClicks(before, "Late")
    opened(window, person)
    assert person.asks(read_call, call).text("issue") == "Late"  # on its way as soon as it opened
    types(person, "dark", Qt.Key.Key_Escape)
    assert focused() is before
    assert window.page.name == "prepare"
    assert window._finder._palette is None
    assert window.desk.settings.theme == "system"
    person.qtbot.keyClicks(before, " again")
    window.flush()
    assert person.asks(read_call, call).text("issue") == "Late again"


def test_its_own_key_and_a_click_beside_it_close_it_too(window: MainWindow, person: Person) -> None:
    opened(window, person)
    QTest.keyClick(focused(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window._finder._palette is None
    palette = opened(window, person)
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(3, palette.height() - 3))
    assert window._finder._palette is None
    palette = opened(window, person)
    QTest.mouseClick(palette._panel, Qt.MouseButton.LeftButton, pos=palette.box.geometry().topLeft() - QPoint(3, 3))
    assert window._finder._palette is palette


def test_a_key_of_the_window_closes_it_and_does_what_it_always_does(window: MainWindow, person: Person) -> None:
    opened(window, person)
    QTest.keyClick(focused(), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    person.settle()
    assert window.page.name == "calls"
    assert window._finder._palette is None


@pytest.mark.parametrize(
    ("words", "page"),
    [("new plan", "new_call"), ("preferences", "settings"), ("lessons summ", "summary"), ("northw", "prepare")],
)
def test_enter_does_what_stands_first(window: MainWindow, person: Person, call: str, words: str, page: str) -> None:
    opened(window, person)
    types(person, words, Qt.Key.Key_Return)
    assert window.page.name == page
    assert window._finder._palette is None


def test_enter_before_the_answer_is_there_waits_for_it(window: MainWindow, person: Person, call: str) -> None:
    opened(window, person)
    person.qtbot.keyClicks(focused(), "northwind")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    person.settle()
    assert window.page.place == Place("prepare", call)


def test_arrows_and_the_mouse_choose_another_row(window: MainWindow, person: Person, call: str) -> None:
    palette = opened(window, person)
    types(person, "northwind", Qt.Key.Key_Down)
    assert palette.list.currentIndex().data(Role.RECORD).page == "clients"
    index = palette.list.currentIndex()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=palette.list.visualRect(index).center())
    person.settle()
    assert window.page.name == "clients"


def test_only_what_would_do_something_is_offered(window: MainWindow, person: Person, call: str) -> None:
    at_today = offered(window)
    assert {"prepare", "settings", "dark", "undo", "live"} <= at_today
    assert not {"today", "palette", "menu", "next_step", "rehearse", "earlier", "smaller", "system"} & at_today
    window.go(Place("prepare", call, "issue", "issue"))
    person.settle()
    at_call = offered(window)
    assert {"today", "next_step", "rehearse", "earlier", "edit_call"} <= at_call
    window.actions_by_name["prepare"].setEnabled(False)
    assert "prepare" not in offered(window)


def test_the_rest_is_found_on_its_own_page(window: MainWindow, person: Person, call: str) -> None:
    opened(window, person)
    types(person, "northwind", Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert window.page.name == "find"
    assert window.page.box.text() == "northwind"  # type: ignore[attr-defined]
    assert window.page.model.rowCount() == 2  # type: ignore[attr-defined]
    window.go(Place("calls"))
    window.page.flush()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    person.settle()
    assert window.page.box.text() == "northwind"  # type: ignore[attr-defined]


def phrase(window: MainWindow, person: Person) -> str:
    """Choose the phrase that is found."""
    person.does(
        verbs.write_phrase, "own", {"text": "Zeppelins take time.", "moment": ["calm"], "types": [], "fits": []}
    )
    opened(window, person)
    types(person, "zeppel", Qt.Key.Key_Return)
    return "Zeppelins take time."


def test_a_phrase_goes_into_the_box_that_is_written_in(window: MainWindow, person: Person, call: str) -> None:
    window.go(Place("prepare", call, "approach", "opening"))
    person.settle()
    box = focused()
    person.qtbot.keyClicks(box, "Good morning.")
    words = phrase(window, person)
    assert window.page.name == "prepare"
    assert focused() is box
    window.flush()
    assert person.asks(read_call, call).text("opening") == f"Good morning. {words}"


def test_without_a_box_a_phrase_is_shown_in_the_guide(window: MainWindow, person: Person) -> None:
    window.go(Place("calls"))
    person.settle()
    words = phrase(window, person)
    assert window.page.name == "guide"
    assert window.page._detail.value()["text"] == words  # type: ignore[attr-defined]


def test_nothing_opens_over_a_window_that_can_do_nothing(window: MainWindow, person: Person) -> None:
    window.cover("Putting back…")
    window.actions_by_name["palette"].trigger()
    assert window._finder._palette is None


def test_a_window_that_goes_elsewhere_by_itself_closes_it(window: MainWindow, person: Person) -> None:
    """The end of a call, a file that is dropped, another look: the keyboard must not stay below the palette."""
    for leave in (lambda: window.go(Place("lessons")), lambda: window.wear(window.desk.theme)):
        opened(window, person)
        leave()
        person.settle()
        assert window._finder._palette is None
        assert window.page.isAncestorOf(focused())
