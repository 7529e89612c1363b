"""Whoever writes or reads a file catches one kind of error."""

from forecall.exchange.faults import ArchiveError, ExchangeError


def test_a_fault_of_an_archive_is_a_fault_of_the_exchange() -> None:
    assert issubclass(ArchiveError, ExchangeError)
