"""Operations on the trash: bringing back, and deleting for good without leaving a word."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, text
from sqlmodel import Session, col, or_, select

from forecall.journal.keeping import find, look_for, stamp
from forecall.journal.letting_go import let_go
from forecall.journal.refusals import Refused
from forecall.journal.tables import Answer, Call, Client, Draft, Item, Lesson, Phrase, Revision, UsedDay
from forecall.words import _

_TABLES: dict[str, Any] = {"client": Client, "call": Call, "lesson": Lesson, "phrase": Phrase}
_WORDS_IN: tuple[tuple[Any, str], ...] = ((Answer, "value"), (Item, "value"), (Revision, "value"))
_DAYS_KEPT = 60


def bring_back(session: Session, kind: str, row_id: str) -> None:
    """Take something out of the trash: a client with the calls deleted together with them, a call with its client."""
    row = find(session, _TABLES[kind], row_id)
    when, row.deleted_at = row.deleted_at, None
    stamp(row)
    if kind == "client":
        for call in session.exec(select(Call).where(col(Call.client_id) == row_id, col(Call.deleted_at) == when)):
            call.deleted_at = None
            stamp(call)
    elif kind == "call":
        client = find(session, Client, row.client_id)
        if client.deleted_at is not None:
            client.deleted_at = None
            stamp(client)


def purge(session: Session, things: Sequence[tuple[str, str]]) -> int:
    """Delete things that are in the trash for good, each a kind and an id; gives how many there were.

    With them go their answers, versions, search words, the acts that could bring them back, and what drafts say of
    them. A lesson of a call stays, and belongs to no call from then on. There is no way back but a backup.
    """
    gone = _Gone()
    count = 0
    for kind, row_id in things:
        row: Any = look_for(session, _TABLES[kind], row_id)
        if row is None or row.deleted_at is None:
            continue  # brought back meanwhile
        gone.take(session, kind, row)
        count += 1
    if not count:
        return 0
    images = session.info.get("images")
    if images is not None:
        images.purged = True
        images.calls |= gone.calls
        images.clients |= gone.clients
        images.lessons |= gone.lessons
        images.phrases = images.phrases or bool(gone.phrases)
    session.flush()
    for table, ids in ((Call, gone.calls), (Client, gone.clients), (Lesson, gone.lessons), (Phrase, gone.phrases)):
        for some in _some(sorted(ids)):
            session.execute(delete(table).where(col(table.id).in_(some)))
    _forget_acts(session, gone)
    _forget_drafts(session, gone)
    _forget_samples(session)
    return count


def note_used_day(session: Session, day: str) -> None:
    """Note that the journal was open on a day; days ahead were a clock that went wrong."""
    session.execute(delete(UsedDay).where(col(UsedDay.day) > day))
    if session.get(UsedDay, day) is None:
        session.add(UsedDay(day=day))
        session.flush()
    kept = session.exec(select(UsedDay.day).order_by(col(UsedDay.day).desc()).limit(_DAYS_KEPT)).all()
    session.execute(delete(UsedDay).where(col(UsedDay.day) < kept[-1]))


class _Gone:
    """What goes: ids by kind, and the words, so that copies of them are found in drafts."""

    def __init__(self) -> None:
        self.clients: set[str] = set()
        self.calls: set[str] = set()
        self.lessons: set[str] = set()
        self.phrases: set[str] = set()
        self.words: list[str] = []

    @property
    def all(self) -> set[str]:
        """Every id."""
        return self.clients | self.calls | self.lessons | self.phrases

    def take(self, session: Session, kind: str, row: Any) -> None:
        """Something goes, and with a client the calls in the trash."""
        if kind == "client":
            calls = list(session.exec(select(Call).where(col(Call.client_id) == row.id)))
            if any(call.deleted_at is None for call in calls):
                raise Refused(_("There are calls with this client that are not deleted. Nothing was removed."))
            self.clients.add(row.id)
            self.words.append(row.known)
            for call in calls:
                self._take_call(session, call)
        elif kind == "call":
            self._take_call(session, row)
        elif kind == "lesson":
            self.lessons.add(row.id)
            self.words += [row.if_text, row.then_text, row.why]
        else:
            self.phrases.add(row.id)
            self.words.append(row.text)

    def _take_call(self, session: Session, call: Call) -> None:
        self.calls.add(call.id)
        for table, column in _WORDS_IN:
            self.words += session.exec(select(getattr(table, column)).where(col(table.call_id) == call.id)).all()
        # A lesson outlives its call; the file would take the call out of it without sealing it anew.
        for lesson in session.exec(select(Lesson).where(col(Lesson.call_id) == call.id)):
            lesson.call_id = None
            stamp(lesson)


def _forget_acts(session: Session, gone: _Gone) -> None:
    """No act may hold the words: each one that has an image of what is gone is let go of whole."""
    ids = gone.all
    let_go(session, lambda _seq, images: any(row_id in ids or _belongs(image, ids) for _table, row_id, image in images))


def _belongs(image: dict[str, Any] | None, ids: set[str]) -> bool:
    return image is not None and any(image.get(name) in ids for name in ("call_id", "client_id", "lesson_id"))


def _forget_drafts(session: Session, gone: _Gone) -> None:
    """Drafts hold words by the id of what they are about, or words that were left as they are."""
    said = "\n".join(gone.words)
    for draft in session.exec(select(Draft).where(or_(col(Draft.value).like("{%"), col(Draft.value).like("[%")))):
        try:
            value = json.loads(draft.value)
        except ValueError:
            continue
        kept = _without(value, gone.all, said)
        if kept != value:
            draft.value = json.dumps(kept, ensure_ascii=False)


def _without(value: Any, ids: set[str], said: str) -> Any:
    if isinstance(value, dict):
        return {name: _without(part, ids, said) for name, part in value.items() if name not in ids}
    if isinstance(value, list):
        pairs = value and all(isinstance(each, list) and len(each) == 2 for each in value)
        return [each for each in value if not (pairs and json.dumps(str(each[0]), ensure_ascii=False)[1:-1] in said)]
    return value


def _forget_samples(session: Session) -> None:
    """What SQLite noted of its indexes holds some of the names in them."""
    for name in ("sqlite_stat1", "sqlite_stat4"):
        if session.execute(text(f"SELECT 1 FROM sqlite_master WHERE name = '{name}'")).first() is not None:
            session.execute(text(f"DELETE FROM {name} WHERE tbl = 'client'"))


def _some(ids: Sequence[str], size: int = 500) -> list[Sequence[str]]:
    return [ids[at : at + size] for at in range(0, len(ids), size)]
