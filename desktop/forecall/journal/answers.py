"""Operations on answers: what the person writes under a question, as they type."""

from sqlmodel import Session, col, select

from forecall.guide.question import Value
from forecall.journal.forecasts import lock_forecast
from forecall.journal.items import keep_follow_up
from forecall.journal.keeping import NOTHING, add, find, is_empty, keepable, new_id, stamp, value_text
from forecall.journal.lessons import keep_lesson_of_call
from forecall.journal.moments import utc_now
from forecall.journal.records import ENDED, FOLLOW_UPS
from forecall.journal.revisions import begin_answer, keep_answer
from forecall.journal.tables import Answer, Call


def record_answer(session: Session, call_id: str, key: str, value: Value, wording: str = "") -> None:
    """Keep the answer to a question with the wording that was shown; an empty answer leaves no row."""
    find(session, Call, call_id)
    if key == "lesson":  # a lesson outlives its call: it has a table of its own
        keep_lesson_of_call(session, call_id, value)
        return
    if key == ENDED and not is_empty(value.get("picked")):
        lock_forecast(session, call_id)  # who knows how it ended can no longer foresee it
    if key in FOLLOW_UPS:
        keep_follow_up(session, call_id, key, value)
    _write(session, call_id, key, value, wording)


def _write(session: Session, call_id: str, key: str, value: Value, wording: str) -> None:
    text, wording = value_text(value), keepable(wording)
    found = session.exec(select(Answer).where(col(Answer.call_id) == call_id, col(Answer.key) == key)).first()
    if found is not None and found.value != text:
        keep_answer(session, found)
    if text == NOTHING:
        if found is not None:
            session.delete(found)
        return
    now = utc_now()
    if found is None:
        begin_answer(session, call_id, key)
        row = Answer(id=new_id(), call_id=call_id, key=key, value=text, wording=wording, created_at=now, changed_at=now)
        add(session, row)
    elif (found.value, found.wording) != (text, wording):
        found.value, found.wording = text, wording
        stamp(found)
