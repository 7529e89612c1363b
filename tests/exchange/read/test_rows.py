"""Rows as calls, and what is wrong with those that are none."""

from pathlib import Path

import pytest

from forecall.exchange.read.cells import DateOrder
from forecall.exchange.read.offer import Offer, without_client
from forecall.exchange.read.rows import Reading, first_reading, read_rows, sure_order
from forecall.exchange.read.table import Table, read_table

NOW = "2026-11-25T12:00:00Z"


def table(tmp_path: Path, text: str) -> Table:
    path = tmp_path / "a.csv"
    path.write_text(text, "utf-8")
    return read_table(path)


def read(tmp_path: Path, text: str) -> Offer:
    found = table(tmp_path, text)
    return read_rows(found, first_reading(found), now=NOW, zone="Europe/Berlin")


def test_a_row_ahead_is_a_call_to_prepare(tmp_path: Path) -> None:
    offer = read(
        tmp_path,
        "Client,Date,Time,Title,Type,Minutes,Issue,Notes,Promise,Due,Status\n"
        "Northwind,2026-12-03,4 pm,Late,complaint,45,Two days late,Was ill,Send it,2026-12-04,open\n",
    )
    (call,) = offer.calls
    assert (call.client, call.title, call.wall, call.zone, call.held) == (
        "Northwind", "Late", "2026-12-03T16:00", "Europe/Berlin", None,
    )  # fmt: skip
    assert (call.types, call.length_minutes, call.place) == (("complaint",), 45, "Row 2")
    assert call.answers == {"issue": {"text": "Two days late"}, "facts": {"know": "Was ill\nHow it ended: open"}}
    assert [(promise.text, promise.due) for promise in call.promises] == [("Send it", "2026-12-04")]


def test_a_row_in_the_past_is_a_call_that_was_held(tmp_path: Path) -> None:
    offer = read(
        tmp_path,
        "Kunde;Datum;Ergebnis;Notizen;Wenn;Dann;Art\nContoso;01.10.2025;Einig;Gut;zu spät;sage ich es;Sonstiges\n",
    )
    (call,) = offer.calls
    assert (call.wall, call.held) == (None, "2025-10-01T10:00:00Z")
    assert call.answers == {"keep": {"text": "Gut\nType: Sonstiges"}, "ended": {"picked": ["agreed"]}}
    assert call.lesson == ("zu spät", "sage ich es")


def test_a_client_alone(tmp_path: Path) -> None:
    offer = read(tmp_path, "Client,Known\nNorthwind,Prefers mail\nContoso,\n")
    assert [(call.client, call.known, call.is_call) for call in offer.calls] == [
        ("Northwind", "Prefers mail", False),
        ("Contoso", "", False),
    ]


def test_bad_rows_are_named(tmp_path: Path) -> None:
    offer = read(
        tmp_path,
        "client,date,time,length,promise,due\nA,2026-02-30,,,,\nB,soon,,,,\nC,2026-12-01,25:00,,,\nD,,,9999,,\n"
        f"E,,,,x,31.04.2026\n{'x' * 201},,,,,\nGood,2026-12-01,,,,\n",
    )
    assert [call.client for call in offer.calls] == ["Good"]
    assert [fault.sentence for fault in offer.faults] == [
        "Row 2 has a date that does not exist.",
        "Row 3 has a date that cannot be read: “soon”.",
        "Row 4 has a time that cannot be read: “25:00”.",
        "Row 5 has a length that is no number of minutes up to a day: “9999”.",
        "Row 6 has a date that does not exist.",
        "Row 7 has a client's name of more than 200 characters.",
    ]


def test_the_order_of_dates_is_read_off_the_table_or_asked(tmp_path: Path) -> None:
    fields = ("client", "date")
    for rows, order, doubtful in (
        ("A,03/04/2026\nB,13/04/2026\n", DateOrder.DAY_FIRST, ""),
        ("A,03/04/2026\nB,04/13/2026\n", DateOrder.MONTH_FIRST, ""),
        ("A,03/04/2026\nB,2026-01-01\n", None, "03/04/2026"),
        ("A,13/04/2026\nB,04/13/2026\nC,03/04/2026\n", None, "03/04/2026"),
        ("A,03.04.2026\n", None, ""),
    ):
        assert sure_order(table(tmp_path, rows), fields, False) == (order, doubtful)
    ambiguous = table(tmp_path, "A,03/04/2025\n")
    days = {
        order: read_rows(ambiguous, Reading(fields, False, order), now=NOW, zone="UTC").calls[0].held
        for order in DateOrder
    }
    assert days == {DateOrder.DAY_FIRST: "2025-04-03T12:00:00Z", DateOrder.MONTH_FIRST: "2025-03-04T12:00:00Z"}


def test_keys_follow_from_what_the_row_is(tmp_path: Path) -> None:
    text = "client,date,notes\nA,2026-12-01,x\nA,2026-12-01,y\nB,,one\nB,,two\n"
    calls = read(tmp_path, text).calls
    assert len({call.id for call in calls}) == 4
    again = read(tmp_path, "client,notes,date\n" + "a,changed words,2026-12-01\n").calls[0]
    assert again.id == calls[0].id


def test_a_guessed_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "b.csv"
    path.write_bytes("client\nZoë\n".encode("cp1252"))
    found = read_table(path)
    assert "Western European" in read_rows(found, first_reading(found)).remarks[0]


@pytest.mark.parametrize("text", ["client,date\n,2026-12-01\n"])
def test_a_row_without_a_client_is_kept_for_the_person_to_say(tmp_path: Path, text: str) -> None:
    offer = read(tmp_path, text)
    assert [call.place for call in offer.nameless] == ["Row 2"]


def test_a_row_whose_client_cannot_be_seen_has_none(tmp_path: Path) -> None:
    offer = read(tmp_path, "Client,Date\nAnn,2026-12-03\n\u200b,2026-12-04\n")
    assert [call.client for call in offer.calls] == ["Ann", ""]
    assert [without_client(call).sentence for call in offer.nameless] == ["Row 3 has no client."]


def test_cells_beyond_the_names_are_told(tmp_path: Path) -> None:
    offer = read(tmp_path, "Client,Title,\nAnn,Price,,\nBob,Late, and rude,x\nEve,Scope,y\n")
    assert [call.remark for call in offer.calls] == [
        "",
        "It holds words in a column without a name, which are left out: “and rude · x”.",
        "It holds words in a column without a name, which are left out: “y”.",
    ]


def test_cells_that_somebody_gave_a_field_are_not_left_out(tmp_path: Path) -> None:
    found = table(tmp_path, "Client,Title\nAnn,Price,more\n")
    offer = read_rows(found, Reading(("client", "title", "notes"), True), now=NOW, zone="UTC")
    assert offer.calls[0].remark == ""
    unnamed = table(tmp_path, "Ann,1 Price,more\n")
    assert read_rows(unnamed, Reading(("client", "title", ""), False), now=NOW).calls[0].remark == ""
