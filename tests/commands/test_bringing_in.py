"""``forecall import`` of what other programs wrote: looked at first, brought in whole, and once."""

import json
import os
import sys
from pathlib import Path

import pytest

from forecall.commands import importing
from forecall.storage import database
from tests.commands.conftest import Command, Kept
from tests.helpers.imports import INVITATION, NOTE

TABLE = "Customer,Day,Subject\nContoso,2031-11-26,Price\nFabrikam,2031-02-30,Scope\n,2031-11-27,Late\n"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def calls(forecall: Command, journal: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(forecall("list", "calls", "--json", "--journal", journal).out)
    return found


def test_a_table_with_bad_rows_comes_in_only_when_they_are_left_out(forecall: Command, tmp_path: Path) -> None:
    path, journal = write(tmp_path, "calls.csv", TABLE), tmp_path / "new" / "journal.db"
    said = forecall("import", path, "--journal", journal)
    assert said.code == 1
    assert said.err.splitlines()[:2] == ["Row 3 has a date that does not exist.", "Row 4 has no client."]
    assert "Nothing was imported" in said.err
    assert not journal.exists()
    assert forecall("import", path, "--leave-bad-rows", "--journal", journal).out == "1 call was added.\n"
    assert [call["title"] for call in calls(forecall, journal)] == ["Price"]
    again = forecall("import", path, "--leave-bad-rows", "--journal", journal)
    assert again.out == "Nothing is new. 1 was already there.\n"


def test_a_journal_that_another_program_writes_to_is_not_waited_for(
    forecall: Command, kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.01)
    path = write(tmp_path, "calls.csv", TABLE)
    writer = database.connect(kept.path, writing=True)
    writer.execute("BEGIN IMMEDIATE")
    try:
        said = forecall("import", path, "--leave-bad-rows", "--journal", kept.path)
    finally:
        writer.close()
    assert said.code == 1
    assert said.err.endswith("forecall: Another program is writing to the journal. Try again in a moment.\n")


def test_columns_can_be_named_and_a_client_given(forecall: Command, tmp_path: Path) -> None:
    path = write(tmp_path, "calls.csv", "Who,What,Day\nAnn,Late,2031-11-26\n")
    journal = tmp_path / "j.db"
    said = forecall("import", path, "--map", "client=Who,title=2", "--dry-run", "--journal", journal)
    assert (said.code, said.out) == (0, "  2031-11-26 09:00 · Ann · Late\n1 would come in.\n")
    assert not journal.exists()
    assert "--map client=COLUMN" in forecall("import", path, "--journal", journal).err
    assert forecall("import", path, "--client", "Northwind", "--journal", journal).code == 0
    assert calls(forecall, journal)[0]["client"] == "Northwind"


def test_dates_that_can_mean_two_days_are_asked_about(forecall: Command, tmp_path: Path) -> None:
    path = write(tmp_path, "calls.csv", "client,date\nAnn,03/04/2031\n")
    said = forecall("import", path, "--dry-run", "--journal", tmp_path / "j.db")
    assert said.err == "forecall: 03/04/2031 can mean two days. Say which: --dates day-first or --dates month-first.\n"
    for order, day in (("day-first", "2031-04-03"), ("month-first", "2031-03-04")):
        assert day in forecall("import", path, "--dry-run", "--dates", order, "--journal", tmp_path / "j.db").out


def test_several_events_offer_a_choice(forecall: Command, tmp_path: Path) -> None:
    path, journal = write(tmp_path, "a.ics", INVITATION), tmp_path / "j.db"
    said = forecall("import", path, "--client", "Northwind", "--journal", journal)
    assert said.code == 1
    assert "\n2 2031-12-04" in said.err
    assert "--pick 1,3" in said.err
    assert forecall("import", path, "--pick", "1", "--journal", journal).out == "1 call was added.\n"
    said = forecall("import", path, "--client", "Northwind", "--pick", "all", "--journal", journal)
    assert said.out == "1 call was added. 1 was already there.\n"
    moved = write(tmp_path, "a.ics", INVITATION.replace("20311204T090000Z", "20311205T100000Z"))
    said = forecall("import", moved, "--client", "Northwind", "--pick", "2", "--journal", journal)
    assert said.out == "1 call was moved.\n"
    assert len(calls(forecall, journal)) == 2


def test_a_note_finds_its_client_among_those_there_are(forecall: Command, kept: Kept, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    folder.mkdir()
    write(folder, "2025-11-20 Northwind again.md", "They said: late.")
    write(folder, "head.md", NOTE)
    said = forecall("import", folder, "--journal", kept.path)
    assert (said.code, said.out) == (0, "2 calls were added.\n")
    assert "They said: late." in forecall("search", "they said late", "--json", "--journal", kept.path).out


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("a.ics", ["--map", "client=x"], "--map says nothing about a.ics."),
        ("a.json", ["--client", "x"], "--client says nothing about a.json."),
        ("a.csv", ["--map", "client"], "is not like client=Customer"),
        ("a.csv", ["--pick", "1"], "--pick says nothing"),
        ("a.xyz", [], "cannot be brought in"),
    ],
)
def test_options_that_say_nothing_are_told(
    forecall: Command, tmp_path: Path, name: str, options: list[str], told: str
) -> None:
    path = write(tmp_path, name, "")
    said = forecall("import", path, *options, "--journal", tmp_path / "j.db")
    assert said.code in (1, 2)
    assert told in said.err


