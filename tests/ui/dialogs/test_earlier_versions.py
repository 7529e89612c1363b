"""Looking at earlier versions from the question, and using one again."""

import pytest
from PySide6.QtCore import Qt

from forecall.journal import verbs
from forecall.journal.reading import read_call
from forecall.ui.dialogs import earlier_versions
from forecall.ui.dialogs.earlier_versions import EarlierVersions
from forecall.ui.page import Place
from forecall.ui.pages.clients_page import ClientsPage
from forecall.ui.pages.prepare_page import PreparePage
from tests.ui.conftest import Person


def test_the_words_of_a_version_are_shown_and_enter_uses_them(person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind")
    for text in ("first", "second", "third"):
        person.desk.workspace.visit(call)
        person.does(verbs.record_answer, call, "issue", {"text": text})
    dialog = EarlierVersions(person.desk, "What?", {"call_id": call, "key": "issue"})
    person.qtbot.addWidget(dialog)
    dialog.show()
    person.settle()
    assert dialog._words.text() == "second"
    person.qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog._words.text() == "first"
    person.qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    person.settle()
    assert dialog.used
    assert person.asks(read_call, call).text("issue") == "first"
    assert person.undoes() == "Earlier version used"
    assert person.asks(read_call, call).text("issue") == "third"


def test_where_there_is_none_it_says_when_there_will_be(person: Person) -> None:
    dialog = EarlierVersions(person.desk, "What?", {"call_id": "nowhere", "key": "issue"})
    person.qtbot.addWidget(dialog)
    dialog.show()
    person.settle()
    assert dialog._stack.currentIndex() == 1
    assert not dialog._use.isEnabled()


def test_the_question_that_the_cursor_is_in_is_the_one_that_is_meant(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dict[str, str]] = []
    monkeypatch.setattr(earlier_versions, "show_earlier", lambda page, about, of: asked.append(of))
    call = person.does(verbs.start_call, "Northwind")
    page = PreparePage(person.desk)
    person.opens(page, Place("prepare", call, "issue", "goal"))
    person.qtbot.waitUntil(lambda: page._questions.last == "goal")
    page.do_earlier()
    assert asked == [{"call_id": call, "key": "goal"}]


def test_using_a_version_is_said_on_the_page_it_was_asked_from(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    call = person.does(verbs.start_call, "Northwind")
    client = person.asks(read_call, call).head.client_id
    for known in ("Likes mail", "Likes calls"):
        person.desk.workspace.visit(client)
        person.does(verbs.note_about_client, client, known)
    page = ClientsPage(person.desk)
    person.opens(page, Place("clients", client))

    def use(dialog: EarlierVersions) -> int:
        person.settle()
        dialog._on_use()
        return dialog.result()

    monkeypatch.setattr(EarlierVersions, "exec", use)
    page.do_earlier()
    person.settle()
    assert person.sentences[-1] == ("The earlier version stands there again.", True)
    assert page._known.text() == "Likes mail"
