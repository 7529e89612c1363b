"""One operation from its verb to the commit: images for undo, checksums, the search index, all in one transaction."""

from collections.abc import Callable
from typing import Any

from sqlmodel import Session, col, select

from forecall.journal.search import index_call
from forecall.journal.tables import Call
from forecall.storage.database import Database
from forecall.workspace.undo import Images


def perform_on(database: Database, verb: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """Run a verb in a session and commit it; gives its result and the images of what it touched."""
    images = Images()
    with database.session() as session:
        images.watch(session)
        result = verb(session, *args, **kwargs)
        session.flush()
        _index(session, images)
    return result, images


def restore_on(database: Database, step: Images) -> Images:
    """Undo a step; gives the images with which the undoing can be undone."""
    images = Images()
    with database.session() as session:
        images.watch(session)
        step.restore(session)
        session.flush()
        _index(session, images)
    return images


def _index(session: Session, images: Images) -> None:
    calls = set(images.calls)
    renamed = [row_id for (table, row_id), image in images.before.items() if table == "Client" and image is not None]
    if renamed:
        calls |= set(session.exec(select(Call.id).where(col(Call.client_id).in_(renamed))).all())
    connection = session.connection().connection.driver_connection
    for call_id in calls:
        index_call(connection, call_id)
