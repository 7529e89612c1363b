"""What is rehearsed on its way to the file."""

from PySide6.QtCore import QObject

from forecall.coach.rehearsal import Rated, Response, responses_of
from forecall.journal import verbs
from forecall.journal.reading import read_call
from forecall.journal.records import REHEARSED
from forecall.ui.rehearsal_file import RehearsalFile
from tests.ui.conftest import Person


def test_a_response_is_kept_with_what_it_answers_to(person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind")
    owner = QObject()
    file = RehearsalFile(person.desk.workspace, owner)
    told: list[str] = []
    file.saving.connect(lambda: told.append("saving"))
    file.saved.connect(lambda: told.append("saved"))
    file.write(call, Response("r1", "o1", "I see"), "You are late. " * 1000)
    file.write(call, Response("r1", "o1", "I see that", 12), "You are late.")
    file.rate("r1", Rated.CLOSE)
    person.settle()
    assert told == ["saving"] * 3 + ["saved"]
    record = person.asks(read_call, call)
    assert responses_of(record) == (Response("r1", "o1", "I see that", 12, Rated.CLOSE),)
    assert len(record.items[REHEARSED][0].wording) == 300


def test_a_plan_keeps_what_else_the_objection_holds(person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind")
    person.does(verbs.write_item, call, "objections", "o1", {"text": "Late", "likelihood": ["likely"]}, wording="What?")
    (objection,) = person.asks(read_call, call).items["objections"]
    owner = QObject()
    RehearsalFile(person.desk.workspace, owner).plan(objection, "It was.").wait()
    (objection,) = person.asks(read_call, call).items["objections"]
    assert objection.value == {"text": "Late", "likelihood": ["likely"], "then": "It was."}
    assert objection.wording == "What?"


def test_a_call_that_is_gone_is_refused_in_a_sentence(person: Person) -> None:
    owner = QObject()
    file = RehearsalFile(person.desk.workspace, owner)
    file.write("gone", Response("r1", "o1", "I see"), "Late")
    person.settle()
    assert person.failures == ["What you wanted to change is no longer in the journal."]
