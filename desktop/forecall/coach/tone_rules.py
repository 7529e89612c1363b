"""The rules of the tone check: read from ``resources/tone/<language>.toml``, and refused where they do not hold."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from forecall.coach.sentences import Sentence, sentences
from forecall.coach.tone_breath import Breath, BreathBlock
from forecall.coach.tone_patterns import (
    Finder,
    Found,
    Instead,
    Lexicon,
    PatternFault,
    Reach,
    Takes,
    Template,
    Terms,
    compiled,
)
from forecall.guide.blocks import ResourceFault, build, fault, read_toml
from forecall.guide.checks import check_teaches
from forecall.guide.phrases import Source, Technique
from forecall.words import _

LONG_BREATH = "long-breath"
"""The id of the one rule that counts words."""


class Category(StrEnum):
    """What may be hard to hear in a sentence."""

    ACCUSATION = "accusation"
    ABSOLUTES = "absolutes"
    DEFENSIVENESS = "defensiveness"
    AGGRESSION = "aggression"
    HEDGED_APOLOGY = "hedged_apology"
    NEGATIVE_FRAMING = "negative_framing"
    JARGON = "jargon"
    AMBIGUITY = "ambiguity"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class About:
    """What holds for a whole category where a rule does not say it better."""

    says: str  # goes on after the marked words: "may sound like blame"
    why: str
    teaches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleBlock:
    """A rule as it is written down; the head of the rule file tells the fields."""

    id: str
    category: Category
    matches: tuple[str, ...]
    spares: tuple[str, ...]
    pattern: str = ""
    terms: Mapping[str, str] | None = None
    unless: str = ""
    rewrite: str = ""
    takes: Takes = Takes.WORDS
    says: str = ""
    why: str = ""
    teaches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that is ready to run. ``pattern`` is empty for the one that counts words."""

    id: str
    category: Category
    says: str
    why: str
    teaches: tuple[str, ...]
    source: str
    pattern: str
    find: Callable[[Sentence], Iterator[Found]]
    matches: tuple[str, ...]
    spares: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleFile:
    """What one language's file gives; ``faults`` are sentences about what was left out."""

    about: Mapping[Category, About]
    abbreviations: frozenset[str]
    rules: tuple[Rule, ...]
    faults: tuple[str, ...]


def read_rules(folder: Path, language: str) -> RuleFile:
    """Read ``tone/<language>.toml`` below the resources folder. A faulty rule is left out and named in ``faults``;
    a file that cannot be used at all raises ``ResourceFault``."""
    return _Reader(folder, f"{language}.toml").read()


