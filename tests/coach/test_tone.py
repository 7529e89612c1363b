import time
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from forecall.coach.sentences import lines_of
from forecall.coach.tone import MOST_SIGNS, Mark, Tone, load_tone
from forecall.coach.tone_rules import Category, read_rules
from tests.benchmarks.tone import PARAGRAPH, labelled, score
from tests.conftest import RESOURCES

ENGLISH = tomllib.loads((RESOURCES / "tone" / "en.toml").read_text("utf-8"))
SOURCES_SAY = [
    "Unfortunately, I can't accommodate that at the moment.",
    "Unfortunately, I can’t accommodate that at the moment.",
    "If you're not going to be respectful, I don't have to extend this courtesy.",
    "I understand your perspective, but let me clarify…",
    "I understand your perspective, but let me clarify.",
    "Has something I said caused offence?",
]
ALL = [(rule["id"], rule["category"], text) for rule in ENGLISH["rule"] for text in rule["matches"]]


@pytest.fixture(scope="module")
def tone() -> Tone:
    return load_tone(RESOURCES, "en")


def marks(tone: Tone, text: str) -> list[tuple[str, str]]:
    lines = lines_of(text)
    return [(mark.category, lines[mark.line - 1][mark.start : mark.end]) for mark in tone.check(text)]


def use(text: str, mark: Mark) -> str:
    lines = lines_of(text)
    line = lines[mark.line - 1]
    lines[mark.line - 1] = line[: mark.start] + mark.rewrite + line[mark.end :]
    return "\n".join(lines)


def test_a_mark_says_everything(tone: Tone) -> None:
    (mark,) = tone.check("Thank you.\n  You're wrong about the date, Ms Lee.")
    assert (mark.line, mark.start, mark.end) == (2, 2, 29)
    assert mark.category == "accusation"
    assert mark.rule == "accusation-wrong"
    assert mark.rewrite == "I understand your view, and I see it differently"
    assert mark.source == "Eight ways to a better conversation with a difficult client"
    assert mark.why.endswith(".")
    assert tone.says(mark) == "may sound like blame"


@pytest.mark.parametrize("said", SOURCES_SAY)
def test_what_the_sources_say_themselves_raises_nothing(tone: Tone, said: str) -> None:
    assert tone.check(said, finished=True) == []


def test_what_the_guide_offers_raises_nothing(tone: Tone) -> None:
    phrases = tomllib.loads((RESOURCES / "guide" / "phrases.toml").read_text("utf-8"))["phrase"]
    sheet = tomllib.loads((RESOURCES / "guide" / "sheet.toml").read_text("utf-8"))["line"]
    prepare = tomllib.loads((RESOURCES / "worksheets" / "prepare.toml").read_text("utf-8"))["question"]
    ready = [part.get("ready", "") for question in prepare for part in question.get("parts", [])]
    for text in [*(each["text"] for each in (*phrases, *sheet)), *ready]:
        assert tone.check(text, finished=True) == [], text


@pytest.mark.parametrize(
    "text",
    [
        'You told me: "You always let us down. Calm down." I have thought about it.',
        "You wrote “nobody ever calls us back”, and I would like to talk about that.",
        "Your words were «that is your fault», and I take them seriously.",
        "You said ‘you never listen’ on Monday.",
    ],
)
def test_a_quoted_client_is_not_marked(tone: Tone, text: str) -> None:
    assert tone.check(text) == []


def test_a_sentence_is_left_alone_until_it_is_finished(tone: Tone) -> None:
    assert tone.check("You never listen") == []
    assert tone.check("You never listen, and") == []
    for ending in ".!?:\n":
        assert [each[0] for each in marks(tone, f"You never listen{ending}")] == ["accusation"], ending
    assert len(tone.check("You never listen", finished=True)) == 1


@pytest.mark.parametrize("apostrophe", "'’")
def test_every_apostrophe_will_do(tone: Tone, apostrophe: str) -> None:
    assert len(tone.check(f"You{apostrophe}re wrong.")) == 1


def test_case_does_not_matter_but_for_abbreviations(tone: Tone) -> None:
    assert marks(tone, "YOU ARE WRONG.")[0][0] == "accusation"
    assert marks(tone, "The SLA ends in May.") == [("jargon", "SLA")]
    assert marks(tone, "Slas is a name.") == []


