"""How pages name a call: its title, its types, when it is."""

from collections.abc import Sequence
from datetime import timedelta

from forecall.dates import minutes_text, when_text
from forecall.guide.question import CallType
from forecall.journal.moments import from_utc, minutes_until, utc_now, wall_now
from forecall.journal.records import CallHead
from forecall.words import _


def type_words(call_type: CallType) -> str:
    """A call type as a person reads it."""
    return {
        CallType.COMPLAINT: _("complaint"),
        CallType.MISUNDERSTANDING: _("misunderstanding"),
        CallType.BAD_NEWS: _("bad news"),
        CallType.PERSONAL: _("personal circumstances"),
        CallType.SCOPE: _("scope, price or deadline"),
        CallType.ABUSE: _("abuse or disrespect"),
    }[call_type]


def types_words(types: Sequence[CallType]) -> str:
    """The types of a call, or nothing when the person is not sure."""
    return _(" and ").join(type_words(each) for each in types)


def title_of(head: CallHead) -> str:
    """A call's title; one that has none yet is named after its client."""
    return head.title or _("Call with {client}").format(client=head.client_name)


def about(head: CallHead, zone: str) -> str:
    """Client, types and time on one line."""
    parts = [head.client_name, types_words(head.types)]
    if head.planned_wall and head.planned_zone:
        parts.append(when_text(head.planned_wall, head.planned_zone, wall_now(head.planned_zone), zone))
    return " · ".join(part for part in parts if part)


def time_left(head: CallHead) -> str:
    """How long until a call begins, in words; nothing when it has no time or is long over."""
    if head.planned_utc is None:
        return ""
    now = utc_now()
    minutes = minutes_until(head.planned_utc, now)
    if minutes >= 0:
        return minutes_text(minutes)
    ends = from_utc(head.planned_utc) + timedelta(minutes=head.length_minutes)
    return _("it has begun") if from_utc(now) < ends else ""
