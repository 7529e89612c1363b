"""Operations on lessons: if-then plans that come back before the next call."""

from sqlmodel import Session, col, select

from forecall.guide.question import Value
from forecall.journal.items import write_item
from forecall.journal.keeping import add, find, keepable, new_id, stamp
from forecall.journal.moments import utc_now
from forecall.journal.revisions import keep_lesson
from forecall.journal.tables import Call, Lesson


def keep_lesson_of_call(session: Session, call_id: str, value: Value) -> None:
    """Keep the lesson written in a reflection; an empty one is taken back."""
    call = find(session, Call, call_id)
    lesson = session.exec(
        select(Lesson).where(col(Lesson.call_id) == call_id, col(Lesson.deleted_at).is_(None)).order_by(col(Lesson.seq))
    ).first()
    if not _words(value, "if") and not _words(value, "then") and not _words(value, "why"):
        if lesson is not None:
            lesson.deleted_at = utc_now()
            stamp(lesson)
        return
    if lesson is None:
        lesson = _new_lesson(session, call_id, call.types)
    _fill(session, lesson, value)


def write_lesson(session: Session, lesson_id: str | None, value: Value) -> str:
    """Change a lesson, or make one that comes from no call when ``lesson_id`` is ``None``; gives its id."""
    lesson = _new_lesson(session, None, "") if lesson_id is None else find(session, Lesson, lesson_id)
    _fill(session, lesson, value)
    return lesson.id


def use_lesson(session: Session, lesson_id: str, call_id: str) -> None:
    """Take a lesson into the preparation of a call as a point to say or do, and count the use."""
    lesson = find(session, Lesson, lesson_id)
    lesson.used += 1
    stamp(lesson)
    words = (lesson.then_text or lesson.if_text).strip()
    write_item(session, call_id, "points", new_id(), {"text": words[:1].upper() + words[1:], "lesson": [lesson.id]})


def count_help(session: Session, lesson_id: str) -> None:
    """Note that a lesson helped on a call."""
    lesson = find(session, Lesson, lesson_id)
    lesson.helped += 1
    stamp(lesson)


def archive_lesson(session: Session, lesson_id: str, archived: bool = True) -> None:
    """Put a lesson out of the way, or bring it back."""
    lesson = find(session, Lesson, lesson_id)
    lesson.archived_at = utc_now() if archived else None
    stamp(lesson)


def delete_lesson(session: Session, lesson_id: str) -> None:
    """Delete a lesson; undo brings it back."""
    lesson = find(session, Lesson, lesson_id)
    lesson.deleted_at = utc_now()
    stamp(lesson)


def _new_lesson(session: Session, call_id: str | None, types: str) -> Lesson:
    now = utc_now()
    return add(session, Lesson(id=new_id(), call_id=call_id, types=types, created_at=now, changed_at=now))


def _fill(session: Session, lesson: Lesson, value: Value) -> None:
    why = _words(value, "why") if "why" in value else lesson.why
    words = (_words(value, "if"), _words(value, "then"), why)
    if words != (lesson.if_text, lesson.then_text, lesson.why) and lesson.seq is not None:
        keep_lesson(session, lesson)
    lesson.if_text, lesson.then_text, lesson.why = words
    skill = value.get("skill", "")
    lesson.skill = keepable((skill[0] if skill else "") if isinstance(skill, list) else str(skill or ""))
    types = value.get("types")
    if isinstance(types, list):
        lesson.types = keepable(",".join(types))
    stamp(lesson)


def _words(value: Value, part: str) -> str:
    found = value.get(part, "")
    return keepable(found) if isinstance(found, str) else ""
