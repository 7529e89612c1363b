"""A call in words, as pages and lists say it: what it is called, when it is, where it stands, how it ended."""

from datetime import date, datetime, timedelta

from forecall import dates
from forecall.guide.catalog import Catalog
from forecall.journal.moments import (
    day_of,
    from_utc,
    known_zone,
    minutes_until,
    planned_to_utc,
    utc_now,
    wall_now,
)
from forecall.journal.records import CallHead, CallRecord, LessonRecord, LockRecord, Stage
from forecall.journal.summary import type_name
from forecall.ui.page import Place
from forecall.words import _, ngettext

DOT = " · "


def place_of_call(head: CallHead) -> Place:
    """Where a call opens: at what is to be done next with it."""
    if head.stage is Stage.REFLECT:
        return Place("look_back", head.id, "later" if head.looked_back_now_at else "now")
    if head.stage is Stage.DONE:
        return Place("look_back", head.id, "later")
    return Place("prepare", head.id)


def call_name(head: CallHead) -> str:
    """The client and, where there is one, the title: for notices and accessible names."""
    return DOT.join(part for part in (head.client_name, head.title) if part)


def title_of(head: CallHead) -> str:
    """A call's title; one that has none yet is named after its client."""
    return head.title or _("Call with {client}").format(client=head.client_name)


def about(head: CallHead, zone: str) -> str:
    """Client, types and time on one line."""
    parts = [head.client_name, type_words(head)]
    if head.planned_wall and head.planned_zone:
        parts.append(dates.when_text(head.planned_wall, head.planned_zone, wall_now(head.planned_zone), zone))
    return DOT.join(part for part in parts if part)


def time_left(head: CallHead) -> str:
    """How long until a call begins, in words; nothing when it has no time, was held or ended, or is long over."""
    if head.planned_utc is None or head.held_at is not None:
        return ""
    now = utc_now()
    minutes = minutes_until(head.planned_utc, now)
    if minutes >= 0:
        return dates.minutes_text(minutes)
    ends = from_utc(head.planned_utc) + timedelta(minutes=head.length_minutes)
    return _("it has begun") if from_utc(now) < ends else ""


def kept_since(call: CallRecord, lock: LockRecord, zone: str) -> str:
    """Since when what was foreseen stays: "As it was when the call began, today 10:02."."""
    when = moment_words(lock.locked_at, zone)
    if call.started_at is None:  # it was held without having been begun here
        return _("As it was when the look back began, {when}.").format(when=when)
    return _("As it was when the call began, {when}.").format(when=when)


def lock_words(lock: LockRecord, forecast: str, zone: str) -> str:
    """One lock of the forecast: "today 10:02: partly, fairly sure. Not started after all."."""
    when = moment_words(lock.locked_at, zone)
    told = _("{when}: {forecast}.").format(when=when, forecast=forecast or _("nothing foreseen"))
    return told if lock.unlocked_at is None else _("{told} Not started after all.").format(told=told)


def moment_words(moment: str, zone: str) -> str:
    """A UTC moment on the clock of a zone: "today 10:02"."""
    return _clock_words(moment, zone, wall_now(zone))


def _clock_words(moment: str, zone: str, now: datetime) -> str:
    wall = from_utc(moment).astimezone(known_zone(zone)).strftime("%Y-%m-%dT%H:%M")
    return dates.when_text(wall, zone, now, zone)


def type_words(head: CallHead) -> str:
    """The call's types: "complaint + misunderstanding"."""
    return " + ".join(type_name(each) for each in head.types)


def day_of_call(head: CallHead, zone: str) -> date:
    """The day a call is or was on, for the person."""
    return date.fromisoformat(head.planned_wall[:10]) if head.planned_wall else day_of(head.moment, zone)


def when_words(head: CallHead, now: datetime, zone: str) -> str:
    """When a call is or was; nothing while it has no time."""
    if head.planned_wall:
        elsewhere = head.planned_zone and not same_clock(head.planned_wall, head.planned_zone, zone)
        return dates.when_text(head.planned_wall, head.planned_zone if elsewhere else zone, now, zone)
    if head.held_at:
        return _clock_words(head.held_at, zone, now)
    return _("no time yet")


def same_clock(wall: str, zone: str, other: str) -> bool:
    """Whether the clocks of two zones show the same at a planned wall time, so that neither has to be named."""
    try:
        return zone == other or planned_to_utc(wall, zone) == planned_to_utc(wall, other)
    except ValueError:
        return False  # a zone that this machine does not know is better named


def stage_words(head: CallHead) -> str:
    """Where a call stands, in words."""
    if head.stage is Stage.REFLECT:
        return _("to look back on, later") if head.looked_back_now_at else _("to look back on")
    return {
        Stage.PREPARE: _("in preparation"),
        Stage.CALL: _("call begun"),
        Stage.DONE: _("looked back on") if head.looked_back_now_at or head.ended else _("done"),
        Stage.DID_NOT_HAPPEN: _("did not happen"),
    }[head.stage]


def ending_words(head: CallHead, catalog: Catalog) -> str:
    """How a call ended, or nothing."""
    names = {choice.key: choice.label for choice in catalog.choice_set("ending")}
    return names.get(head.ended, "")


def call_on(head: CallHead, today: date, zone: str) -> str:
    """A call that was: "Tuesday's call with Northwind"."""
    day = day_of_call(head, zone)
    ago = (today - day).days
    words = {0: _("Today's call with {client}"), 1: _("Yesterday's call with {client}")}.get(ago)
    if words is None and 1 < ago < 7:
        words = _("{day}'s call with {client}")
    if words is None:
        words = _("Call with {client}, {day}")
    near = dates.weekday_text(day) if 1 < ago < 7 else dates.day_text(day.isoformat(), today)
    return words.format(client=head.client_name, day=near)


def lesson_origin(
    lesson: LessonRecord, catalog: Catalog, today: date, *, with_client: bool = False, with_skill: bool = True
) -> str:
    """Where a lesson comes from: "Communication · from a complaint in March · helped twice"."""
    parts = [skill_name(lesson.skill, catalog)] if with_skill else []
    if with_client and lesson.client_name:
        parts.append(lesson.client_name)
    if lesson.moment:
        month = dates.month_text(from_utc(lesson.moment).date(), today)
        kind = " + ".join(type_name(each) for each in lesson.call_types)
        parts.append(
            _("{kind} in {month}").format(kind=kind, month=month) if kind else _("from {month}").format(month=month)
        )
    if lesson.used:
        parts.append(times_used(lesson.used))
    if lesson.helped:
        parts.append(times_helped(lesson.helped))
    return DOT.join(part for part in parts if part)


def skill_name(key: str, catalog: Catalog) -> str:
    """A skill in words, or nothing."""
    return {choice.key: choice.label for choice in catalog.choice_set("skill")}.get(key, "")


def times_used(count: int) -> str:
    """How often a lesson was used."""
    return {1: _("used once"), 2: _("used twice")}.get(count) or ngettext(
        "used {count} time", "used {count} times", count
    )


def times_helped(count: int) -> str:
    """How often a lesson helped."""
    words = {1: _("helped once"), 2: _("helped twice")}.get(count)
    return words or ngettext("helped {count} time", "helped {count} times", count)
