"""Operations on list entries."""

import random
from typing import Any

import pytest

from forecall.journal import answers, calls, items
from forecall.journal.refusals import Refused
from tests.journal.desk import Desk


@pytest.fixture
def call_id(desk: Desk) -> str:
    return str(desk.do(calls.start_call, "Northwind", wall="2026-11-26T10:00", zone="UTC"))


def write(desk: Desk, call_id: str, item_id: str, text: str = "x", key: str = "points", **more: Any) -> None:
    desk.do(items.write_item, call_id, key, item_id, {"text": text}, **more)


@pytest.mark.parametrize(
    ("index", "order"),
    [(None, "abcn"), (0, "nabc"), (1, "anbc"), (3, "abcn"), (99, "abcn"), (-7, "nabc")],
)
def test_a_new_entry_goes_where_it_is_put(desk: Desk, call_id: str, index: int | None, order: str) -> None:
    for each in "abc":
        write(desk, call_id, each)
    write(desk, call_id, "n", index=index)
    assert desk.entries(call_id, "points") == list(order)


@pytest.mark.parametrize(("index", "order"), [(0, "bac"), (1, "abc"), (2, "acb"), (99, "acb"), (-1, "bac")])
def test_moving_ends_at_the_ends(desk: Desk, call_id: str, index: int, order: str) -> None:
    for each in "abc":
        write(desk, call_id, each)
    desk.do(items.move_item, "b", index)
    assert desk.entries(call_id, "points") == list(order)


def test_writing_again_changes_the_words_and_not_the_place(desk: Desk, call_id: str) -> None:
    write(desk, call_id, "a", "one", wording="What first?")
    write(desk, call_id, "b")
    write(desk, call_id, "a", "two", index=5)
    assert desk.entries(call_id, "points") == ["a", "b"]
    assert desk.row("item", id="a")["value"] == '{"text":"two"}'
    assert desk.row("item", id="a")["wording"] == "What first?"


def test_the_same_words_again_change_nothing(desk: Desk, call_id: str) -> None:
    write(desk, call_id, "a", "one")
    write(desk, call_id, "a", "one")
    assert desk.images.before == {}


def test_removing_twice_changes_nothing_more(desk: Desk, call_id: str) -> None:
    for each in "abc":
        write(desk, call_id, each)
    desk.do(items.remove_item, "a")
    before = desk.dump()
    desk.do(items.remove_item, "a")
    assert desk.dump() == before
    assert desk.entries(call_id, "points") == ["b", "c"]


def test_an_entry_that_came_after_its_removal_is_made_again(desk: Desk, call_id: str) -> None:
    """A pause in typing may end after the entry was removed: the words are not lost."""
    write(desk, call_id, "a", "one")
    desk.do(items.remove_item, "a")
    write(desk, call_id, "a", "one and more")
    assert desk.row("item", id="a")["value"] == '{"text":"one and more"}'


@pytest.mark.parametrize(
    ("verb", "args"), [(items.move_item, (0,)), (items.tick_item, ()), (items.promise_on, (None,))]
)
def test_an_entry_that_is_gone_is_refused(desk: Desk, verb: Any, args: Any) -> None:
    with pytest.raises(Refused):
        desk.do(verb, "nowhere", *args)


def test_lists_of_one_call_and_of_two_do_not_touch(desk: Desk, call_id: str) -> None:
    other = desk.do(calls.start_call, "Northwind")
    write(desk, call_id, "a")
    write(desk, call_id, "q", key="ask")
    write(desk, other, "o")
    desk.do(items.move_item, "o", 0)
    desk.do(items.remove_item, "a")
    assert desk.entries(call_id, "ask") == ["q"]
    assert desk.entries(other, "points") == ["o"]


@pytest.mark.parametrize("seed", range(4))
def test_any_order_of_operations_keeps_a_list(desk: Desk, call_id: str, seed: int) -> None:
    dice, want = random.Random(seed), list[str]()
    for turn in range(40):
        index = dice.randrange(-2, 8)
        act = dice.choice(("write", "write", "again", "move", "remove", "tick"))
        if act == "write":
            place = max(0, min(index, len(want)))
            want.insert(place, f"i{turn}")
            write(desk, call_id, f"i{turn}", index=index)
        elif want:
            item_id = dice.choice(want)
            if act == "again":
                write(desk, call_id, item_id, f"text {turn}")
            elif act == "move":
                want.remove(item_id)
                want.insert(max(0, min(index, len(want))), item_id)
                desk.do(items.move_item, item_id, index)
            elif act == "remove":
                want.remove(item_id)
                desk.do(items.remove_item, item_id)
            else:
                desk.do(items.tick_item, item_id, dice.random() < 0.5)
        assert desk.entries(call_id, "points") == want


