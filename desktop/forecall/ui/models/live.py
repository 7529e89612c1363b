"""Which call the live sheet is about, and where its window stood: read in one go."""

import json
from dataclasses import dataclass
from typing import Any

from forecall.coach.live_sheet import can_be_held
from forecall.coach.own_phrases import OwnPhrases, read_own_phrases
from forecall.journal.listing import calls_under_way, next_calls, unplanned_calls
from forecall.journal.reading import read_call, read_draft
from forecall.journal.records import LIVE_DRAFT, CallRecord, Stage


@dataclass(frozen=True, slots=True)
class Kept:
    """What is remembered of the window. ``call`` is the one it was open for; ``window`` is x, y, width, height."""

    call: str = ""
    window: tuple[int, ...] = ()

    def as_text(self) -> str:
        """As the draft keeps it."""
        return json.dumps({"call": self.call, "window": list(self.window)})


@dataclass(frozen=True, slots=True)
class LiveReading:
    """The call to show, if there is one, with what stands around it."""

    call: CallRecord | None
    own: OwnPhrases
    kept: Kept


def read_live(connection: Any, wanted: str, now: str) -> LiveReading:
    """The call that was asked for, else the one under way, else the next one."""
    return LiveReading(_call(connection, wanted, now), read_own_phrases(connection), read_kept(connection))


def read_kept(connection: Any) -> Kept:
    """What is remembered of the window; nothing where that makes no sense."""
    try:
        found = json.loads(read_draft(connection, LIVE_DRAFT) or "{}")
        window = tuple(found.get("window", ()))
        right = len(window) == 4 and all(type(each) is int for each in window)
        return Kept(str(found.get("call", "")), window if right else ())
    except (ValueError, TypeError, AttributeError):
        return Kept()


def read_left_open(connection: Any, now: str) -> str:
    """The call that the window was open for when the program ended, as long as it is under way."""
    kept = read_kept(connection)
    call = read_call(connection, kept.call, now) if kept.call else None
    return kept.call if call is not None and call.head.stage is Stage.CALL and can_be_held(call) else ""


def _call(connection: Any, wanted: str, now: str) -> CallRecord | None:
    call = read_call(connection, wanted, now) if wanted else None
    if call is not None and can_be_held(call):
        return call
    heads = calls_under_way(connection, now, 1) or next_calls(connection, now, 1) or unplanned_calls(connection, now, 1)
    return read_call(connection, heads[0].id, now) if heads else None
