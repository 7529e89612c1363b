"""Operations on the causes of the premortem: each becomes a question to ask, a point or an answer."""

from sqlmodel import Session

from forecall.guide.question import Value
from forecall.journal.forecasts import open_lock
from forecall.journal.items import remove_item, write_item
from forecall.journal.keeping import look_for, value_text
from forecall.journal.records import FORESEEN_ITEMS
from forecall.journal.related import BECOMES, CAUSES, related_id
from forecall.journal.tables import Item


def turn_cause(
    session: Session, call_id: str, item_id: str, value: Value, *, index: int | None = None, wording: str = ""
) -> None:
    """Keep a cause with what it becomes, and the entry that it becomes; what it became before goes with it.

    An entry whose words the person has changed stays where it is. So does what they may say once the call has begun:
    a cause that was marked for it then keeps its mark, and no more.
    """
    write_item(session, call_id, CAUSES, item_id, value, index=index, wording=wording)
    text = str(value.get("text", "")).strip()
    becomes = _picked(value)
    for kind, key in BECOMES.items():
        if key == FORESEEN_ITEMS and open_lock(session, call_id) is not None:
            continue
        made = related_id(item_id, kind)
        found = look_for(session, Item, made)
        if kind == becomes and text and found is None:
            write_item(session, call_id, key, made, {"text": text})
        elif kind != becomes and found is not None and found.value == value_text({"text": text}):
            remove_item(session, made)


def _picked(value: Value) -> str:
    """What is picked under "So it becomes"; a list even where only one can be."""
    found = value.get("becomes", "")
    return str(found[0]) if isinstance(found, list) and found else str(found or "")
