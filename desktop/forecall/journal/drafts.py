"""Operations on drafts: words in a form that is no call yet are kept like all others."""

import json
from typing import Any

from sqlmodel import Session

from forecall.journal.keeping import keepable
from forecall.journal.moments import utc_now
from forecall.journal.tables import Draft


def keep_draft(session: Session, name: str, value: str) -> None:
    """Keep what stands in a form; an empty text lets go of it."""
    draft = session.get(Draft, name)
    if not value:
        if draft is not None:
            session.delete(draft)
        return
    if draft is None:
        session.add(Draft(name=name, value=keepable(value), changed_at=utc_now()))
    else:
        draft.value, draft.changed_at = keepable(value), utc_now()


def note_in_draft(session: Session, name: str, key: str, note: Any) -> None:
    """Note something under a key of a draft that holds one note for each key; purging a key takes its note along."""
    draft = session.get(Draft, name)
    noted = json.loads(draft.value) if draft is not None else {}
    keep_draft(session, name, json.dumps({**noted, key: note}, ensure_ascii=False))