@pytest.mark.parametrize(("rule", "category", "text"), ALL)
def test_each_example_is_marked_and_its_rewrite_is_not_marked_again(
    tone: Tone, rule: str, category: str, text: str
) -> None:
    found = tone.check(text, finished=True)
    assert category in {mark.category for mark in found} or found, rule
    mark = found[0]
    assert mark.rewrite != text[mark.start : mark.end]
    again = tone.check(use(text, mark), finished=True)
    assert mark.rule not in {each.rule for each in again if each.start <= mark.start < each.end}, use(text, mark)


def test_marks_of_one_sentence_stand_in_order_and_apart(tone: Tone) -> None:
    found = tone.check("Calm down, we will get it to you ASAP, and trust me, the SLA is a joke.")
    assert len(found) >= 4
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_a_long_sentence_is_cut_in_two(tone: Tone) -> None:
    text = next(str(each["text"]) for each in labelled("tune") if each.get("category") == "too_long")
    (mark,) = tone.check(text)
    assert mark.category == Category.TOO_LONG
    assert use(text, mark).count(". ") == 1


def test_a_language_without_rules_is_off_and_says_so() -> None:
    off = load_tone(RESOURCES, "xx")
    assert off.off == "The tone check has no rules for this language yet, so it is off."
    assert off.check("You are wrong.") == []


@pytest.mark.parametrize("code", ["en", "en_GB", "en-US"])
def test_a_country_shares_the_rules_of_its_language(code: str) -> None:
    assert load_tone(RESOURCES, code).off == ""


def test_a_broken_file_is_off_and_says_where(tmp_path: Path) -> None:
    (tmp_path / "tone").mkdir()
    (tmp_path / "tone" / "en.toml").write_text("[", encoding="utf-8")
    off = load_tone(tmp_path, "en")
    assert off.off.startswith("en.toml: it is not valid TOML")
    assert off.check("You are wrong.") == []


def test_asking_all_patterns_at_once_gives_what_asking_each_does(tone: Tone) -> None:
    rules = [rule for rule in read_rules(RESOURCES, "en").rules if rule.pattern]
    each_alone = Tone(read_rules(RESOURCES, "en"))
    each_alone._any = type("All", (), {"Match": lambda _self, _text: list(range(len(rules)))})()
    for text in (str(each["text"]) for each in labelled("tune")):
        assert tone.check(text) == each_alone.check(text)


# How well it hears; how long it takes


def test_the_labelled_sentences_are_enough_and_half_are_clean() -> None:
    tune, report = labelled("tune"), labelled("report")
    assert len(report) >= 150
    assert len(tune) + len(report) >= 300
    assert {each["text"] for each in tune}.isdisjoint(each["text"] for each in report)
    for half in (tune, report):
        assert 0.4 <= sum("category" not in each for each in half) / len(half) <= 0.6
        assert {each["category"] for each in half if "category" in each} == set(Category)


@pytest.mark.parametrize("half", ["tune", "report"])
def test_it_marks_what_should_be_marked_and_little_else(tone: Tone, half: str) -> None:
    got = score(tone, half)
    assert got.precision >= 0.90
    assert got.recall >= 0.70


def test_a_paragraph_is_quick_and_a_long_text_comes_in_small_steps(tone: Tone) -> None:
    """Generous beside the benchmark, so that only another order of growth fails."""
    began = time.perf_counter()
    tone.check(" ".join(PARAGRAPH), finished=True)
    assert time.perf_counter() - began < 0.05
    hostile = [
        "you never " * 10_000,
        "a" * 100_000,
        '"' * 100_000,
        ", " * 50_000,
        "You always. " * 8_000,
        "(" * 100_000,
    ]
    for text in hostile:
        began = time.perf_counter()
        for _step in tone.steps(text, finished=True):
            pass
        assert time.perf_counter() - began < 2, text[:20]


def test_only_the_beginning_of_an_endless_sentence_is_looked_at(tone: Tone) -> None:
    endless = "word " * 1000
    assert all(
        mark.end <= MOST_SIGNS or mark.category == "too_long" for mark in tone.check(f"{endless} you are wrong.")
    )


def test_what_was_read_is_not_kept_for_ever(tone: Tone) -> None:
    for number in range(2200):
        tone.check(f"Number {number}.")
    kept = tone._in_sentence.cache_info()
    assert kept.currsize == kept.maxsize
