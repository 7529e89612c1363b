from forecall.coach.sentences import sentences
from forecall.coach.tone_breath import Breath, BreathBlock

CUTS = (r",? (?:and) ((?:I|we)\b)", r" (because)\b", r", ()")


def found(text: str, words: int = 8) -> list[tuple[str, str]]:
    breath = Breath(BreathBlock(words, r"(?:;| – )", CUTS, (), ()))
    each = next(sentences(text, finished=True))
    return [(each.text[one.start : one.end], one.rewrite) for one in breath.find(each)]


def test_a_sentence_of_that_many_words_is_fine() -> None:
    assert found("one two three four five six seven eight.") == []


def test_a_longer_one_becomes_two() -> None:
    assert found("one two three four five, and we six seven eight nine.") == [
        ("one two three four five, and we six seven eight nine", "one two three four five. We six seven eight nine")
    ]


def test_it_is_cut_at_the_best_place_then_the_nearest_to_the_middle() -> None:
    ((_text, rewrite),) = found("a b, c d e because f g h i, j k l m n, o p.")
    assert rewrite == "a b, c d e. Because f g h i, j k l m n, o p"
    ((_text, rewrite),) = found("a b c d, e f g h, i j k l, m n o p.")
    assert rewrite == "a b c d, e f g h. I j k l, m n o p"


def test_no_half_is_too_short_to_be_one() -> None:
    ((_text, rewrite),) = found("a b because c d e f g h i j.")
    assert rewrite == ""


def test_a_pause_is_a_breath() -> None:
    assert found("one two three four five; six seven eight nine ten.") == []
    assert found("one two three – one two three four five six seven eight nine.") == [
        ("one two three four five six seven eight nine", "")
    ]


def test_quoted_words_are_said_too() -> None:
    assert len(found("they said “one two three four five six seven” today.")) == 0
    assert len(found("they said “one two three four five six seven eight” today.", 8)) == 0
