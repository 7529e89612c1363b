"""What all operations share: finding a row, making one, and refusing in one sentence."""

import json
from collections.abc import Mapping
from typing import TypeVar
from uuid import uuid4

from sqlmodel import Session, col, select

from forecall.journal.moments import utc_now
from forecall.journal.refusals import Refused
from forecall.journal.tables import Item, Row
from forecall.words import _

R = TypeVar("R", bound=Row)

NOTHING = "{}"
"""An answer without a word, as the file keeps it."""

_SURROGATES = range(0xD800, 0xE000)


def new_id() -> str:
    """A key that is the same in every copy of the journal."""
    return str(uuid4())


def find(session: Session, table: type[R], row_id: str) -> R:
    """The row with that key; raises ``Refused`` when there is none."""
    row = look_for(session, table, row_id)
    if row is None:
        raise Refused(_("What you wanted to change is no longer in the journal."))
    return row


def look_for(session: Session, table: type[R], row_id: str) -> R | None:
    """The row with that key, or ``None``."""
    return session.exec(select(table).where(col(table.id) == row_id)).first()


def entries_of(session: Session, call_id: str, key: str) -> list[Item]:
    """The entries of a list in their order."""
    wanted = select(Item).where(col(Item.call_id) == call_id, col(Item.key) == key)
    return list(session.exec(wanted.order_by(col(Item.position), col(Item.seq))))


def add(session: Session, row: R) -> R:
    """Put a new row into the session."""
    session.add(row)
    return row


def stamp(row: Row) -> None:
    """Note that a row was changed now."""
    row.changed_at = utc_now()


def keepable(text: str) -> str:
    """The same text; raises ``Refused`` for a half character that no file can hold."""
    if any(ord(letter) in _SURROGATES for letter in text):
        raise Refused(_("The text holds half of a character, which cannot be saved. Remove it and go on."))
    return text


def value_text(value: Mapping[str, object]) -> str:
    """An answer as the file keeps it: a JSON object without its empty parts, names in order."""
    kept = {name: part for name, part in sorted(value.items()) if not is_empty(part)}
    return keepable(json.dumps(kept, ensure_ascii=False, separators=(",", ":"))) if kept else NOTHING


def is_empty(part: object) -> bool:
    """Whether a part of an answer says nothing. A zero on a scale says something."""
    return part is None or part is False or part == "" or part == []
