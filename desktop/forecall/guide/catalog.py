"""Everything that is asked and taught, read from the resources folder and checked on the way in."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from forecall.guide.blocks import ResourceFault, build, fault, read_toml
from forecall.guide.checks import QuestionCheck, check_known, check_teaches
from forecall.guide.phrases import (
    Moment,
    Phrase,
    SheetLine,
    Source,
    Technique,
    Tip,
    best_phrases,
    best_tip,
)
from forecall.guide.question import CallType, Choice, PaceGuess, PaceKind, Question, Words
from forecall.guide.wording import spoken
from forecall.guide.worksheet import Step, Worksheet
from forecall.words import _

__all__ = ["BLOCKS", "WORKSHEETS", "Catalog", "ResourceFault", "load_catalog"]

WORKSHEETS = ("prepare", "reflect-now", "reflect-later")
"""The worksheets in the order of a call; a question may refer to one that stands before it."""

BLOCKS: Mapping[str, type[Any]] = {
    "step": Step,
    "question": Question,
    "source": Source,
    "item": Technique,
    "moment": Moment,
    "tip": Tip,
    "phrase": Phrase,
    "line": SheetLine,
    "pace": PaceGuess,
}
"""What a block of the resources becomes, by the name between its brackets."""

LINES = ("sheet.toml", "opening.toml", "care.toml")
"""The files of words that belong to no question: those of the call sheet, of the opening, of calls that need care."""

_LONGEST_PACE = 3600
"""Seconds; whatever takes longer was mistyped."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Catalog:
    """The guide as it was read. Words leave it in the person's language."""

    worksheets: Mapping[str, Worksheet]
    questions: Mapping[str, Question]
    choices: Mapping[str, tuple[Choice, ...]]
    moments: tuple[Moment, ...]
    techniques: Mapping[str, Technique]
    sources: tuple[Source, ...]
    paces: Mapping[PaceKind, int]
    faults: tuple[str, ...]
    _tips: tuple[Tip, ...]
    _phrases: tuple[Phrase, ...]
    _lines: Mapping[str, SheetLine]

    def worksheet(self, name: str) -> Worksheet:
        """The worksheet ``prepare``, ``reflect-now`` or ``reflect-later``, its title and steps translated."""
        sheet = self.worksheets[name]
        return replace(
            sheet, title=_(sheet.title), lead=_(sheet.lead), steps=tuple(spoken(step) for step in sheet.steps)
        )

    def question(self, key: str) -> Question:
        """The question with this key, retired ones included; ``KeyError`` when no worksheet has it."""
        return spoken(self.questions[key])

    def choice_set(self, name: str) -> tuple[Choice, ...]:
        """A set of choices that several places share, such as ``call_type``, ``skill`` or ``ending``."""
        return tuple(spoken(choice) for choice in self.choices[name])

    def tip(self, key: str, types: Sequence[CallType] = ()) -> Tip | None:
        """The tip beside a question, the one for the call's types before the one for any call."""
        tip = best_tip(self._tips, key, types)
        return spoken(tip) if tip else None

    def phrase_for(self, key: str, types: Sequence[CallType] = (), hard: Collection[str] = ()) -> Phrase | None:
        """The phrase beside a question; ``hard`` is what was picked under *What makes this hard?*"""
        return next(iter(self.phrases_for(key, types, hard)), None)

    def phrases_for(
        self,
        key: str,
        types: Sequence[CallType] = (),
        hard: Collection[str] = (),
        *,
        own: Sequence[Phrase] = (),
        hidden: Collection[str] = (),
    ) -> tuple[Phrase, ...]:
        """Every phrase that fits a question, the person's own before the guide's, the most fitting first.

        ``hidden`` are keys of phrases that the person does not want to see.
        """
        kept = [phrase for phrase in self._phrases if phrase.key not in hidden]
        guides = (spoken(phrase) for phrase in best_phrases(kept, key, types, hard))
        return (*best_phrases(own, key, types, hard), *guides)

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """The whole phrase bank, in the order of the file."""
        return tuple(spoken(phrase) for phrase in self._phrases)

    @property
    def tips(self) -> tuple[Tip, ...]:
        """All tips, in the order of the file."""
        return tuple(spoken(tip) for tip in self._tips)

    def sheet_phrase(self, name: str, types: Sequence[CallType] = ()) -> str:
        """The words that stand on the call sheet for an empty part; nothing when there are none for it."""
        line = self._lines.get(name)
        if line is None:
            return ""
        return _((line.text_for.get(types[0]) if types else None) or line.text)


