"""Operations on list entries: points, questions to ask, objections, options, promises."""

import json
from datetime import date

from sqlmodel import Session

from forecall.guide.question import Value
from forecall.journal.keeping import add, entries_of, find, is_empty, keepable, look_for, new_id, stamp, value_text
from forecall.journal.moments import day_of, local_zone, utc_now
from forecall.journal.records import CHECK_BACK, FOLLOW_UPS, PROMISES
from forecall.journal.refusals import Refused
from forecall.journal.revisions import keep_list
from forecall.journal.tables import Call, Item
from forecall.words import _


def write_item(
    session: Session, call_id: str, key: str, item_id: str, value: Value, *, index: int | None = None, wording: str = ""
) -> None:
    """Keep an entry of a list, made at ``index`` (else at the end) when it is new. The part ``due`` is a day."""
    parts = dict(value)
    due = _day(str(parts.pop("due", "") or "")) if key in PROMISES else None
    item = look_for(session, Item, item_id)
    text = value_text(parts)
    if item is not None:
        if (item.value, item.due) != (text, due):
            keep_list(session, item.call_id, item.key)
            item.value, item.due = text, due
            stamp(item)
        return
    find(session, Call, call_id)
    keep_list(session, call_id, key)
    siblings = entries_of(session, call_id, key)
    now = utc_now()
    place = len(siblings) if index is None else max(0, min(index, len(siblings)))
    item = Item(
        id=item_id,
        call_id=call_id,
        key=key,
        position=place,
        value=text,
        wording=keepable(wording),
        due=due,
        created_at=now,
        changed_at=now,
    )
    _renumber([*siblings[:place], item, *siblings[place:]])
    add(session, item)


def move_item(session: Session, item_id: str, index: int) -> None:
    """Put an entry at another place of its list; places outside the list mean its ends."""
    item = find(session, Item, item_id)
    keep_list(session, item.call_id, item.key)
    others = [each for each in entries_of(session, item.call_id, item.key) if each.id != item_id]
    place = max(0, min(index, len(others)))
    _renumber([*others[:place], item, *others[place:]])


def remove_item(session: Session, item_id: str) -> None:
    """Take an entry out of its list. Removing one that is gone already changes nothing."""
    item = look_for(session, Item, item_id)
    if item is None:
        return
    keep_list(session, item.call_id, item.key)
    others = [each for each in entries_of(session, item.call_id, item.key) if each.id != item_id]
    session.delete(item)
    _renumber(others)


def tick_item(session: Session, item_id: str, done: bool = True) -> None:
    """Mark a promise as kept or a point as said, or take the mark back."""
    item = find(session, Item, item_id)
    item.done_at = utc_now() if done else None
    stamp(item)


def rate_response(session: Session, item_id: str, rated: str) -> None:
    """Note how a response that was rehearsed was, in the person's own view: a key of the choices ``rehearsed``."""
    item = find(session, Item, item_id)
    text = value_text({**json.loads(item.value), "rated": [rated]})
    if item.value != text:
        item.value = text
        stamp(item)


def keep_promise(session: Session, item_id: str, result: str) -> None:
    """Mark a promise as kept with what came of it; without a word of that it stays kept as it is."""
    item = find(session, Item, item_id)
    text = value_text({**json.loads(item.value), "result": result.strip()})
    if (item.value, item.done_at is None) == (text, False):
        return
    keep_list(session, item.call_id, item.key)
    item.value = text
    item.done_at = item.done_at or utc_now()
    stamp(item)


def promise_on(session: Session, item_id: str, due: str | None) -> None:
    """Give a promise another day, or none."""
    item = find(session, Item, item_id)
    item.due = _day(due or "")
    stamp(item)


def keep_follow_up(session: Session, call_id: str, key: str, value: Value) -> None:
    """Let an answer stand as a promise too: made, changed or taken back with it."""
    found = entries_of(session, call_id, key)
    said = value.get(FOLLOW_UPS[key])
    if is_empty(said):
        for item in found:
            session.delete(item)
        return
    call = find(session, Call, call_id)
    if key == CHECK_BACK:
        parts: Value = {"text": _("Ask whether they are content"), "due": str(said)}
    else:
        today = day_of(utc_now(), call.planned_zone or local_zone()).isoformat()
        parts = {"text": _("Tell {who}").format(who=said), "due": (found[0].due if found else today) or today}
    kept = json.loads(found[0].value) if found else {}  # what came of it outlives another day
    write_item(session, call_id, key, found[0].id if found else new_id(), {**kept, **parts})


def _renumber(items: list[Item]) -> None:
    for position, item in enumerate(items):
        if item.position != position:
            item.position = position


def _day(text: str) -> str | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise Refused(_("{day} is not a day that exists.").format(day=text)) from error
