"""What is one act, what it is called and where it happened; no act keeps its words in a language."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

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

NO_ACT = frozenset({"spend_time", "purge", "note_used_day"})
"""What the program notes by itself is nothing that a person would take back."""

_AT_A_QUESTION = frozenset({"record_answer", "write_item"})
"""Operations whose first two arguments are a call and a question."""

_ABOUT_CALLS = frozenset(
    {"start_call", "give_call_to", "mark_call", "begin_call", "end_call", "copy_call", "next_call", "bring_in"}
)
"""Operations that are about a call, whatever else they touch."""


class Place(NamedTuple):
    """Where an act happened: a call and the question in it, or whatever else it was done to."""

    call: str = ""
    key: str = ""
    client: str = ""
    lesson: str = ""
    phrase: str = ""
    gone: str = ""  # the call, where it is not, or no longer, in the journal


class Turned(NamedTuple):
    """What was taken back, or done again: its name, and where it happened as far as that is still there."""

    label: str = ""
    place: Place = Place()


def box_of(verb: str, args: Sequence[Any]) -> tuple[str, ...]:
    """The box that is typed in, or nothing for an act that stands for itself."""
    count = _TYPING.get(verb, 0)
    named = tuple(args[:count])
    whole = count > 0 and len(named) == count and all(isinstance(each, str) for each in named)
    return (verb, *named) if whole else ()


def place_of(verb: str, args: Sequence[Any], images: "Images") -> Place:
    """Where an act happened: where it says so itself, else where the first row is that it touched."""
    if verb in _AT_A_QUESTION and len(args) > 1 and isinstance(args[0], str) and isinstance(args[1], str):
        return Place(call=args[0], key=args[1])
    touched: dict[str, str] = {}
    for table, row_id in images.before:
        touched.setdefault(table, row_id)
    if "Phrase" in touched:
        return Place(phrase=touched["Phrase"])
    if "Lesson" in touched and verb not in _ABOUT_CALLS:
        return Place(lesson=touched["Lesson"])
    if "Client" in touched and verb not in _ABOUT_CALLS:
        return Place(client=touched["Client"])
    return Place(call=next(iter(images.calls), ""), client=next(iter(images.clients), ""))


def detail_of(verb: str, args: Sequence[Any]) -> str:
    """What tells acts of one operation apart in their names: a key, never a person's words."""
    return str(args[1]) if verb == "mark_call" and len(args) > 1 else ""


def label_of(verb: str, detail: str = "") -> str:
    """What an act is called when it is taken back, in the language of the day."""
    labels = {
        "record_answer": _("Answer changed"),
        "write_item": _("Entry changed"),
        "remove_item": _("Entry removed"),
        "move_item": _("Entry moved"),
        "tick_item": _("Entry ticked"),
        "promise_on": _("Promise moved"),
        "keep_promise": _("Promise kept"),
        "rate_response": _("Answer rated"),
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
        "bring_back": _("Brought back from the trash"),
        "use_version": _("Earlier version used"),
        "bring_in": _("Journal brought in"),
        "bring_calls": _("Calls brought in"),
    }
    if verb == "mark_call" and detail:
        return {
            "deleted": _("Call deleted"),
            "archived": _("Call archived"),
            "did_not_happen": _("Call did not happen"),
            "left": _("Call left as it is"),
        }.get(detail, _("Call changed"))
    return labels.get(verb, _("Last change"))
