"""What goes into the lessons summary."""

from dataclasses import replace
from pathlib import Path

from forecall.guide.question import CallType
from forecall.journal.records import Stage
from forecall.journal.summary import By, Summary, SummaryChoice, SummarySource, build_summary
from forecall.words import use_language
from tests.helpers.written import catalog, head, lesson, source


def summary(choice: SummaryChoice | None = None, given: SummarySource | None = None) -> Summary:
    return build_summary(given or source(), catalog(), choice)


def titles(found: Summary) -> list[str]:
    return [group.title for group in found.groups]


def ids(found: Summary) -> list[str]:
    return [each.id for group in found.groups for each in group.lessons]


def test_it_says_what_it_is_made_from() -> None:
    found = summary()
    assert found.title == "Lessons from my client calls, 2026"
    assert found.subtitle == "3 calls, 2 looked back on."


def test_lessons_stand_under_their_skill_in_the_order_of_the_guide() -> None:
    found = summary()
    assert titles(found) == ["Communication", "Composure", "Other"]
    assert ids(found) == ["lesson-1", "lesson-4", "lesson-2", "lesson-3"]


def test_lessons_stand_under_their_client_or_month() -> None:
    assert titles(summary(SummaryChoice(by=By.CLIENT))) == ["Contoso", "Northwind", "Any client"]
    assert titles(summary(SummaryChoice(by=By.MONTH))) == ["May 2026", "March 2026"]


def test_clients_stand_in_the_order_of_the_language(resources: Path) -> None:
    named = tuple(
        lesson(number, client_name=name)
        for number, name in enumerate(("Zander", "Ärzte am Markt", "", "Ostwind", "Apfelhof", "Österreich Tours"))
    )
    use_language(resources / "languages", "de")
    found = titles(summary(SummaryChoice(by=By.CLIENT), replace(source(), lessons=named)))
    use_language(resources / "languages", "en")
    assert found[:-1] == ["Apfelhof", "Ärzte am Markt", "Österreich Tours", "Ostwind", "Zander"]
    assert len(found) == 6


def test_a_lesson_tells_its_sentence_why_and_where_it_comes_from() -> None:
    first = summary().groups[0].lessons[0]
    assert first.sentence == "If a date slips for the 1th time, I will say it in my first sentence."
    assert first.why == "They heard it from someone else."
    assert first.origin == "Northwind, complaint, March 2026. Used 3 times, helped twice."


def test_the_person_chooses_orders_and_words() -> None:
    choice = SummaryChoice(
        by=By.CLIENT,
        chosen=("lesson-2", "lesson-5", "lesson-1", "gone"),
        keep_in_mind=("lesson-1", "lesson-2"),
        wording={"lesson-2": "Let them finish."},
    )
    found = summary(choice)
    assert ids(found) == ["lesson-2", "lesson-5", "lesson-1"]
    assert [each.id for each in found.keep_in_mind.lessons] == ["lesson-1", "lesson-2"]
    assert found.groups[0].lessons[0].sentence == "Let them finish."


def test_at_most_five_are_kept_in_mind_and_what_helped_most_where_nothing_was_chosen() -> None:
    many = tuple(lesson(number, helped=number) for number in range(9))
    kept = summary(given=replace(source(), lessons=many)).keep_in_mind
    assert [each.id for each in kept.lessons] == [f"lesson-{number}" for number in (8, 7, 6, 5, 4)]
    assert not summary(SummaryChoice(keep_in_mind=())).keep_in_mind


def test_a_sentence_is_kept_in_mind_once() -> None:
    same = replace(lesson(7, helped=3), if_text=lesson(1).if_text, then_text=lesson(1).then_text)
    given = replace(source(), lessons=(lesson(1, helped=2), same, lesson(2, helped=1)))
    found = [each.id for each in summary(given=given).keep_in_mind.lessons]
    assert found == ["lesson-7", "lesson-2"]
    chosen = summary(SummaryChoice(keep_in_mind=("lesson-1", "lesson-7")), given)
    assert [each.id for each in chosen.keep_in_mind.lessons] == ["lesson-1"]


def test_promises_alone_are_counted_as_such() -> None:
    only = SummarySource(promises=source().promises)
    assert summary(given=only).subtitle == "2 open promises."


def test_a_span_of_time_holds_its_first_and_last_day() -> None:
    march = summary(SummaryChoice(since="2026-03-01", until="2026-03-04"))
    assert ids(march) == ["lesson-1", "lesson-2", "lesson-3"]
    assert march.title == "Lessons from my client calls, 1 Mar 2026 – 4 Mar 2026"
    assert march.subtitle == "3 lessons, 2 open promises."
    assert "lesson-4" in ids(summary(SummaryChoice(since="2026-05-04")))
    assert "lesson-4" not in ids(summary(SummaryChoice(until="2026-05-03")))


def test_the_same_words_count_as_one_with_the_number_of_calls() -> None:
    assert summary().works.lines == ("Naming my time limit at the start (2 calls)", "Letting them finish (1 call)")
    assert summary().service.lines == ("Confirm scope in writing (1 call)",)


def test_open_promises_come_by_their_day() -> None:
    assert summary().promises.lines == (
        "Send the new plan – Northwind, by 1 Dec 2026",
        "Call the reviewer – Northwind",
    )


def test_numbers_are_counts_of_calls_that_were_held() -> None:
    assert summary().counts.lines == (
        "Calls by type: complaint 2, scope, price or deadline 1",
        "How they ended: agreed 2, partly 1",
        "Promises kept: 1 of 3",
    )


def test_an_empty_journal_gives_an_empty_document() -> None:
    found = summary(given=SummarySource())
    assert (found.title, found.subtitle) == ("Lessons from my client calls", "0 calls, 0 looked back on.")
    assert not any((found.keep_in_mind, found.groups, found.works, found.service, found.promises, found.counts))


def test_a_call_that_is_only_planned_is_not_counted() -> None:
    planned = (head(CallType.COMPLAINT), head(CallType.COMPLAINT, id="call-2", stage=Stage.DID_NOT_HAPPEN))
    assert summary(given=SummarySource(calls=planned)).subtitle.startswith("0 calls")
