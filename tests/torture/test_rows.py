"""A short version of each row; and each row, with a fault planted, says that something was lost."""

from collections.abc import Iterator

import pytest

from tests.torture import recording, room
from tests.torture.outcome import Outcome
from tests.torture.room import Room
from tests.torture.rows import double_starts, full_disks, kills, migrations, power_cuts
from tests.torture.screen import Key

SEED = 1


@pytest.fixture
def here() -> Iterator[Room]:
    with room.opened(SEED, 120) as opened:
        yield opened


def nothing_lost(outcome: Outcome, trials: int) -> None:
    assert outcome.lost == []
    assert outcome.trials == trials


# 1: killed while typing; the real kill off screen is in journeys/test_closing.py


def typed(words: str, apart: float = 0.1) -> list[Key]:
    return [Key(letter, place * apart) for place, letter in enumerate(words)]


def test_a_kill_is_judged_by_the_oldest_key_that_is_missing() -> None:
    keys = typed("the report came late")
    lost, wrong = kills.judged(keys, 2.0, "xxthe report")
    assert (round(lost, 3), wrong) == (0.9, "")
    assert kills.judged(keys, 2.0, "xthe report came late") == (0.0, "")


def test_a_writer_that_skips_the_last_save_is_found_out() -> None:
    lost, _wrong = kills.judged(typed("the report came late"), 2.0, "x")
    assert lost > kills.PROMISED_S
    _lost, wrong = kills.judged(typed("the report came late"), 2.0, "xother words")
    assert "were not typed" in wrong


# 2: power cuts


@pytest.fixture
def compiler(here: Room) -> None:
    if recording.recorder(here.folder) is None:
        pytest.skip("this needs Linux and a C compiler")


@pytest.mark.usefixtures("compiler")
def test_a_power_cut_loses_nothing_that_was_saved(here: Room) -> None:
    nothing_lost(power_cuts.run(60, SEED, here, rounds=5), 60)


@pytest.mark.usefixtures("compiler")
def test_a_file_that_is_not_flushed_is_found_out(here: Room) -> None:
    assert power_cuts.run(40, SEED, here, rounds=5, fault="off").lost


# 3: full disks


def test_a_full_disk_keeps_the_words(here: Room) -> None:
    nothing_lost(full_disks.run(1, SEED, here, ways=("limit",)), 1)


def test_a_disk_that_makes_nothing_sure_keeps_the_words(here: Room) -> None:
    if recording.recorder(here.folder, "refusing") is None:
        pytest.skip("no compiler")
    nothing_lost(full_disks.run(1, SEED, here, ways=("sync",)), 1)


def test_a_write_that_is_given_up_is_found_out(here: Room) -> None:
    assert full_disks.run(1, SEED, here, ways=("limit",), fault="forgets").lost


def test_a_window_that_leaves_words_behind_is_found_out(here: Room) -> None:
    assert full_disks.run(1, SEED, here, ways=("limit",), fault="leaves").lost


# 5: double starts


def test_two_starts_are_one_window(here: Room) -> None:
    nothing_lost(double_starts.run(1, SEED, here, on_screen=False), 1)


def test_two_writers_are_found_out(here: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(double_starts, "LEAVES_WITHIN", 3.0)
    assert double_starts.run(1, SEED, here, on_screen=False, fault="unlocked").lost


# 8: kills inside a migration


def test_a_migration_that_is_killed_leaves_old_or_new(here: Room) -> None:
    nothing_lost(migrations.run(2, SEED, here, calls=20), 2)


def test_half_a_migration_is_found_out(here: Room) -> None:
    assert migrations.run(1, SEED, here, calls=20, fault="half").lost
