"""What went wrong is said calmly, in words."""

from forecall.journal.refusals import Refused
from forecall.ui.told import told


def test_a_refusal_says_itself() -> None:
    assert told(Refused("This call is over.")) == ("This call is over.", "")


def test_anything_else_keeps_its_details_behind() -> None:
    sentence, details = told(ZeroDivisionError("by nothing"))
    assert "safe" in sentence
    assert "ZeroDivisionError" in details
