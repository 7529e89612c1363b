"""The guide is read whole, and a fault in it is named without losing the rest."""

from collections.abc import Callable
from pathlib import Path

import pytest

from forecall.guide.catalog import BLOCKS, WORKSHEETS, Catalog, ResourceFault, load_catalog
from forecall.guide.question import CallType

Change = Callable[[str, str, str], Path]

PREPARE = "worksheets/prepare.toml"
NOW = "worksheets/reflect-now.toml"
ISSUE = "prepare.toml, question “issue”"
TEXT_PART = '{ name = "text", kind = "long" }'


def test_the_shipped_guide_has_no_fault(catalog: Catalog) -> None:
    assert catalog.faults == ()


def test_the_small_guide_is_sound(small: Path) -> None:
    found = load_catalog(small)
    assert found.faults == ()
    assert [found.worksheet(name).title for name in WORKSHEETS] == ["Prepare", "Now", "Later"]
    assert found.question("ended").parts[0].choices == found.choice_set("ending")
    assert found.moments[0].label == "To open"


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        (PREPARE, "wording =", "wordin =", f"{ISSUE}: “wordin” is not known here."),
        (PREPARE, 'wording = "What is it about?"', "", f"{ISSUE}: “wording” is missing."),
        (PREPARE, '"What is it about?"', "7", f"{ISSUE}, wording: text in quotes was expected."),
        (
            PREPARE,
            "quick = { any = 10 }",
            "at_most = true",
            f"{ISSUE}, at_most: a whole number was expected.",
        ),
        (PREPARE, "quick = { any = 10 }", "said = 1", f"{ISSUE}, said: true or false was expected."),
        (PREPARE, "quick = { any = 10 }", "recalls = 1", f"{ISSUE}, recalls: a list was expected."),
        (PREPARE, "quick = { any = 10 }", "hint_for = 1", f"{ISSUE}, hint_for: a table was expected."),
        (
            PREPARE,
            "quick = { any = 10 }",
            'types = ["scop"]',
            f"{ISSUE}, types 1: “scop” is not one of {', '.join(CallType)}.",
        ),
        (
            PREPARE,
            'kind = "long"',
            'kind = "tall"',
            f"{ISSUE}, parts 1, kind: “tall” is not one of long, short, choice, choices, scale, date, yes.",
        ),
        (PREPARE, TEXT_PART, '"text"', f"{ISSUE}, parts 1: a table was expected."),
        (
            PREPARE,
            TEXT_PART,
            '{ name = "text", kind = "choice", choices = "endings" }',
            f"{ISSUE}: no set of choices is called “endings”.",
        ),
        (PREPARE, '["x-1"]', '["x-9"]', f"{ISSUE}: “x-9” is not in inventory.toml."),
        (PREPARE, 'key = "issue"', "", "prepare.toml, question “1”: “key” is missing."),
        (
            NOW,
            'key = "ended"',
            'key = "issue"',
            "reflect-now.toml, question “issue”: another question has the same key.",
        ),
        ("guide/tips.toml", '"issue"', '"isue"', "tips.toml, tip “isue”: no question is called “isue”."),
        ("guide/tips.toml", '["x-1"]', '["x-2"]', "tips.toml, tip “issue”: “x-2” is not in inventory.toml."),
        ("guide/tips.toml", "[[tip]]", "[[tipp]]", "tips.toml: “tipp” is not known here."),
        (
            "guide/tips.toml",
            "[[tip]]",
            "[tip]",
            "tips.toml, tip: each block begins with two square brackets.",
        ),
        ("guide/phrases.toml", '["issue"]', '["x"]', "phrases.toml, phrase “thanks”: no question is called “x”."),
        (
            "guide/phrases.toml",
            'moment = "opening"',
            'moment = "end"',
            "phrases.toml, phrase “thanks”: no moment is called “end”.",
        ),
        ("guide/phrases.toml", 'key = "thanks"', "", "phrases.toml, phrase “1”: “key” is missing."),
        ("guide/sheet.toml", "name =", "nam =", "sheet.toml, line “1”: “nam” is not known here."),
    ],
)
def test_a_faulty_block_is_named_and_left_out(change: Change, file: str, old: str, new: str, sentence: str) -> None:
    found = load_catalog(change(file, old, new))
    assert sentence in found.faults
    assert found.worksheet("reflect-later").title == "Later"


