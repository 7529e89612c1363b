"""Visits: which words need no keeping any more."""

from forecall.journal.visits import Visits


def test_what_is_dealt_with_counts_once_it_is_committed_and_until_the_next_visit() -> None:
    visits = Visits()
    visits.deal("call", "issue")
    assert not visits.is_dealt("call", "issue")
    visits.drop()
    visits.settle()
    assert not visits.is_dealt("call", "issue")
    visits.deal("call", "issue")
    visits.settle()
    assert visits.is_dealt("call", "issue")
    assert not visits.is_dealt("call", "goal")
    first = visits.of("call")
    visits.come_to("call")
    assert visits.of("call") != first
    assert not visits.is_dealt("call", "issue")


def test_undo_makes_everything_be_looked_at_again() -> None:
    visits = Visits()
    visits.deal("call", "issue")
    visits.settle()
    visits.forget()
    assert not visits.is_dealt("call", "issue")
