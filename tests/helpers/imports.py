"""Files to bring in, for tests: a sound one of each kind, and as many spoiled ones as anybody asks for.

``mutated(seed)`` gives the same file for the same seed, on every machine.
"""

import random
from collections.abc import Callable
from pathlib import Path

INVITATION = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//EN
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:late-delivery@example.com
SUMMARY:Late delivery
DTSTART;TZID=W. Europe Standard Time:20311203T100000
DTEND;TZID=W. Europe Standard Time:20311203T104500
ORGANIZER;CN=Jane Doe:mailto:jane.doe@northwind.example
ATTENDEE;CN=Me Myself;PARTSTAT=NEEDS-ACTION:mailto:me@example.com
LOCATION:Room 4
URL:https://meet.example/abc
DESCRIPTION:The report came\\ntwo days late\\, again.
RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=10;BYDAY=WE
EXDATE;TZID=W. Europe Standard Time:20311217T100000
END:VEVENT
BEGIN:VEVENT
UID:second@example.com
SUMMARY:Price
DTSTART:20311204T090000Z
DURATION:PT30M
STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR
"""

TABLE = """Customer;Date;Time;Subject;Type;Outcome;Notes;If;Then;Follow-up;Due
Northwind;2031-11-26;10:00;Late report;complaint;;"They said:
""two days"" late";a date slips;say it first;Send the plan;2031-12-01
Contoso;03/04/2026;;Price;scope;agreed;'=1+2;;;;
Zoë & Söhne;25.12.2025;4 pm;;;partly;日本 ☎️;;;;
"""

NOTE = """---
client: Northwind
date: 2025-11-20
tags: [calls, "late"]
---
# Late delivery

They said <b>two days</b> and ![](file:///etc/passwd).
- send the plan
"""

ARCHIVE_HEAD = '{"format": "forecall-journal", "version": 2, "made_at": "2026-11-20T09:00:00Z", "clients": ['

SOUND = {".ics": INVITATION, ".csv": TABLE, ".md": NOTE}
"""A file of each kind by its ending, as text; archives are made by ``tests.helpers.archives``."""

_NASTY = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r", b"\r\n", b"\n", b'"', b"'", b";", b",", b"\t", b":",
    b"---\n", b"BEGIN:VEVENT\n", b"END:VEVENT\n", b"BEGIN:VCALENDAR\n", b"END:VCALENDAR\n", b"INTERVAL=0;",
    b"COUNT=1000000000;", b"FREQ=SECONDLY;", b"BYDAY=99MO,-99SU;", b"UNTIL=99991231T235959Z;", b"20310230T259999",
    b"-99999999999999", b"9" * 400, b"DURATION:P999999999999W\n", b"RECURRENCE-ID:20311203T100000Z\n",
    b"DTSTART;VALUE=DATE:20311203\n", b"TZID=Nowhere/At_All", b"&a [*a, *a]\n", b"a: &a [x, x]\nb: &b [*a, *a]\n",
    b"!!python/object/apply:os.system [x]\n", b"[" * 3000, b"{a: " * 500, b"31.02.2026", b"02/30/2026", b"=cmd|'/c'!A1",
    "\u2028\u2029\u202e\ufeff".encode(), "☎️é𝄞".encode(), b"<img src=/dev/zero>", b"," * 500, b"a" * 70_000,
)  # fmt: skip


def mutated(seed: int, ending: str = "") -> tuple[str, bytes]:
    """A spoiled file: its ending and its bytes. Without ``ending`` the kinds take turns."""
    turn = random.Random(seed)
    ending = ending or sorted(SOUND)[seed % len(SOUND)]
    raw = SOUND[ending].encode()
    for _round in range(turn.choice((1, 1, 2, 3, 8))):
        raw = turn.choice(_SPOILERS)(raw, turn)
    return ending, raw[: 1 << 21]


def write_mutated(folder: Path, seed: int, ending: str = "") -> Path:
    """The spoiled file on the disk."""
    ending, raw = mutated(seed, ending)
    path = folder / f"spoiled-{seed}{ending}"
    path.write_bytes(raw)
    return path


def _flip(raw: bytes, turn: random.Random) -> bytes:
    found = bytearray(raw)
    for _each in range(min(len(found), turn.choice((1, 3, 20)))):
        found[turn.randrange(len(found))] = turn.randrange(256)
    return bytes(found)


def _cut(raw: bytes, turn: random.Random) -> bytes:
    return raw[: turn.randrange(len(raw) + 1)]


def _take_out(raw: bytes, turn: random.Random) -> bytes:
    start, end = sorted((turn.randrange(len(raw) + 1), turn.randrange(len(raw) + 1)))
    return raw[:start] + raw[end:]


def _put_in(raw: bytes, turn: random.Random) -> bytes:
    at = turn.randrange(len(raw) + 1)
    return raw[:at] + turn.choice(_NASTY) + raw[at:]


def _double(raw: bytes, turn: random.Random) -> bytes:
    start, end = sorted((turn.randrange(len(raw) + 1), turn.randrange(len(raw) + 1)))
    return raw[:end] + raw[start:end] * turn.choice((1, 2, 50)) + raw[end:]


def _swap_lines(raw: bytes, turn: random.Random) -> bytes:
    lines = raw.split(b"\n")
    turn.shuffle(lines)
    return b"\n".join(lines)


def _value(raw: bytes, turn: random.Random) -> bytes:
    """Something else after a colon, an equals sign or a semicolon."""
    places = [at for at, sign in enumerate(raw) if sign in b":=;"]
    if not places:
        return raw
    at = turn.choice(places) + 1
    end = min((found for sign in (b"\n", b";") if (found := raw.find(sign, at)) > 0), default=len(raw))
    return raw[:at] + turn.choice(_NASTY) + raw[end:]


def _encode(raw: bytes, turn: random.Random) -> bytes:
    return raw.decode("utf-8", "replace").encode(
        turn.choice(("utf-16", "utf-16-le", "utf-32", "cp1252", "utf-8-sig")), "replace"
    )


_SPOILERS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip, _cut, _take_out, _put_in, _put_in, _double, _swap_lines, _value, _value, _encode,
)  # fmt: skip
