"""Finding every word ever written."""

import pytest

from forecall.journal import answers, calls, clients, items, lessons
from forecall.journal.listing import Sieve, list_calls
from forecall.journal.records import CallHead, ClientRecord
from forecall.journal.search import (
    MARK_END,
    MARK_START,
    MOST_SIGNS,
    MOST_WORDS,
    match_query,
    place_of,
    search,
    search_page,
)
from tests.journal.desk import Desk, held

NOW = "2026-11-26T09:00:00Z"


def found(desk: Desk, words: str) -> list[str]:
    """The calls that were found."""
    return [hit.id for hit in search(desk.reader, words, now=NOW) if isinstance(hit.record, CallHead)]


def noted(desk: Desk, words: str) -> list[str]:
    """The names of the clients and the plans of the lessons that were found."""
    records = [hit.record for hit in search(desk.reader, words, now=NOW)]
    names = [each.name if isinstance(each, ClientRecord) else getattr(each, "then_text", "") for each in records]
    return [name for name in names if name]


@pytest.mark.parametrize(
    "words",
    [
        "report",
        "REPORT",
        "rep",
        "r",
        "late report",
        "  late\tthe ",
        "cafe",
        "CAFÉ",
        "aether",
        "northwind late",
        "delay café",
        '"report"',
        "report*",
        "rep -",
        "(report",
        "it's",
        "came-late",
        "plan dates",
        "why-words",
    ],
)
def test_words_are_found_in_any_order_field_and_case(desk: Desk, words: str) -> None:
    call_id = held(desk, "Northwind", 20, "The report came late. It's at the Café aether.")
    held(desk, "Halden", 21, "Something else")
    desk.do(items.write_item, call_id, "points", "p1", {"text": "We own the delay"})
    desk.do(items.write_item, call_id, "promised", "p2", {"text": "Send the plan", "due": "2026-11-27"})
    lesson = {"if": "dates slip", "then": "I say it", "why": "why-words", "skill": ["communication"]}
    desk.do(answers.record_answer, call_id, "lesson", lesson)
    assert found(desk, words) == [call_id]


@pytest.mark.parametrize("words", ["", "  ", "-", '"', "report nowhere", "eport", "communication", "picked"])
def test_nothing_else_is_found(desk: Desk, words: str) -> None:
    call_id = held(desk, "Northwind", 20, "The report came late")
    desk.do(answers.record_answer, call_id, "hard", {"picked": ["communication"]})
    assert found(desk, words) == []


def test_newest_first_and_on_from_there(desk: Desk) -> None:
    ids = [held(desk, "Northwind", day, "late") for day in (3, 1, 5, 2, 4)]
    in_order = [ids[place] for place in (2, 4, 0, 3, 1)]
    assert found(desk, "late") == in_order
    first = search(desk.reader, "late", 2, NOW)
    rest = search_page(desk.reader, "late", before=first[-1].place, limit=10, now=NOW)
    assert [hit.id for hit in (*first, *rest)] == in_order
    assert search_page(desk.reader, "late", before=rest[-1].place) == []


def test_a_hit_shows_the_words_in_their_place(desk: Desk) -> None:
    held(desk, "Northwind", 20, "one " * 40 + "the Réport came late " + "two " * 40)
    (hit,) = search(desk.reader, "report late", now=NOW)
    assert f"{MARK_START}Réport{MARK_END} came {MARK_START}late{MARK_END}" in hit.context
    assert hit.context.startswith("…")
    assert len(hit.context) < 200


def test_a_hit_holds_the_call_as_lists_show_it(desk: Desk) -> None:
    held(desk, "Northwind", 20, "The report came late")
    (hit,) = search(desk.reader, "report", now=NOW)
    assert [hit.record] == list_calls(desk.reader, Sieve(), NOW)
    assert isinstance(hit.record, CallHead)
    assert hit.record.title == "The report came late"


def test_a_moved_call_is_found_at_its_new_place(desk: Desk) -> None:
    first, second = held(desk, "Northwind", 1, "late"), held(desk, "Northwind", 2, "late")
    desk.do(calls.move_call, first, "2026-11-03T10:00", "UTC")
    assert found(desk, "late") == [first, second]


def test_deleted_words_are_gone_and_come_back(desk: Desk) -> None:
    call_id = held(desk, "Northwind", 1, "late")
    desk.do(calls.mark_call, call_id, "deleted")
    assert found(desk, "late") == []
    desk.take_back()
    assert found(desk, "late") == [call_id]


