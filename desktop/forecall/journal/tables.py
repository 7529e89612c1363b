"""The tables of a journal. Every column is text, a number or NULL, so that the ORM and a raw connection see the same.

Moments are UTC as ``2026-11-26T09:00:00Z``; planned times are wall time (``2026-11-26T10:00``) with an IANA zone;
days are ``2026-11-26``; ``value`` columns are JSON objects (see ``guide.question.Value``).
"""

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint, event, text
from sqlmodel import Field, SQLModel

from forecall.storage.checksums import row_checksum

CALL_PARENT = "call.id"

_UNDECIDED = "did_not_happen_at IS NULL AND looked_back_later_at IS NULL AND left_at IS NULL"


def _deleted(table: str) -> Index:
    """A quick way to what is in the trash."""
    return Index(f"{table}_deleted", "deleted_at", sqlite_where=text("deleted_at IS NOT NULL"))


class Row(SQLModel):
    """What every kept row has: an order of arrival, a key that is the same everywhere, and a checksum of itself."""

    seq: int | None = Field(default=None, primary_key=True)
    id: str = Field(max_length=36)
    created_at: str
    changed_at: str
    checksum: str = ""


class Client(Row, table=True):
    """The person or company on the other side."""

    __tablename__ = "client"
    __table_args__ = (UniqueConstraint("id", name="client_id"), Index("client_name", "name"), _deleted("client"))

    name: str
    known: str = ""
    archived_at: str | None = None
    deleted_at: str | None = None


class Call(Row, table=True):
    """One difficult conversation, planned or held. Its stage follows from the moments below."""

    __tablename__ = "call"
    __table_args__ = (
        UniqueConstraint("id", name="call_id"),
        ForeignKeyConstraint(["client_id"], ["client.id"], name="call_client", ondelete="CASCADE"),
        CheckConstraint("length_minutes BETWEEN 1 AND 1440", name="call_length"),
        Index("call_moment", "moment"),
        Index("call_client_moment", "client_id", "moment", "deleted_at"),
        Index("call_ahead", "moment", sqlite_where=text(f"held_at IS NULL AND {_UNDECIDED}")),
        Index("call_undecided", "moment", sqlite_where=text(_UNDECIDED)),
        Index("call_archived", "moment", sqlite_where=text("archived_at IS NOT NULL")),
        Index("call_cancelled", "moment", sqlite_where=text("did_not_happen_at IS NOT NULL")),
        _deleted("call"),
    )

    client_id: str
    title: str = ""
    types: str = ""  # keys of up to two call types, joined with a comma, the first one's wording counts
    planned_wall: str | None = None
    planned_zone: str | None = None
    planned_utc: str | None = None  # derived from the two above
    moment: str  # when it is or was: planned, else held, else made; lists are ordered by it
    length_minutes: int = 30
    links: str = ""  # addresses, one a line; never opened without asking
    started_at: str | None = None
    held_at: str | None = None
    looked_back_now_at: str | None = None
    looked_back_later_at: str | None = None
    left_at: str | None = None  # *Leave it*: nothing more is asked
    did_not_happen_at: str | None = None
    copied_from: str | None = None
    archived_at: str | None = None
    deleted_at: str | None = None


class Answer(Row, table=True):
    """What the person wrote under one question, with the wording they saw."""

    __tablename__ = "answer"
    __table_args__ = (
        UniqueConstraint("id", name="answer_id"),
        UniqueConstraint("call_id", "key", name="answer_key"),
        ForeignKeyConstraint(["call_id"], [CALL_PARENT], name="answer_call", ondelete="CASCADE"),
    )

    call_id: str
    key: str
    value: str
    wording: str = ""


class Item(Row, table=True):
    """One entry of a list question: a point, an objection, an option, a promise…"""

    __tablename__ = "item"
    __table_args__ = (
        UniqueConstraint("id", name="item_id"),
        ForeignKeyConstraint(["call_id"], [CALL_PARENT], name="item_call", ondelete="CASCADE"),
        Index("item_call_key", "call_id", "key", "position"),
        Index("item_due", "key", "done_at", "due"),
    )

    call_id: str
    key: str
    position: int
    value: str
    wording: str = ""
    due: str | None = None  # a day
    done_at: str | None = None


class Lesson(Row, table=True):
    """An if-then plan learned from a call."""

    __tablename__ = "lesson"
    __table_args__ = (
        UniqueConstraint("id", name="lesson_id"),
        ForeignKeyConstraint(["call_id"], [CALL_PARENT], name="lesson_call", ondelete="SET NULL"),
        Index("lesson_call_id", "call_id"),
        Index("lesson_created", "created_at"),
        _deleted("lesson"),
    )

    call_id: str | None = None
    if_text: str = ""
    then_text: str = ""
    why: str = ""
    skill: str = ""
    types: str = ""  # the call types it is for, joined with a comma; empty is any call
    used: int = 0
    helped: int = 0
    archived_at: str | None = None
    deleted_at: str | None = None


