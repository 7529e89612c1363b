"""Times as the journal keeps them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from forecall.journal import moments


def test_a_moment_goes_to_text_and_back() -> None:
    moment = datetime(2026, 11, 26, 10, 0, 59, 999_999, timezone(timedelta(hours=1)))
    assert moments.utc_text(moment) == "2026-11-26T09:00:59Z"
    assert moments.from_utc("2026-11-26T09:00:59Z") == datetime(2026, 11, 26, 9, 0, 59, tzinfo=UTC)
    assert moments.utc_text(moments.from_utc(moments.utc_now())) <= moments.utc_now()


@pytest.mark.parametrize(
    ("wall", "zone", "utc"),
    [
        ("2026-07-01T10:00", "Europe/Berlin", "2026-07-01T08:00:00Z"),
        ("2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00Z"),
        ("2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00Z"),
        ("2011-12-30T12:00", "Pacific/Apia", "2011-12-30T22:00:00Z"),  # a day that zone left out
        ("2026-01-01T00:00", "Pacific/Kiritimati", "2025-12-31T10:00:00Z"),
    ],
)
def test_wall_times_become_utc(wall: str, zone: str, utc: str) -> None:
    assert moments.planned_to_utc(wall, zone) == utc


@pytest.mark.parametrize(
    ("wall", "zone"),
    [
        ("2026-02-30T10:00", "UTC"),
        ("2026-11-26 10:00", "UTC"),
        ("0001-01-01T00:00", "Asia/Tokyo"),
        ("9999-12-31T23:59", "America/New_York"),
        ("2026-11-26T10:00", "Mars/Olympus"),
        ("2026-11-26T10:00", ""),
        ("2026-11-26T10:00", "/etc/localtime"),
    ],
)
def test_what_does_not_exist_is_a_value_error(wall: str, zone: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        moments.planned_to_utc(wall, zone)


def test_a_wall_time_is_written_in_one_way() -> None:
    assert moments.wall_text("2026-1-5T9:03") == "2026-01-05T09:03"
    with pytest.raises(ValueError, match=r"."):
        moments.wall_text("2026-01-05T09:60")


def test_this_machine_has_a_zone_whatever_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    import tzlocal

    assert moments.known_zone(moments.local_zone()).key == moments.local_zone()

    def odd() -> str:
        raise RuntimeError("an odd system")

    monkeypatch.setattr(tzlocal, "get_localzone_name", odd)
    assert moments.local_zone() == "UTC"


def test_the_day_and_the_wall_clock_are_those_of_the_zone() -> None:
    assert moments.day_of("2026-11-26T23:30:00Z", "Europe/Berlin") == date(2026, 11, 27)
    assert moments.day_of("2026-11-26T23:30:00Z", "America/New_York") == date(2026, 11, 26)
    ahead = moments.wall_now("Pacific/Kiritimati") - moments.wall_now("UTC")
    assert timedelta(hours=13, minutes=59) < ahead < timedelta(hours=14, minutes=1)


@pytest.mark.parametrize(
    ("moment", "morning"),
    [
        ("2026-11-26T15:00:00Z", "2026-11-27T07:00:00Z"),  # Thursday → Friday
        ("2026-11-27T15:00:00Z", "2026-11-30T07:00:00Z"),  # Friday → Monday
        ("2026-11-29T22:30:00Z", "2026-11-30T07:00:00Z"),  # late Sunday in Berlin → Monday
        ("2026-11-29T23:30:00Z", "2026-12-01T07:00:00Z"),  # already Monday there → Tuesday
        ("2026-03-27T15:00:00Z", "2026-03-30T06:00:00Z"),  # over the change of the clock
    ],
)
def test_the_next_working_morning(moment: str, morning: str) -> None:
    assert moments.next_working_morning(moment, "Europe/Berlin") == morning


@pytest.mark.parametrize(
    ("moment", "minutes"),
    [
        ("2026-11-26T09:15:00Z", 15),
        ("2026-11-26T09:14:01Z", 15),
        ("2026-11-26T09:00:00Z", 0),
        ("2026-11-26T08:59:01Z", 0),
        ("2026-11-26T08:58:00Z", -2),
    ],
)
def test_minutes_are_rounded_up(moment: str, minutes: int) -> None:
    assert moments.minutes_until(moment, "2026-11-26T09:00:00Z") == minutes