def test_an_archive_can_be_looked_at_first(forecall: Command, kept: Kept, tmp_path: Path) -> None:
    path, journal = tmp_path / "archive.json", tmp_path / "new.db"
    forecall("export", "journal", "--to", path, "--journal", kept.path)
    said = forecall("import", path, "--dry-run", "--journal", journal)
    assert said.out.endswith(" entries would come in.\n")
    assert not journal.exists()


def test_a_name_that_cannot_be_kept_leaves_no_journal(forecall: Command, tmp_path: Path) -> None:
    path, journal = write(tmp_path, "a.csv", "client,title\nNorthwind,x\n"), tmp_path / "j.db"
    said = forecall("import", path, "--client", "\u200b", "--journal", journal)
    assert said.code == 0
    path = write(tmp_path, "b.csv", "client,title\n\u200b,x\n")
    said = forecall("import", path, "--journal", tmp_path / "k.db")
    assert said.code == 1
    assert not (tmp_path / "k.db").exists()


def test_a_client_that_cannot_be_seen_stops_its_row_alone(forecall: Command, tmp_path: Path) -> None:
    path = write(tmp_path, "calls.csv", "Client,Date\nAnn,2031-11-26\n\u200b,2031-11-27\n")
    journal = tmp_path / "j.db"
    assert forecall("import", path, "--journal", journal).err.splitlines()[0] == "Row 3 has no client."
    assert forecall("import", path, "--leave-bad-rows", "--journal", journal).out == "1 call was added.\n"


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text elsewhere")
def test_a_folder_with_a_name_that_is_not_utf8_comes_in(forecall: Command, tmp_path: Path) -> None:
    folder, journal = tmp_path / "notes", tmp_path / "j.db"
    folder.mkdir()
    write(folder, "2025-11-20 Call with Ann.md", "x")
    write(folder, os.fsdecode(b"2025-11-21 Call with M\xfcller.md"), "x")
    assert forecall("import", folder, "--journal", journal).out.startswith("2 calls were added.")
    assert {call["client"] for call in calls(forecall, journal)} == {"Ann", "Müller"}


@pytest.mark.parametrize(
    ("start", "told"),
    [
        (
            "DTSTART;TZID=Nowhere/Else:20311203T100000",
            "Event 1 · Late: Its time zone, “Nowhere/Else”, is not known here; the time is taken as yours.\n",
        ),
        ("DTSTART;VALUE=DATE:20311203", "Event 1 · Late: It takes the whole day, so that it has no time yet.\n"),
    ],
)
def test_what_is_to_be_known_of_a_call_is_told(forecall: Command, tmp_path: Path, start: str, told: str) -> None:
    event = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Late\n{start}\nEND:VEVENT\nEND:VCALENDAR\n"
    path, journal = write(tmp_path, "a.ics", event), tmp_path / "j.db"
    for way in (["--dry-run"], []):
        said = forecall("import", path, "--client", "Ann", *way, "--journal", journal)
        assert (said.code, said.err) == (0, told)


def test_of_many_remarks_some_are_told(forecall: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "_SHOWN", 1)
    path = write(tmp_path, "a.ics", INVITATION.replace("DTSTART:20311204T090000Z", "DTSTART;VALUE=DATE:20311204"))
    said = forecall("import", path, "--client", "Ann", "--pick", "all", "--dry-run", "--journal", tmp_path / "j.db")
    assert said.err == "Event 1 · Late delivery: It repeats; only the next one comes in.\n… and 1 more\n"


def test_cells_beyond_the_names_of_the_columns_are_told(forecall: Command, tmp_path: Path) -> None:
    path = write(tmp_path, "calls.csv", "Client,Date,Title\nAnn,2031-11-26,Late, and rude\n")
    said = forecall("import", path, "--dry-run", "--journal", tmp_path / "j.db")
    assert said.err == "Row 2 · Late: It holds words in a column without a name, which are left out: “and rude”.\n"