class Phrase(Row, table=True):
    """A phrase of the person's own, or the mark that one of the guide's is hidden."""

    __tablename__ = "phrase"
    __table_args__ = (
        UniqueConstraint("id", name="phrase_id"),
        Index("phrase_guide_key", "guide_key"),
        _deleted("phrase"),
    )

    guide_key: str = ""  # the phrase of the guide that is hidden; such a row has no words of its own
    moment: str = ""  # the moment of a call it is for
    text: str = ""
    fits: str = ""  # keys of the questions it stands beside, joined with a comma
    types: str = ""  # the call types it is for, joined with a comma; empty is any call
    hidden_at: str | None = None
    deleted_at: str | None = None


class ForecastLock(Row, table=True):
    """What was foreseen of a call, as it stood when the call began. Triggers of the file refuse a later change.

    Rows are only ever added: one that was unlocked stays as a record of that.
    """

    __tablename__ = "forecast_lock"
    __table_args__ = (
        UniqueConstraint("id", name="forecast_lock_id"),
        ForeignKeyConstraint(["call_id"], [CALL_PARENT], name="forecast_lock_call", ondelete="CASCADE"),
        Index("forecast_lock_call_id", "call_id", "unlocked_at"),
    )

    call_id: str
    locked_at: str
    unlocked_at: str | None = None  # *Not started after all*
    value: str  # the answers and objections that were foreseen, by the question's key


class Pace(Row, table=True):
    """How long the person took for one answer."""

    __tablename__ = "pace"
    __table_args__ = (
        UniqueConstraint("id", name="pace_id"),
        UniqueConstraint("call_id", "key", name="pace_key"),
        ForeignKeyConstraint(["call_id"], [CALL_PARENT], name="pace_call", ondelete="CASCADE"),
        CheckConstraint("seconds >= 0", name="pace_seconds"),
    )

    call_id: str
    key: str
    seconds: int = 0


class Revision(Row, table=True):
    """Words as they stood at the end of an earlier visit: an answer, a whole list, or a note about a client."""

    __tablename__ = "revision"
    __table_args__ = (
        UniqueConstraint("id", name="revision_id"),
        ForeignKeyConstraint(["call_id"], [CALL_PARENT], name="revision_call", ondelete="CASCADE"),
        ForeignKeyConstraint(["client_id"], ["client.id"], name="revision_client", ondelete="CASCADE"),
        ForeignKeyConstraint(["lesson_id"], ["lesson.id"], name="revision_lesson", ondelete="CASCADE"),
        Index("revision_call_key", "call_id", "key"),
        Index("revision_client_id", "client_id"),
        Index("revision_lesson_id", "lesson_id"),
    )

    kind: str  # "answer", "list", "client" or "lesson"; one of the next three says whose
    call_id: str | None = None
    client_id: str | None = None
    lesson_id: str | None = None
    key: str = ""  # the question's key
    value: str
    wording: str = ""
    visit: str = ""  # the visit in which it was first changed to something else


class Act(SQLModel, table=True):
    """Something that can be taken back, or done again: the rows as they were; see ``workspace.acts``."""

    __tablename__ = "act"

    seq: int | None = Field(default=None, primary_key=True)
    verb: str
    detail: str = ""
    place: str = ""
    made_at: str
    taken_back: int = 0
    size: int = 0  # before the images: summing it up reads no images
    images: str


class UsedDay(SQLModel, table=True):
    """A day on which the journal was open: a clock that jumps ahead must not empty the trash."""

    __tablename__ = "used_day"

    day: str = Field(primary_key=True)


class Draft(SQLModel, table=True):
    """Words in a form that is no call yet."""

    __tablename__ = "draft"

    name: str = Field(primary_key=True)
    value: str
    changed_at: str


class CallDocument(SQLModel, table=True):
    """All words of one call as one searchable text.

    ``place`` grows with the moment of the call: newest first is a walk back.
    """

    __tablename__ = "call_document"
    __table_args__ = (UniqueConstraint("call_id", name="call_document_call"),)

    place: int | None = Field(default=None, primary_key=True)
    call_id: str = Field(sa_column_args=(ForeignKey(CALL_PARENT, name="call_document_parent", ondelete="CASCADE"),))
    words: str


class NoteDocument(SQLModel, table=True):
    """What is known about a client, or a lesson that stands in no call, as searchable text; triggers keep it."""

    __tablename__ = "note_document"
    __table_args__ = (UniqueConstraint("owner_id", name="note_document_owner"),)

    place: int | None = Field(default=None, primary_key=True)
    kind: str
    owner_id: str
    words: str


KEPT: tuple[type[Row], ...] = (Client, Call, Answer, Item, Lesson, Phrase, ForecastLock, Pace, Revision)
"""The tables that hold the person's words, parents first. Archives, checks and undo go through this list."""


@event.listens_for(Row, "before_insert", propagate=True)
@event.listens_for(Row, "before_update", propagate=True)
def _seal(mapper: Any, connection: Any, row: Row) -> None:
    """Give a row its checksum just before it is written, whoever changed it."""
    row.checksum = row_checksum({each.key: getattr(row, each.key) for each in mapper.column_attrs})
