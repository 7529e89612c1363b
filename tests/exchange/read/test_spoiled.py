"""Two hundred spoiled files and some made to hurt: a sentence or sound calls, in bounded work, and nothing else."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forecall.exchange.faults import ImportFault
from forecall.exchange.read import reader_for
from forecall.exchange.read.offer import Offer
from forecall.exchange.read.rows import first_reading, read_rows
from forecall.exchange.read.table import Table
from forecall.journal.moments import from_utc, planned_to_utc
from tests.helpers.imports import INVITATION, SOUND, write_mutated

MOST_WORK = 3_000_000
"""Calls of Python functions for one file: some seconds. Work is counted, for a clock tells of the machine."""


class TooMuchWork(AssertionError):
    pass


def bounded(do: Callable[[], Any]) -> Any:
    """What ``do`` gives, stopped when it works on and on."""
    count = 0

    def watch(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += 1
        if count > MOST_WORK:
            sys.setprofile(None)
            raise TooMuchWork

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        return do()
    finally:
        sys.setprofile(before)


def one_sentence(told: str) -> str:
    assert told.endswith(".")
    assert "\n" not in told
    assert len(told) < 600
    return told


def judge(path: Path) -> Offer | str:
    """What a person gets to see of a file: an offer, or one sentence."""
    try:
        found = bounded(lambda: reader_for(path).read(path, ["Northwind"]))
        if isinstance(found, Table):
            found = bounded(lambda: read_rows(found, first_reading(found)))
    except ImportFault as fault:
        return one_sentence(str(fault))
    assert isinstance(found, Offer)
    for call in found.calls:
        assert 1 <= call.length_minutes <= 1440
        assert len(call.title) <= 200
        if call.wall is not None:
            planned_to_utc(call.wall, call.zone)
        if call.held is not None:
            from_utc(call.held)
        repr(call).encode()
    return found


@pytest.mark.parametrize("ending", SOUND)
def test_a_sound_file_is_an_offer(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"sound{ending}"
    path.write_text(SOUND[ending], "utf-8")
    found = judge(path)
    assert isinstance(found, Offer)
    assert found.calls
    assert found.faults == ()


@pytest.mark.parametrize("start", range(0, 210, 30))
def test_spoiled_files_give_a_sentence_or_sound_calls(tmp_path: Path, start: int) -> None:
    for seed in range(start, start + 30):
        judge(write_mutated(tmp_path, seed))


@settings(max_examples=60, deadline=None)
@given(raw=st.binary(max_size=400), ending=st.sampled_from(sorted(SOUND)))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, raw: bytes, ending: str) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{ending}"
    path.write_bytes(raw)
    judge(path)


def rule(text: str, start: str = "20200101T100000Z") -> str:
    head, tail = INVITATION.split("DTSTART;TZID=W. Europe Standard Time:20311203T100000\n")
    return f"{head}DTSTART:{start}\n{tail}".replace("RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=10;BYDAY=WE", f"RRULE:{text}")


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=SECONDLY;COUNT=1000000000",
        "FREQ=DAILY;COUNT=1000000000",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=999;BYMONTH=2;BYMONTHDAY=31;BYDAY=MO,TU",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=50",
        "FREQ=WEEKLY;INTERVAL=-1",
        "FREQ=MINUTELY;BYHOUR=" + ",".join(map(str, range(24))),
        "FREQ=DAILY;INTERVAL=" + "9" * 300,
    ],
)
def test_rules_that_never_end_cost_no_more_than_others(tmp_path: Path, text: str) -> None:
    path = tmp_path / "rule.ics"
    path.write_text(rule(text))
    assert isinstance(judge(path), Offer | str)
    events = rule(text).partition("BEGIN:VEVENT")[2].rpartition("END:VCALENDAR")[0]
    path.write_text(rule(text).replace("END:VCALENDAR", ("BEGIN:VEVENT" + events) * 60 + "END:VCALENDAR"))
    assert isinstance(judge(path), Offer | str)


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("a.csv", b"a,b\n" + b"," * 1_000_000, "Row 2 has 1000001 columns"),
        ("a.csv", b'client,date\nNorthwind,"never closed\n' + b"x,y\n" * 50_000, "Row 2 begins a text in quotes"),
        ("a.csv", b"a,b\n" * 10_002, "more than 10000 rows"),
        ("a.csv", b"", "holds no rows"),
        ("a.csv", b"\n\n ,\n", "holds no rows"),
        ("a.csv", b"client\0date\nx", "no text"),
        ("a.csv", b"PK\x03\x04" + bytes(range(1, 256)) * 20, "no text"),
        ("a.csv", b"\xff\xfea", "says that it is UTF-16, and is not"),
        ("a.csv", b"client\n\xed\xa0\x80", ""),
        ("a.ics", b"BEGIN:VEVENT\n" * 30_000, "nested too deeply"),
        ("a.ics", b"BEGIN:VCALENDAR\n", "ends too early"),
        ("a.ics", b"hello", "not a calendar"),
        ("a.ics", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "no event"),
        ("a.ics", b"x\n" * 200_001, "too many lines"),
        ("2026-11-25.md", b"---\n" + b"a: &a [x]\nb: [*a, *a]\n" + b"---\ntext", "head"),
        ("2026-11-25.md", b"---\n" + b"[" * 5000 + b"\n---\ntext", "head"),
        ("2026-11-25.md", b"---\n" + b"a: b\n" * 30_000 + b"---\ntext", "head"),
        ("2026-02-30 call.md", b"# Call", "date that does not exist"),
        ("call.md", b"# Call", "has no date"),
        ("call.md", b"---\ndate: 03/04/2026\n---\n", "can mean two days"),
        ("a.exe", b"MZ", "cannot be brought in"),
    ],
)
def test_what_cannot_come_in_is_told_with_its_place(tmp_path: Path, name: str, raw: bytes, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    found = judge(path)
    assert told in (found if isinstance(found, str) else "")


@pytest.mark.parametrize("ending", [*SOUND, ".json"])
def test_what_is_no_plain_file_is_never_waited_for(tmp_path: Path, ending: str) -> None:
    pipe, link = tmp_path / f"pipe{ending}", tmp_path / f"link{ending}"
    os.mkfifo(pipe)
    link.symlink_to("/dev/zero")
    assert "not a plain file" in str(judge(pipe))
    assert "not a plain file" in str(judge(link))
    assert "There is no file" in str(judge(tmp_path / f"none{ending}"))


@pytest.mark.parametrize(("ending", "size"), [(".ics", 5 << 20), (".csv", 17 << 20), (".md", 2 << 20)])
def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, ending: str, size: int) -> None:
    path = tmp_path / f"huge{ending}"
    with path.open("wb") as file:
        file.truncate(size)
    assert "more than can be brought in" in str(judge(path))


@pytest.mark.parametrize("seed", [1315, 1630, 5523, 6075])
def test_what_once_went_wrong(tmp_path: Path, seed: int) -> None:
    """A zone whose name is too long for a file; a title that was one letter too long."""
    judge(write_mutated(tmp_path, seed))
