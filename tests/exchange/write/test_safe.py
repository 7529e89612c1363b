"""Text that a document can hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forecall.exchange.write.safe import clipped, one_line, printable


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("a\r\nb\rc\u2028d\u2029e\x85f", "a\nb\nc\nd\ne\nf"),
        ("nul\x00 bell\x07 escape\x1b[31m", "nul bell escape[31m"),
        ("half \ud83d a face", "half \ufffd a face"),
        ("tab\tand é 👩‍👩‍👧", "tab\tand é 👩‍👩‍👧"),
    ],
)
def test_control_characters_go_and_words_stay(text: str, fit: str) -> None:
    assert printable(text) == fit


def test_one_line_is_one_line() -> None:
    assert one_line(" a\n\n b\u2028\tc ") == "a b c"


def test_a_long_text_is_cut_at_a_word() -> None:
    assert clipped("one two three four", 12) == "one two…"
    assert clipped("one two", 7) == "one two"
    assert clipped("x" * 50, 10) == "x" * 10 + "…"


@given(st.text(), st.integers(1, 40))
def test_what_is_clipped_is_never_longer_and_always_a_beginning(text: str, length: int) -> None:
    kept = clipped(text, length)
    assert len(kept) <= length + 1
    assert text.startswith(kept.removesuffix("…")) or kept == text


@given(st.text())
def test_printable_can_always_be_encoded(text: str) -> None:
    printable(text).encode("utf-8")
