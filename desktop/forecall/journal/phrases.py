"""Operations on phrases: the person's own ones, and which of the guide's they do not want to see."""

from sqlmodel import Session, col, or_, select

from forecall.guide.question import Value
from forecall.journal.keeping import add, find, keepable, look_for, new_id, stamp
from forecall.journal.moments import utc_now
from forecall.journal.tables import Phrase


def write_phrase(session: Session, phrase_id: str, value: Value) -> None:
    """Write a phrase of the person's own, made where ``phrase_id`` is new: typing one is a single act.

    ``value`` holds ``text`` and what was picked under ``moment``, ``fits`` and ``types``; a part that is not there
    stays as it is.
    """
    phrase = look_for(session, Phrase, phrase_id)
    if phrase is None:
        now = utc_now()
        phrase = add(session, Phrase(id=phrase_id, created_at=now, changed_at=now))
    if "text" in value:
        phrase.text = keepable(str(value["text"]))
    for part in ("moment", "fits", "types"):
        if part in value:
            setattr(phrase, part, _joined(value[part]))
    phrase.deleted_at = None
    stamp(phrase)


def hide_phrase(session: Session, key: str) -> None:
    """Hide a phrase: one of the person's own by its id, one of the guide's by its key."""
    found = _named(session, key)
    if not found:
        now = utc_now()
        found = [add(session, Phrase(id=new_id(), guide_key=keepable(key), created_at=now, changed_at=now))]
    for phrase in found:
        phrase.hidden_at = utc_now()
        stamp(phrase)


def show_phrase(session: Session, key: str) -> None:
    """Bring a hidden phrase back."""
    for phrase in _named(session, key):
        phrase.hidden_at = None
        stamp(phrase)


def delete_phrase(session: Session, phrase_id: str) -> None:
    """Delete a phrase of the person's own; undo brings it back."""
    phrase = find(session, Phrase, phrase_id)
    phrase.deleted_at = utc_now()
    stamp(phrase)


def _named(session: Session, key: str) -> list[Phrase]:
    """The rows about a phrase; journals that were brought together may hold several marks for one of the guide's."""
    named = select(Phrase).where(or_(col(Phrase.id) == key, col(Phrase.guide_key) == key))
    return list(session.exec(named.where(col(Phrase.deleted_at).is_(None))))


def _joined(picked: object) -> str:
    """What was picked as the file keeps it: keys joined with a comma."""
    keys = picked if isinstance(picked, list) else [picked] if picked else []
    return keepable(",".join(str(key) for key in keys))
