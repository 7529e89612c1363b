"""The operation that brings in calls from elsewhere: those that are missing are made, those that are there stay."""

from collections.abc import Callable, Iterator, Sequence

from sqlmodel import Session, col, select

from forecall.journal.brought import BroughtCall, BroughtIn, is_moved, standing_calls
from forecall.journal.calls import move_call
from forecall.journal.clients import clean_name
from forecall.journal.keeping import NOTHING, find, keepable, new_id, stamp, value_text
from forecall.journal.moments import from_utc, planned_to_utc, utc_now, wall_text
from forecall.journal.records import PROMISED
from forecall.journal.related import related_id
from forecall.journal.tables import Answer, Call, Client, Item, Lesson, Row

Progress = Callable[[int], None]

_FLUSHED_AT = 500
_OLD_AFTER_DAYS = 7


def bring_calls(session: Session, calls: Sequence[BroughtCall], progress: Progress | None = None) -> BroughtIn:
    """Bring in all of these calls, in the caller's transaction, as one act.

    What the person wrote to a call that is there is never changed; one that was moved is moved, one that was deleted
    comes back. ``progress`` is told how many were looked at and may raise to cancel. Raises ``Refused`` for words that
    cannot be kept.
    """
    connection = session.connection().connection.driver_connection
    standing = standing_calls(connection, (call.id for call in calls))
    clients = _Clients(session)
    made: set[str] = set()
    children: list[Row] = []
    added = there = moved = back = 0
    first = ""
    for number, call in enumerate(calls, 1):
        known = standing.get(call.id)
        before = (added, moved, back)
        if not call.is_call:
            there += clients.note(call.client, call.known)
        elif call.id in made:
            there += 1
        elif known is None:
            children += _make(session, call, clients.named(call.client, call.known))
            added += 1
        elif known.deleted:
            row = find(session, Call, call.id)
            row.deleted_at = None
            stamp(row)
            clients.bring_back(row.client_id)
            back += 1
        elif is_moved(call, known):
            move_call(session, call.id, call.wall, call.zone)
            moved += 1
        else:
            there += 1
        if call.is_call:
            made.add(call.id)
        if not first and before != (added, moved, back):
            first = call.id
        if number % _FLUSHED_AT == 0 or number == len(calls):
            session.flush()  # a call goes first: the file's triggers ask whose a lesson is
            session.add_all(children)
            session.flush()
            session.expunge_all()
            children.clear()
            clients.forget_rows()
        if progress and (number % 50 == 0 or number == len(calls)):
            progress(number)
    return BroughtIn(added, there, moved, back, clients.alone, first)


class _Clients:
    """The journal's clients by name, read once; asking for each call anew would take the square of the time."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._ids: dict[str, str] = {}
        self._archived: set[str] = set()
        self._rows: dict[str, Client] = {}
        self.alone = 0
        """How many were made that came without a call."""
        wanted = select(Client.id, Client.name, Client.archived_at).where(col(Client.deleted_at).is_(None))
        for client_id, name, archived_at in session.exec(wanted.order_by(col(Client.seq).desc())):
            self._ids[name.casefold()] = client_id
            if archived_at is not None:
                self._archived.add(client_id)

    def named(self, name: str, known: str = "") -> str:
        """The key of the client of that name, made where there is none; one that was put away comes back."""
        client_id = self._ids.get(" ".join(name.split()).casefold())
        if client_id is None:
            return self._make(name, known)
        if client_id in self._archived:
            self._archived.discard(client_id)
            self._row(client_id).archived_at = None
            stamp(self._row(client_id))
        self._add_known(client_id, known)
        return client_id

    def note(self, name: str, known: str) -> bool:
        """Keep a client without a call; whether nothing of it was new."""
        client_id = self._ids.get(" ".join(name.split()).casefold())
        if client_id is None:
            self._make(name, known)
            self.alone += 1
            return False
        return not self._add_known(client_id, known)

    def bring_back(self, client_id: str) -> None:
        """A call came back; its client does too."""
        row = self._row(client_id)
        if row.deleted_at is not None:
            row.deleted_at = None
            stamp(row)
            self._ids.setdefault(row.name.casefold(), client_id)

    def forget_rows(self) -> None:
        """The session has let go of its rows."""
        self._rows.clear()

    def _make(self, name: str, known: str) -> str:
        wanted = clean_name(name)
        now = utc_now()
        client = Client(id=new_id(), name=wanted, known=keepable(known), created_at=now, changed_at=now)
        self._session.add(client)
        self._session.flush()
        self._ids[wanted.casefold()] = client.id
        self._rows[client.id] = client
        return client.id

    def _add_known(self, client_id: str, known: str) -> bool:
        if not known.strip():
            return False
        row = self._row(client_id)
        if known.strip() in row.known:
            return False
        row.known = "\n".join(part for part in (row.known.strip(), keepable(known).strip()) if part)
        stamp(row)
        return True

    def _row(self, client_id: str) -> Client:
        if client_id not in self._rows:
            self._rows[client_id] = find(self._session, Client, client_id)
        return self._rows[client_id]


def _make(session: Session, brought: BroughtCall, client_id: str) -> list[Row]:
    """Make the call; gives what hangs on it, which is to follow."""
    now = utc_now()
    planned = planned_to_utc(brought.wall, brought.zone) if brought.wall else None
    session.add(
        Call(
            id=brought.id,
            client_id=client_id,
            title=keepable(brought.title),
            types=",".join(map(str, brought.types)),
            planned_wall=wall_text(brought.wall) if brought.wall else None,
            planned_zone=brought.zone if brought.wall else None,
            planned_utc=planned,
            moment=planned or brought.held or now,
            length_minutes=brought.length_minutes,
            links=keepable(brought.links),
            held_at=brought.held,
            # What was over long before it came in is a record: nothing more is asked about it.
            left_at=now if brought.held and _days_between(brought.held, now) > _OLD_AFTER_DAYS else None,
            created_at=now,
            changed_at=now,
        )
    )
    return [*_answers(brought, now), *_promises(brought, now), *_lesson(brought, now)]


def _answers(brought: BroughtCall, now: str) -> Iterator[Row]:
    for key, value in brought.answers.items():
        text = value_text(value)
        if text != NOTHING:
            key_id = related_id(brought.id, key)
            yield Answer(id=key_id, call_id=brought.id, key=key, value=text, created_at=now, changed_at=now)


def _promises(brought: BroughtCall, now: str) -> Iterator[Row]:
    for position, promise in enumerate(brought.promises):
        yield Item(
            id=related_id(brought.id, f"{PROMISED} {position}"),
            call_id=brought.id,
            key=PROMISED,
            position=position,
            value=value_text({"text": promise.text}),
            due=promise.due,
            created_at=now,
            changed_at=now,
        )


def _lesson(brought: BroughtCall, now: str) -> Iterator[Row]:
    if any(brought.lesson):
        if_text, then_text = map(keepable, brought.lesson)
        yield Lesson(
            id=related_id(brought.id, "lesson"),
            call_id=brought.id,
            if_text=if_text,
            then_text=then_text,
            types=",".join(map(str, brought.types)),
            created_at=now,
            changed_at=now,
        )


def _days_between(earlier: str, later: str) -> int:
    return (from_utc(later) - from_utc(earlier)).days
