"""An archive is judged whole, and what is wrong with it is one sentence with its place."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forecall.exchange.faults import ArchiveError
from forecall.exchange.read.archive import read_archive
from tests.helpers.archives import answer, archive, call, client, item, lesson, write


def told(tmp_path: Path, held: Any) -> str:
    """What a person hears of a bad archive."""
    with pytest.raises(ArchiveError) as raised:
        read_archive(write(tmp_path / "in.json", held))
    return str(raised.value)


def test_a_sound_archive_is_counted_and_given_in_chunks(tmp_path: Path) -> None:
    calls = [call(f"call-{number}") for number in range(1, 8)]
    arrival = read_archive(write(tmp_path / "in.json", archive(calls=calls)))
    assert arrival.counts == {"clients": 1, "calls": 7, "answers": 1, "items": 1, "lessons": 1, "phrases": 1} | {
        "forecast_locks": 1, "paces": 1, "revisions": 1
    }  # fmt: skip
    chunks = [(chunk.table, len(chunk.rows)) for chunk in arrival.chunks(3)]
    assert chunks[:4] == [("client", 1), ("call", 3), ("call", 3), ("call", 1)]
    assert chunks[4:] == [
        ("answer", 1),
        ("item", 1),
        ("lesson", 1),
        ("phrase", 1),
        ("forecast_lock", 1),
        ("pace", 1),
        ("revision", 1),
    ]


@pytest.mark.parametrize(
    ("held", "sentence"),
    [
        (
            archive(calls=[*(call(f"c{n}") for n in range(6)), call("c6", planned_wall="2026-02-30T10:00")]),
            "calls, entry 7: planned_wall is a date that does not exist. Nothing was imported.",
        ),
        (archive(clients=[client(mood="bad")]), "clients, entry 1: mood is a field that is not known."),
        (archive(mood="bad"), "in.json: it has a field that is not known: mood."),
        (archive(answers=[answer(call_id="gone")]), "answers, entry 1: call_id names nothing in calls."),
        (archive(items=[item(call_id="gone")]), "items, entry 1: call_id names nothing in calls."),
        (archive(lessons=[lesson(call_id="gone")]), "lessons, entry 1: call_id names nothing in calls."),
        (
            archive(calls=[call(client_id="gone")], answers=[], items=[], lessons=[]),
            "client_id names nothing in clients.",
        ),
        (archive(clients=[client(), client()]), "clients, entry 2: id is there twice."),
        (archive(answers=[answer(), answer("answer-2")]), "answers, entry 2: key is answered twice for one call."),
        (archive(calls=[call(planned_zone=None)]), "planned_wall, planned_zone and planned_utc belong together."),
        (archive(version=4), "in.json was made by a later version of Forecall. Nothing was imported."),
        (archive(version=True), "in.json: version is not a whole number."),
        (archive(format="other"), "in.json: format is not forecall-journal."),
        (archive(made_at="yesterday"), "in.json: made_at is not written as it should be."),
        (archive(items=[item(position=10**400)]), "items, entry 1: position is not between"),
        (archive(items=[item(due="2026-02-29")]), "items, entry 1: due is a date that does not exist."),
        (archive(answers=[answer(value={"text": "\ud800"})]), "value, text holds half of a character"),
        ({"format": "forecall-journal", "version": 1}, "in.json: made_at is missing."),
        ({**archive(), "lessons": {}}, "lessons: it is not sound JSON"),
        ("", "in.json is not an archive of a journal."),
        ("[]", "in.json is not an archive of a journal."),
        ('{"version": 1, "version": 1}', "in.json: it has version twice."),
        (json.dumps(archive())[:-40], "ends too early"),
        (json.dumps(archive()).replace('"position": 0', '"position": NaN'), "items: NaN is not a number."),
        (json.dumps(archive()).replace('"name": ', '"name": "x", "name": '), "clients: a field is there twice."),
    ],
)
def test_what_is_wrong_is_one_sentence_with_its_place(tmp_path: Path, held: Any, sentence: str) -> None:
    said = told(tmp_path, held)
    assert sentence in said
    assert said.endswith("Nothing was imported.")
    assert "\n" not in said


def test_a_fault_after_sound_entries_names_the_last_sound_one(tmp_path: Path) -> None:
    text = json.dumps(archive(clients=[client(), client("client-2")])).replace('"client-2"', '"client-2')
    assert told(tmp_path, text).startswith("clients, after entry 1: ")


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "in.json"
    path.write_bytes(b'{"format": "\xff\xfe"}')
    with pytest.raises(ArchiveError, match="bytes that are no text"):
        read_archive(path)


def test_what_is_no_file_is_told_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, sentence in (("gone", "There is no file"), ("pipe", "not a plain file"), (".", "not a plain file")):
        with pytest.raises(ArchiveError, match=sentence):
            read_archive(tmp_path / name)


def test_a_file_that_changed_after_it_was_judged_is_refused(tmp_path: Path) -> None:
    arrival = read_archive(write(tmp_path / "in.json", archive()))
    write(tmp_path / "in.json", archive(clients=[client(name="Someone else entirely")]))
    with pytest.raises(ArchiveError, match="changed meanwhile"):
        list(arrival.chunks())


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.integers(0, 2000), st.sampled_from(["", '"', "{", "]", ",", "\\", "\ud800", "null", "1e999", "\x00", "ü"]))
def test_a_damaged_file_never_ends_in_a_traceback(tmp_path: Path, place: int, put: str) -> None:
    text = json.dumps(archive())
    damaged = text[: place % len(text)] + put + text[place % len(text) + 1 :]
    path = tmp_path / "in.json"
    path.write_bytes(damaged.encode("utf-8", "surrogatepass"))
    with suppress(ArchiveError):  # any other error fails
        read_archive(path)
