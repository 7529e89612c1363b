"""The acts that can be taken back, last first, each with its name; typing in one place is one act."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from forecall.words import _

if TYPE_CHECKING:
    from forecall.workspace.undo import Images

_TYPING = {
    "record_answer": 2,
    "write_item": 3,
    "note_about_client": 1,
    "write_lesson": 1,
    "keep_promise": 1,
    "link_call": 1,
    "note_live": 2,
    "write_phrase": 1,
}
"""Operations that come with each pause in typing, and how many arguments name the box that is typed in."""

_NO_ACT = frozenset({"spend_time"})
"""What the program notes by itself is nothing that a person would take back."""

_MOST = 200


@dataclass(slots=True)
class Step:
    """One act: its name for the person, what it was done to, and the rows as they were."""

    label: str
    place: tuple[Any, ...]
    images: "Images"


class UndoStack:
    """The last acts of this session. Used on the storage thread only."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._undone: list[Step] = []

    def push(self, verb: str, args: Sequence[Any], images: "Images") -> None:
        """Remember an act. Words typed on in the same box join the act before."""
        if not images.before or verb in _NO_ACT:
            return
        self._undone.clear()  # what was taken back belongs to another way things might have gone
        place = _place_of(verb, args)
        last = self.last()
        if last is not None and place and last.place == place:
            last.images.absorb(images)
            return
        self._steps.append(Step(label_of(verb, args), place, images))
        del self._steps[:-_MOST]

    def last(self) -> Step | None:
        """The act that would be taken back next."""
        return self._steps[-1] if self._steps else None

    def last_undone(self) -> Step | None:
        """The act that would be done again next."""
        return self._undone[-1] if self._undone else None

    def drop(self, step: Step) -> None:
        """Forget an act that cannot be taken back, or done again, any more."""
        for steps in (self._steps, self._undone):
            if step in steps:
                steps.remove(step)

    def turn(self, step: Step, images: "Images") -> None:
        """An act was taken back, or done again: ``images`` are the rows as they were before that."""
        taken_back = step in self._steps
        self.drop(step)
        (self._undone if taken_back else self._steps).append(Step(step.label, (), images))


def _place_of(verb: str, args: Sequence[Any]) -> tuple[Any, ...]:
    """The box that is typed in, or nothing for an act that stands for itself."""
    count = _TYPING.get(verb, 0)
    named = tuple(args[:count])
    whole = count > 0 and len(named) == count and all(isinstance(each, str) for each in named)
    return (verb, *named) if whole else ()


def label_of(verb: str, args: Sequence[Any]) -> str:
    """What an act is called when it is taken back."""
    labels = {
        "record_answer": _("Answer changed"),
        "write_item": _("Entry changed"),
        "remove_item": _("Entry removed"),
        "move_item": _("Entry moved"),
        "tick_item": _("Entry ticked"),
        "promise_on": _("Promise moved"),
        "keep_promise": _("Promise kept"),
        "turn_cause": _("What a cause becomes"),
        "start_call": _("Call started"),
        "begin_call": _("Call begun"),
        "not_started": _("Call not started after all"),
        "end_call": _("Call ended"),
        "note_live": _("Note during the call"),
        "carry_to_promises": _("Point taken to the promises"),
        "carry_to_next_call": _("Point taken to the next call"),
        "copy_call": _("Call copied"),
        "next_call": _("Next call started"),
        "rename_call": _("Call renamed"),
        "retype_call": _("Call type changed"),
        "move_call": _("Call moved"),
        "give_call_to": _("Client changed"),
        "lengthen_call": _("Length changed"),
        "reopen_call": _("Call reopened"),
        "rename_client": _("Client renamed"),
        "merge_clients": _("Clients merged"),
        "archive_client": _("Client archived"),
        "delete_client": _("Client deleted"),
        "write_lesson": _("Lesson changed"),
        "delete_lesson": _("Lesson deleted"),
        "archive_lesson": _("Lesson archived"),
        "use_lesson": _("Lesson used"),
        "count_help": _("Lesson that helped"),
        "write_phrase": _("Phrase changed"),
        "hide_phrase": _("Phrase hidden"),
        "show_phrase": _("Phrase brought back"),
        "delete_phrase": _("Phrase deleted"),
        "note_about_client": _("What is known about a client"),
        "link_call": _("Links changed"),
        "bring_in": _("Journal brought in"),
    }
    if verb == "mark_call" and len(args) > 1:
        return {
            "deleted": _("Call deleted"),
            "archived": _("Call archived"),
            "did_not_happen": _("Call did not happen"),
            "left": _("Call left as it is"),
        }.get(str(args[1]), _("Call changed"))
    return labels.get(verb, _("Last change"))
