import pytest

from forecall.coach.sentences import COVER, lines_of, sentences


def texts(text: str, *, finished: bool = False) -> list[str]:
    return [each.text for each in sentences(text, {"mr", "e.g", "no"}, finished=finished)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two! Three? Four: five", ["One", "Two", "Three", "Four"]),
        ("A line without a stop\nand one more", ["A line without a stop"]),
        ("still being written", []),
        ("It is 3.5 m long. Good.", ["It is 3.5 m long", "Good"]),
        (
            "Mr. Ott comes at 10:30. J. Lee, too, e.g. on Friday.",
            ["Mr. Ott comes at 10:30", "J. Lee, too, e.g. on Friday"],
        ),
        ("No. I will not.", ["No. I will not"]),
        ("I was thinking... and then it rang.", ["I was thinking... and then it rang"]),
        ("It was me and I. Good.", ["It was me and I", "Good"]),
        ("“Why?” he asked. I said so.", ["“Why?” he asked", "I said so"]),
        ("(It was late.) We left.", ["(It was late", "We left"]),
        (" \n\t\n…\n", ["…"]),
        ("", []),
    ],
)
def test_finished_sentences(text: str, found: list[str]) -> None:
    assert texts(text) == found


def test_the_last_sentence_counts_when_the_text_is_finished() -> None:
    assert texts("One. And two", finished=True) == ["One", "And two"]


def test_each_sentence_knows_its_place() -> None:
    text = "One. Two two.\r\n  Three.\rFour?\n"
    lines = lines_of(text)
    found = list(sentences(text))
    assert [(each.line, each.start) for each in found] == [(1, 0), (1, 5), (2, 2), (3, 0)]
    for each in found:
        assert lines[each.line - 1][each.start :].startswith(each.text)
        assert len(each.said) == len(each.text)
    assert [each.ending for each in found] == [".", ".", ".", "?"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('They said "you never call" today.', 'They said "~~~~~~~~~~~~~~" today'),
        ("They said “you never call” today.", "They said “~~~~~~~~~~~~~~” today"),
        ("They said „you never call“ today.", "They said „~~~~~~~~~~~~~~“ today"),
        ("They said «you never call» today.", "They said «~~~~~~~~~~~~~~» today"),
        ("They said ‘you don’t call’ today.", "They said ‘~~~~~~~~~~~~~~' today"),
        ("A 12\" board and a 5' rope.", "A 12\" board and a 5' rope"),
        ("We don’t quote here.", "We don't quote here"),
        ('They wrote: "you never.', "They wrote"),
        ("half \ud83d of it.", "half ~ of it"),
    ],
)
def test_quoted_words_are_covered(text: str, said: str) -> None:
    assert next(sentences(text)).said.replace(COVER, "~") == said


def test_a_quotation_may_go_on_over_lines_but_not_over_paragraphs() -> None:
    text = "They wrote “you never call.\nYou never write.” We do.\n\nThey wrote “no.\n\nYou never call.\n"
    said = [each.said for each in sentences(text)]
    assert not any("never" in each for each in said[:-1])
    assert said[-1] == "You never call"


def test_a_quotation_that_is_open_covers_what_is_being_written() -> None:
    assert not any("never" in each.said for each in sentences('I hear "you never call. You never write. '))
