"""Letting go of acts without leaving a gap: what is left can be taken back, or done again, as it says."""

import json
from collections.abc import Callable
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col, select

from forecall.journal.tables import Act

Image = tuple[str, str, dict[str, Any] | None]
"""A row as an act keeps it: its table, its id, and what it was; ``None`` for one that was not there."""


def let_go(session: Session, goes: Callable[[int, list[Image]], bool]) -> None:
    """Forget each act of which ``goes`` says so by its number and its images, and what stands behind it.

    An act keeps whole rows. Behind a gap it would turn what the missing act did to a row along with what it names: an
    older one when it is taken back, a newer one when it is done again. What touches other rows stays.
    """
    number: Any = col(Act.seq)
    taken_back = col(Act.taken_back)
    for those, order in ((taken_back == 0, number.desc()), (taken_back != 0, number.asc())):
        touched: set[tuple[str, str]] = set()
        gone: list[int] = []
        for seq in session.exec(select(number).where(those).order_by(order)).all():
            images = json.loads(session.exec(select(Act.images).where(number == seq)).one())
            rows = {(table, row_id) for table, row_id, _image in images}
            if goes(seq, images) or not touched.isdisjoint(rows):
                touched |= rows
                gone.append(seq)
        if gone:
            session.execute(delete(Act).where(number.in_(gone)))
