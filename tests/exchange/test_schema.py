"""The schema file is the truth: about the tables, about our reader, and for any other one."""

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from forecall.exchange.schema import CHECKED, DESCRIBES, SECTIONS, Unsound, archive_schema, compiled
from forecall.journal.tables import KEPT
from tests.helpers.archives import answer, archive, call, client, forecast_lock, item, lesson, pace, phrase, revision

SCHEMA = archive_schema()
SOUND = {
    "clients": client,
    "calls": call,
    "answers": answer,
    "items": item,
    "lessons": lesson,
    "phrases": phrase,
    "forecast_locks": forecast_lock,
    "paces": pace,
    "revisions": revision,
}
ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1441, 2**53, 10**400, 0.5, "", "x", "1\n", [], [1], ["a"], {}, {"a": None}),
    *({"a": 0.5}, {"a": [1]}, {"a": {"b": "c"}}, "complaint", "complaint,scope", "complaint,", "scope,scope,scope"),
    *("2026-02-30", "2026-02-28", "2026-11-20T09:00:00Z", "2026-13-20T09:00:00Z", "a" * 36, "a" * 37, "ä"),
    *("ä" * 1000, "x" * 1001, "x" * 1_000_001, ["x" * 1001], {"a": "x" * 1_000_001}),
)


def _parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema inside the schema."""
    if isinstance(schema, dict):
        yield schema
        for word in ("properties", "$defs"):
            for each in schema.get(word, {}).values():
                yield from _parts(each)
        for word in ("items", "additionalProperties"):
            yield from _parts(schema.get(word))


def test_it_is_a_sound_schema_of_its_draft() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_field_is_described() -> None:
    own = [part for part in _parts(SCHEMA) if set(part) != {"$ref"}]
    assert [part for part in own if not part.get("description", "").endswith(".")] == []


def test_it_uses_no_word_that_our_reader_does_not_know() -> None:
    assert {word for part in _parts(SCHEMA) for word in part} - CHECKED - DESCRIBES == set()


def test_its_fields_are_the_columns_of_the_tables() -> None:
    for table in KEPT:
        columns = [name for name in table.model_fields if name not in ("seq", "checksum")]
        assert sorted(SCHEMA["$defs"][str(table.__tablename__)]["properties"]) == sorted(columns)
    assert sorted(SECTIONS.values()) == sorted(str(table.__tablename__) for table in KEPT)


def test_a_sound_archive_is_sound_to_any_reader() -> None:
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    assert [error.message for error in validator.iter_errors(archive())] == []


@pytest.mark.parametrize("section", SECTIONS)
def test_our_verdict_is_that_of_a_full_implementation(section: str) -> None:
    table = SECTIONS[section]
    ours = compiled(SCHEMA["$defs"][table], SCHEMA)
    theirs = Draft202012Validator(
        {"$ref": f"#/$defs/{table}", "$defs": SCHEMA["$defs"]}, format_checker=FormatChecker(["date"])
    )
    for field, part in SCHEMA["$defs"][table]["properties"].items():
        if part.get("format") in ("wall-time", "time-zone"):
            continue  # words of our own: told apart below
        for odd in ODD:
            if odd == "1\n" or "moment" in part.get("$ref", ""):
                continue  # "$" allows a line end there, and a date that does not exist is only our concern
            entry = SOUND[section](**{field: odd})
            assert _is_sound(ours, entry) == theirs.is_valid(entry), (field, odd)
        entry = SOUND[section]()
        del entry[field]
        assert not _is_sound(ours, entry)


def _is_sound(check: Any, entry: Any) -> bool:
    try:
        check(entry)
    except Unsound:
        return False
    return True


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (call(planned_wall="2026-02-30T10:00"), "planned_wall is a date that does not exist"),
        (call(planned_wall="2026-1-1T10:00"), "planned_wall is a date that does not exist"),
        (call(planned_zone="Europe/Nowhere"), "planned_zone is a time zone that is not known"),
        (call(planned_zone="../../etc/passwd"), "planned_zone is a time zone that is not known"),
        (call(held_at="2026-02-30T10:00:00Z"), "held_at is a date that does not exist"),
        (call(length_minutes=0), "length_minutes is not between 1 and 1440"),
        (call(length_minutes="30"), "length_minutes is not a whole number"),
        (call(types="sadness"), "types is not written as it should be"),
        (call(title=None), "title is not text"),
        (call(id="1\n"), "id is not written as it should be"),
        (call(mood="bad"), "mood is a field that is not known"),
        (call(title="\ud800"), "title holds half of a character, which cannot be saved"),
        (call(title="x" * 1001), "title is longer than 1,000 characters"),
        ([], "is not an object"),
    ],
)
def test_what_is_wrong_is_told_in_words(entry: Any, told: str) -> None:
    with pytest.raises(Unsound) as raised:
        compiled(SCHEMA["$defs"]["call"], SCHEMA)(entry)
    assert str(raised.value) == told


@pytest.mark.parametrize(
    "value", [{"a": 0.5}, {"a": {}}, {"a": None}, {"a": ["b", 1]}, {"\ud800": "x"}, {"a": "\udfff"}]
)
def test_an_answer_holds_only_what_an_answer_can(value: Any) -> None:
    with pytest.raises(Unsound):
        compiled(SCHEMA["$defs"]["answer"], SCHEMA)(answer(value=value))
