"""*Last time* in words: how it ended, what is known and open, and one lesson."""

from forecall.coach.last_time import LastTime
from forecall.dates import day_text
from forecall.journal.moments import day_of, utc_now, wall_now
from forecall.journal.records import CallRecord
from forecall.journal.summary import lesson_sentence
from forecall.words import _

Lines = list[tuple[str, str]]


def last_time_lines(past: LastTime | None, call: CallRecord | None, zone: str) -> tuple[Lines, bool]:
    """The lines with their roles, and whether the last one is a lesson that can be used again."""
    if past is None or call is None or not past:
        return [], False
    today = wall_now(zone).date()
    lines: Lines = []
    if past.call is not None:
        lines.append((_how_it_ended(past.call, zone), "body"))
    if past.known:
        lines.append((past.known, "body"))
    for promise in past.promises:
        due = _(" – by {day}").format(day=day_text(promise.due, today)) if promise.due else ""
        lines.append((_("You promised: {promise}{due}").format(promise=promise.text, due=due), "body"))
    if past.lesson is None:
        return lines, False
    lines.append((lesson_sentence(past.lesson), "quote"))
    used = any(past.lesson.id in _lessons_of(item.value) for item in call.items.get("points", ()))
    return lines, not used


def last_time_title(past: LastTime | None, client: str) -> str:
    """What stands above the lines: there was a last time only where a call with the client was held."""
    if past is None or past.call is None:
        return _("Worth remembering")
    return _("Last time with {client}").format(client=client)


def ended_words(key: str) -> str:
    """How a call ended, as part of a sentence."""
    return {
        "agreed": _("It ended in agreement."),
        "partly": _("It ended partly agreed."),
        "open": _("It was left open."),
        "they_ended": _("They ended it."),
        "you_ended": _("You ended it."),
    }.get(key, "")


def _how_it_ended(past: CallRecord, zone: str) -> str:
    day = day_text(day_of(past.head.held_at or past.head.moment, zone).isoformat(), day_of(utc_now(), zone))
    settled = "; ".join(item.text.strip().rstrip(".") for item in past.entries("settled"))
    title = past.head.title or _("A call")  # not in the braces below, where no translator finds it
    parts = [f"{title}, {day}.", ended_words(past.head.ended)]
    if settled:
        parts.append(_("Agreed: {what}.").format(what=settled))
    return " ".join(part for part in parts if part)


def _lessons_of(value: object) -> list[str]:
    kept = value.get("lesson") if isinstance(value, dict) else None
    return kept if isinstance(kept, list) else []