class _Reader:
    """One reading of a rule file."""

    def __init__(self, folder: Path, file: str) -> None:
        self._folder = folder
        self._file = file
        self._tables = read_toml(folder / "tone" / file)
        self._faults: list[str] = []
        self._techniques = {item.id: item for item in self._guide("inventory.toml", "item", Technique)}
        self._sources = {source.file: source.title for source in self._guide("sources.toml", "source", Source)}

    def read(self) -> RuleFile:
        """The categories and words first, since every rule stands on them."""
        self._about = self._categories(self._tables.pop("categories", {}))
        self._abbreviations = frozenset(str(one).lower() for one in self._tables.pop("abbreviations", ()))
        self._joins = tuple(str(one).lower() for one in self._tables.pop("joins", ()))
        try:
            self._words = Lexicon(self._tables.pop("words", {}))
        except PatternFault as bad:
            raise ResourceFault(fault(f"{self._file}, words", str(bad))) from bad
        rules = [*self._rules(self._tables.pop("rule", ())), *self._breath(self._tables.pop("breath", None))]
        for name in self._tables:
            self._faults.append(fault(self._file, _("“{key}” is not known here").format(key=name)))
        return RuleFile(self._about, self._abbreviations, tuple(rules), tuple(self._faults))

    def _guide(self, file: str, name: str, kind: type[Any]) -> list[Any]:
        blocks = read_toml(self._folder / "guide" / file).get(name, [])
        return [build(kind, block, f"{file}, {name} {place}") for place, block in enumerate(blocks, start=1)]

    def _categories(self, tables: object) -> dict[Category, About]:
        where = f"{self._file}, categories"
        found = tables if isinstance(tables, Mapping) else {}
        for name in found:
            if name not in list(Category):
                raise ResourceFault(fault(where, _("“{key}” is not known here").format(key=name)))
        about = {one: build(About, found.get(one), f"{where}, {one}") for one in Category}
        for one, each in about.items():
            check_teaches(each.teaches, self._techniques, f"{where}, {one}")
        return about

    def _rules(self, blocks: Sequence[object]) -> Iterator[Rule]:
        ids: set[str] = set()
        for place, block in enumerate(blocks, start=1):
            named = block.get("id", place) if isinstance(block, Mapping) else place
            where = f"{self._file}, rule “{named}”"
            try:
                rule = self._rule(build(RuleBlock, block, where), where)
                if rule.id in ids:
                    raise ResourceFault(fault(where, _("another rule has the same id")))
            except ResourceFault as bad:
                self._faults.append(str(bad))
            except PatternFault as bad:
                self._faults.append(fault(where, str(bad)))
            else:
                ids.add(rule.id)
                yield rule

    def _rule(self, block: RuleBlock, where: str) -> Rule:
        teaches = block.teaches or self._about[block.category].teaches
        check_teaches(teaches, self._techniques, where)
        pattern, instead = self._what_to_find(block)
        rule = Rule(
            id=block.id,
            category=block.category,
            says=block.says or self._about[block.category].says,
            why=block.why or self._about[block.category].why,
            teaches=teaches,
            source=self._source(teaches),
            pattern=pattern,
            find=Finder(pattern, self._words.expand(block.unless), instead, Reach(block.takes, self._joins)).find,
            matches=block.matches,
            spares=block.spares,
        )
        self._check_examples(rule, where)
        return rule

    def _what_to_find(self, block: RuleBlock) -> tuple[str, Instead]:
        """The pattern of a rule, and what makes the words for a match of it."""
        if bool(block.terms) == bool(block.pattern):
            raise PatternFault(_("it needs either a pattern or terms"))
        if bool(block.terms) == bool(block.rewrite):
            raise PatternFault(_("a pattern needs a rewrite, and terms bring their own"))
        if block.terms:
            terms = Terms([(self._words.expand(term), instead) for term, instead in block.terms.items()])
            return terms.pattern, terms
        pattern = self._words.expand(block.pattern)
        return pattern, Template(block.rewrite, compiled(pattern).groups)

    def _breath(self, table: object) -> Iterator[Rule]:
        """The rule that counts words; without it no sentence is too long."""
        where = f"{self._file}, breath"
        try:
            breath = Breath(build(BreathBlock, table, where))
            about = self._about[Category.TOO_LONG]
            rule = Rule(
                id=LONG_BREATH,
                category=Category.TOO_LONG,
                says=about.says,
                why=about.why,
                teaches=about.teaches,
                source=self._source(about.teaches),
                pattern="",
                find=breath.find,
                matches=breath.block.matches,
                spares=breath.block.spares,
            )
            self._check_examples(rule, where)
        except ResourceFault as bad:
            self._faults.append(str(bad))
        except PatternFault as bad:
            self._faults.append(fault(where, str(bad)))
        else:
            yield rule

    def _check_examples(self, rule: Rule, where: str) -> None:
        if not rule.matches or not rule.spares:
            raise ResourceFault(fault(where, _("it needs examples that match, and examples that it spares")))
        for example in rule.matches:
            if not self._finds(rule, example):
                raise ResourceFault(fault(where, _("it should match “{text}”").format(text=example)))
        for example in rule.spares:
            if self._finds(rule, example):
                raise ResourceFault(fault(where, _("it should spare “{text}”").format(text=example)))

    def _finds(self, rule: Rule, example: str) -> bool:
        parts = sentences(example, self._abbreviations, finished=True)
        return any(True for part in parts for _found in rule.find(part))

    def _source(self, teaches: Sequence[str]) -> str:
        """The titles of the texts that these techniques come from, each once."""
        files = dict.fromkeys(self._techniques[one].source for one in teaches)
        return "; ".join(self._sources[file] for file in files if file in self._sources)
