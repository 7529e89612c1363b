"""The list of calls in pages, and the spans of time."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QModelIndex

from forecall.journal import verbs
from forecall.journal.listing import Sieve
from forecall.journal.records import Stage
from forecall.ui.models.calls_model import CallsModel, within
from tests.ui.conftest import Person

NOW = datetime(2026, 12, 3, 15, 30)


@pytest.mark.parametrize(
    ("span", "since", "until"),
    [
        ("", "", ""),
        ("upcoming", "2026-12-03T14:31:00Z", ""),
        ("month", "2026-11-30T23:00:00Z", "2026-12-31T23:00:00Z"),
        ("year", "2025-12-31T23:00:00Z", "2026-12-31T23:00:00Z"),
    ],
)
def test_a_span_is_told_in_utc(span: str, since: str, until: str) -> None:
    sieve = within(Sieve(stage=Stage.DONE), span, NOW, "Europe/Berlin")
    soonest_first = span == "upcoming"
    assert sieve == replace(Sieve(stage=Stage.DONE), since=since, until=until, soonest_first=soonest_first)
    assert within(sieve, "", NOW, "Europe/Berlin") == Sieve(stage=Stage.DONE)


def test_only_the_newest_question_is_answered(person: Person) -> None:
    away = person.does(verbs.start_call, "Away")
    person.does(verbs.start_call, "Here")
    person.does(verbs.mark_call, away, "archived")
    model = CallsModel(person.desk)
    arrived: list[bool] = []
    model.arrived.connect(lambda: arrived.append(True))
    model.show(Sieve())
    model.show(Sieve(archived=True))
    person.settle()
    assert [model.index(row).data() for row in range(model.rowCount())] == ["Away"]
    assert arrived == [True]
    assert model.row_of(away) == 0
    assert model.row_of("nobody") == -1


def test_calls_of_one_moment_are_neither_lost_nor_doubled(person: Person) -> None:
    for number in range(250):
        person.desk.workspace.perform(None, verbs.start_call, f"Client {number}")
    model = CallsModel(person.desk)
    person.settle()
    model.show(Sieve())
    person.settle()
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
        model.fetchMore(QModelIndex())  # asked twice, read once
        person.settle()
    names = [model.index(row).data() for row in range(model.rowCount())]
    assert len(names) == len(set(names)) == 250
