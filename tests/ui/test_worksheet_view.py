"""The questions of a worksheet: what is typed finds its way to the file, and back into the boxes."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.journal.reading import read_call
from forecall.journal.records import CallRecord, Stage
from forecall.journal.refusals import Refused
from forecall.ui.widgets.question_block import QuestionBlock
from forecall.ui.worksheet_view import WorksheetView, answers_of, wording_of
from tests.ui.conftest import Person


class Bench:
    """A view of some questions about one call."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.call_id = person.does(verbs.start_call, "Northwind", types=[CallType.COMPLAINT])
        self.sheet = person.desk.catalog.worksheet("prepare")
        self.view = WorksheetView(person.desk.workspace, "the page")
        self.heard: list[str] = []
        self.view.saving.connect(lambda: self.heard.append("saving"))
        self.view.saved.connect(lambda: self.heard.append("saved"))
        self.view.unsaved.connect(lambda: self.heard.append("unsaved"))
        person.qtbot.addWidget(self.view)
        self.view.resize(700, 900)
        self.view.show()
        self.view.activateWindow()

    def call(self) -> CallRecord:
        found = self.person.asks(read_call, self.call_id)
        assert isinstance(found, CallRecord)
        return found

    def show(self, *keys: str, force: bool = False) -> None:
        call = self.call()
        asked = {each.key: each for each in self.sheet.asked(call.head.types)}
        self.view.show_questions([asked[key] for key in keys], call, force=force)
        self.person.settle()


def focused() -> QWidget:
    at = QApplication.focusWidget()
    assert at is not None
    return at


@pytest.fixture
def bench(person: Person) -> Bench:
    return Bench(person)


def test_typed_words_are_saved_and_said_to_be_after_the_commit(bench: Bench) -> None:
    bench.show("issue")
    bench.view.focus_question()
    QTest.keyClicks(focused(), "late")
    bench.view.flush()
    assert "saved" not in bench.heard
    bench.person.settle()
    assert bench.heard[-1] == "saved"
    answer = bench.call().answers["issue"]
    assert (answer.value, answer.wording) == ({"text": "late"}, "What is the client unhappy about?")


def test_saved_is_not_said_while_refused_words_stand_on_the_screen(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.show("issue", "goal")
    bench.view.focus_question("issue")
    workspace = bench.person.desk.workspace

    def refuse() -> None:
        raise Refused("No.")

    with monkeypatch.context() as refusing:
        refusing.setattr(workspace, "_guard", refuse)
        QTest.keyClicks(focused(), "late")
        bench.view.flush()
        bench.person.settle()
    assert bench.heard[-1] == "unsaved"
    bench.view.focus_question("goal")
    QTest.keyClicks(focused(), "a plan")
    bench.view.flush()
    bench.person.settle()
    assert bench.heard[-1] == "unsaved"
    bench.view.focus_question("issue")
    QTest.keyClicks(focused(), " again")
    bench.view.flush()
    bench.person.settle()
    assert bench.heard[-1] == "saved"
    assert bench.call().text("issue") == "late again"


def test_an_entry_is_added_changed_moved_and_removed(bench: Bench) -> None:
    bench.show("points")
    bench.view.focus_question("points")
    QTest.keyClicks(focused(), "one")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "two")
    bench.view.flush()
    bench.person.settle()
    assert [item.text for item in bench.call().entries("points")] == ["one", "two"]
    first, second = bench.call().entries("points")
    block = bench.view.block("points")
    assert block is not None
    block.entry_moved.emit(second.id, 0)
    bench.person.settle()
    assert [item.text for item in bench.call().entries("points")] == ["two", "one"]
    block.entry_removed.emit(first.id)
    bench.person.settle()
    assert [item.text for item in bench.call().entries("points")] == ["two"]


def test_a_block_that_stays_keeps_its_cursor_and_its_words(bench: Bench) -> None:
    bench.show("issue", "goal")
    bench.view.focus_question("goal")
    QTest.keyClicks(focused(), "a da")
    at = focused()
    bench.show("issue", "goal", "points")
    assert focused() is at
    QTest.keyClicks(focused(), "te")
    bench.view.flush()
    bench.person.settle()
    assert bench.call().text("goal") == "a date"


def test_when_the_question_with_the_cursor_goes_the_cursor_goes_to_its_neighbour(bench: Bench) -> None:
    bench.show("issue", "their_story", "goal")
    bench.view.focus_question("their_story")
    bench.show("issue", "goal")
    assert bench.view.current() == "goal"


def test_a_question_that_comes_before_one_that_stays_is_read_before_it(bench: Bench) -> None:
    bench.show("goal")
    bench.show("issue", "goal", "points")
    blocks = [each.asked.key for each in bench.view.children() if isinstance(each, QuestionBlock)]
    assert blocks == ["issue", "goal", "points"]
    bench.show("points", "issue", "goal")
    blocks = [each.asked.key for each in bench.view.children() if isinstance(each, QuestionBlock)]
    assert blocks[-3:] == ["points", "issue", "goal"]


def test_words_in_a_question_that_goes_are_kept(bench: Bench) -> None:
    bench.show("issue", "their_story")
    bench.view.focus_question("their_story")
    QTest.keyClicks(focused(), "I waited")
    bench.show("issue")
    assert bench.call().text("their_story") == "I waited"


def test_the_next_question_until_the_last(bench: Bench) -> None:
    bench.show("issue", "goal")
    bench.view.focus_question()
    assert bench.view.current() == "issue"
    assert bench.view.focus_next()
    assert bench.view.current() == "goal"
    assert not bench.view.focus_next()
    assert bench.view.last == "goal"


def test_hiding_settles_what_is_being_written(bench: Bench) -> None:
    bench.show("issue")
    bench.view.focus_question()
    QTest.keyClicks(focused(), "late")
    bench.view.hide()
    bench.person.settle()
    assert bench.call().text("issue") == "late"


def test_once_the_call_is_over_a_question_keeps_the_wording_it_was_answered_under(bench: Bench) -> None:
    bench.person.does(verbs.record_answer, bench.call_id, "issue", {"text": "late"}, "What was the trouble?")
    call = bench.call()
    (asked,) = [each for each in bench.sheet.asked(call.head.types) if each.key == "issue"]
    assert wording_of(asked, call) == asked.wording
    bench.person.does(verbs.mark_call, bench.call_id, "looked_back_now")
    over = bench.call()
    assert over.head.stage is Stage.REFLECT
    assert wording_of(asked, over) == "What was the trouble?"


def test_answers_as_the_worksheets_look_at_them(bench: Bench) -> None:
    bench.person.does(verbs.record_answer, bench.call_id, "goal", {"text": "a date"})
    bench.person.does(verbs.write_item, bench.call_id, "points", "p", {"text": "one"}, index=0)
    assert answers_of(bench.call()) == {"goal": {"text": "a date"}, "points": [{"text": "one"}]}


def test_the_questions_of_another_call_stand_in_their_places_at_once(bench: Bench) -> None:
    bench.call_id = bench.person.does(verbs.start_call, "Ærø", types=[CallType.COMPLAINT])
    call, asked = bench.call(), bench.sheet.asked((CallType.COMPLAINT,))[:4]
    bench.view.show_questions(asked, call)  # nothing waits: the cursor may go there, and the page scrolls to it
    blocks = [block for key in bench.view.keys if (block := bench.view.block(key)) is not None]
    assert len(blocks) > 1
    assert all(block.isVisible() and block.width() == bench.view.width() for block in blocks)
    assert all(above.geometry().bottom() < below.y() for above, below in pairwise(blocks))
