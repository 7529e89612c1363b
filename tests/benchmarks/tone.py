"""How well the tone check hears: precision and recall on labelled sentences; and how long it takes."""

import statistics
import time
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from forecall.coach.tone import Tone, load_tone
from tests.benchmarks.figures import Figure

CHECKOUT = Path(__file__).resolve().parents[2]
SENTENCES = CHECKOUT / "tests" / "coach" / "tone"

PARAGRAPH = (
    "thank you for making time.",
    "I have twenty minutes, and I would like us to end with a plan.",
    "you never told us that the logo had to be ready for the fair.",
    "we will get it to you as soon as possible, and I can guarantee that it won't happen again.",
    "I am sorry if you feel let down.",
    "which part do you need first?",
)


@dataclass(slots=True)
class Score:
    """What was marked in a set of labelled sentences, and what should have been."""

    sentences: int = 0
    labelled: int = 0
    marked: int = 0  # pairs of a sentence and a category
    right: int = 0  # those of them that the labels allow
    found: int = 0  # labelled sentences with a mark that their label allows
    by_category: dict[str, list[int]] = field(default_factory=dict)  # found, labelled

    @property
    def precision(self) -> float:
        """The share of marks that are right."""
        return self.right / self.marked if self.marked else 1.0

    @property
    def recall(self) -> float:
        """The share of labelled sentences that were found."""
        return self.found / self.labelled if self.labelled else 1.0


def labelled(half: str) -> list[Mapping[str, object]]:
    """The labelled sentences of ``tune`` or ``report``."""
    found: list[Mapping[str, object]] = tomllib.loads((SENTENCES / f"{half}.toml").read_text("utf-8"))["sentence"]
    return found


def score(tone: Tone, half: str) -> Score:
    """Check one half of the labelled sentences."""
    sum_of = Score()
    for each in labelled(half):
        also = each.get("also", [])
        allowed = {str(each.get("category", "")), *(also if isinstance(also, list) else [])} - {""}
        marked = {mark.category for mark in tone.check(str(each["text"]))}
        sum_of.sentences += 1
        sum_of.marked += len(marked)
        sum_of.right += len(marked & allowed)
        if allowed:
            found = bool(marked & allowed)
            sum_of.labelled += 1
            sum_of.found += found
            counts = sum_of.by_category.setdefault(str(each["category"]), [0, 0])
            counts[0] += found
            counts[1] += 1
    return sum_of


def tone(_bench: object) -> Iterator[Figure]:
    """Precision and recall beside those on the half that the rules were tuned on; the time beside the empty rules."""
    began = time.perf_counter()
    check = load_tone(CHECKOUT / "resources", "en")
    loaded = (time.perf_counter() - began) * 1000
    report, tuned = score(check, "report"), score(check, "tune")
    details = {"sentences": report.sentences, "by category: found, labelled": report.by_category}
    for name, least in (("precision", 0.90), ("recall", 0.70)):
        value, beside = getattr(report, name), getattr(tuned, name)
        yield Figure(
            f"tone check, {name}, reporting half",
            value * 100,
            "%",
            beside * 100,
            "the tuned half",
            f"≥ {least:.0%}",
            value >= least,
            details=details,
        )
    taken = [_milliseconds(check, _paragraph(number)) for number in range(200)]
    value = statistics.median(taken)
    yield Figure("tone check of a paragraph", value, "ms", None, "", "≤ 5 ms", value <= 5, len(taken))
    steps = _steps(check, "\n".join(map(_paragraph, range(1000, 1290))))
    longest = max(steps)
    name = "tone check of 100 kB, longest of its steps"
    details = {"steps": len(steps), "all of it": sum(steps)}
    yield Figure(name, longest, "ms", None, "", "≤ 5 ms", longest <= 5, details=details)
    yield Figure("tone check, reading and trying its rules", loaded, "ms", None, "", "")


def _paragraph(number: int) -> str:
    """A paragraph without a sentence that was seen before: the check remembers what it has read."""
    return " ".join(f"For the {number}th time, {sentence}" for sentence in PARAGRAPH)


def _milliseconds(check: Tone, text: str) -> float:
    began = time.perf_counter()
    check.check(text, finished=True)
    return (time.perf_counter() - began) * 1000


def _steps(check: Tone, text: str) -> list[float]:
    """How long each sentence takes: a window may do something else between any two of them."""
    steps: list[float] = []
    marks = check.steps(text, finished=True)
    while True:
        began = time.perf_counter()
        if next(marks, None) is None:
            return steps
        steps.append((time.perf_counter() - began) * 1000)
