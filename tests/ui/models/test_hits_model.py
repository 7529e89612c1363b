"""What was found, one question at a time."""

from forecall.journal import verbs
from forecall.journal.reading import read_call
from forecall.ui.models.hits_model import FIRST_PAGE, HitsModel
from forecall.ui.models.rows import SPOKEN, Role
from tests.ui.conftest import Person


def test_a_hit_is_said_without_its_marks(person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind")
    person.does(verbs.record_answer, call, "issue", {"text": "The report came late"}, "")
    model = HitsModel(person.desk)
    model.find("report")
    person.settle()
    assert "The report came late" in model.index(0).data(SPOKEN)


def test_a_page_that_comes_late_is_dropped(person: Person) -> None:
    for number in range(FIRST_PAGE + 4):
        person.desk.workspace.perform(None, verbs.start_call, "Northwind", title=f"Call {number}")
    person.does(verbs.start_call, "Zett")
    model = HitsModel(person.desk)
    model.find("north")
    person.settle()
    assert model.more
    model.fetchMore(model.index(-1))
    model.find("zett")
    person.settle()
    assert [model.index(row).data() for row in range(model.rowCount())] == ["Zett", "Zett"]
    assert not model.more


def test_a_client_and_a_lesson_are_said_as_what_they_are(person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind")
    client = person.asks(read_call, call).head.client_id
    person.does(verbs.note_about_client, client, "Tea with sugar")
    person.does(verbs.write_lesson, None, {"if": "they drink tea", "then": "drink too", "why": ""})
    model = HitsModel(person.desk)
    model.find("tea")
    person.settle()
    rows = [model.index(row) for row in range(model.rowCount())]
    assert {row.data(Role.SIDE): row.data() for row in rows} == {
        "client": "Northwind",
        "lesson": "If they drink tea, I will drink too.",
    }
    assert {row.data(Role.SIDE): row.data(Role.DETAIL) for row in rows} == {
        "client": "1 call",
        "lesson": "from no call",
    }
    assert all("tea" in row.data(SPOKEN).lower() and "\ue000" not in row.data(SPOKEN) for row in rows)
