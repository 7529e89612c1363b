"""What the palette offers, for which words."""

from forecall.journal import verbs
from forecall.journal.finding import Found
from forecall.ui.actions import ACTIONS, Action
from forecall.ui.models.palette_model import PaletteModel
from forecall.ui.models.rows import SPOKEN, Role
from forecall.ui.page import Place
from tests.ui.conftest import Person


def model_of(person: Person, *, of_call: bool = False) -> PaletteModel:
    model = PaletteModel(person.desk, ACTIONS, of_call=of_call)
    person.settle()
    return model


def shown(model: PaletteModel) -> dict[str, list[str]]:
    """The rows under their headings."""
    found: dict[str, list[str]] = {}
    under: list[str] = []
    for row in range(model.rowCount()):
        index = model.index(row)
        if index.data(Role.HEADING):
            found[index.data()] = under = []
        else:
            under.append(index.data())
    return found


def finds(person: Person, model: PaletteModel, words: str) -> dict[str, list[str]]:
    model.find(words)
    person.settle()
    assert model.settled
    return shown(model)


def test_without_words_the_likeliest_stands_first(person: Person) -> None:
    person.does(verbs.start_call, "Northwind")
    person.does(verbs.start_call, "Aster", wall="2020-01-01T10:00", zone="UTC")
    at_a_call = finds(person, model_of(person, of_call=True), "")
    assert list(at_a_call)[:3] == ["This call", "Calls", "Begin"]
    assert "Rehearse" in at_a_call["This call"]
    assert "Aster" in at_a_call["Calls"]
    assert list(finds(person, model_of(person), ""))[:2] == ["Calls", "Begin"]


def test_each_kind_is_found_under_its_own_heading(person: Person) -> None:
    call = person.does(verbs.start_call, "Promise Ltd")
    person.does(verbs.record_answer, call, "issue", {"text": "The report came late"})
    person.does(verbs.write_lesson, None, {"if": "I promise", "then": "write it down", "why": ""})
    person.does(verbs.write_phrase, "own", {"text": "I promise a date.", "moment": ["calm"], "types": [], "fits": []})
    found = finds(person, model_of(person), "promise")
    assert found["Calls"] == ["Promise Ltd · The report came late"]
    assert found["Clients"] == ["Promise Ltd"]
    assert found["Lessons"] == ["If I promise, I will write it down."]
    assert "“I promise a date.”" in found["Phrases"]
    assert found["Everything written"] == ["Find “promise” in everything written"]
    assert list(found)[-1] == "Everything written"


def test_an_action_is_found_by_other_words_for_it_and_stands_above_the_rest(person: Person) -> None:
    person.does(verbs.start_call, "Night shift")
    found = finds(person, model_of(person), "night")
    assert found["Actions"] == ["Dark colours"]
    assert list(found)[:2] == ["Actions", "Calls"]


def test_what_is_only_nearly_meant_does_not_stand_before_what_is(person: Person) -> None:
    assert finds(person, model_of(person), "setings")["Actions"] == ["Settings"]
    person.does(verbs.start_call, "Setings")
    assert "Actions" not in finds(person, model_of(person), "setings")


def test_a_row_says_its_key_and_where_it_leads(person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind", title="Late")
    model = model_of(person)
    finds(person, model, "prepare a call")
    index = model.index(1)
    assert index.data(SPOKEN) == "Prepare a call. Ctrl+N"
    assert isinstance(index.data(Role.RECORD), Action)
    finds(person, model, "northwind")
    assert model.index(1).data(Role.RECORD) == Place("prepare", call)
    assert model.index(1).data(Role.TITLE) == "Northwind"


def test_the_answer_to_older_words_is_never_shown(person: Person) -> None:
    for name in ("Northwind", "Aster"):
        person.does(verbs.start_call, name)
    model = model_of(person)
    seen: list[dict[str, list[str]]] = []
    model.arrived.connect(lambda: seen.append(shown(model)))
    for words in ("n", "no", "nor", "aster"):
        model.find(words)
    assert not model.settled
    person.settle()
    assert [each["Calls"] for each in seen] == [["Aster"]]


def test_when_the_journal_takes_its_time_the_rest_is_shown_without_it(person: Person) -> None:
    model = model_of(person)
    model.find("settings")
    model._on_late()
    assert shown(model)["Actions"] == ["Settings"]
    model._on_found("settings", Found())
    assert shown(model)["Actions"] == ["Settings"]
    person.settle()


def test_steps_pass_over_headings_and_begin_again_at_the_end(person: Person) -> None:
    model = model_of(person)
    finds(person, model, "call sheet")
    rows = [row for row in range(model.rowCount()) if not model.index(row).data(Role.HEADING)]
    assert model.count() == len(rows)
    assert model.next_row(-1, 0) == rows[0] == 1
    assert model.next_row(rows[0], -1) == rows[-1]
    assert model.next_row(rows[-1], 1) == rows[0]
    assert model.next_row(rows[0], 8) == rows[min(8, len(rows) - 1)]
    assert model.next_row(rows[-1], -8) == rows[max(0, len(rows) - 9)]
