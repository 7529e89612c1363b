"""The guide as it is browsed: phrases by their moment, thoughts beside questions, and where it all comes from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from forecall.coach.own_phrases import OwnPhrases
from forecall.guide.catalog import WORKSHEETS, Catalog
from forecall.guide.phrases import Phrase, Tip
from forecall.guide.question import CallType
from forecall.journal.matching import folded
from forecall.words import _

TIPS, SOURCES, OWN, HIDDEN = "tips", "sources", "own", "hidden"
"""Parts of the guide besides its moments."""


class Kind(StrEnum):
    """What an entry of the guide is."""

    PHRASE = "phrase"
    TIP = "tip"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to read in the guide. ``part`` is the key of its moment, ``TIPS`` or ``SOURCES``."""

    kind: Kind
    key: str
    words: str
    part: str
    heading: str
    title: str = ""  # what a source is called
    beside: tuple[str, ...] = ()  # the questions it stands beside
    types: tuple[str, ...] = ()  # the call types it is for; none is any call
    sources: tuple[str, ...] = ()
    hidden: bool = False
    phrase: Phrase | None = None

    @property
    def own(self) -> bool:
        """Whether the person wrote it."""
        return self.phrase is not None and self.phrase.own


def parts_of_guide(catalog: Catalog) -> tuple[tuple[str, str], ...]:
    """The parts that the guide can be narrowed to, with what they are called."""
    moments = ((moment.key, _(moment.label)) for moment in catalog.moments)
    more = ((TIPS, _("Thoughts")), (OWN, _("Your own phrases")), (HIDDEN, _("Hidden")), (SOURCES, _("The sources")))
    return (*moments, *more)


def browse(catalog: Catalog, own: OwnPhrases) -> tuple[Entry, ...]:
    """Everything in the guide, in the order of the moments of a call; the person's own phrases go first in each."""
    maker = _Maker(catalog, own)
    return (*maker.phrases(), *maker.tips(), *maker.sources())


def narrowed(entries: Iterable[Entry], part: str = "", words: str = "") -> tuple[Entry, ...]:
    """The entries of one part, or of all, that hold each of the words. Hidden ones are a part of their own."""
    wanted = folded(words).split()
    return tuple(entry for entry in entries if _belongs(entry, part) and _holds(entry, wanted))


def first_fitting(entries: Iterable[Entry], question: str) -> str:
    """The key of the first phrase that stands beside a question, one for any call first; nothing when there is none."""
    fitting = [entry for entry in entries if entry.phrase and question in entry.phrase.fits and not entry.hidden]
    general = (entry for entry in fitting if entry.phrase and not entry.phrase.types and not entry.phrase.hard)
    return next(general, fitting[0] if fitting else _NONE).key


def usual_question(phrases: Iterable[Phrase], moment: str) -> str:
    """The question that most phrases for a moment stand beside."""
    beside = [key for phrase in phrases if phrase.moment == moment for key in phrase.fits]
    return max(beside, key=beside.count, default="")


_NONE = Entry(Kind.PHRASE, "", "", "", "")


class _Maker:
    """Makes entries out of the guide's records and the person's."""

    def __init__(self, catalog: Catalog, own: OwnPhrases) -> None:
        self._catalog = catalog
        self._own = own
        self._types = {choice.key: choice.label for choice in catalog.choice_set("call_type")}

    def phrases(self) -> Iterator[Entry]:
        labels = {moment.key: _(moment.label) for moment in self._catalog.moments}
        every = (*self._own.own, *self._catalog.phrases)
        for moment, label in labels.items():
            for phrase in every:
                if phrase.moment == moment:
                    yield self._phrase(phrase, label)
        for phrase in self._own.own:
            if phrase.moment not in labels:
                yield self._phrase(phrase, _("For any moment"))

    def tips(self) -> Iterator[Entry]:
        for sheet in (self._catalog.worksheet(name) for name in WORKSHEETS):
            for step in sheet.steps:
                heading = _("Thoughts: {step}").format(step=step.title)
                asked = {question.key for question in sheet.questions if question.step == step.key}
                for place, tip in enumerate(self._catalog.tips):
                    if tip.question in asked:
                        yield self._tip(tip, f"tip {place}", heading)

    def sources(self) -> Iterator[Entry]:
        heading = _("Where all of this is from")
        for source in self._catalog.sources:
            yield Entry(Kind.SOURCE, source.file, _(source.about), SOURCES, heading, title=_(source.title))

    def _phrase(self, phrase: Phrase, heading: str) -> Entry:
        return Entry(
            Kind.PHRASE,
            phrase.key,
            phrase.text,
            phrase.moment,
            heading,
            beside=self._wordings(phrase.fits, phrase.types),
            types=self._named(phrase.types),
            sources=phrase.sources,
            hidden=phrase.key in self._own.hidden,
            phrase=phrase,
        )

    def _tip(self, tip: Tip, key: str, heading: str) -> Entry:
        return Entry(
            Kind.TIP,
            key,
            tip.text,
            TIPS,
            heading,
            beside=self._wordings((tip.question,), tip.types),
            types=self._named(tip.types),
            sources=tip.sources,
        )

    def _wordings(self, keys: Sequence[str], types: frozenset[CallType]) -> tuple[str, ...]:
        """The questions as they are asked on the calls that an entry is for."""
        questions = (self._catalog.question(key) for key in keys if key in self._catalog.questions)
        only = next(iter(types)) if len(types) == 1 else None
        return tuple((only and question.wording_for.get(only)) or question.wording for question in questions)

    def _named(self, types: frozenset[CallType]) -> tuple[str, ...]:
        return tuple(label for key, label in self._types.items() if key in types)


def _belongs(entry: Entry, part: str) -> bool:
    if part == HIDDEN:
        return entry.hidden
    if entry.hidden:
        return False
    return not part or (entry.own if part == OWN else entry.part == part)


def _holds(entry: Entry, wanted: Sequence[str]) -> bool:
    if not wanted:
        return True
    said = (entry.words, entry.title, entry.heading, *entry.beside, *entry.types, *entry.sources)
    text = folded(" ".join(said))
    return all(word in text for word in wanted)
