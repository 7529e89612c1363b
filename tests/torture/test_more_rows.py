"""A short version of the rows about files, words and acts; and each, with a fault planted, says so."""

import pytest

from tests.torture import programs, recording
from tests.torture.room import Room
from tests.torture.rows import (
    backups,
    bad_imports,
    damaged_files,
    every_character,
    hostile_words,
    many_calls,
    months_of_use,
    moving_clocks,
    other_users,
    pastes,
    purged_words,
    read_only,
    undone_acts,
)
from tests.torture.test_rows import SEED, here, nothing_lost

__all__ = ["here"]


# 4: nothing can be written


@pytest.fixture
def reading_only() -> None:
    if not read_only.is_there():
        pytest.skip("the program does not open a journal for reading only yet")


@pytest.mark.usefixtures("reading_only")
def test_what_cannot_be_written_is_read(here: Room) -> None:
    nothing_lost(read_only.run(1, SEED, here), 1)


@pytest.mark.usefixtures("reading_only")
def test_a_banner_that_is_missing_is_found_out(here: Room) -> None:
    assert read_only.run(1, SEED, here, fault="writable").lost


# 6: damaged files


def test_a_damaged_file_is_found_and_kept(here: Room) -> None:
    nothing_lost(damaged_files.run(24, SEED, here), 24)


def test_a_check_that_sees_nothing_is_found_out(here: Room) -> None:
    assert damaged_files.run(40, SEED, here, fault="blind").lost


# 7: backups


def test_a_backup_can_be_put_back(here: Room) -> None:
    nothing_lost(backups.run(4, SEED, here, calls=6), 4)


def test_a_spoilt_backup_is_found_out(here: Room) -> None:
    assert backups.run(1, SEED, here, calls=6, fault="spoils").lost


# 9: pastes


def test_ten_megabytes_are_refused_at_once(here: Room) -> None:
    nothing_lost(pastes.run(1, SEED, here), 1)


def test_a_window_that_stands_still_is_found_out(here: Room) -> None:
    assert pastes.run(1, SEED, here, fault="stalls").lost


# 10: characters


def test_the_first_characters_round_trip(here: Room) -> None:
    nothing_lost(every_character.run(2, SEED, here), 3)


def test_a_character_that_is_missing_is_found_out() -> None:
    span = "0-ff"
    kept = every_character.lot(span).translate(every_character.BREAKS)
    assert every_character.differs(span, kept) == ""
    assert "U+00E9" in every_character.differs(span, kept.replace("é", ""))


# 11: imports


def test_a_bad_import_changes_nothing(here: Room) -> None:
    nothing_lost(bad_imports.run(120, SEED, here), 120)


def test_half_an_import_is_found_out(here: Room) -> None:
    assert bad_imports.run(8, SEED, here, fault="half").lost


# 12: hostile words


def test_hostile_words_open_nothing(here: Room) -> None:
    if recording.recorder(here.folder) is None:
        pytest.skip("this needs Linux and a C compiler")
    nothing_lost(hostile_words.run(1, SEED, here, exports=False), 1)
    assert hostile_words.run(1, SEED, here, exports=False, fault="opens").lost


# 17: purged words


def test_purged_words_are_gone(here: Room) -> None:
    nothing_lost(purged_words.run(1, SEED, here), 1)


def test_words_that_stay_are_found_out(here: Room) -> None:
    assert purged_words.run(1, SEED, here, fault="stays").lost


# 18: other users


def test_files_are_for_their_owner_alone(here: Room) -> None:
    nothing_lost(other_users.run(1, SEED, here), 1)


def test_a_file_for_all_is_found_out(here: Room) -> None:
    assert other_users.run(1, SEED, here, fault="open").lost


# 20: clocks


def test_a_clock_that_jumps_takes_nothing(here: Room) -> None:
    if programs.missing_tools("faketime"):
        pytest.skip("this needs faketime")
    nothing_lost(moving_clocks.run(2, SEED, here), 2)
    assert moving_clocks.run(1, SEED, here, fault="drops").lost


# 21: months of use


def test_a_call_can_be_opened_and_left(here: Room) -> None:
    outcome = months_of_use.run(15, SEED, here, calls=10)
    assert outcome.trials == 15
    assert not [each for each in outcome.lost if "Qt" in each or "files" in each]  # so few calls only fill the caches


def test_an_object_that_each_call_leaves_behind_is_found_out(here: Room) -> None:
    assert [each for each in months_of_use.run(15, SEED, here, fault="litters", calls=10).lost if "Qt" in each]


def test_growth_is_found_out() -> None:
    flat = [
        {"opened": number, "mb": 100.0, "files": 20, "of_qt": 900, "of_python": 90_000}
        for number in range(0, 1000, 100)
    ]
    grown = [{name: value + 2 * each["opened"] for name, value in each.items()} for each in flat]
    assert months_of_use.judged(flat, 1000) == []
    assert len(months_of_use.judged(grown, 1000)) == 4


# 22: many calls


def test_a_search_takes_no_longer_among_many(here: Room) -> None:
    nothing_lost(many_calls.run(2, SEED, here, many=100, most=3.0), 1)
    assert many_calls.run(2, SEED, here, many=100, most=0.01).lost


# 23: acts


def test_what_was_done_can_be_undone(here: Room) -> None:
    nothing_lost(undone_acts.run(8, SEED, here), 9)


def test_an_act_that_stays_is_found_out(here: Room) -> None:
    assert undone_acts.run(8, SEED, here, fault="keeps").lost
