"""Plain rows that reading gives."""

from forecall.guide.question import Value
from forecall.journal.records import AnswerRecord, CallHead, CallRecord, ItemRecord, Stage


def record(**answers: Value) -> CallRecord:
    head = CallHead("c", "k", "Northwind", "", (), Stage.PREPARE, "2026-11-26T09:00:00Z", None, None, None, 30)
    return CallRecord(head, answers={key: AnswerRecord(key, value) for key, value in answers.items()})


def test_words_are_given_without_outer_space_or_as_nothing() -> None:
    call = record(issue={"text": "  late \n"}, odd={"text": 5})
    assert call.text("issue") == "late"
    assert call.text("odd") == call.text("none") == call.text("issue", "other") == ""


def test_picks_are_a_tuple_whether_one_or_several() -> None:
    call = record(several={"picked": ["a", "b"]}, one={"picked": "a"}, none={"text": "x"})
    assert (call.picked("several"), call.picked("one"), call.picked("none")) == (("a", "b"), ("a",), ())


def test_a_zero_is_a_number_and_a_tick_is_none() -> None:
    call = record(steady={"scale": 0}, ticked={"scale": True}, text={"scale": "3"})
    assert call.number("steady") == 0
    assert call.number("ticked") is call.number("text") is call.number("none") is None


def test_blank_entries_are_left_out() -> None:
    entries = tuple(
        ItemRecord(str(at), "c", "points", at, {"text": text} if text else {})
        for at, text in enumerate(("a", " ", "", "b"))
    )
    head = record().head
    call = CallRecord(head, items={"points": entries})
    assert [item.text for item in call.entries("points")] == ["a", "b"]
    assert call.entries("none") == ()
