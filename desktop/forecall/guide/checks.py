"""What must hold beyond the types of the fields: names that point somewhere, places that do not clash."""

from collections.abc import Collection, Iterable, Sequence

from forecall.guide.blocks import ResourceFault, fault
from forecall.guide.question import CallType, Part, PartKind, Question, Shape
from forecall.guide.worksheet import is_asked, quick_place
from forecall.words import _

MOST_TAUGHT = 3
"""How many techniques one block may name."""

_PICKERS = frozenset({PartKind.CHOICE, PartKind.CHOICES})


def check_teaches(ids: Sequence[str], techniques: Collection[str], where: str) -> None:
    """Raise when a block names a technique that the inventory does not have, or too many."""
    for one in ids:
        if one not in techniques:
            _refuse(where, _("“{id}” is not in inventory.toml").format(id=one))
    if len(ids) > MOST_TAUGHT:
        _refuse(where, _("it names more than three techniques"))


def check_known(keys: Iterable[str], known: Collection[str], where: str) -> None:
    """Raise when a block names a question that no worksheet has."""
    for key in keys:
        if key not in known:
            _refuse(where, _("no question is called “{key}”").format(key=key))


class QuestionCheck:
    """Checks questions in the order they are read; ``seen`` holds those that passed."""

    def __init__(self, techniques: Collection[str]) -> None:
        self.seen: dict[str, Question] = {}
        self._techniques = techniques
        self._steps: Collection[str] = ()
        self._places: dict[tuple[str, int], str] = {}  # call type and place in the short set → question

    def begin(self, steps: Collection[str]) -> None:
        """Begin a worksheet with these steps."""
        self._steps = steps
        self._places = {}

    def accept(self, question: Question, where: str) -> None:
        """Take the question in, or raise ``ResourceFault``."""
        if question.key in self.seen:
            _refuse(where, _("another question has the same key"))
        if question.step not in self._steps:
            _refuse(where, _("no step is called “{key}”").format(key=question.step))
        _check_parts(question, where)
        places = self._check_quick(question, where)
        check_teaches(question.teaches, self._techniques, where)
        self._check_references(question, where)
        self.seen[question.key] = question
        self._places |= dict.fromkeys(places, question.key)

    def _check_quick(self, question: Question, where: str) -> list[tuple[str, int]]:
        """The question's place in the short set of each type; no two questions may share one."""
        for name in question.quick.keys() - {"any", *CallType}:
            _refuse(where, _("“{type}” is not a call type").format(type=name))
        places: list[tuple[str, int]] = []
        for types in ((), *((one,) for one in CallType)):
            place = quick_place(question, types) if is_asked(question, types) else 0
            if place:
                places.append((types[0] if types else "any", place))
        for taken in self._places.keys() & places:
            text = _("it has the same place in the short set as “{key}”")
            _refuse(where, text.format(key=self._places[taken]))
        return places

    def _check_references(self, question: Question, where: str) -> None:
        named = [*question.recalls, question.suggests_from, question.needs]
        check_known(filter(None, named), self.seen, where)
        if when := question.asked_when:
            check_known([when.question], self.seen, where)
            parts = {part.name: part for part in self.seen[when.question].parts}
            if when.part not in parts:
                _refuse(where, _("“{key}” has no part “{part}”").format(key=when.question, part=when.part))
            known = {choice.key for choice in parts[when.part].choices}
            for key in set(when.any_of) - known:
                _refuse(where, _("“{choice}” cannot be picked there").format(choice=key))


def _check_parts(question: Question, where: str) -> None:
    names = [part.name for part in question.parts]
    if bool(names) == (question.shape is Shape.NONE):
        _refuse(where, _("a question has parts, unless its shape is “none”"))
    if len(set(names)) < len(names):
        _refuse(where, _("two parts have the same name"))
    for part in question.parts:
        _check_part(part, names, where)
    for labels in question.label_for.values():
        for name in labels.keys() - set(names):
            _refuse(where, _("there is no part “{part}” to label").format(part=name))
    for name in set(question.first_part_for.values()) - set(names):
        _refuse(where, _("there is no part “{part}” to begin with").format(part=name))


def _check_part(part: Part, names: Sequence[str], where: str) -> None:
    if (part.kind in _PICKERS) != bool(part.choices):
        _refuse(where, _("“{part}” needs choices exactly when it is a picker").format(part=part.name))
    if len({choice.key for choice in part.choices}) < len(part.choices):
        _refuse(where, _("“{part}” has the same choice twice").format(part=part.name))
    if part.under and (part.under not in names or part.under == part.name):
        _refuse(where, _("there is no part “{under}” to stand under").format(under=part.under))


def _refuse(where: str, what: str) -> None:
    raise ResourceFault(fault(where, what))
