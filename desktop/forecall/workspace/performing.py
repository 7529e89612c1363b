"""One operation from its verb to the commit: images for undo, checksums, the search index, all in one transaction."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from forecall.journal.forecasts import LOCKED
from forecall.journal.refusals import Refused
from forecall.journal.search import index_call
from forecall.journal.tables import Call, Client
from forecall.storage.database import Database
from forecall.words import _
from forecall.workspace.undo import Images


def perform_on(database: Database, verb: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """Run a verb in a session and commit it; gives its result and the images of what it touched."""
    images = Images()
    with _told_in_words(), database.session() as session:
        images.watch(session)
        result = verb(session, *args, **kwargs)
        session.flush()
        _index(session, images)
    return result, images


def restore_on(database: Database, step: Images) -> Images:
    """Undo a step; gives the images with which the undoing can be undone."""
    images = Images()
    with _told_in_words(), database.session() as session:
        images.watch(session)
        step.restore(session)
        session.flush()
        _index(session, images)
    return images


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
    connection = session.connection().connection.driver_connection
    for call_id in calls:
        index_call(connection, call_id)


def _renamed(session: Session, images: Images) -> list[str]:
    """Clients with another name than before: only then do the words of all their calls change."""
    names = {key[1]: image["name"] for key, image in images.before.items() if key[0] == "Client" and image is not None}
    found = session.exec(select(Client.id, Client.name).where(col(Client.id).in_(names)))
    return [client_id for client_id, name in found if name != names[client_id]]
