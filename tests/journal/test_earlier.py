"""What earlier versions say."""

from forecall.journal.earlier import _lines


def test_words_and_numbers_are_told_and_keys_of_choices_are_not() -> None:
    assert _lines({"words": {"text": "Late", "picked": ["angry"], "scale": 7, "none": True}}) == ("Late", "7")
    assert _lines({"entries": [{"value": {"text": "A", "then": "B"}}, {"value": {}}]}) == ("A · B",)
