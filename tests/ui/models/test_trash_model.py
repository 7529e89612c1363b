"""The rows of the trash."""

from dataclasses import replace

from forecall.journal.discarded import Discarded
from forecall.ui.models.rows import SPOKEN, Role
from forecall.ui.models.trash_model import TrashModel, kind_words, left_words, name_of
from tests.helpers.written import head


def thing(**fields: object) -> Discarded:
    given = {"kind": "client", "id": "a", "name": "Northwind", "more": "", "calls": 2}
    given |= {"deleted_at": "2026-11-20T09:00:00Z", "days_left": 1} | fields
    return Discarded(**given)  # type: ignore[arg-type]


def test_a_row_says_what_it_is_and_how_long_it_stays() -> None:
    assert kind_words(thing()) == "Client, with 2 calls"
    assert kind_words(thing(calls=0)) == "Client"
    assert kind_words(thing(calls=0, more="Contoso")) == "Client, merged into Contoso"
    assert (left_words(thing()), left_words(thing(days_left=0))) == ("1 day left", "leaves soon")
    assert name_of(thing(kind="lesson", name="a date slips", more="say it")) == "If a date slips, I will say it."
    assert name_of(thing(name=" \n")) == "Without words"
    assert name_of(thing(name="two\nlines")) == "two lines"


def test_a_screen_reader_hears_all_of_it() -> None:
    model = TrashModel("UTC")
    model.show_things([thing()])
    said = model.index(0).data(SPOKEN)
    assert all(part in said for part in ("Northwind", "Client, with 2 calls", "deleted", "1 day left"))
    assert (model.row_of("a"), model.row_of("b")) == (0, -1)


def test_a_call_is_known_by_its_title_or_its_time() -> None:
    call = head(planned_wall="2020-11-24T10:00", planned_zone="UTC")
    model = TrashModel("UTC")
    model.show_things([thing(kind="call", call=each) for each in (call, replace(call, title=""))])
    assert [model.index(row).data(Role.MORE) for row in (0, 1)] == ["Late report", "24 Nov 2020, 10:00"]
    assert "24 Nov 2020, 10:00" in model.index(1).data(SPOKEN)
