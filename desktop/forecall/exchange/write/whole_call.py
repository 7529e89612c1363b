"""Everything written about one call, as data: the questions as worded then, and the answers in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from forecall.exchange.write.call_course import Titled, before_and_during, planned_and_happened
from forecall.guide.catalog import WORKSHEETS, Catalog
from forecall.guide.question import Part, PartKind, PartValue, Question, Shape, Value
from forecall.journal.call_sheet import mark_of
from forecall.journal.document_words import day_text, if_then, moment_text
from forecall.journal.records import LIVE, REHEARSED, CallRecord, ItemRecord
from forecall.journal.summary import type_name
from forecall.words import _


@dataclass(frozen=True, slots=True)
class Told:
    """One question and what was answered; ``listed`` lines are entries of a list."""

    question: str
    lines: tuple[str, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class WholeCallPart:
    """The answers of one worksheet."""

    title: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class WholeCall:
    """A call as a document, top to bottom."""

    title: str
    subtitle: str
    parts: tuple[WholeCallPart, ...]


def build_whole_call(call: CallRecord, catalog: Catalog) -> WholeCall:
    """The whole call in the order of the worksheets. Nothing that was written is left out."""
    parts = [WholeCallPart(catalog.worksheet(name).title, tuple(_sheet(call, catalog, name))) for name in WORKSHEETS]
    parts.insert(1, WholeCallPart(_("The call"), tuple(_listed(before_and_during(call, catalog)))))
    beside = tuple(_listed(planned_and_happened(call, catalog)))
    parts.append(WholeCallPart(_("Limits, and what was given"), beside))
    parts.append(WholeCallPart(_("Other notes"), tuple(_rest(call, catalog))))
    head = call.head
    title = f"{head.client_name} · {head.title}" if head.title and head.title != head.client_name else head.client_name
    when = moment_text(head.planned_wall) if head.planned_wall else day_text(head.moment[:10])
    kinds = " + ".join(type_name(kind) for kind in head.types)
    subtitle = " · ".join(each for each in (when, kinds, mark_of(head.types)) if each)
    return WholeCall(title, subtitle, tuple(part for part in parts if part.told))


def _listed(titled: Iterable[Titled]) -> Iterator[Told]:
    return (Told(title, lines, listed=True) for title, lines in titled)


def _sheet(call: CallRecord, catalog: Catalog, name: str) -> Iterator[Told]:
    for question in catalog.worksheet(name).questions:
        yield from _told(call, catalog.question(question.key))


def _told(call: CallRecord, question: Question) -> Iterator[Told]:
    if question.key == "lesson" and call.lesson is not None:  # the sentence says more than the three boxes
        lesson = call.lesson
        lines = [if_then(lesson.if_text, lesson.then_text, _("If {cue}, I will {plan}")), lesson.why.strip()]
        yield Told(question.wording, tuple(line for line in lines if line))
        return
    if question.shape is Shape.LIST:
        items = call.items.get(question.key, ())
        lines = [line for item in items if (line := _item(item, question.parts))]
        if lines:
            yield Told(items[0].wording or question.wording, tuple(lines), listed=True)
        return
    answer = call.answers.get(question.key)
    if answer is not None:
        results = (line for item in call.items.get(question.key, ()) for line in _came_of(item))
        written = (*_lines(answer.value, question.parts), *results)
        if written:
            yield Told(answer.wording or question.wording, written)


def _rest(call: CallRecord, catalog: Catalog) -> Iterator[Told]:
    """Answers to questions that this version does not know, and what surrounds the call."""
    known = {question.key for name in WORKSHEETS for question in catalog.worksheet(name).questions}
    for key, answer in call.answers.items():
        if key not in known and (lines := tuple(_lines(answer.value, ()))):
            yield Told(answer.wording or key, lines)
    for key, items in call.items.items():
        told = key in known or key in (LIVE, REHEARSED)
        listed = () if told else tuple(line for item in items if (line := _item(item, ())))
        if listed:
            yield Told(items[0].wording or key, listed, listed=True)
    if call.links.strip():
        yield Told(_("Links"), tuple(call.links.split()), listed=True)


def _item(item: ItemRecord, parts: tuple[Part, ...]) -> str:
    first = item.text.strip()
    others = [line for line in _lines({**item.value, "text": "", "result": ""}, parts) if line]
    if item.due:
        others.append(_("by {day}").format(day=day_text(item.due)))
    if item.done_at:
        others.append(_("done"))
    others += _came_of(item)
    return " – ".join(each for each in (first, "; ".join(others)) if each)


def _came_of(item: ItemRecord) -> Iterator[str]:
    """What came of a promise."""
    result = str(item.value.get("result", "")).strip()
    if result:
        yield _("what came of it: {result}").format(result=result)


def _lines(value: Value, parts: tuple[Part, ...]) -> Iterator[str]:
    named = {part.name: part for part in parts}
    for name in [*(each for each in named if each in value), *(each for each in value if each not in named)]:
        part = named.get(name, Part(name, PartKind.LONG))
        told = _words(value[name], part)
        if told:
            yield told if part.kind is PartKind.YES else _labelled(part.label, told)


def _labelled(label: str, told: str) -> str:
    """The words after the label of their box: "If…" goes on in them, anything else introduces them."""
    if not label:
        return told
    if label.endswith("…"):
        return f"{label.rstrip('…')} {told}"
    return f"{label} {told}" if label.endswith("?") else f"{label}: {told}"


def _words(found: PartValue, part: Part) -> str:
    labels = {choice.key: choice.label for choice in part.choices}
    if isinstance(found, bool):
        return (part.label or _("yes")) if found else ""
    if isinstance(found, int):
        return _("{number} of 10").format(number=found) if part.kind is PartKind.SCALE else str(found)
    if isinstance(found, list):
        return ", ".join(labels.get(each, each) for each in found)
    if part.kind is PartKind.DATE and found:
        return day_text(found)
    return labels.get(found, found).strip()
