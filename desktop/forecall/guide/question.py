"""What a question is: its key for ever, its wording for each call type, and the parts of its answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

PartValue = str | int | bool | list[str]
"""What one part of an answer holds: words, a scale from 0 to 10, yes or no, or the keys that were picked."""

Value = dict[str, PartValue]
"""A whole answer: the value of each part by the part's name. A question with one box has the part ``text``."""


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


class Shape(StrEnum):
    """How the parts of a question repeat."""

    SINGLE = "single"  # each part once
    LIST = "list"  # any number of entries, each with all parts, in the person's order
    NONE = "none"  # nothing to fill in: something to do


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be picked. ``key`` is what the file keeps."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Part:
    """One control of an answer. ``ready`` is the line that stands in when the person leaves it empty."""

    name: str
    kind: PartKind
    label: str = ""
    placeholder: str = ""
    choices: tuple[Choice, ...] = ()
    ready: str = ""
    under: str = ""  # the part it stands beneath, folded (a technique beneath its skill)


@dataclass(frozen=True, slots=True)
class Question:
    """A question as the resources define it. Fields with ``_for`` hold what a call type says differently."""

    key: str
    step: str
    wording: str
    shape: Shape
    parts: tuple[Part, ...]
    types: frozenset[CallType]
    hint: str = ""
    why: str = ""  # one sentence: why this question is worth the time
    add: str = ""  # a list's empty line: "Add a point…"
    at_most: int = 0  # entries a list takes; 0 is no limit
    side_by_side: bool = False  # parts stand in columns where there is room
    said: bool = False  # its words are to be said aloud
    optional: bool = False  # folded behind *Five more minutes*
    retired: bool = False  # asked no more; old answers stay readable
    quick: Mapping[str, int] = field(default_factory=dict)  # "any" or a call type → place in the fifteen-minute set
    recalls: tuple[str, ...] = ()  # earlier answers shown above it
    suggests_from: str = ""  # the list whose entries are offered as a start
    needs: str = ""  # the list that must have an entry for this to be asked
    wording_for: Mapping[CallType, str] = field(default_factory=dict)
    hint_for: Mapping[CallType, str] = field(default_factory=dict)
    label_for: Mapping[CallType, Mapping[str, str]] = field(default_factory=dict)  # part name → label
    teaches: tuple[str, ...] = ()  # ids of resources/guide/inventory.toml, three at most


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as one call asks it: worded for the call's types."""

    question: Question
    wording: str
    hint: str
    parts: tuple[Part, ...]

    @property
    def key(self) -> str:
        """The question's key."""
        return self.question.key