def load_catalog(folder: Path) -> Catalog:
    """The guide in the resources folder. A worksheet that cannot be read raises ``ResourceFault``; a single
    faulty block is left out and named in ``faults``."""
    return _Loader(folder).catalog()


class _Loader:
    """One reading of the folder: what was found so far, and the faults on the way."""

    def __init__(self, folder: Path) -> None:
        self._worksheets_at = folder / "worksheets"
        self._guide_at = folder / "guide"
        self._faults: list[str] = []
        self._files: dict[str, dict[str, Any]] = {}
        self._techniques = {item.id: item for item in self._guide("inventory.toml", "item", Technique)}
        self._texts = self._guide("sources.toml", "source", Source, self._check_source)
        self._sources = {source.file: source.title for source in self._texts}
        self._choices = self._choice_sets()
        self._check = QuestionCheck(self._techniques)

    def catalog(self) -> Catalog:
        """Read the rest, in the order in which one file refers to another."""
        worksheets = {name: self._worksheet(f"{name}.toml") for name in WORKSHEETS}
        moments = self._guide("phrases.toml", "moment", Moment)
        tips = self._guide("tips.toml", "tip", Tip, self._check_tip)
        phrases = self._guide("phrases.toml", "phrase", Phrase, self._check_phrase(moments))
        paces = self._guide("pace.toml", "pace", PaceGuess, self._check_pace)
        lines = [line for file in LINES for line in self._guide(file, "line", SheetLine, self._check_line)]
        self._name_leftovers()
        return Catalog(
            worksheets=worksheets,
            questions=self._check.seen,
            choices=self._choices,
            moments=moments,
            techniques=self._techniques,
            sources=self._texts,
            paces={pace.kind: pace.seconds for pace in paces},
            _tips=tuple(replace(tip, sources=self._titles(tip.teaches)) for tip in tips),
            _phrases=tuple(replace(phrase, sources=self._titles(phrase.teaches)) for phrase in phrases),
            _lines={line.name: line for line in lines},
            faults=tuple(self._faults),
        )

    def _worksheet(self, file: str) -> Worksheet:
        """A worksheet; its file and steps must be sound, a faulty question is left out."""
        tables = read_toml(self._worksheets_at / file)
        blocks = _listed(tables.pop("question", []), f"{file}, question")
        head = build(_Head, tables, file)
        self._check.begin({step.key for step in head.step})
        questions: list[Question] = []
        for place, block in enumerate(blocks, start=1):
            with self._collecting():
                where = _named(file, "question", block, place)
                question = build(Question, self._with_choices(block, where), where)
                self._check.accept(question, where)
                questions.append(question)
        return Worksheet(
            name=file.removesuffix(".toml"),
            steps=head.step,
            questions=tuple(questions),
            title=head.title,
            lead=head.lead,
            least_under=head.least_under,
        )

    def _with_choices(self, block: object, where: str) -> object:
        """The block with each named set of choices written out."""
        if not isinstance(block, Mapping) or not isinstance(parts := block.get("parts"), list):
            return block
        return {**block, "parts": [self._written_out(part, where) for part in parts]}

    def _written_out(self, part: object, where: str) -> object:
        if not isinstance(part, Mapping) or not isinstance(name := part.get("choices"), str):
            return part
        if name not in self._choices:
            raise ResourceFault(fault(where, _("no set of choices is called “{name}”").format(name=name)))
        return {**part, "choices": {choice.key: choice.label for choice in self._choices[name]}}

    def _choice_sets(self) -> Mapping[str, tuple[Choice, ...]]:
        with self._collecting():
            return build(_ChoiceSets, read_toml(self._guide_at / "choices.toml"), "choices.toml").choices
        return {}

    def _guide(
        self, file: str, name: str, kind: type[T], check: Callable[[T, str], None] | None = None
    ) -> tuple[T, ...]:
        """The sound blocks called ``name`` of a file of the guide."""
        found: list[T] = []
        blocks: list[Any] = []
        with self._collecting():
            blocks = _listed(self._tables(file).pop(name, []), f"{file}, {name}")
        for place, block in enumerate(blocks, start=1):
            with self._collecting():
                where = _named(file, name, block, place)
                made = build(kind, block, where)
                if check:
                    check(made, where)
                found.append(made)
        return tuple(found)

    def _tables(self, file: str) -> dict[str, Any]:
        """What is left to read of a file of the guide; the file is opened once."""
        if file not in self._files:
            self._files[file] = {}
            self._files[file] = read_toml(self._guide_at / file)
        return self._files[file]

    def _name_leftovers(self) -> None:
        """Name the tables that nothing asked for: most likely a slip of the pen."""
        for file, tables in self._files.items():
            for name in tables:
                self._faults.append(fault(file, _("“{key}” is not known here").format(key=name)))

    def _check_source(self, source: Source, where: str) -> None:
        check_teaches(source.teaches, self._techniques, where)

    def _check_tip(self, tip: Tip, where: str) -> None:
        check_teaches(tip.teaches, self._techniques, where)
        check_known([tip.question], self._check.seen, where)

    def _check_phrase(self, moments: Iterable[Moment]) -> Callable[[Phrase, str], None]:
        known = {moment.key for moment in moments}
        taken: set[str] = set()

        def check(phrase: Phrase, where: str) -> None:
            if not phrase.key:
                raise ResourceFault(fault(where, _("“{key}” is missing").format(key="key")))
            if phrase.key in taken:
                raise ResourceFault(fault(where, _("another phrase has the same key")))
            taken.add(phrase.key)
            check_teaches(phrase.teaches, self._techniques, where)
            check_known(phrase.fits, self._check.seen, where)
            if phrase.moment not in known:
                raise ResourceFault(fault(where, _("no moment is called “{key}”").format(key=phrase.moment)))

        return check

    def _check_line(self, line: SheetLine, where: str) -> None:
        check_teaches(line.teaches, self._techniques, where)

    def _check_pace(self, pace: PaceGuess, where: str) -> None:
        if not 0 <= pace.seconds <= _LONGEST_PACE:
            raise ResourceFault(fault(where, _("an answer takes 0 to {most} seconds").format(most=_LONGEST_PACE)))

    def _titles(self, taught: Iterable[str]) -> tuple[str, ...]:
        """The titles of the texts that these techniques come from, each once."""
        files = dict.fromkeys(self._techniques[one].source for one in taught)
        return tuple(self._sources[file] for file in files if file in self._sources)

    @contextmanager
    def _collecting(self) -> Iterator[None]:
        """Note a fault and go on with the next block."""
        try:
            yield
        except ResourceFault as found:
            self._faults.append(str(found))


@dataclass(frozen=True, slots=True)
class _Head:
    """What a worksheet file says besides its questions."""

    title: Words
    step: tuple[Step, ...]
    lead: Words = ""
    least_under: int = 0


@dataclass(frozen=True, slots=True)
class _ChoiceSets:
    """The file of shared choices."""

    choices: Mapping[str, tuple[Choice, ...]]


def _listed(blocks: object, where: str) -> list[Any]:
    if not isinstance(blocks, list):
        raise ResourceFault(fault(where, _("each block begins with two square brackets")))
    return blocks


def _named(file: str, name: str, block: object, place: int) -> str:
    """Where a block stands: the file, and its key or name, or its place when it has none."""
    table = block if isinstance(block, Mapping) else {}
    known = next((table[key] for key in ("key", "id", "name", "question", "file", "kind") if key in table), place)
    return f"{file}, {name} “{known}”"
