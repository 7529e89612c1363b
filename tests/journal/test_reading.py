"""Reading a journal through a raw connection."""

from typing import Any

import pytest

from forecall.guide.question import CallType
from forecall.journal import answers, calls, clients, items, lessons, reading
from forecall.journal.records import Stage
from tests.journal.desk import Desk

BEFORE, DURING, AFTER = "2026-11-26T09:59:00Z", "2026-11-26T10:29:00Z", "2026-11-26T10:31:00Z"


@pytest.fixture
def call_id(desk: Desk) -> str:
    return str(desk.do(calls.start_call, "Northwind", wall="2026-11-26T10:00", zone="UTC", types=["scope", "abuse"]))


def head(desk: Desk, call_id: str, now: str = BEFORE) -> Any:
    found = reading.read_call(desk.reader, call_id, now)
    assert found is not None
    return found.head


def test_a_whole_call(desk: Desk, call_id: str) -> None:
    desk.do(answers.record_answer, call_id, "issue", {"text": "Late\u2028🦊\x00"}, "What?")
    desk.do(answers.record_answer, call_id, "ended", {"picked": ["agreed"]})
    desk.do(answers.record_answer, call_id, "lesson", {"if": "a", "then": "b", "skill": ["listening"]})
    for index, item in enumerate("abc"):
        desk.do(items.write_item, call_id, "points", item, {"text": item}, index=0, wording=f"{index}?")
    desk.do(items.write_item, call_id, "promised", "p", {"text": "Send", "due": "2026-12-01"})
    desk.do(clients.note_about_client, desk.row("client")["id"], "Likes mail")
    desk.do(calls.link_call, call_id, "https://example.org")
    call = reading.read_call(desk.reader, call_id, BEFORE)
    assert call is not None
    assert (call.known, call.links) == ("Likes mail", "https://example.org")
    assert call.answers["issue"].value == {"text": "Late\u2028🦊\x00"}
    assert call.answers["issue"].wording == "What?"
    assert call.answers["lesson"].value == {"if": "a", "then": "b", "skill": ["listening"]}
    assert [(item.text, item.position, item.wording) for item in call.items["points"]] == [
        ("c", 0, "2?"),
        ("b", 1, "1?"),
        ("a", 2, "0?"),
    ]
    assert call.items["promised"][0].due == "2026-12-01"
    assert call.head.types == (CallType.SCOPE, CallType.ABUSE)
    assert call.head.ended == "agreed"
    assert call.lesson is not None
    assert call.lesson.client_name == "Northwind"
    assert call.lesson.call_types == call.lesson.types == call.head.types


def test_what_is_not_there_is_none(desk: Desk) -> None:
    assert reading.read_call(desk.reader, "nowhere") is None
    assert reading.read_client(desk.reader, "nowhere") is None
    assert reading.read_draft(desk.reader, "nothing") == ""
    assert reading.list_clients(desk.reader) == []
    assert reading.list_lessons(desk.reader) == []


def test_a_new_call_is_prepared_until_its_time_is_over(desk: Desk, call_id: str) -> None:
    assert head(desk, call_id, BEFORE).stage == Stage.PREPARE
    assert head(desk, call_id, DURING).stage == Stage.PREPARE
    assert head(desk, call_id, AFTER).stage == Stage.REFLECT
    desk.do(calls.lengthen_call, call_id, 60)
    assert head(desk, call_id, AFTER).stage == Stage.PREPARE


@pytest.mark.parametrize(
    ("marks", "stage"),
    [
        (["held"], Stage.REFLECT),
        (["held", "looked_back_now"], Stage.REFLECT),
        (["looked_back_later"], Stage.DONE),
        (["left"], Stage.DONE),
        (["held", "did_not_happen"], Stage.DID_NOT_HAPPEN),
        (["did_not_happen", "held"], Stage.REFLECT),
        (["archived"], Stage.PREPARE),
    ],
)
def test_the_stage_follows_from_the_marks(desk: Desk, call_id: str, marks: list[str], stage: Stage) -> None:
    for mark in marks:
        desk.do(calls.mark_call, call_id, mark)
    assert head(desk, call_id).stage == stage


def test_a_call_without_time_stays_in_preparation(desk: Desk) -> None:
    call_id = desk.do(calls.start_call, "Northwind")
    assert head(desk, call_id, "2099-01-01T00:00:00Z").stage == Stage.PREPARE


def test_a_reopened_call_asks_again(desk: Desk, call_id: str) -> None:
    for mark in ("held", "looked_back_now", "looked_back_later"):
        desk.do(calls.mark_call, call_id, mark)
    desk.do(calls.reopen_call, call_id)
    assert head(desk, call_id).stage == Stage.REFLECT


@pytest.mark.parametrize(
    ("issue", "title"),
    [
        ("The report is late.", "The report is late"),
        ("\n  \n First line \nSecond", "First line"),
        (
            "They want more than we agreed on and will not hear of it all",
            "They want more than we agreed on and will not…",
        ),
        ("x" * 60, "x" * 48 + "…"),
        ("", ""),
    ],
)
def test_a_call_is_called_after_its_issue(desk: Desk, call_id: str, issue: str, title: str) -> None:
    desk.do(answers.record_answer, call_id, "issue", {"text": issue})
    assert head(desk, call_id).title == title
    assert len(head(desk, call_id).title) <= reading.TITLE_LENGTH + 1
    desk.do(calls.rename_call, call_id, "Mine")
    assert head(desk, call_id).title == "Mine"


