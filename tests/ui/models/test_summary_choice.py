"""What a person chose for their summary, kept and read again."""

from datetime import date

import pytest

from forecall.journal.records import LessonRecord
from forecall.journal.summary import SummarySource
from forecall.ui.models.summary_choice import Chosen, chosen_from, lessons_within

TODAY = date(2026, 11, 23)


def lesson(name: str, helped: int = 0, moment: str | None = None, archived: str | None = None) -> LessonRecord:
    return LessonRecord(
        name, None, name, "wait", helped=helped, created_at="2026-05-01T10:00:00Z", moment=moment, archived_at=archived
    )


@pytest.mark.parametrize(
    ("chosen", "days"),
    [
        (Chosen(), ("2026-01-01", "2026-12-31")),
        (Chosen(span="months"), ("2025-12-01", "2026-11-23")),
        (Chosen(span="all", since="2020-01-01"), (None, None)),
        (Chosen(span="pick", since="2020-01-01"), ("2020-01-01", None)),
    ],
)
def test_a_span_is_days(chosen: Chosen, days: tuple[str | None, str | None]) -> None:
    assert chosen.days(TODAY) == days


def test_is_the_same_after_it_was_kept() -> None:
    chosen = Chosen("pick", "2020-01-01", None, "client", ("a",), ("b",), ("b", "a"), ("a",), {"a": "“Wörter”\u2028"})
    assert chosen_from(chosen.text()) == chosen
    assert chosen_from(Chosen().text()) == Chosen()


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "{", '{"span": 3}', '{"since": "2026-02-30", "wording": 4, "order": "x"}', '{"by": "?"}']
)
def test_what_cannot_be_read_counts_as_nothing(text: str) -> None:
    assert chosen_from(text) == Chosen()


def test_what_the_person_says_goes_before_what_fits() -> None:
    lessons = [lesson(f"l{number}") for number in range(30)]
    chosen = Chosen().with_lesson("l29", True).with_lesson("l0", False)
    taken = chosen.included(lessons)
    assert "l29" in taken
    assert "l0" not in taken
    assert len(taken) == 24
    assert "l0" in chosen.with_lesson("l0", True).included(lessons)


def test_lessons_that_helped_are_taken_first() -> None:
    lessons = [*(lesson(f"l{number}") for number in range(30)), lesson("best", helped=3)]
    assert "best" in Chosen().included(lessons)


def test_order_and_new_ones() -> None:
    lessons = [lesson("new"), lesson("a"), lesson("b")]
    assert [each.id for each in Chosen(order=("b", "a", "gone")).ordered(lessons)] == ["new", "b", "a"]


def test_lessons_of_a_span() -> None:
    source = SummarySource(
        lessons=[lesson("call", moment="2025-01-01T10:00:00Z"), lesson("own"), lesson("away", archived="2026")]
    )
    assert [each.id for each in lessons_within(source, "2026-01-01", None)] == ["own"]
    assert [each.id for each in lessons_within(source, None, "2025-12-31")] == ["call"]
