"""A journal that opens, and comes upon damage only when it is read, leads to the same choices."""

import threading
from pathlib import Path
from typing import Any

import pytest

from forecall.app import Forecall
from forecall.journal import verbs
from forecall.journal.reading import read_call
from forecall.journal.sample import make_sample
from forecall.storage import restoring
from forecall.storage.backup import back_up
from forecall.storage.database import connect
from forecall.storage.log import kept_logs, log_of
from forecall.storage.sealed import number_of_rows
from forecall.tour.hands import NotThere
from forecall.tour.person import Person
from forecall.ui.live_window import LiveWindow
from forecall.ui.safety import Safety
from tests.journeys.conftest import House, house  # noqa: F401 - a fixture


def test_damage_that_is_found_during_use_leads_to_the_choices(house: House) -> None:  # noqa: F811
    """The tables can be opened, and a page of words cannot be read."""
    make_sample(house.journal, calls=40)
    reader = connect(house.journal)
    roots = dict(reader.execute("SELECT name, rootpage FROM sqlite_master").fetchall())
    answers = number_of_rows(reader, "answer")
    reader.close()
    whole = bytearray(house.journal.read_bytes())
    at = (roots["lesson"] - 1) * 4096
    whole[at : at + 4096] = b"\xff" * 4096
    house.journal.write_bytes(whole)

    def story(me: Person) -> None:
        me.rests(0.5)
        me.press("Ctrl+4")
        me.sees("This journal is damaged")
        me.sees("Whatever you choose, the damaged file is kept beside it, as it is.")
        me.click("Open: Open what could be read")
        me.sees("What could be read is open.")

    house.tells(story)
    reader = connect(house.journal)
    assert number_of_rows(reader, "answer") == answers
    reader.close()


def test_a_log_that_cannot_be_read_is_kept_and_told_once(house: House) -> None:  # noqa: F811
    make_sample(house.journal, calls=3)
    log_of(house.journal).write_bytes(b"no log at all" * 99)

    def story(me: Person) -> None:
        me.sees("What was written last could not all be read")
        (kept,) = kept_logs(house.journal)
        me.sees(f"That log is kept as {kept.name}.")
        me.click("I understand")
        me.sees_no("What was written last could not all be read")

    def again(me: Person) -> None:
        me.rests(0.5)
        me.sees_no("What was written last could not all be read")

    house.tells(story)
    house.tells(again)
    (kept,) = kept_logs(house.journal)
    assert kept.read_bytes() == b"no log at all" * 99


def test_a_letter_that_was_changed_is_found_when_a_backup_is_made(house: House) -> None:  # noqa: F811
    make_sample(house.journal, calls=3)
    writer = connect(house.journal, writing=True)
    writer.execute("UPDATE client SET name = 'Someone else' WHERE seq = 1")
    writer.close()

    def story(me: Person) -> None:
        me.rests(0.5)
        assert house.program is not None
        window, keeper = house.program.window, house.program._keeper

        def begin() -> None:
            safety = Safety(window)
            safety.damage_found.connect(keeper.rescue)
            safety.begin(0)

        me.hands.ask(begin)
        me.sees("This journal is damaged")
        me.sees("1 is not, and is listed in a file beside it.")

    house.tells(story)


def test_during_a_restore_no_words_are_taken_in_the_call(house: House, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    """What was typed until then is in the journal that is kept; the call comes back when the backup is open."""
    goes_on, put_back = threading.Event(), restoring.restore

    def slowly(*args: Any, **kwargs: Any) -> Any:
        goes_on.wait(20)
        restored = put_back(*args, **kwargs)
        kept.append(restored.kept)
        return restored

    monkeypatch.setattr(restoring, "restore", slowly)
    found: list[str] = []
    kept: list[Path | None] = []

    def story(me: Person) -> None:
        me.rests(0.5)
        program, ask = house.program, me.hands.ask
        assert program is not None
        call = program.workspace.perform(None, verbs.start_call, "Northwind").wait()
        found.append(call)
        ask(lambda: program._on_live_asked(call, True))
        me.sees("End the call")
        program.workspace.settled().wait()
        backup = back_up(house.journal, reason="asked")
        me.press("N")
        me.type_words("until no")
        live = program.live
        assert live is not None
        ask(lambda: program.window.restore_asked.emit(backup))
        me.sees("Restoring the backup")
        assert not ask(live.isVisible)
        me.press("Ctrl+G")
        me.rests(0.3)
        assert not ask(live.isVisible)
        goes_on.set()
        me.sees("The backup was restored. The journal as it was before is kept.")
        me.waits_for(lambda: comes_back(program, live))

    house.tells(story)
    assert kept[0] is not None
    reader = connect(kept[0])
    call = read_call(reader, found[0])
    reader.close()
    assert call is not None
    assert [note.text for note in call.live_notes] == ["until no"]


def comes_back(program: Forecall, before: LiveWindow) -> None:
    if program.live is None or program.live is before or not program.live.isVisible():
        raise NotThere("the call")
