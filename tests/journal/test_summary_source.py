"""What the lessons summary is made from."""

from forecall.journal import answers, calls, items, lessons
from forecall.journal.summary_source import read_source
from tests.journal.desk import Desk


def held(desk: Desk, day: str) -> str:
    call_id = str(desk.do(calls.start_call, "Northwind", wall=f"{day}T10:00", zone="UTC"))
    desk.do(answers.record_answer, call_id, "went_well", {"text": f"Naming my limit on {day}"})
    desk.do(answers.record_answer, call_id, "lesson", {"if": "a date slips", "then": f"say it, {day}"})
    desk.do(items.write_item, call_id, "promised", f"promise {day}", {"text": "Send the plan", "due": day})
    return call_id


def test_everything_is_there_newest_first(desk: Desk) -> None:
    first, second, archived, deleted = (held(desk, f"2026-11-{day}") for day in (20, 22, 21, 23))
    desk.do(calls.mark_call, archived, "archived")
    desk.do(calls.mark_call, deleted, "deleted")
    source = read_source(desk.reader)
    assert [call.id for call in source.calls] == [second, archived, first]
    assert [call for call, _words in source.works] == [second, archived, first]
    assert source.works[0] == (second, "Naming my limit on 2026-11-22")
    assert source.services == []
    assert (len(source.lessons), len(source.promises)) == (4, 3)


def test_kept_promises_and_archived_lessons_are_there_too(desk: Desk) -> None:
    call_id = held(desk, "2026-11-20")
    desk.do(items.tick_item, "promise 2026-11-20")
    desk.do(lessons.archive_lesson, str(desk.row("lesson")["id"]))
    desk.do(answers.record_answer, call_id, "service", {"text": " "})
    source = read_source(desk.reader)
    assert (len(source.lessons), len(source.promises)) == (1, 1)
    assert source.services == []


def test_calls_of_some_days_and_of_the_days_beside_them(desk: Desk) -> None:
    """The clock of the person may be a day away from the UTC moments that calls are found by."""
    made = {day: held(desk, f"2026-11-{day:02}") for day in (3, 4, 5, 6, 7, 8)}
    source = read_source(desk.reader, "2026-11-05", "2026-11-06")
    assert [call.id for call in source.calls] == [made[day] for day in (7, 6, 5, 4)]
    assert {call for call, _words in source.works} >= {made[day] for day in (5, 6)}
    assert made[3] not in {call for call, _words in source.works}


def test_the_ends_of_the_calendar_are_days_too(desk: Desk) -> None:
    call_id = held(desk, "2026-11-05")
    assert [call.id for call in read_source(desk.reader, "0001-01-01", "9999-12-31").calls] == [call_id]
