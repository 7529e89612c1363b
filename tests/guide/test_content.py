"""The shipped questions and words: all there, in their order, plain and calm."""

import re
from collections.abc import Iterator

import pytest

from forecall.guide.catalog import WORKSHEETS, Catalog
from forecall.guide.question import CallType, PartKind, Shape

TYPES = dict(zip("CMBPSA", CallType, strict=True))

PREPARE = """
    issue CMBPSA | concerns CMBPS | facts CMBPSA | hard CMBPSA | goal CMBPSA
    feelings CMBPSA | expects CMBPS | their_story CMBS
    opening CMBPSA | points CMBPSA | ask CMBPSA | objections CMBSA | premortem CMBS
    options CMBPS | trade CMBS | own_up CMBS | ladder CMBPSA | company A
    trigger CMBPSA | reset CMBPSA | steady CMBPSA | forecast CMBS
"""
REFLECT_NOW = "promised CMBPSA | ended CMBPSA | after CMBPSA | keep CMBPSA | tell A"
REFLECT_LATER = """
    went_well CMBPSA | differently CMBPSA | lesson CMBPSA | reading CMBPSA | objections_met CMBPSA
    settled CMBPS | limits CMBPSA | skills CMBPSA | service CMBS | check_back CMBPS
"""
STEPS = {
    "issue": "issue concerns facts hard goal",
    "client": "feelings expects their_story",
    "approach": "opening points ask objections premortem",
    "limits": "options trade own_up ladder company",
    "settle": "trigger reset steady forecast",
}

PARTS = """
    issue text:long | concerns text:short | facts know:long assume:long | hard picked:choices
    goal text:short | feelings picked:choices text:short | expects text:short | their_story text:long
    opening text:long | points text:short | ask text:short
    objections likelihood:choice text:short then:short
    premortem text:short becomes:choice | options text:short cost:short worth:short today:yes
    trade give:long get:long stop:short | own_up wrong:long repair:long nothing:yes
    ladder restate:short firm_no:short respect:short end:short own:short | company picked:choice text:short
    trigger cue:short plan:short | reset picked:choice | steady scale:scale | forecast ending:choice sure:choice
    promised text:short due:date | ended picked:choice | after scale:scale picked:choices | keep text:long
    tell text:short | went_well text:long | differently text:long | lesson if:short then:short skill:choice
    reading picked:choices text:short | objections_met text:short came:choice helped:choice
    settled text:short given:short | limits picked:choices text:short | service text:short
    check_back date:date
"""
LISTS = {
    "concerns",
    "points",
    "ask",
    "objections",
    "premortem",
    "options",
    "promised",
    "objections_met",
    "settled",
}


def rows(table: str) -> list[list[str]]:
    return [row.split() for row in table.replace("\n", "|").split("|") if row.strip()]


@pytest.mark.parametrize(
    ("name", "table"), [("prepare", PREPARE), ("reflect-now", REFLECT_NOW), ("reflect-later", REFLECT_LATER)]
)
def test_every_question_is_there_for_its_types(catalog: Catalog, name: str, table: str) -> None:
    questions = catalog.worksheet(name).questions
    assert [question.key for question in questions] == [key for key, _types in rows(table)]
    for question, (_key, letters) in zip(questions, rows(table), strict=True):
        assert question.types == {TYPES[letter] for letter in letters}, question.key


def test_the_five_steps(catalog: Catalog) -> None:
    sheet = catalog.worksheet("prepare")
    found = {step.key: [q.key for q in sheet.questions if q.step == step.key] for step in sheet.steps}
    assert found == {step: keys.split() for step, keys in STEPS.items()}
    assert [step.title for step in sheet.steps] == ["Issue", "Client", "Approach", "Limits", "Settle"]


def test_who_stands_beside_you_comes_first_when_someone_is_abusive(catalog: Catalog) -> None:
    sheet = catalog.worksheet("prepare")
    for letters in ("A", "CA", "AP"):
        first = sheet.asked([TYPES[letter] for letter in letters])[0]
        assert (first.key, first.question.step) == ("company", "issue")
    assert [each.question.step for each in sheet.asked(()) if each.key == "company"] == ["limits"]


def test_what_cannot_be_taken_on_is_asked_before_the_lines(catalog: Catalog) -> None:
    for letter, first in (("P", "own"), ("C", "restate"), ("A", "restate")):
        (ladder,) = (e for e in catalog.worksheet("prepare").asked([TYPES[letter]]) if e.key == "ladder")
        assert ladder.parts[0].name == first
        assert len(ladder.parts) == 5


