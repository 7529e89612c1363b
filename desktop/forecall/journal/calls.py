"""Operations on calls, from nothing to deleted and back."""

from collections.abc import Sequence
from typing import Literal

from sqlmodel import Session, col, select

from forecall.guide.question import CallType
from forecall.journal.clients import client_named
from forecall.journal.drafts import keep_draft
from forecall.journal.forecasts import lock_forecast
from forecall.journal.keeping import NOTHING, add, find, keepable, new_id, stamp
from forecall.journal.moments import known_zone, local_zone, planned_to_utc, utc_now, wall_text
from forecall.journal.records import PROMISES
from forecall.journal.refusals import Refused
from forecall.journal.tables import Answer, Call, Item
from forecall.words import _

NEW_CALL_DRAFT = "new call"
"""The draft that the form for a new call keeps its words in."""


def start_call(
    session: Session,
    client: str,
    *,
    types: Sequence[CallType] = (),
    wall: str | None = None,
    zone: str | None = None,
    length_minutes: int = 30,
    title: str = "",
    held: bool = False,
    at: str = "",
) -> str:
    """Make a call with a client (made too, where new) and give its id.

    ``wall`` and ``zone`` say when it is planned, or nothing; ``held`` notes one that has just happened.
    ``at`` is the moment of the act, else it is now.
    """
    now = at or utc_now()
    call = Call(
        id=new_id(),
        client_id=client_named(session, client).id,
        title=_title(title),
        types=_types(types),
        moment=now,
        length_minutes=_length(length_minutes),
        held_at=now if held else None,
        created_at=now,
        changed_at=now,
    )
    _plan(call, wall, zone)
    add(session, call)
    keep_draft(session, NEW_CALL_DRAFT, "")
    return call.id


def rename_call(session: Session, call_id: str, title: str) -> None:
    """Give a call a title of the person's own; an empty one lets it write itself again."""
    _change(session, call_id).title = _title(title)


def retype_call(session: Session, call_id: str, types: Sequence[CallType]) -> None:
    """Change the call types, the first one's wording counts. No answer is lost."""
    _change(session, call_id).types = _types(types)


def move_call(session: Session, call_id: str, wall: str | None, zone: str | None = None) -> None:
    """Plan a call for another wall time, or for no time yet."""
    _plan(_change(session, call_id), wall, zone)


def lengthen_call(session: Session, call_id: str, minutes: int) -> None:
    """Change the planned length, in minutes, one to a day."""
    _change(session, call_id).length_minutes = _length(minutes)


def link_call(session: Session, call_id: str, links: str) -> None:
    """Keep addresses that belong to a call, one a line."""
    _change(session, call_id).links = keepable(links)


def give_call_to(session: Session, call_id: str, client: str) -> None:
    """Say that a call is with another client."""
    _change(session, call_id).client_id = client_named(session, client).id


Mark = Literal["held", "looked_back_now", "looked_back_later", "left", "did_not_happen", "archived", "deleted"]
"""The moments in a call's life that a person sets and takes back."""


def mark_call(session: Session, call_id: str, mark: Mark, on: bool = True, at: str = "") -> None:
    """Set a moment in a call's life, or take it back. Looking back says that the call was held.

    ``at`` is the moment of the act, else it is now.
    """
    call = _change(session, call_id)
    now = at or utc_now()
    setattr(call, f"{mark}_at", now if on else None)
    if on and mark in ("looked_back_now", "looked_back_later"):
        call.held_at = call.held_at or now
        call.did_not_happen_at = None
    if on and mark == "held":
        call.did_not_happen_at = None
    if on and mark in ("held", "looked_back_now", "looked_back_later"):
        lock_forecast(session, call_id, at=now)
    if call.planned_utc is None:
        call.moment = call.held_at or call.created_at


def reopen_call(session: Session, call_id: str) -> None:
    """Take a finished, left or cancelled call up again; nothing that was written changes."""
    call = _change(session, call_id)
    call.looked_back_later_at = call.left_at = call.did_not_happen_at = call.archived_at = None


