"""Entries that follow from something else: their key follows from it too, so that both find each other unwritten."""

from collections.abc import Sequence
from uuid import NAMESPACE_OID, uuid5

from forecall.guide.question import CallType
from forecall.journal.records import CallRecord
from forecall.words import _

CAUSES = "premortem"

BECOMES = {"question": "ask", "point": "points", "answer": "objections"}
"""What a cause of the premortem can become, and the list in which it then stands."""


def related_id(origin: str, what: str) -> str:
    """The key of the entry that follows from ``origin`` in the way ``what``; the same in every copy of the journal."""
    return str(uuid5(NAMESPACE_OID, f"{origin} {what}"))


def id_of_promise(point: str) -> str:
    """The key of the promise that a point was taken to."""
    return related_id(point, "promised")


def id_on_next(point: str, again: int = 0) -> str:
    """The key of a point on the next call; ``again`` counts the calls it was taken to that were deleted since."""
    return related_id(point, f"next call {again}" if again else "next call")


def assumptions(text: str) -> list[str]:
    """What is assumed, one on each line, each once."""
    lines = (line.strip(" \t-•*") for line in text.splitlines())
    return list(dict.fromkeys(line for line in lines if line))


def question_about(assumption: str, types: Sequence[CallType]) -> str:
    """An assumption as a question to ask; of a misunderstanding, a reading."""
    bare = assumption.strip().rstrip(".?!… ")
    if types and types[0] is CallType.MISUNDERSTANDING:
        return _("Do we both read it so: {reading}?").format(reading=bare)
    return _("Is it so: {assumption}?").format(assumption=bare)


def is_asked_about(call: CallRecord, assumption: str) -> bool:
    """Whether an assumption is among the questions: made from it, or in its words (a copy has keys of its own)."""
    entry, words = id_of_question(call.head.id, assumption), question_about(assumption, call.head.types).casefold()
    return any(item.id == entry or item.text.strip().casefold() == words for item in call.items.get("ask", ()))


def id_of_question(call_id: str, assumption: str) -> str:
    """The key of the question that asks about an assumption, whatever its words have become since."""
    return related_id(call_id, f"asks {' '.join(assumption.casefold().split()).rstrip('.?!… ')}")
