import pytest
import re2

from forecall.coach.sentences import Sentence, sentences
from forecall.coach.tone_patterns import (
    Finder,
    Found,
    Lexicon,
    PatternFault,
    Reach,
    Takes,
    Template,
    Terms,
    compiled,
)


def sentence(text: str) -> Sentence:
    return next(sentences(text, finished=True))


def found(text: str, pattern: str, rewrite: str = "x", *, takes: Takes = Takes.WORDS, unless: str = "") -> list[Found]:
    template = Template(rewrite, compiled(pattern).groups)
    return list(Finder(pattern, unless, template, Reach(takes, ("so", "and"))).find(sentence(text)))


def applied(text: str, pattern: str, rewrite: str, takes: Takes) -> str:
    (one,) = found(text, pattern, rewrite, takes=takes)
    return text[: one.start] + one.rewrite + text[one.end :]


def test_words_stand_for_their_forms() -> None:
    words = Lexicon({"keep": ["keep", "keeps", "kept"], "go_on": ["@keep going", "go(?:es)? on"]})
    pattern = compiled(rf"\b{words.expand('they @go_on')}\b")
    assert pattern.search("and They kept going")
    assert pattern.search("they go on")
    assert not pattern.search("they keep")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"keep": "keep"}, "“keep” needs a list of forms"),
        ({"keep": []}, "“keep” needs a list of forms"),
        ({"keep": [1]}, "“keep” needs a list of forms"),
        ({"go": ["@keep going"], "keep": ["keep"]}, "no word is called “@keep”"),
        ({"keep": ["(keep"]}, "it is not a pattern that runs in linear time"),
    ],
)
def test_words_that_cannot_be_used(words: dict[str, object], told: str) -> None:
    with pytest.raises(PatternFault, match=told):
        Lexicon(words)


@pytest.mark.parametrize(
    "slow", [r"(a+)+\1", r"you (?=always)", r"(?<=you) always", r"((a{200}){200}){200}", r"a{5000}"]
)
def test_a_pattern_that_could_be_slow_cannot_get_in(slow: str) -> None:
    with pytest.raises(PatternFault, match="linear time"):
        compiled(slow)


def test_a_rewrite_may_use_groups() -> None:
    assert [each.rewrite for each in found("We can’t start, until May.", r"(we) can't (\w+)", "{1} can {2}  from")] == [
        "We can start from"
    ]
    with pytest.raises(PatternFault, match="no group 2"):
        Template("{2}", 1)


def test_a_group_that_took_no_part_is_empty() -> None:
    assert found("a", "(b)?a", "x {1} y")[0].rewrite == "X y"


def test_terms_are_whole_words_each_with_its_own_rewrite() -> None:
    terms = Terms([("leverag(?:e|es)", "use"), ("(?-i:ROI)", "return")])
    finder = Finder(terms.pattern, "", terms, Reach(Takes.WORDS))
    said = [each.rewrite for each in finder.find(sentence("We leverage the ROI, roi and the leveraged."))]
    assert said == ["use", "return"]


@pytest.mark.parametrize(
    ("takes", "text", "after"),
    [
        (Takes.WORDS, "Yes, so you never call us, I think.", "Yes, so we miss us, I think."),
        (Takes.REST, "Yes, so you never call us, I think.", "Yes, so we miss, I think."),
        (Takes.CLAUSE, "Yes, so today you never call us, I think.", "Yes, so we miss, I think."),
        (Takes.CLAUSE, "You never call us.", "We miss."),
        (Takes.CLAUSE, "At 1,000 you never call us.", "We miss."),
        (Takes.CLAUSE, "You wrote “stay away” and you never call us.", "You wrote “stay away” and we miss."),
        (Takes.SENTENCE, "Yes, so today you never call us, I think?", "We miss."),
        (Takes.SENTENCE, "Today you never call us!", "We miss."),
        (Takes.SENTENCE, "“No”, so you never call us, I think.", "“No”, so we miss, I think."),
    ],
)
def test_how_much_is_taken_in(takes: Takes, text: str, after: str) -> None:
    assert applied(text, "you never call", "we miss", takes) == after


def test_a_question_takes_the_place_of_a_statement_with_its_sign() -> None:
    assert applied("You never call us.", "never", "may I call you?", Takes.SENTENCE) == "May I call you?"
    assert applied("You never call, I think.", "never", "may I call you?", Takes.CLAUSE) == "May I call you, I think."


def test_a_rewrite_begins_as_its_sentence_does() -> None:
    assert [each.rewrite for each in found("Soon and soon.", "soon", "by …")] == ["By …", "by …"]


def test_what_touches_the_unless_is_spared() -> None:
    assert found("You always can, as always.", r"\balways\b", unless="as always")[0].start == 4
    assert found("As always.", r"\balways\b", unless="as always") == []


def test_quoted_words_are_never_marked() -> None:
    assert found("They say “you never call”.", "never") == []
    assert found("You say “so” always.", ".*always") == []


def test_nothing_is_marked_for_nothing() -> None:
    assert found("abc", "x*") == []


def test_two_places_of_one_clause_are_one_mark() -> None:
    assert len(found("You never, ever never call and never write.", "never", takes=Takes.CLAUSE)) == 2


def test_re2_is_what_runs() -> None:
    assert type(compiled("a")).__module__ == re2.__name__
