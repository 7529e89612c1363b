"""What was read, as it will be once the acts that are on their way are in the file. No SQLModel, no disk."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from forecall.guide.question import Value
from forecall.journal.records import PROMISES, AnswerRecord, CallRecord, ItemRecord, LessonRecord


class Act(Protocol):
    """An operation by its name, with what it is given."""

    @property
    def verb(self) -> str:
        """The operation's name."""
        ...

    @property
    def args(self) -> tuple[Any, ...]:
        """What it is given, in its order."""
        ...

    @property
    def kwargs(self) -> Mapping[str, Any]:
        """What it is given by name."""
        ...


def call_ahead(call: CallRecord, acts: Sequence[Act]) -> CallRecord:
    """The call with the words of these acts; what else follows from them is read once they are in the file."""
    if not acts:
        return call
    answers, lesson = dict(call.answers), call.lesson
    items = {key: list(entries) for key, entries in call.items.items()}
    for act in acts:
        if act.verb == "record_answer" and act.args[0] == call.head.id:
            key, value, wording = (*act.args[1:], *("",) * (4 - len(act.args)))[:3]
            if key == "lesson":
                lesson = lesson_ahead(lesson or LessonRecord("", call.head.id, "", ""), value)
            answers[key] = AnswerRecord(key, value, wording)
        elif act.verb == "write_item" and act.args[0] == call.head.id:
            _write(items, *act.args, **act.kwargs)
        elif act.verb in ("move_item", "remove_item"):
            _move(items, *act.args)
    return replace(call, answers=answers, items={key: tuple(each) for key, each in items.items()}, lesson=lesson)


def known_ahead(client_id: str, known: str, acts: Sequence[Act]) -> str:
    """What is known about a client, with what was written last."""
    for act in acts:
        if act.verb == "note_about_client" and act.args[0] == client_id:
            known = str(act.args[1])
    return known


def lessons_ahead(lessons: Sequence[LessonRecord], acts: Sequence[Act]) -> list[LessonRecord]:
    """Lessons with what was written last; one that is new is read once it is in the file."""
    written = {act.args[0]: act.args[1] for act in acts if act.verb == "write_lesson"}
    return [lesson_ahead(each, written[each.id]) if each.id in written else each for each in lessons]


def lesson_ahead(lesson: LessonRecord, value: Value) -> LessonRecord:
    """A lesson with the parts of an answer."""
    said = {part: str(value.get(part, "") or "") for part in ("if", "then", "why")}
    picked = value.get("skill", [])
    skill = str(picked[0]) if isinstance(picked, list) and picked else ""
    return replace(lesson, if_text=said["if"], then_text=said["then"], why=said["why"], skill=skill)


def _write(
    items: dict[str, list[ItemRecord]],
    call_id: str,
    key: str,
    item_id: str,
    value: Value,
    *,
    index: int | None = None,
    wording: str = "",
) -> None:
    parts = dict(value)
    due = str(parts.pop("due", "") or "") or None if key in PROMISES else None
    entries = items.setdefault(key, [])
    for place, entry in enumerate(entries):
        if entry.id == item_id:
            entries[place] = replace(entry, value=parts, due=due)
            return
    place = len(entries) if index is None else max(0, min(index, len(entries)))
    entries.insert(place, ItemRecord(item_id, call_id, key, place, parts, wording, due))


def _move(items: dict[str, list[ItemRecord]], item_id: str, index: int | None = None) -> None:
    """Put an entry at another place, or take it out."""
    for entries in items.values():
        for entry in [each for each in entries if each.id == item_id]:
            entries.remove(entry)
            if index is not None:
                entries.insert(max(0, min(index, len(entries))), entry)