def test_no_type_sees_all_of_them(catalog: Catalog) -> None:
    sheet = catalog.worksheet("prepare")
    assert len(sheet.asked(())) == 22
    assert [len(sheet.asked([one])) for one in CallType] == [21, 21, 21, 15, 21, 14]


@pytest.mark.parametrize("row", rows(PARTS), ids=lambda row: str(row[0]))
def test_the_parts_keep_their_names_for_ever(catalog: Catalog, row: list[str]) -> None:
    question = catalog.question(row[0])
    assert [f"{part.name}:{part.kind}" for part in question.parts] == row[1:]
    shape = Shape.LIST if row[0] in LISTS else Shape.SINGLE if row[1:] else Shape.NONE
    assert question.shape is shape


@pytest.mark.parametrize(
    ("key", "letter", "wording"),
    [
        ("issue", "C", "What is the client unhappy about?"),
        ("issue", "M", "What was understood differently?"),
        ("issue", "B", "What must you tell them, in one sentence?"),
        ("issue", "P", "What has changed that touches the work?"),
        ("issue", "S", "What do they ask beyond the agreement?"),
        ("issue", "A", "What was said or done, and when?"),
        ("facts", "M", "What is written, and how did each of you read it?"),
        ("goal", "A", "What end is good enough?"),
        ("expects", "P", "What do they need now?"),
        ("ask", "M", "How will you check that you mean the same?"),
        ("ladder", "P", "What can you not take on?"),
        ("ladder", "S", "If it gets heated, what will you say?"),
        ("differently", "A", "What should be in place next time?"),
    ],
)
def test_a_type_has_its_own_words(catalog: Catalog, key: str, letter: str, wording: str) -> None:
    asked = [each for name in WORKSHEETS for each in catalog.worksheet(name).asked([TYPES[letter]])]
    assert [each.wording for each in asked if each.key == key] == [wording]


@pytest.mark.parametrize(
    ("letters", "keys"),
    [
        ("", "issue goal opening points feelings objections ladder reset"),
        ("C", "issue goal opening points feelings objections own_up ladder reset"),
        ("M", "issue goal opening points feelings objections facts ladder reset"),
        ("B", "issue goal opening points feelings objections own_up ladder reset"),
        ("P", "issue goal opening points feelings options ladder reset"),
        ("S", "issue goal opening points feelings objections options ladder reset"),
        ("A", "company ladder issue goal opening points objections reset"),
        ("CA", "company ladder issue goal opening points objections reset"),
    ],
)
def test_the_fifteen_minute_set(catalog: Catalog, letters: str, keys: str) -> None:
    types = [TYPES[letter] for letter in letters]
    assert catalog.worksheet("prepare").quick(types, 15) == tuple(keys.split())


def test_a_few_minutes(catalog: Catalog) -> None:
    sheet = catalog.worksheet("prepare")
    assert sheet.quick([CallType.SCOPE], 4) == ("issue", "opening", "ladder")
    assert sheet.quick([CallType.ABUSE], 4) == ("company", "ladder", "issue", "opening")


def test_who_to_tell_is_asked_after_a_call_that_broke_off(catalog: Catalog) -> None:
    sheet = catalog.worksheet("reflect-now")
    asked = {
        ending: "tell" in [each.key for each in sheet.asked([CallType.SCOPE], {"ended": {"picked": ending}})]
        for ending in ("agreed", "partly", "open", "they_ended", "you_ended")
    }
    assert [ending for ending, tell in asked.items() if tell] == ["they_ended", "you_ended"]


def test_the_first_three_later_questions_and_the_rest(catalog: Catalog) -> None:
    questions = catalog.worksheet("reflect-later").questions
    assert [question.key for question in questions if not question.optional] == [
        "went_well",
        "differently",
        "lesson",
    ]


def test_words_to_be_said(catalog: Catalog) -> None:
    said = {key: question.said_parts for key, question in catalog.questions.items() if question.said}
    assert said == {
        "opening": ("text",),
        "points": ("text",),
        "objections": ("then",),
        "ladder": ("restate", "firm_no", "respect", "end"),
    }


def test_the_ladder_has_four_ready_lines(catalog: Catalog) -> None:
    ready = [part.ready for part in catalog.question("ladder").parts if part.name != "own"]
    assert ready[1] == "Unfortunately, I can't accommodate that at the moment."
    assert "respect" in ready[2]
    assert all(ready)


def test_an_ending_is_foreseen_in_the_words_in_which_it_is_told(catalog: Catalog) -> None:
    (ended,) = catalog.question("ended").parts
    assert catalog.question("forecast").parts[0].choices == ended.choices == catalog.choice_set("ending")


