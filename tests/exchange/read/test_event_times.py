"""When an event is: zones by whatever name, lengths within a day, whole days without a time."""

from datetime import date, datetime
from typing import Any

import pytest
from icalendar import Event

from forecall.exchange.read.event_times import when_of, zone_named

HEAD = "BEGIN:VEVENT\r\n"


def event(*lines: str) -> Any:
    return Event.from_ical(HEAD + "".join(f"{line}\r\n" for line in lines) + "END:VEVENT\r\n")


@pytest.mark.parametrize(
    ("line", "wall", "zone"),
    [
        ("DTSTART;TZID=Europe/Berlin:20311203T100000", "2031-12-03T10:00", "Europe/Berlin"),
        ("DTSTART;TZID=W. Europe Standard Time:20311203T100000", "2031-12-03T10:00", "Europe/Berlin"),
        (
            "DTSTART;TZID=/freeassociation.sourceforge.net/America/New_York:20311203T100000",
            "2031-12-03T10:00",
            "America/New_York",
        ),
        ("DTSTART:20311203T100000Z", "2031-12-03T19:00", "Asia/Tokyo"),
        ("DTSTART:20311203T100000", "2031-12-03T10:00", "Asia/Tokyo"),
        ("DTSTART;TZID=My Zone:20311203T100000", "2031-12-03T10:00", "Asia/Tokyo"),
    ],
)
@pytest.mark.filterwarnings("ignore::icalendar.error.GloballyUniqueTZIDGuessed")
def test_zones(line: str, wall: str, zone: str) -> None:
    when = when_of(event(line), "Asia/Tokyo")
    assert when is not None
    assert (when.wall, when.zone) == (wall, zone)
    assert bool(when.remark) is ("My Zone" in line)


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("DURATION:PT45M", 45),
        ("DURATION:P9W", 1440),
        ("DURATION:-PT5M", 30),
        ("DURATION:PT1S", 1),
        ("DTEND;TZID=Europe/London:20311203T100000", 60),
        ("DTEND:20311203T093000Z", 30),
        ("DTEND:19990101T000000Z", 30),
        ("DTEND;VALUE=DATE:20311204", 30),
        ("SUMMARY:x", 30),
    ],
)
def test_lengths(line: str, minutes: int) -> None:
    when = when_of(event("DTSTART;TZID=Europe/Berlin:20311203T100000", line), "UTC")
    assert when is not None
    assert when.minutes == minutes


def test_a_whole_day_has_no_time_and_ends_with_the_day() -> None:
    when = when_of(event("DTSTART;VALUE=DATE:20311203"), "Europe/Berlin")
    assert when is not None
    assert (when.wall, when.whole_day) == (None, True)
    assert when.ends.isoformat() == "2031-12-03T23:00:00+00:00"


@pytest.mark.parametrize("line", ["SUMMARY:x", "DTSTART:00010101T000000Z", "DTSTART;VALUE=DATE:99991231"])
def test_no_time_that_exists(line: str) -> None:
    assert when_of(event(line), "UTC") is None


def test_the_same_time_on_another_day_keeps_the_wall() -> None:
    when = when_of(event("DTSTART;TZID=Europe/Berlin:20310703T100000"), "UTC")
    assert when is not None
    moved = when.on(date(2031, 12, 4))
    assert moved.wall == "2031-12-04T10:00"
    assert moved.start.utcoffset() != when.start.utcoffset()
    assert isinstance(moved.start, datetime)


def test_names_that_are_no_zone() -> None:
    assert zone_named("../../etc/passwd") is None
    assert zone_named("") is None
    assert zone_named("UTC") in ("UTC", "Etc/UTC")
