"""What a box can hold."""

from forecall.ui.widgets.box_words import beginning_of, holdable, holds_markers


def test_only_the_two_markers_are_left_out() -> None:
    every = "".join(chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    assert sorted(set(every) - set(holdable(every))) == ["\ufdd0", "\ufdd1"]
    assert holds_markers("a\ufdd0b")
    assert not holds_markers("plain")


def test_the_beginning_says_how_much_there_is_more() -> None:
    told = beginning_of("y" * 12_345)
    assert told.startswith("yyy")
    assert "2,345 more characters" in told
