"""Operations on drafts: words in a form that is no call yet are kept like all others."""

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
