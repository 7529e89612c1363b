"""What columns hold, by their names."""

import pytest

from forecall.exchange.faults import ImportFault
from forecall.exchange.read.columns import FIELDS, guess_fields, looks_like_names, mapped_fields


def test_names_in_english_and_german() -> None:
    assert guess_fields(["Customer Name", "Call Date", "Subject", "Outcome", "Notes", "Due", "Budget"]) == (
        "client", "date", "title", "ended", "notes", "due", "",
    )  # fmt: skip
    assert guess_fields(
        ["Kunde", "Datum", "Uhrzeit", "Betreff", "Dauer", "Ergebnis", "Notizen", "Zusage", "Fällig"]
    ) == (
        "client",
        "date",
        "time",
        "title",
        "length",
        "ended",
        "notes",
        "promise",
        "due",
    )


def test_each_field_once_and_whole_names_first() -> None:
    assert guess_fields(["Client since", "Client", "client"]) == ("", "client", "")
    assert guess_fields(["clientName", "lesson_if", "lesson_then"]) == ("client", "lesson_if", "lesson_then")
    assert guess_fields([]) == ()


def test_a_row_of_names() -> None:
    assert looks_like_names(["Kunde", "x"])
    assert looks_like_names(["A", "B"])
    assert not looks_like_names(["Northwind", "2026-11-26"])
    assert not looks_like_names(["only one"])


def test_what_is_said_counts_before_what_is_guessed() -> None:
    names = ["Customer", "Who", "Date"]
    assert mapped_fields({"client": "who"}, names) == ("", "client", "date")
    assert mapped_fields({"title": "1"}, names) == ("title", "", "date")
    for told in ({"nonsense": "Who"}, {"client": "Nobody"}, {"client": "9"}):
        with pytest.raises(ImportFault, match="There is no"):
            mapped_fields(told, names)


def test_no_name_means_two_fields() -> None:
    named = [name for field in FIELDS for name in field.names]
    assert len(named) == len(set(named))
