"""One operation from its verb to the commit: images for undo, checksums, the search index, all in one transaction."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from forecall.journal.changes import Changes
from forecall.journal.forecasts import LOCKED
from forecall.journal.letting_go import let_go
from forecall.journal.refusals import Refused
from forecall.journal.search import index_call
from forecall.journal.tables import Call, Client, Lesson, Phrase, Row
from forecall.journal.visits import Visits
from forecall.storage.database import Database
from forecall.storage.faults import write_fault
from forecall.words import _
from forecall.workspace.acts import Act, Acts
from forecall.workspace.undo import Images
from forecall.workspace.undo_stack import Place, Turned, label_of


def perform_on(
    database: Database,
    verb: Callable[..., Any],
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    acts: Acts | None = None,
    visits: Visits | None = None,
) -> Any:
    """Run a verb in a session and commit it with its act; gives its result and the images of what it touched."""
    images = Images()
    with _told_in_words(), database.session() as session:
        images.watch(session)
        session.info["images"] = images
        if visits is not None:
            visits.drop()  # of a turn that the disk refused
            session.info["visits"] = visits
        result = verb(session, *args, **kwargs)
        session.flush()
        _index(session, images)
        if acts is not None:
            acts.push(_raw(session), verb.__name__, args, images)
    if acts is not None:
        acts.settle()
    if visits is not None:
        visits.settle()
    if images.purged:
        if acts is not None:
            acts.turned()
        database.empty_log()
    return result, images


def restore_on(database: Database, step: Images) -> Images:
    """Undo a step; gives the images with which the undoing can be undone."""
    images = Images()
    with _told_in_words(), database.session() as session:
        _restore(session, step, images)
    return images


def turn_on(database: Database, acts: Acts, *, back: bool) -> tuple[Turned, Changes]:
    """Take the last act back, or do the last one that was taken back again; the act turns in the same commit.

    An act that would change nothing any more is passed over, one that no longer fits is dropped with a sentence: what
    comes after it is turned before it, so that it would be refused each time, and stand before all the others.
    """
    while (act := _next_act(database, acts, back)) is not None:
        images, place = Images(), Place()
        try:
            with _told_in_words(), database.session() as session:
                differs = act.images.still_differ(session)
                if differs:
                    _restore(session, act.images, images)
                    acts.turn(_raw(session), act, images)
                    place = _still_there(session, act.place)
                else:
                    acts.drop(_raw(session), act)
        except Exception as error:
            if write_fault(error) is not None:
                raise
            with database.session() as session:
                let_go(session, lambda seq, _images, dropped=act.seq: seq == dropped)  # type: ignore[misc]
            acts.turned()
            if isinstance(error, Refused):
                raise
            raise Refused(_("This can no longer be taken back: it was changed elsewhere since.")) from error
        if differs:
            acts.turned()
            return Turned(label_of(act.verb, act.detail), place), images.changes()
    return Turned(), Changes()


def _next_act(database: Database, acts: Acts, back: bool) -> Act | None:
    with database.session() as session:
        return acts.last(_raw(session)) if back else acts.last_undone(_raw(session))


def _restore(session: Session, step: Images, images: Images) -> None:
    images.watch(session)
    step.restore(session, images)
    session.flush()
    _index(session, images)


def _still_there(session: Session, place: Place) -> Place:
    """The place without what is not, or no longer, in the journal."""

    def there(table: type[Row], row_id: str) -> str:
        row: Any = session.exec(select(table).where(col(table.id) == row_id)).first() if row_id else None
        return row_id if row is not None and row.deleted_at is None else ""

    call = there(Call, place.call)
    return Place(
        call,
        place.key,
        there(Client, place.client),
        there(Lesson, place.lesson),
        there(Phrase, place.phrase),
        gone="" if call else place.call,
    )


def _raw(session: Session) -> Any:
    return session.connection().connection.driver_connection


@contextmanager
def _told_in_words() -> Iterator[None]:
    """What the file itself refuses, as a sentence."""
    try:
        yield
    except IntegrityError as error:
        if LOCKED in str(error):
            raise Refused(_("The call has begun. What you foresaw stays as it was then.")) from error
        raise


def _index(session: Session, images: Images) -> None:
    calls = set(images.calls)
    renamed = _renamed(session, images)
    if renamed:
        calls |= set(session.exec(select(Call.id).where(col(Call.client_id).in_(renamed))).all())
    connection = _raw(session)
    for call_id in calls:
        index_call(connection, call_id)


def _renamed(session: Session, images: Images) -> list[str]:
    """Clients with another name than before: only then do the words of all their calls change."""
    names = {key[1]: image["name"] for key, image in images.before.items() if key[0] == "Client" and image is not None}
    found = session.exec(select(Client.id, Client.name).where(col(Client.id).in_(names)))
    return [client_id for client_id, name in found if name != names[client_id]]
