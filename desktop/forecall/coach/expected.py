"""What a reflection brings back from the preparation: what was expected, foreseen and drawn as a line."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from forecall.guide.catalog import Catalog
from forecall.guide.question import PartKind, Question, Shape, Value
from forecall.journal.records import (
    FORESEEN_ANSWERS,
    FORESEEN_ITEMS,
    AnswerRecord,
    CallRecord,
    ItemRecord,
    LockRecord,
)
from forecall.journal.related import related_id
from forecall.words import _

_RUNGS = ("restate", "firm_no", "respect", "end", "own")
_ON_ONE_LINE = frozenset({"ended", "after"})


@dataclass(frozen=True, slots=True)
class Expected:
    """What was written before the call, as lines of a label and the words; the label may be empty."""

    title: str
    lines: tuple[tuple[str, str], ...]


def expected(question: Question, call: CallRecord, catalog: Catalog) -> Expected | None:
    """What stands beside a question that looks back; nothing where nothing was written.

    What was foreseen is told as it was when the call began, and only once the question is answered.
    """
    if question.resolves and not _is_answered(question, call):
        return None
    then = as_foreseen(call)
    lines: list[tuple[str, str]] = []
    for key in question.recalls:
        earlier = catalog.question(key)
        if key == FORESEEN_ITEMS:
            lines += _met(question, earlier, then)
        else:
            lines += ladder_lines(earlier, then) if key == "ladder" else said_lines(earlier, then)
    if question.key in _ON_ONE_LINE and lines:
        lines = [("", ", ".join(words for _label, words in lines))]
    return Expected(_title(question.key), tuple(lines)) if lines else None


def as_foreseen(call: CallRecord) -> CallRecord:
    """The call with what was foreseen as it was when it was locked, whatever stands there today."""
    lock = call.lock
    return call if lock is None else as_locked(call, lock)


def as_locked(call: CallRecord, lock: LockRecord) -> CallRecord:
    """The call with what one of its locks holds."""
    kept: object = lock.value  # whatever somebody else has written there
    held = kept if isinstance(kept, Mapping) else {}
    answers = {key: answer for key, answer in call.answers.items() if key not in FORESEEN_ANSWERS}
    for key in FORESEEN_ANSWERS:
        if isinstance(value := held.get(key), Mapping):
            answers[key] = AnswerRecord(key, dict(value))
    listed = held.get(FORESEEN_ITEMS)
    values = [dict(each) for each in listed if isinstance(each, Mapping)] if isinstance(listed, list) else []
    now = call.items.get(FORESEEN_ITEMS, ())
    # An entry is found again by its words: the file lets none of them change while the lock holds.
    by_text = {item.text: item.id for item in now}
    entries = tuple(
        ItemRecord(by_text.get(str(value.get("text", "")), str(at)), call.head.id, FORESEEN_ITEMS, at, value)
        for at, value in enumerate(values)
    )
    return replace(call, answers=answers, items={**call.items, FORESEEN_ITEMS: entries})


def as_kept(question: Question, call: CallRecord) -> list[tuple[str, str]]:
    """What was foreseen under one question, as lines of a label and words."""
    then = as_foreseen(call)
    if question.key != FORESEEN_ITEMS:
        return list(said_lines(question, then, own_labels=True))
    return [_objection(question, item) for item in then.entries(FORESEEN_ITEMS)]


def forecasts(call: CallRecord, catalog: Catalog) -> list[tuple[LockRecord, str]]:
    """Every lock with the forecast that it held, in words: "partly, fairly sure"."""
    question = catalog.question("forecast")
    return [
        (lock, ", ".join(words for _label, words in said_lines(question, as_locked(call, lock)))) for lock in call.locks
    ]


def foreseen(question: Question, call: CallRecord) -> list[tuple[str, Value]]:
    """Rows to begin a list with, each with a key of its own: what was foreseen and is not in it yet."""
    if not question.suggests_from:
        return []
    have = {item.text.strip().casefold() for item in call.items.get(question.key, ())}
    have_ids = {item.id for item in call.items.get(question.key, ())}
    rows: list[tuple[str, Value]] = []
    for item in call.entries(question.suggests_from):
        key = related_id(item.id, question.key)
        if key not in have_ids and item.text.strip().casefold() not in have:
            rows.append((key, {"text": item.text}))
    return rows


def _title(key: str) -> str:
    titles = {
        "reading": _("You expected"),
        "ended": _("You expected"),
        "objections_met": _("You had thought of"),
        "limits": _("Your lines"),
    }
    return titles.get(key, _("Before the call"))


def _is_answered(question: Question, call: CallRecord) -> bool:
    if question.shape is Shape.LIST:
        return any(item.value.get("came") for item in call.items.get(question.key, ()))
    return question.key in call.answers


def _met(question: Question, earlier: Question, call: CallRecord) -> Iterator[tuple[str, str]]:
    """What was planned for each objection of which it is said whether it came."""
    said = [item for item in call.entries(question.key) if item.value.get("came")]
    texts, ids = {item.text.strip().casefold() for item in said}, {item.id for item in said}
    for item in call.entries(FORESEEN_ITEMS):
        if item.text.strip().casefold() in texts or related_id(item.id, question.key) in ids:
            yield _objection(earlier, item)


def _objection(question: Question, item: ItemRecord) -> tuple[str, str]:
    """An objection with how likely it seemed, and the answer that was planned."""
    labels = {choice.key: choice.label for part in question.parts for choice in part.choices}
    likely = item.value.get("likelihood")
    key = str(likely[0]) if isinstance(likely, list) and likely else str(likely or "")
    head = " · ".join(part for part in (item.text.strip(), labels.get(key, "")) if part)
    then = str(item.value.get("then", "")).strip()
    return (head, then) if then else ("", head)


def said_lines(question: Question, call: CallRecord, *, own_labels: bool = False) -> Iterator[tuple[str, str]]:
    """Each part that was answered, in words; under the labels of the question itself with ``own_labels``."""
    for part in question.parts:
        labels = {choice.key: choice.label for choice in part.choices}
        if part.kind in (PartKind.CHOICE, PartKind.CHOICES):
            words = ", ".join(labels[key] for key in call.picked(question.key, part.name) if key in labels)
        elif part.kind is PartKind.SCALE:
            number = call.number(question.key, part.name)
            words = "" if number is None else _("{number} of 10").format(number=number)
        else:
            words = call.text(question.key, part.name)
        if words:
            yield part.label if own_labels else _label(question, part.label), words


def _label(question: Question, label: str) -> str:
    """Questions of one part need no label; a part's own question is no heading for its answer."""
    if question.key == "feelings":
        return _("Because") if label else _("They would feel")
    if question.key == "expects":
        return _("They would want")
    return label


def ladder_lines(question: Question, call: CallRecord) -> Sequence[tuple[str, str]]:
    """All lines that stood on the sheet, if the person had anything to do with them."""
    if "ladder" not in call.answers:
        return []
    parts = {part.name: part for part in question.parts}
    lines = [(parts[name].label, call.text("ladder", name) or parts[name].ready) for name in _RUNGS if name in parts]
    return [(label, words) for label, words in lines if words]
