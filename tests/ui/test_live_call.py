"""What each key does to the call, and to the journal."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject

from forecall.journal import verbs
from forecall.journal.moments import utc_now
from forecall.journal.reading import read_call
from forecall.journal.records import CallRecord, LiveKind, LiveNote
from forecall.journal.refusals import Refused
from forecall.ui.live_call import EARLY_SECONDS, LiveCall
from forecall.ui.models.live import read_live
from forecall.ui.page import Desk
from tests.helpers.refusing_disk import RefusingDisk
from tests.ui.conftest import Person


@pytest.fixture
def call_id(person: Person) -> str:
    call: str = person.does(verbs.start_call, "Northwind", title="Late delivery")
    for at, text in enumerate(("We own the delay", "The twelfth", "One contact")):
        person.does(verbs.write_item, call, "points", f"point{at}", {"text": text})
    person.does(verbs.write_item, call, "ask", "ask0", {"text": "What matters most?"})
    likely: tuple[dict[str, Any], ...] = (
        {"text": "You always say that.", "then": "Twice since March.", "likelihood": ["unlikely"]},
        {"text": "We want a refund.", "then": "Two months at ten percent.", "likelihood": ["likely"]},
    )
    for at, value in enumerate(likely):
        person.does(verbs.write_item, call, "objections", f"objection{at}", value)
    return call


@pytest.fixture
def live(desk: Desk, person: Person, call_id: str) -> Iterator[LiveCall]:
    owner = QObject()
    live = LiveCall(desk, owner)
    live.show(person.asks(read_live, call_id, utc_now()))
    yield live
    owner.deleteLater()


def record(person: Person, call_id: str) -> CallRecord:
    found: CallRecord = person.asks(read_call, call_id)
    return found


def kinds(person: Person, call_id: str) -> list[tuple[LiveKind, str]]:
    return [(note.kind, note.of) for note in record(person, call_id).live_notes]


def test_it_begins_once_and_locks_what_was_foreseen(live: LiveCall, person: Person, call_id: str) -> None:
    assert not live.begun
    live.begin()
    assert live.begun
    assert live.look.begun
    assert live.seconds() == 0
    live.begin()
    person.settle()
    kept = record(person, call_id)
    assert kept.started_at is not None
    assert kept.forecast_locked
    assert len(kept.locks) == 1


def test_not_started_after_all_unlocks(live: LiveCall, person: Person, call_id: str) -> None:
    live.begin()
    person.settle()
    live.not_started()
    assert not live.begun
    assert live.clock is None
    person.settle()
    kept = record(person, call_id)
    assert kept.started_at is None
    assert not kept.forecast_locked


def test_a_call_under_way_goes_on_from_when_it_began(live: LiveCall, person: Person, call_id: str) -> None:
    person.does(verbs.begin_call, call_id)
    assert live.begun
    assert live.clock is not None
    assert live.look.begun


def test_numbers_tick_points_and_untick_them(live: LiveCall, person: Person, call_id: str) -> None:
    live.digit(0)
    live.digit(2)
    live.digit(2)
    live.digit(8)
    person.settle()
    assert [item.done_at is not None for item in record(person, call_id).entries("points")] == [True, False, False]
    live.set_ticked("ask0", True)
    person.settle()
    assert record(person, call_id).entries("ask")[0].done_at is not None


def test_they_said_it(live: LiveCall, person: Person, call_id: str) -> None:
    live.objection()
    assert live.look.listing
    live.digit(0)  # the likely one stands first
    assert not live.look.listing
    assert live.sheet is not None
    assert live.sheet.raised is not None
    assert live.sheet.raised.answer == "Two months at ten percent."
    person.settle()
    assert kinds(person, call_id) == [(LiveKind.OBJECTION, "objection1")]
    assert not any(item.done_at for item in record(person, call_id).entries("points"))


def test_the_list_is_walked_taken_and_folded(live: LiveCall, person: Person, call_id: str) -> None:
    assert not live.take_listed()
    live.objection()
    live.objection()
    assert live.look.at == 1
    assert live.take_listed()
    live.objection()
    assert live.fold_list()
    assert not live.fold_list()
    person.settle()
    assert kinds(person, call_id) == [(LiveKind.OBJECTION, "objection0")]


def test_the_ladder_has_an_end(live: LiveCall, person: Person, call_id: str) -> None:
    said: list[str] = []
    live.said.connect(said.append)
    for _press in range(6):
        live.rung()
    person.settle()
    climbed = [of for kind, of in kinds(person, call_id) if kind is LiveKind.RUNG]
    assert climbed == ["restate", "firm_no", "respect", "end"]
    assert len(said) == 2


def test_phrases_that_calm_follow_each_other_as_one_note(live: LiveCall, person: Person, call_id: str) -> None:
    live.calm()
    first = live.look.calm
    live.calm()
    assert live.look.calm != first
    live.rung()
    live.calm()
    person.settle()
    assert [kind for kind, _of in kinds(person, call_id)].count(LiveKind.CALM) == 2


def test_asking_about_offence_is_stamped_and_shown(live: LiveCall, person: Person, call_id: str) -> None:
    live.offence()
    assert live.look.offence
    person.settle()
    assert kinds(person, call_id) == [(LiveKind.OFFENCE, "")]


def test_a_note_is_written_and_removed(live: LiveCall, person: Person, call_id: str) -> None:
    live.write_note(LiveNote("n", LiveKind.PROMISE, 60, "a plan"))
    person.settle()
    assert [note.text for note in record(person, call_id).live_notes] == ["a plan"]
    live.remove_note("n")
    assert live.notes == ()
    live.remove_note("n")
    person.settle()
    assert record(person, call_id).live_notes == ()
    assert person.undoes() == "Entry removed"
    kept: tuple[LiveNote, ...] = live.notes
    assert [note.id for note in kept] == ["n"]


def test_what_others_change_is_shown(live: LiveCall, person: Person, call_id: str) -> None:
    person.does(verbs.write_item, call_id, "points", "point0", {"text": "Another first point"})
    person.does(verbs.rename_client, record(person, call_id).head.client_id, "Southwind")
    assert live.sheet is not None
    assert live.sheet.points[0].text == "Another first point"
    assert live.sheet.client == "Southwind"


def test_a_call_that_is_over_elsewhere_is_gone(live: LiveCall, person: Person, call_id: str) -> None:
    gone: list[bool] = []
    live.gone.connect(lambda: gone.append(True))
    person.does(verbs.end_call, call_id)
    assert gone


def test_beginning_what_is_over_is_told_and_nothing_stays(live: LiveCall, desk: Desk, person: Person) -> None:
    desk.bridge.changed.disconnect(live._on_changed)  # it has not heard yet
    gone: list[bool] = []
    live.gone.connect(lambda: gone.append(True))
    person.does(verbs.end_call, live.id)
    live.begin()
    person.settle()
    assert person.failures == ["This call is over. Prepare the next one instead."]
    assert gone


def test_ending_tells_the_journal_begun_or_not(live: LiveCall, person: Person, call_id: str) -> None:
    done: list[bool] = []
    live.end().then(lambda _done: done.append(True))
    person.settle()
    assert done
    assert record(person, call_id).head.held_at is not None


def test_neutral_words_come_and_go(live: LiveCall) -> None:
    live.dim()
    assert live.dimmed
    assert live.sheet is not None
    assert live.sheet.client == "Call"
    live.dim()
    assert live.sheet.client == "Northwind"


def test_the_opening_goes_when_it_was_said(live: LiveCall, person: Person) -> None:
    live.begin()
    assert live.look.early
    assert live.clock is not None
    live.clock._run = EARLY_SECONDS
    assert live.tick() is None
    assert not live.look.early
    live.not_started()
    assert live.look.early
    person.settle()


def test_saving_is_told_before_and_after(live: LiveCall, person: Person) -> None:
    told: list[str] = []
    live.saving.connect(lambda: told.append("saving"))
    live.saved.connect(lambda: told.append("saved"))
    live.digit(0)
    live.digit(1)
    person.settle()
    assert told[:2] == ["saving", "saving"]
    assert told[-1] == "saved"
    assert told.count("saved") == 1


def test_without_a_call_nothing_can_be_done(desk: Desk, person: Person) -> None:
    owner = QObject()
    live = LiveCall(desk, owner)
    live.show(person.asks(read_live, "", utc_now()))
    for act in (live.begin, live.not_started, live.objection, live.rung, live.calm, live.offence, live.dim):
        act()
    live.digit(0)
    live.set_ticked("x", True)
    live.remove_note("x")
    live.write_note(LiveNote("n", LiveKind.NOTE, 0, "x"))
    assert live.sheet is None
    assert live.id == ""
    person.settle()
    assert person.failures == []
    owner.deleteLater()


def test_saved_is_said_of_nothing_that_failed(live: LiveCall, desk: Desk, person: Person, call_id: str) -> None:
    heard: list[str] = []
    live.saved.connect(lambda: heard.append("saved"))
    live.unsaved.connect(lambda: heard.append("unsaved"))
    whole: Any = desk.workspace
    guard, whole._guard = whole._guard, refuse
    live.write_note(LiveNote("n1", LiveKind.NOTE, 3, "they named"))
    person.settle()
    assert heard == ["unsaved"]
    assert [note.text for note in live.notes] == ["they named"]  # read again meanwhile, and still on the sheet
    whole._guard = guard
    live.digit(0)
    person.settle()
    assert heard == ["unsaved", "unsaved"]  # the note is not in the file yet
    live.write_note(LiveNote("n1", LiveKind.NOTE, 3, "they named May"))
    person.settle()
    assert heard[2:] == ["saved"]
    assert [note.text for note in record(person, call_id).live_notes] == ["they named May"]


def test_what_failed_and_has_no_words_is_shown_as_the_file_has_it(live: LiveCall, desk: Desk, person: Person) -> None:
    whole: Any = desk.workspace
    guard, whole._guard = whole._guard, refuse
    live.digit(0)
    person.settle()
    whole._guard = guard
    assert live.sheet is not None
    assert not live.sheet.points[0].done
    heard: list[str] = []
    live.saved.connect(lambda: heard.append("saved"))
    live.digit(0)
    person.settle()
    assert heard == ["saved"]


def test_the_moments_are_those_of_the_keys_when_the_disk_takes_its_time(
    live: LiveCall, desk: Desk, person: Person, call_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = RefusingDisk(desk.workspace)
    disk.refuses = True
    begun, ended = "2026-11-20T09:00:00Z", "2026-11-20T09:30:00Z"
    monkeypatch.setattr("forecall.ui.live_call.utc_now", lambda: begun)
    live.begin()
    monkeypatch.setattr("forecall.ui.live_call.utc_now", lambda: ended)
    live.end()
    disk.again()
    kept = record(person, call_id)
    assert (kept.started_at, kept.head.held_at) == (begun, ended)


def refuse() -> None:
    raise Refused("Another window has it.")
