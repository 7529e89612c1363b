"""Operations that take what was not said on a call along: to what was promised, or to the next call."""

import json

from sqlmodel import Session, col, select

from forecall.journal.calls import follow_call
from forecall.journal.items import write_item
from forecall.journal.keeping import find, look_for
from forecall.journal.moments import utc_now
from forecall.journal.records import PROMISED
from forecall.journal.refusals import Refused
from forecall.journal.related import id_of_promise, id_on_next
from forecall.journal.tables import Call, Item
from forecall.words import _

POINTS = "points"


def carry_to_promises(session: Session, item_id: str) -> None:
    """Let a point stand among what was promised too, without a day yet. Once is enough."""
    point = _point(session, item_id)
    made = id_of_promise(item_id)
    if look_for(session, Item, made) is None:
        write_item(session, point.call_id, PROMISED, made, {"text": _text(point)})


def carry_to_next_call(session: Session, item_id: str) -> str:
    """Let a point stand on the next call with the same client too, made where there is none; gives that call's id.

    A point that stands on one already stays there. One whose call was deleted is taken along anew.
    """
    point = _point(session, item_id)
    for again in range(_MOST):
        made = id_on_next(item_id, again)
        there = look_for(session, Item, made)
        if there is None:
            target = _next_call(session, find(session, Call, point.call_id))
            write_item(session, target.id, POINTS, made, {"text": _text(point)})
            return target.id
        owner = find(session, Call, there.call_id)
        if owner.deleted_at is None:
            return owner.id
    raise Refused(_("This point has been taken along often enough."))


_MOST = 100  # calls that a point was taken to and that were deleted since


def _point(session: Session, item_id: str) -> Item:
    point = find(session, Item, item_id)
    if point.key != POINTS or not _text(point):
        raise Refused(_("Only a point can be taken along."))
    return point


def _text(item: Item) -> str:
    return str(json.loads(item.value).get("text", "")).strip()


def _next_call(session: Session, old: Call) -> Call:
    """The soonest planned call with the client, else the newest without a time, else a new one."""
    open_ones = select(Call).where(
        col(Call.client_id) == old.client_id,
        col(Call.id) != old.id,
        *(
            column.is_(None)
            for column in (
                col(Call.deleted_at),
                col(Call.archived_at),
                col(Call.held_at),
                col(Call.started_at),
                col(Call.did_not_happen_at),
                col(Call.looked_back_later_at),
                col(Call.left_at),
            )
        ),
    )
    planned = open_ones.where(col(Call.planned_utc) >= utc_now()).order_by(col(Call.planned_utc))
    untimed = open_ones.where(col(Call.planned_utc).is_(None), col(Call.created_at) >= old.created_at)
    found = session.exec(planned).first() or session.exec(untimed.order_by(col(Call.seq).desc())).first()
    return found or follow_call(session, old, "")