def test_only_the_faulty_block_is_lost(change: Change) -> None:
    found = load_catalog(change(PREPARE, "wording =", "wordin ="))
    assert "issue" not in found.questions
    assert "ended" in found.questions
    assert found.sheet_phrase("check") == "Is that right?"


def test_a_guide_file_that_cannot_be_read_is_named_and_the_rest_stays(small: Path) -> None:
    (small / "guide/tips.toml").unlink()
    (small / "guide/sheet.toml").write_text("line = [", encoding="utf-8")
    found = load_catalog(small)
    assert found.faults[0].startswith("tips.toml: it cannot be read (")
    assert found.faults[1].startswith("sheet.toml: it is not valid TOML (")
    assert found.tip("issue") is None
    assert found.sheet_phrase("check") == ""
    assert found.phrase_for("issue")


def test_a_worksheet_that_is_missing_raises(small: Path) -> None:
    (small / PREPARE).unlink()
    with pytest.raises(ResourceFault, match=r"^prepare\.toml: it cannot be read \("):
        load_catalog(small)


def test_a_worksheet_that_is_no_toml_or_no_text_raises(small: Path) -> None:
    (small / PREPARE).write_text('title = "Prepare', encoding="utf-8")
    with pytest.raises(ResourceFault, match=r"^prepare\.toml: it is not valid TOML \("):
        load_catalog(small)
    (small / PREPARE).write_bytes(b'title = "\xff"')
    with pytest.raises(ResourceFault, match=r"^prepare\.toml: it is not valid TOML \("):
        load_catalog(small)


def test_a_worksheet_with_a_wrong_key_of_its_own_raises(change: Change) -> None:
    with pytest.raises(ResourceFault, match=r"^prepare\.toml: “titel” is not known here\.$"):
        load_catalog(change(PREPARE, "title = ", "titel = "))


def test_words_leave_the_catalog_in_the_persons_language(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = load_catalog(small)
    monkeypatch.setattr("forecall.guide.catalog._", str.upper)
    monkeypatch.setattr("forecall.guide.wording._", str.upper)
    assert found.worksheet("prepare").steps[0].title == "ONE"
    assert found.question("issue").wording == "WHAT IS IT ABOUT?"
    assert found.worksheet("prepare").asked(())[0].wording == "WHAT IS IT ABOUT?"
    assert found.sheet_phrase("check") == "IS THAT RIGHT?"
    assert [phrase.text for phrase in found.phrases] == ["THANK YOU FOR MAKING TIME."]
    tip = found.tip("issue")
    assert tip
    assert (tip.text, tip.sources) == ("READ IT TWICE.", ("A TEXT",))
    assert found.question("ended").parts[0].choices[0].key == "agreed"


def test_an_unknown_question_is_a_key_error(catalog: Catalog) -> None:
    with pytest.raises(KeyError):
        catalog.question("no such key")


def test_the_sheet_speaks_for_the_first_type(catalog: Catalog) -> None:
    news = catalog.sheet_phrase("opening", [CallType.BAD_NEWS])
    assert news == catalog.sheet_phrase("opening", [CallType.BAD_NEWS, CallType.ABUSE])
    assert news != catalog.sheet_phrase("opening", [CallType.ABUSE, CallType.BAD_NEWS])
    assert catalog.sheet_phrase("opening", [CallType.COMPLAINT]) == catalog.sheet_phrase("opening")
    assert catalog.sheet_phrase("no such line") == ""


def test_every_kind_of_block_is_written_somewhere(resources: Path) -> None:
    texts = "".join(file.read_text(encoding="utf-8") for file in resources.glob("*/*.toml"))
    assert [name for name in BLOCKS if f"[[{name}]]" not in texts] == []


def test_two_phrases_with_one_key_are_a_fault(change: Callable[[str, str, str], Path]) -> None:
    twice = '[[phrase]]\nkey = "thanks"\nmoment = "opening"\ntext = "Again."\n[[phrase]]'
    found = load_catalog(change("guide/phrases.toml", "[[phrase]]", twice))
    assert found.faults == ("phrases.toml, phrase “thanks”: another phrase has the same key.",)
    assert [phrase.text for phrase in found.phrases] == ["Again."]


@pytest.mark.parametrize("seconds", ["-1", "3601"])
def test_a_pace_that_cannot_be_is_named_and_left_out(change: Change, seconds: str) -> None:
    found = load_catalog(change("guide/pace.toml", "seconds = 90", f"seconds = {seconds}"))
    assert found.faults == ("pace.toml, pace “long”: an answer takes 0 to 3600 seconds.",)
    assert found.paces == {}
