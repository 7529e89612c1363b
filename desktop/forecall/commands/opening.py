"""The journal as commands read it: never made, never migrated, one state from beginning to end."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from forecall.commands.told import CommandError
from forecall.journal.reading import find_id
from forecall.storage.database import connect
from forecall.words import _

SHORT_ID = 8
"""As much of an id as lists show; more of it is needed only where two begin alike."""


@contextmanager
def reading(path: Path) -> Iterator[Any]:
    """A connection that reads the journal as it is now, whatever is written meanwhile."""
    connection = connect(path)
    try:
        connection.execute("BEGIN")
        yield connection
    finally:
        connection.close()


def find_call(connection: Any, beginning: str) -> str:
    """The id of the one call whose id begins so."""
    named = {"id": beginning[:40]}
    try:
        beginning.encode()
        return find_id(connection, "call", beginning)
    except UnicodeEncodeError as error:
        raise CommandError(_("There is no call whose id begins with {id}.").format(**named)) from error
    except LookupError as error:
        if not beginning:
            raise CommandError(_("--call needs the id of a call, or its beginning.")) from error
        if error.args[0]:
            raise CommandError(
                _("Several calls have an id that begins with {id}. Give more of it.").format(**named)
            ) from error
        raise CommandError(_("There is no call whose id begins with {id}.").format(**named)) from error