def test_an_issue_without_words_gives_no_title() -> None:
    assert reading.title_from(None) == reading.title_from('{"picked":["a"]}') == ""


def test_clients_are_listed_by_name_with_their_calls(desk: Desk) -> None:
    for name in ("northwind", "Contoso", "Alpha Nord", "Gone"):
        desk.do(calls.start_call, name)
    desk.do(calls.mark_call, desk.do(calls.start_call, "Contoso"), "deleted")
    ids = {row["name"]: row["id"] for row in desk.rows("client")}
    desk.do(clients.delete_client, ids["Gone"])
    found = reading.list_clients(desk.reader)
    assert [(client.name, client.calls) for client in found] == [("Alpha Nord", 1), ("Contoso", 1), ("northwind", 1)]
    assert [client.name for client in reading.list_clients(desk.reader, "NORD")] == ["Alpha Nord"]
    assert [client.name for client in reading.list_clients(desk.reader, " nor")] == ["Alpha Nord", "northwind"]
    assert len(reading.list_clients(desk.reader, limit=2)) == 2
    desk.do(clients.archive_client, ids["Contoso"])
    assert [client.name for client in reading.list_clients(desk.reader, archived=True)] == ["Contoso"]
    gone = reading.read_client(desk.reader, ids["Gone"])
    assert gone is not None
    assert gone.deleted_at is not None
    assert gone.calls == 0


@pytest.mark.parametrize("name", ["100% Design", "under_score", "back\\slash", "O'Neil", "[a-c]*"])
def test_signs_in_a_name_are_only_signs(desk: Desk, name: str) -> None:
    desk.do(calls.start_call, name)
    desk.do(calls.start_call, "Northwind")
    assert [client.name for client in reading.list_clients(desk.reader, name[:-1])] == [name]
    assert reading.list_clients(desk.reader, "%") == reading.list_clients(desk.reader, "_") == []


def test_lessons_are_listed_newest_first(desk: Desk, call_id: str) -> None:
    first = desk.do(lessons.write_lesson, None, {"if": "1", "skill": ["listening"]})
    second = desk.do(lessons.write_lesson, None, {"if": "2"})
    third = desk.do(lessons.write_lesson, None, {"if": "3"})
    desk.do(lessons.archive_lesson, second)
    desk.do(answers.record_answer, call_id, "lesson", {"if": "4"})
    desk.do(answers.record_answer, call_id, "lesson", {})
    assert [lesson.id for lesson in reading.list_lessons(desk.reader)] == [third, first]
    assert [lesson.id for lesson in reading.list_lessons(desk.reader, skill="listening")] == [first]
    assert [lesson.id for lesson in reading.list_lessons(desk.reader, archived=True)] == [second]


def test_a_lesson_of_a_deleted_call_stays_and_names_no_client(desk: Desk, call_id: str) -> None:
    desk.do(answers.record_answer, call_id, "lesson", {"if": "a"})
    desk.do(calls.mark_call, call_id, "deleted")
    (lesson,) = reading.list_lessons(desk.reader)
    assert (lesson.if_text, lesson.client_name, lesson.moment) == ("a", "", None)


def test_an_id_may_be_cut_to_a_unique_beginning(desk: Desk, call_id: str) -> None:
    assert reading.find_id(desk.reader, "call", call_id) == call_id
    assert reading.find_id(desk.reader, "call", call_id[:8]) == call_id
    for wrong in ("", "zzzz", call_id + "0", "%"):
        with pytest.raises(LookupError):
            reading.find_id(desk.reader, "call", wrong)
    for key in ("same-1", "same-2"):
        desk.do(items.write_item, call_id, "points", key, {"text": "x"})
    with pytest.raises(LookupError) as caught:
        reading.find_id(desk.reader, "item", "same")
    assert caught.value.args == (2,)
    assert reading.find_id(desk.reader, "item", "same-1") == "same-1"


def test_a_type_of_a_later_version_is_passed_over() -> None:
    assert reading.types_of("scope,telepathy") == (CallType.SCOPE,)
    assert reading.types_of("") == ()


def test_clients_are_sorted_and_found_as_the_language_does(desk: Desk) -> None:
    for name in ("Zander", "Ärztehaus Süd", "Apfelhof", "Österreich Tours", "Ostwind"):
        desk.do(calls.start_call, name)
    assert [each.name for each in reading.list_clients(desk.reader)] == [
        "Apfelhof", "Ärztehaus Süd", "Österreich Tours", "Ostwind", "Zander",
    ]  # fmt: skip
    for typed in ("ärz", "ARZ", "süd", "sud"):
        assert [each.name for each in reading.list_clients(desk.reader, typed)] == ["Ärztehaus Süd"]
    assert reading.list_clients(desk.reader, "%") == []
    assert [each.name for each in reading.list_clients(desk.reader, "", limit=1)] == ["Apfelhof"]