def test_a_promise_has_a_day_and_a_tick(desk: Desk, call_id: str) -> None:
    desk.do(items.write_item, call_id, "promised", "p", {"text": "Send plan", "due": "2026-12-01"})
    assert desk.images.promises
    assert desk.row("item", id="p")["value"] == '{"text":"Send plan"}'
    desk.do(items.promise_on, "p", "2026-12-02")
    assert desk.row("item", id="p")["due"] == "2026-12-02"
    desk.do(items.promise_on, "p", None)
    assert desk.row("item", id="p")["due"] is None
    desk.do(items.tick_item, "p")
    assert desk.row("item", id="p")["done_at"] is not None
    assert desk.images.changes().promises
    desk.do(items.tick_item, "p", False)
    assert desk.row("item", id="p")["done_at"] is None


def test_what_came_of_a_promise_is_kept_with_it(desk: Desk, call_id: str) -> None:
    desk.do(answers.record_answer, call_id, "check_back", {"date": "2026-12-01"})
    before = desk.dump()
    promise = desk.row("item", key="check_back")["id"]
    desk.do(items.keep_promise, promise, "They are content. ")
    assert desk.images.changes().promises
    row = desk.row("item", id=promise)
    assert row["value"] == '{"result":"They are content.","text":"Ask whether they are content"}'
    assert row["done_at"] is not None
    desk.do(answers.record_answer, call_id, "check_back", {"date": "2026-12-05"})
    assert (desk.row("item", id=promise)["value"], desk.row("item", id=promise)["due"]) == (row["value"], "2026-12-05")
    desk.do(items.keep_promise, promise, "")
    assert desk.row("item", id=promise)["done_at"] == row["done_at"]
    assert before["call"] == desk.dump()["call"]


def test_saying_the_same_of_a_promise_changes_nothing(desk: Desk, call_id: str) -> None:
    desk.do(items.write_item, call_id, "promised", "p", {"text": "Send plan"})
    desk.do(items.keep_promise, "p", "They wrote back")
    desk.do(items.keep_promise, "p", "They wrote back")
    assert not desk.images.before


def test_other_lists_are_no_promises(desk: Desk, call_id: str) -> None:
    write(desk, call_id, "a")
    assert not desk.images.promises


@pytest.mark.parametrize("day", ["2026-02-30", "tomorrow", "2026-13-01", "\ud800"])
def test_a_day_that_does_not_exist_is_refused(desk: Desk, call_id: str, day: str) -> None:
    desk.do(items.write_item, call_id, "promised", "p", {"text": "Send plan", "due": "2026-12-01"})
    before = desk.dump()
    for act in (
        lambda: desk.do(items.promise_on, "p", day),
        lambda: desk.do(items.write_item, call_id, "promised", "p", {"text": "Other", "due": day}),
        lambda: desk.do(items.write_item, call_id, "promised", "new", {"text": "Other", "due": day}),
        lambda: desk.do(answers.record_answer, call_id, "check_back", {"date": day}),
    ):
        with pytest.raises(Refused, match="is not a day that exists"):
            act()
    assert desk.dump() == before


@pytest.mark.parametrize("text", ["half \ud83d", "\udfff"])
def test_half_a_character_is_refused(desk: Desk, call_id: str, text: str) -> None:
    with pytest.raises(Refused, match="half of a character"):
        write(desk, call_id, "a", text)
    with pytest.raises(Refused, match="half of a character"):
        write(desk, call_id, "a", wording=text)
    assert desk.rows("item") == []


def test_a_response_is_rated_and_keeps_what_was_said(desk: Desk, call_id: str) -> None:
    write(desk, call_id, "r", "so", key="rehearsed")
    desk.do(items.rate_response, "r", "close")
    desk.do(items.rate_response, "r", "close")
    assert desk.images.before == {}
    assert desk.row("item", id="r")["value"] == '{"rated":["close"],"text":"so"}'
    with pytest.raises(Refused):
        desk.do(items.rate_response, "gone", "close")
