"""A worksheet: its steps, its questions, and which of them a call asks, in which words and order."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from forecall.guide.question import Asked, CallType, Part, Question, Value, Words
from forecall.guide.wording import spoken

Answers = Mapping[str, Value | Sequence[Value]]
"""The answers of a call by the question's key; a list question holds one value for each entry."""

LEAVES_OUT = frozenset({CallType.ABUSE, CallType.PERSONAL})
"""Call types that need care: what they leave out stays out, whatever the other type would ask."""


@dataclass(frozen=True, slots=True)
class Step:
    """A page of a worksheet."""

    key: str
    title: Words


@dataclass(frozen=True, slots=True)
class Worksheet:
    """An ordered set of questions in steps. A retired question is among them, but never asked."""

    name: str
    steps: tuple[Step, ...]
    questions: tuple[Question, ...]
    title: Words = ""
    lead: Words = ""  # one sentence beneath the title
    least_under: int = 0  # minutes; with fewer left, the short set shrinks to its least

    def asked(
        self, types: Sequence[CallType], answers: Answers | None = None, kept: Collection[str] = ()
    ) -> tuple[Asked, ...]:
        """The questions of a call of these types, in order, in the first type's words.

        With ``answers``, questions that hang on an earlier answer are asked only where it gives reason to. Those in
        ``kept`` are shown in any case: an old call keeps what it was asked.
        """
        found = [q for q in self.questions if q.key in kept or is_asked(q, types, answers)]
        first = [replace(q, step=self.steps[0].key) for q in found if not q.first_for.isdisjoint(types)]
        return tuple(_worded(q, types) for q in [*first, *(q for q in found if q.first_for.isdisjoint(types))])

    def quick(self, types: Sequence[CallType], minutes: int) -> tuple[str, ...]:
        """The keys of the questions that fit when ``minutes`` are left, in the order to take them."""
        least = minutes < self.least_under
        placed = []
        for question in self.questions:
            place = quick_place(question, types) if is_asked(question, types) else 0
            if place and (question.least or not least):
                placed.append((place, question.key))
        return tuple(key for _place, key in sorted(placed, key=lambda pair: pair[0]))


def is_asked(question: Question, types: Sequence[CallType], answers: Answers | None = None) -> bool:
    """Whether a call of these types asks it: what either type asks and no careful one leaves out."""
    if question.retired:
        return False
    if answers is not None and question.needs and not answers.get(question.needs):
        return False
    if question.asked_when and _holds(question, answers or {}):
        return True
    if not types:
        return question.asked_when is None
    # What is asked for careful types only (must you take this alone?) is no other type's to leave out.
    left_out = LEAVES_OUT.intersection(types) - question.types if question.types - LEAVES_OUT else ()
    return not left_out and not question.types.isdisjoint(types)


def quick_place(question: Question, types: Sequence[CallType]) -> int:
    """The question's place in the short set, or 0; of two types the earlier place counts."""
    general = question.quick.get("any", 0)
    places = [question.quick.get(one, general) for one in types] or [general]
    kept_out = any(question.quick.get(one) == 0 for one in types)
    return 0 if kept_out else min((place for place in places if place), default=0)


def _holds(question: Question, answers: Answers) -> bool:
    """Whether the earlier pick that the question waits for was made."""
    when = question.asked_when
    answer = answers.get(when.question) if when else None
    if when is None or not isinstance(answer, Mapping):
        return False
    picked = answer.get(when.part)
    # A pick is kept as a list, even where only one can be chosen.
    picks = picked if isinstance(picked, list | tuple) else (picked,)
    return any(each in when.any_of for each in picks)


def _worded(question: Question, types: Sequence[CallType]) -> Asked:
    """The question in the words of the first type, or in the general ones where it has none."""
    mine = spoken(question)
    first = types[0] if types else None
    labels = mine.label_for.get(first, {}) if first else {}
    leading = mine.first_part_for.get(first, "") if first else ""
    return Asked(
        question=question,
        wording=(mine.wording_for.get(first) if first else None) or mine.wording,
        hint=(mine.hint_for.get(first) if first else None) or mine.hint,
        parts=tuple(_labelled(part, labels) for part in sorted(mine.parts, key=lambda part: part.name != leading)),
        why=mine.why,
        add=mine.add,
        starters=mine.starters,
    )


def _labelled(part: Part, labels: Mapping[str, str]) -> Part:
    return replace(part, label=labels[part.name]) if part.name in labels else part
