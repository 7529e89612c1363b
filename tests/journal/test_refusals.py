"""The one error of the operations."""

from forecall.journal.refusals import Refused


def test_it_is_its_sentence() -> None:
    assert str(Refused("A client needs a name.")) == "A client needs a name."
    assert isinstance(Refused(""), ValueError)