def copy_call(session: Session, call_id: str) -> str:
    """Start a new call from the preparation of an earlier one; gives its id. The new one has no time yet."""
    old = find(session, Call, call_id)
    new = follow_call(session, old, old.title)
    for answer in session.exec(select(Answer).where(col(Answer.call_id) == call_id)).all():
        if answer.key in _PREPARED:
            _take_over(session, answer, new.id)
    for item in session.exec(select(Item).where(col(Item.call_id) == call_id)).all():
        if item.key in _PREPARED:
            _take_over(session, item, new.id)
    return new.id


def next_call(session: Session, call_id: str) -> str:
    """Start the next call with the same client; gives its id. Points not said and open promises come along."""
    old = find(session, Call, call_id)
    new = follow_call(session, old, "")
    open_items = select(Item).where(col(Item.call_id) == call_id, col(Item.done_at).is_(None))
    carried = [item for item in session.exec(open_items.order_by(col(Item.position))) if item.key == "points"]
    promised = select(Item).join(Call, col(Item.call_id) == col(Call.id))
    promised = promised.where(
        col(Call.client_id) == old.client_id,
        col(Call.deleted_at).is_(None),
        col(Item.key).in_(PROMISES),
        col(Item.done_at).is_(None),
    )
    carried += session.exec(promised.order_by(col(Item.due), col(Item.position))).all()
    told = {item.value: item for item in reversed(carried) if item.value != NOTHING}  # each once, at its first place
    for position, item in enumerate(reversed(told.values())):
        _take_over(session, item, new.id, key="points", position=position)
    return new.id


_PREPARED = frozenset(
    [
        *("issue", "concerns", "facts", "hard", "goal", "feelings", "expects", "their_story", "opening", "points"),
        *("ask", "objections", "premortem", "options", "trade", "own_up", "ladder", "company", "trigger"),
    ]
)
"""What a copy takes along: the preparation, but not how steady someone felt or how they thought it would end."""


def follow_call(session: Session, old: Call, title: str) -> Call:
    """A new call with the same client, of the same types, without a time yet."""
    now = utc_now()
    call = Call(
        id=new_id(),
        client_id=old.client_id,
        title=title,
        types=old.types,
        length_minutes=old.length_minutes,
        copied_from=old.id,
        moment=now,
        created_at=now,
        changed_at=now,
    )
    add(session, call)
    session.flush()
    return call


def _take_over(
    session: Session, row: Answer | Item, call_id: str, key: str | None = None, position: int | None = None
) -> None:
    now = utc_now()
    if isinstance(row, Answer):
        copy: Answer | Item = Answer(
            id=new_id(),
            call_id=call_id,
            key=row.key,
            value=row.value,
            wording=row.wording,
            created_at=now,
            changed_at=now,
        )
    else:
        copy = Item(
            id=new_id(),
            call_id=call_id,
            key=key or row.key,
            position=row.position if position is None else position,
            value=row.value,
            wording=row.wording,
            created_at=now,
            changed_at=now,
        )
    add(session, copy)


def _change(session: Session, call_id: str) -> Call:
    call = find(session, Call, call_id)
    stamp(call)
    return call


def _plan(call: Call, wall: str | None, zone: str | None) -> None:
    if wall is None:
        call.planned_wall = call.planned_zone = call.planned_utc = None
        call.moment = call.held_at or call.created_at
        return
    name = zone or local_zone()
    try:
        known_zone(name)
    except ValueError as error:
        raise Refused(_("{zone} is not a time zone that is known here.").format(zone=name)) from error
    try:
        call.planned_wall, call.planned_utc = wall_text(wall), planned_to_utc(wall, name)
    except ValueError as error:
        raise Refused(_("{time} is not a time that exists.").format(time=wall.replace("T", " "))) from error
    call.planned_zone, call.moment = name, call.planned_utc


def _types(types: Sequence[CallType]) -> str:
    if len(set(types)) > 2:
        raise Refused(_("A call has up to two types."))
    return ",".join(dict.fromkeys(str(CallType(each)) for each in types))


def _title(title: str) -> str:
    wanted = " ".join(keepable(title).split())
    if len(wanted) > 200:
        raise Refused(_("A title can have up to 200 characters."))
    return wanted


def _length(minutes: int) -> int:
    if not 1 <= minutes <= 1440:
        raise Refused(_("A call lasts from one minute to one day."))
    return minutes
