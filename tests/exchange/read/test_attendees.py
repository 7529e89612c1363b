"""Who is the client of an invitation: never the person, never a room."""

from typing import Any

from icalendar import Event

from forecall.exchange.read.attendees import others_in

ORGANISER = "ORGANIZER;CN=Jane Doe:mailto:jane@northwind.example"


def event(*lines: str) -> Any:
    return Event.from_ical("BEGIN:VEVENT\r\n" + "".join(f"{line}\r\n" for line in lines) + "END:VEVENT\r\n")


def guest(address: str, name: str = "", **params: str) -> str:
    told = {**({"CN": f'"{name}"'} if name else {}), **params}
    return "ATTENDEE" + "".join(f";{key}={value}" for key, value in told.items()) + f":mailto:{address}"


def test_an_invitation_that_came_is_from_its_organiser() -> None:
    found = event(ORGANISER, guest("me@x.example", "Ann Me", PARTSTAT="NEEDS-ACTION"), guest("jane@northwind.example"))
    assert others_in(found, "REQUEST", ["Ann Me"]) == ("Jane Doe",)


def test_an_event_of_ones_own_is_with_who_was_invited() -> None:
    found = event(
        "ORGANIZER;CN=Ann Me:mailto:ann@x.example",
        guest("col@x.example", "Colleague"),
        guest("room@x.example", "Room 4", CUTYPE="ROOM"),
        guest("zoe.b@contoso.example", ROLE="REQ-PARTICIPANT"),
        guest("opt@contoso.example", "Optional", ROLE="OPT-PARTICIPANT"),
    )
    assert others_in(found, "", ["annme"]) == ("Zoe B", "Colleague", "Optional")
    assert others_in(found, "REQUEST", ["ann.me"])[0] == "Zoe B"


def test_nobody_is_nobody() -> None:
    assert others_in(event("SUMMARY:x"), "") == ()
    assert others_in(event("ATTENDEE:nonsense"), "", []) == ()


def test_this_machine_names_the_person() -> None:
    import getpass

    assert others_in(event(guest(f"{getpass.getuser()}@x.example"), guest("b@y.example")), "") == ("B",)


def test_a_name_that_cannot_be_seen_is_taken_from_the_address() -> None:
    assert others_in(event(guest("zoe.b@contoso.example", "\u200b")), "", []) == ("Zoe B",)
