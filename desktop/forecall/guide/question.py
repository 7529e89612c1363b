"""What a question is: its key for ever, its wording for each call type, and the parts of its answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

Words = Annotated[str, "words"]
"""Text that a person reads: collected for translators, and translated when it is handed out."""

PartValue = str | int | bool | list[str]
"""What one part of an answer holds: words, a scale from 0 to 10, yes or no, or the keys that were picked."""

Value = dict[str, PartValue]
"""A whole answer: the value of each part by the part's name. One box alone is called ``text``."""


class CallType(StrEnum):
    """What kind of difficulty a call is about. A call has none (*not sure*), one or two."""

    COMPLAINT = "complaint"
    MISUNDERSTANDING = "misunderstanding"
    BAD_NEWS = "bad_news"
    PERSONAL = "personal"
    SCOPE = "scope"
    ABUSE = "abuse"


class PartKind(StrEnum):
    """The control that one part of an answer needs."""

    LONG = "long"  # several lines of words
    SHORT = "short"  # one line that wraps
    CHOICE = "choice"  # one of the choices, or none
    CHOICES = "choices"  # any number of the choices
    SCALE = "scale"  # 0 to 10
    DATE = "date"  # a day, ISO 8601
    YES = "yes"  # a tick


class PaceKind(StrEnum):
    """What answers take about the same time: how long each takes a person is learned by this."""

    LONG = "long"
    SHORT = "short"
    LIST = "list"  # entries of one box
    PAIRS = "pairs"  # entries of several boxes
    COLUMNS = "columns"  # several boxes
    PICKER = "picker"
    PICKER_AND_WORDS = "picker_and_words"
    SCALE = "scale"
    READ = "read"  # words stand ready
    SETTLE = "settle"  # something to do, in the minutes that stay free


class Shape(StrEnum):
    """How the parts of a question repeat."""

    SINGLE = "single"  # each part once
    LIST = "list"  # any number of entries, each with all parts, in the person's order
    NONE = "none"  # nothing to fill in: something to do


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be picked. ``key`` is what the file keeps."""

    key: str
    label: Words


@dataclass(frozen=True, slots=True)
class Part:
    """One control of an answer. ``ready`` is the line that stands in when the person leaves it empty."""

    name: str
    kind: PartKind
    label: Words = ""
    placeholder: Words = ""
    choices: tuple[Choice, ...] = ()
    ready: Words = ""
    under: str = ""  # the part it stands beneath, folded (a technique beneath its skill)
    low: Words = ""  # the word at the low end of a scale
    high: Words = ""
    said: bool = False  # the only words of its question that are said aloud


@dataclass(frozen=True, slots=True)
class When:
    """An earlier pick that makes a question worth asking, whatever the call's types."""

    question: str
    part: str
    any_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the resources define it. Fields with ``_for`` hold what a call type says differently."""

    key: str
    step: str
    wording: Words
    shape: Shape = Shape.SINGLE
    parts: tuple[Part, ...] = ()
    types: frozenset[CallType] = frozenset(CallType)
    hint: Words = ""
    why: Words = ""  # one or two sentences: why this question is worth the time
    add: Words = ""  # a list's empty line: "Add a point…"
    at_most: int = 0  # entries a list takes; 0 is no limit
    side_by_side: bool = False  # parts stand in columns where there is room
    said: bool = False  # its words are to be said aloud
    optional: bool = False  # folded behind *Five more minutes*
    first_for: frozenset[CallType] = frozenset()  # for these it comes before all others, whatever its step
    retired: bool = False  # asked no more; old answers stay readable
    # "any" or a call type → place in the short set; 0 keeps it out
    quick: Mapping[str, int] = field(default_factory=dict)
    least: bool = False  # stays in the short set when only a few minutes are left
    pace: PaceKind | None = None  # how long it takes, where that does not follow from its parts
    recalls: tuple[str, ...] = ()  # earlier answers shown beside it
    resolves: bool = False  # what it recalls was foreseen, and is shown only once it is answered
    starters: tuple[Words, ...] = ()  # entries of a list that are offered to begin with
    suggests_from: str = ""  # the list whose entries are offered as a start
    needs: str = ""  # the list that must have an entry for this to be asked
    asked_when: When | None = None  # asked for its types, and also when this holds
    wording_for: Mapping[CallType, Words] = field(default_factory=dict)
    hint_for: Mapping[CallType, Words] = field(default_factory=dict)
    label_for: Mapping[CallType, Mapping[str, Words]] = field(default_factory=dict)  # part name → label
    first_part_for: Mapping[CallType, str] = field(default_factory=dict)  # the part that a type is asked for first
    teaches: tuple[str, ...] = ()  # ids of resources/guide/inventory.toml, three at most

    @property
    def pace_kind(self) -> PaceKind:
        """Which answers take about as long as this one."""
        if self.pace is not None:
            return self.pace
        boxes = [part for part in self.parts if part.kind in (PartKind.LONG, PartKind.SHORT)]
        if self.shape is Shape.LIST:
            return PaceKind.PAIRS if len(boxes) > 1 else PaceKind.LIST
        if self.shape is Shape.NONE:
            return PaceKind.SETTLE
        if len(boxes) > 1:
            return PaceKind.COLUMNS
        if len(self.parts) > len(boxes) > 0:
            return PaceKind.PICKER_AND_WORDS
        if boxes:
            return PaceKind.LONG if boxes[0].kind is PartKind.LONG else PaceKind.SHORT
        return PaceKind.SCALE if self.parts[0].kind is PartKind.SCALE else PaceKind.PICKER

    @property
    def said_parts(self) -> tuple[str, ...]:
        """The names of the parts whose words are said aloud on the call."""
        if not self.said:
            return ()
        return tuple(part.name for part in self.parts if part.said) or tuple(part.name for part in self.parts)


@dataclass(frozen=True, slots=True)
class PaceGuess:
    """How many seconds a kind of question takes, before the person's own pace is known."""

    kind: PaceKind
    seconds: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as one call asks it: worded for the call's types, in the person's language."""

    question: Question
    wording: str
    hint: str
    parts: tuple[Part, ...]
    why: str = ""
    add: str = ""
    starters: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The question's key."""
        return self.question.key
