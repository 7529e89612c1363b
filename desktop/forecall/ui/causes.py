"""When a cause of the premortem becomes something else, and how that is said."""

from forecall.guide.question import Value
from forecall.journal.records import CallRecord
from forecall.journal.related import CAUSES
from forecall.words import _


class Causes:
    """Remembers what each cause has become, so that typing on in it is typing and nothing else."""

    def __init__(self) -> None:
        """None known yet."""
        self._known: dict[str, tuple[str, bool]] = {}

    def learn(self, call: CallRecord) -> None:
        """Take over what the journal holds."""
        self._known |= {item.id: _state(item.value) for item in call.items.get(CAUSES, ())}

    def turned(self, entry: str, value: Value) -> bool:
        """Whether the cause has just become something else, or nothing any more."""
        before, now = self._known.get(entry, ("", False)), _state(value)
        self._known[entry] = now
        return before[0] != now[0] or (bool(now[0]) and before[1] != now[1])


def became_words(value: Value, locked: bool = False) -> str:
    """What a cause is now, as a sentence. Once the call is ``locked`` it adds nothing to what they may say."""
    if locked and _state(value)[0] == "answer":
        return _("The call has begun: what they may say stays as it was then.")
    return {
        "question": _("It is among your questions now."),
        "point": _("It is among your points now."),
        "answer": _("It is among what they may say now. Find your answer to it."),
    }.get(_state(value)[0], _("It is only a cause again."))


def _state(value: Value) -> tuple[str, bool]:
    found = value.get("becomes", "")
    picked = str(found[0]) if isinstance(found, list) and found else str(found or "")
    return picked, bool(str(value.get("text", "")).strip())