def test_each_technique_stands_under_one_of_the_six_skills(catalog: Catalog) -> None:
    parts = catalog.question("skills").parts
    skills = [part.name for part in parts if not part.under]
    assert skills == [choice.key for choice in catalog.choice_set("skill")]
    assert {part.under for part in parts if part.under} == set(skills)
    assert {tuple(choice.key for choice in part.choices) for part in parts} == {("hard", "mixed", "well")}


def test_call_types_have_names(catalog: Catalog) -> None:
    assert [choice.key for choice in catalog.choice_set("call_type")] == list(CallType)


def test_every_question_has_a_reason_a_tip_and_a_hint(catalog: Catalog) -> None:
    for question in catalog.questions.values():
        assert question.why, question.key
        assert question.hint, question.key
        for types in ((), *((one,) for one in CallType)):
            assert catalog.tip(question.key, types), question.key


def test_every_part_can_be_named_to_a_screen_reader(catalog: Catalog) -> None:
    for question in catalog.questions.values():
        unnamed = [part.name for part in question.parts if not part.label]
        assert len(unnamed) <= 1, question.key


def test_everything_in_the_sources_has_a_place(catalog: Catalog) -> None:
    taught = {one for question in catalog.questions.values() for one in question.teaches}
    taught |= {one for phrase in catalog.phrases for one in phrase.teaches}
    taught |= {one for tip in catalog._tips for one in tip.teaches}
    taught |= {one for line in catalog._lines.values() for one in line.teaches}
    assert set(catalog.techniques) - taught == set()


def test_every_tip_names_its_sources(catalog: Catalog) -> None:
    assert len({technique.source for technique in catalog.techniques.values()}) == 4
    assert [tip.text for tip in catalog._tips if not tip.sources] == []


def test_each_moment_has_phrases(catalog: Catalog) -> None:
    assert [moment.key for moment in catalog.moments] == list(dict.fromkeys(p.moment for p in catalog.phrases))


def test_a_question_with_a_phrase_for_what_makes_it_hard(catalog: Catalog) -> None:
    (hard,) = catalog.question("hard").parts
    keys = {choice.key for choice in hard.choices}
    assert {one for phrase in catalog.phrases for one in phrase.hard} == keys
    phrase = catalog.phrase_for("objections", [CallType.SCOPE], ["deadline"])
    assert phrase
    assert "deadline" in phrase.hard


def test_the_sheet_has_words_for_every_empty_part(catalog: Catalog) -> None:
    names = "aim opening say line listen acknowledge repeat check ask offer find_out offence steady close"
    for name in names.split():
        assert all(catalog.sheet_phrase(name, types) for types in ((), *((one,) for one in CallType))), name


# How it speaks

LOUD = re.compile(
    r"!|\b(please note|leverage|stakeholders?|utili[sz]e|synergy|action items?|touch base|score|failed"
    r"|failure|submit|overdue|invalid|awesome|great job|simply put|best practices?)\b",
    re.IGNORECASE,
)


def wordings(catalog: Catalog) -> Iterator[tuple[str, str]]:
    for question in catalog.questions.values():
        for text in (question.wording, *question.wording_for.values()):
            yield question.key, text


def advice(catalog: Catalog) -> Iterator[tuple[str, str]]:
    for question in catalog.questions.values():
        for text in (question.why, question.hint, *question.hint_for.values()):
            yield question.key, text
    yield from ((tip.question, tip.text) for tip in catalog._tips)


def test_a_question_ends_as_a_sentence_does(catalog: Catalog) -> None:
    assert [pair for pair in wordings(catalog) if not pair[1].endswith(("?", "."))] == []
    assert [pair for pair in wordings(catalog) if len(pair[1]) > 75] == []


def test_advice_is_short_and_whole(catalog: Catalog) -> None:
    assert [pair for pair in advice(catalog) if not pair[1].endswith((".", "?"))] == []
    assert [pair for pair in advice(catalog) if len(pair[1]) > 125] == []


def test_no_word_is_loud(catalog: Catalog) -> None:
    shown = [*wordings(catalog), *advice(catalog), *((p.moment, p.text) for p in catalog.phrases)]
    assert [pair for pair in shown if LOUD.search(pair[1])] == []


def test_lists_invite(catalog: Catalog) -> None:
    for question in catalog.questions.values():
        assert question.add.endswith("…") == (question.shape is Shape.LIST), question.key


def test_a_scale_has_words_at_its_ends(catalog: Catalog) -> None:
    parts = [part for question in catalog.questions.values() for part in question.parts]
    assert {(part.low, part.high) for part in parts if part.kind is PartKind.SCALE} == {("shaken", "steady")}
