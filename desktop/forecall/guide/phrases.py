"""Tips, phrases and the ready words of the call sheet, and how the one that suits a call is chosen."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from forecall.guide.question import CallType, Words


@dataclass(frozen=True, slots=True)
class Source:
    """One of the texts that the guide's knowledge comes from."""

    file: str
    title: Words
    about: Words = ""  # what it teaches, in a few sentences
    teaches: tuple[str, ...] = ()  # what of it those sentences carry


@dataclass(frozen=True, slots=True)
class Technique:
    """One thing that a source text teaches, and where it lives in the program."""

    id: str
    source: str
    teaches: str
    lands: str


@dataclass(frozen=True, slots=True)
class Tip:
    """A piece of advice beside one question."""

    question: str
    text: Words
    types: frozenset[CallType] = frozenset()  # none: for any call
    teaches: tuple[str, ...] = ()
    sources: tuple[Words, ...] = ()  # titles of the texts it comes from; filled in by the catalog


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of a call that phrases are gathered under."""

    key: str
    label: Words


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to say aloud. ``key`` is the name of one of the guide's, or the id of one of the person's own."""

    moment: str
    text: Words
    fits: tuple[str, ...] = ()  # keys of the questions it can stand beside
    types: frozenset[CallType] = frozenset()  # none: for any call
    hard: tuple[str, ...] = ()  # for what was picked under "hard"; then it goes before the others
    teaches: tuple[str, ...] = ()
    sources: tuple[Words, ...] = ()
    key: str = ""
    own: bool = False  # the person's, whose words are never translated


@dataclass(frozen=True, slots=True)
class SheetLine:
    """Words that stand on the call sheet where the person left a part empty."""

    name: str
    text: Words
    text_for: Mapping[CallType, Words] = field(default_factory=dict)
    teaches: tuple[str, ...] = ()


def best_tip(tips: Iterable[Tip], key: str, types: Sequence[CallType]) -> Tip | None:
    """The tip beside a question: one for the first call type, then the second, then one for any call."""
    fitting = [tip for tip in tips if tip.question == key and _suits(tip.types, types)]
    return min(fitting, key=lambda tip: _rank(tip.types, types), default=None)


def best_phrases(
    phrases: Iterable[Phrase], key: str, types: Sequence[CallType], hard: Collection[str] = ()
) -> tuple[Phrase, ...]:
    """The phrases that fit a question: for what makes it hard, then for the types, then for any call."""
    fitting = [phrase for phrase in phrases if key in phrase.fits and _fits(phrase, types, hard)]
    return tuple(sorted(fitting, key=lambda p: (not _meets(p, hard), _rank(p.types, types))))


def _fits(phrase: Phrase, types: Sequence[CallType], hard: Collection[str]) -> bool:
    """A phrase for some types or some difficulty needs one of them; any other fits every call."""
    if not phrase.types and not phrase.hard:
        return True
    return not phrase.types.isdisjoint(types) or _meets(phrase, hard)


def _suits(wanted: frozenset[CallType], types: Sequence[CallType]) -> bool:
    return not wanted or not wanted.isdisjoint(types)


def _meets(phrase: Phrase, hard: Collection[str]) -> bool:
    return not set(phrase.hard).isdisjoint(hard)


def _rank(wanted: frozenset[CallType], types: Sequence[CallType]) -> int:
    return next((place for place, one in enumerate(types) if one in wanted), len(types))
