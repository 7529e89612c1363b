"""Events as calls to prepare."""

from pathlib import Path

import pytest

from forecall.exchange.read.invitations import read_invitations
from forecall.exchange.read.offer import Offer
from tests.helpers.imports import INVITATION

NOW = "2031-12-01T12:00:00Z"


def read(tmp_path: Path, text: str, now: str = NOW) -> Offer:
    path = tmp_path / "a.ics"
    path.write_text(text, "utf-8", newline="")
    return read_invitations(path, now=now, zone="Europe/London")


def one(text: str) -> str:
    """Only the first event."""
    return text.partition("BEGIN:VEVENT\nUID:second")[0] + "END:VCALENDAR\n"


def test_an_invitation_becomes_a_call(tmp_path: Path) -> None:
    offer = read(tmp_path, one(INVITATION))
    (call,) = offer.calls
    assert (call.client, call.title, call.wall, call.zone) == (
        "Jane Doe", "Late delivery", "2031-12-03T10:00", "Europe/Berlin",
    )  # fmt: skip
    assert (call.length_minutes, call.held) == (45, None)
    assert call.links == "https://meet.example/abc\nRoom 4"
    assert call.answers == {"facts": {"know": "The report came\ntwo days late, again."}}
    assert not offer.pick


def test_several_offer_a_choice_soonest_first(tmp_path: Path) -> None:
    offer = read(tmp_path, INVITATION)
    assert offer.pick
    assert [call.title for call in offer.calls] == ["Late delivery", "Price"]


def test_a_repeating_one_is_its_next_occurrence(tmp_path: Path) -> None:
    walls = [
        [call.wall for call in read(tmp_path, one(INVITATION), now).calls]
        for now in ("2031-12-03T09:44:00Z", "2031-12-03T09:46:00Z", "2032-01-20T00:00:00Z")
    ]
    assert walls == [["2031-12-03T10:00"], ["2031-12-31T10:00"], ["2032-01-28T10:00"]]


def test_each_occurrence_has_a_key_of_its_own_that_stays_when_it_is_moved(tmp_path: Path) -> None:
    changed = (
        INVITATION.partition("BEGIN:VEVENT")[2]
        .partition("RRULE")[0]
        .replace("DTSTART;TZID=W. Europe Standard Time:20311203T100000", "DTSTART:20311206T150000Z")
        .replace("DTEND;TZID=W. Europe Standard Time:20311203T104500", "DTEND:20311206T160000Z")
    )
    with_change = one(INVITATION).replace(
        "END:VCALENDAR",
        f"BEGIN:VEVENT{changed}RECURRENCE-ID;TZID=W. Europe Standard Time:20311203T100000\nEND:VEVENT\nEND:VCALENDAR",
    )
    (first,), (moved,) = read(tmp_path, one(INVITATION)).calls, read(tmp_path, with_change).calls
    assert moved.wall == "2031-12-06T15:00"
    assert moved.id == first.id
    (later,) = read(tmp_path, with_change, "2031-12-07T00:00:00Z").calls
    assert later.wall == "2031-12-31T10:00"
    assert later.id != first.id


def test_changed_dates_that_do_not_come_in_are_told(tmp_path: Path) -> None:
    def changed(day: str, *lines: str) -> str:
        told = "".join(f"{line}\n" for line in lines)
        return f"BEGIN:VEVENT\nUID:late-delivery@example.com\nRECURRENCE-ID:{day}T090000Z\n{told}END:VEVENT\n"

    moved = changed("20311231", "DTSTART:20320102T150000Z")
    gone = changed("20320114", "DTSTART:20320114T090000Z", "STATUS:CANCELLED")
    alone = one(INVITATION)
    with_changes = alone.replace("END:VCALENDAR", f"{moved}{gone}END:VCALENDAR")
    (first,) = read(tmp_path, with_changes).calls
    assert first.wall == "2031-12-03T10:00"
    assert first.remark == "It repeats; only the next one comes in. 1 changed date of it is left out."
    (then,) = read(tmp_path, with_changes, "2031-12-20T00:00:00Z").calls
    assert (then.wall, then.remark) == ("2032-01-02T15:00", "It repeats; only the next one comes in.")
    unruled = with_changes.replace("RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=10;BYDAY=WE\n", "")
    assert read(tmp_path, unruled).calls[0].remark == "1 changed date of it is left out."


def test_one_that_moved_keeps_its_key(tmp_path: Path) -> None:
    second = INVITATION.replace("20311204T090000Z", "20311205T090000Z")
    before, after = read(tmp_path, INVITATION).calls[1], read(tmp_path, second).calls[1]
    assert before.id == after.id
    assert before.wall != after.wall


def test_cancelled_ones_are_left_out_with_a_word(tmp_path: Path) -> None:
    offer = read(tmp_path, INVITATION.replace("STATUS:CONFIRMED", "STATUS:CANCELLED"))
    assert [call.title for call in offer.calls] == ["Late delivery"]
    assert offer.remarks == ("1 event was cancelled, and is left out.",)
    assert read(tmp_path, INVITATION.replace("METHOD:REQUEST", "METHOD:CANCEL")).calls == ()


def test_the_same_twice_is_one(tmp_path: Path) -> None:
    event = INVITATION.partition("UID:second")[2].partition("END:VCALENDAR")[0]
    offer = read(tmp_path, INVITATION.replace("END:VCALENDAR", f"BEGIN:VEVENT\nUID:second{event}END:VCALENDAR"))
    assert [call.title for call in offer.calls] == ["Late delivery", "Price"]


def test_one_that_is_over_is_a_call_that_was_held(tmp_path: Path) -> None:
    call = read(tmp_path, INVITATION, "2031-12-10T00:00:00Z").calls[-1]
    assert (call.title, call.held) == ("Price", "2031-12-04T09:30:00Z")


def test_without_a_time_it_is_told(tmp_path: Path) -> None:
    offer = read(tmp_path, INVITATION.replace("DTSTART:20311204T090000Z", "DTSTART:20311304T090000Z"))
    assert [fault.sentence for fault in offer.faults] == ["Event 2 has no date, or one that does not exist."]


def test_of_markup_only_the_words_stay(tmp_path: Path) -> None:
    text = INVITATION.replace("The report", "<html><body>The <img src=/etc/passwd><b>report</b> &amp; plan<br>")
    know = str(read(tmp_path, text).calls[0].answers["facts"]["know"])
    assert know.startswith("The report & plan\n came")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_and_unknown_rules(tmp_path: Path, ends: str) -> None:
    text = INVITATION.replace("FREQ=WEEKLY", "FREQ=SECONDLY").replace("\n", ends)
    offer = read(tmp_path, text, "2031-12-20T00:00:00Z")
    assert "not followed" in offer.calls[-1].remark or "not followed" in offer.calls[0].remark