def test_a_renamed_client_is_found_by_the_new_name(desk: Desk) -> None:
    call_id = held(desk, "Northwind", 1, "late")
    client = desk.row("client")["id"]
    desk.do(clients.rename_client, client, "Südwind")
    assert found(desk, "sudwind late") == [call_id]
    assert found(desk, "northwind") == []


def test_signs_are_no_operators() -> None:
    assert match_query("don't (\"stop") == '"don\'t"* "(  stop"*'.replace("(  ", "( ")
    assert match_query("a OR b") == '"a"* "OR"* "b"*'
    assert match_query("* - ") == ""


def test_places_grow_with_moments_and_differ() -> None:
    assert place_of("2026-11-26T09:00:00Z", 5) < place_of("2026-11-26T09:01:00Z", 1)
    assert place_of("2026-11-26T09:00:00Z", 5) != place_of("2026-11-26T09:00:00Z", 6)
    assert place_of("1969-12-31T23:00:00Z", 1) < 0


def test_a_text_pasted_by_mistake_is_cut_to_what_somebody_means() -> None:
    assert len(match_query("word " * 300_000)) < 20
    assert len(match_query(" ".join(f"w{number}" for number in range(1000))).split()) == MOST_WORDS
    assert len(match_query("x" * 1_000_000)) == MOST_SIGNS + 3


def client_of(desk: Desk, name: str) -> str:
    return str(desk.row("client", name=name)["id"])


@pytest.mark.parametrize("words", ["northw", "EXTRA sugar", "tea North", "cafe"])
def test_what_is_known_about_a_client_is_found(desk: Desk, words: str) -> None:
    held(desk, "Northwind", 20)
    held(desk, "Halden", 21)
    desk.do(clients.note_about_client, client_of(desk, "Northwind"), "Tea with extra sugar, at the Café")
    assert noted(desk, words) == ["Northwind"]


def test_a_client_that_was_renamed_or_deleted_is_found_as_they_are_now(desk: Desk) -> None:
    held(desk, "Northwind", 20)
    client = client_of(desk, "Northwind")
    desk.do(clients.rename_client, client, "Halden")
    assert (noted(desk, "northwind"), noted(desk, "halden")) == ([], ["Halden"])
    desk.do(clients.delete_client, client)
    assert noted(desk, "halden") == []
    desk.take_back()
    assert noted(desk, "halden") == ["Halden"]


def test_a_lesson_that_stands_in_no_call_is_found(desk: Desk) -> None:
    desk.do(lessons.write_lesson, None, {"if": "they shout", "then": "Breathe", "why": "Calm carries"})
    for words in ("shout", "breathe", "carries they"):
        assert noted(desk, words) == ["Breathe"]
    desk.do(lessons.delete_lesson, str(desk.row("lesson")["id"]))
    assert noted(desk, "breathe") == []
    desk.take_back()
    assert noted(desk, "breathe") == ["Breathe"]


def test_a_lesson_of_a_call_is_found_in_it_and_by_itself_once_the_call_is_gone(desk: Desk) -> None:
    call_id = held(desk, "Northwind", 20)
    desk.do(answers.record_answer, call_id, "lesson", {"if": "they shout", "then": "Breathe"})
    assert (found(desk, "breathe"), noted(desk, "breathe")) == ([call_id], [])
    desk.do(calls.mark_call, call_id, "deleted")
    assert (found(desk, "breathe"), noted(desk, "breathe")) == ([], ["Breathe"])
    desk.take_back()
    assert (found(desk, "breathe"), noted(desk, "breathe")) == ([call_id], [])


def test_pages_go_on_through_all_that_is_found(desk: Desk) -> None:
    for number in range(6):
        held(desk, f"Northwind {number}", 10 + number)
        desk.do(lessons.write_lesson, None, {"if": "north", "then": f"Plan {number}"})
    whole = search(desk.reader, "north", 50, NOW)
    assert len(whole) == 18
    assert [hit.place for hit in whole] == sorted({hit.place for hit in whole}, reverse=True)
    paged, before = [], None
    while page := search_page(desk.reader, "north", before=before, limit=4, now=NOW):
        paged += page
        before = page[-1].place
    assert paged == whole
