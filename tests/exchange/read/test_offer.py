"""Several files as one offer, and clients for calls that name none."""

import pytest

from forecall.exchange.faults import ImportFault
from forecall.exchange.read.offer import Fault, Offer, name_in, named, offers_together, without_client
from forecall.journal.brought import BroughtCall

ONE, TWO = BroughtCall("1", client="Northwind"), BroughtCall("2", place="Row 2")


def test_a_client_is_given_only_where_none_is_named() -> None:
    offer = Offer("table", "a.csv", (ONE, TWO))
    assert offer.nameless == (TWO,)
    assert [call.client for call in offer.with_client("  Contoso  Ltd ").calls] == ["Northwind", "Contoso Ltd"]
    assert offer.with_client(" ") is offer
    assert named(ONE, "x") is ONE
    assert without_client(TWO).sentence == "Row 2 has no client."


def test_files_of_one_kind_come_together_each_call_once() -> None:
    fault = Fault("b", "b has no date.")
    both = offers_together(
        [Offer("invitations", "a", (ONE,), (), ("r",)), Offer("invitations", "b", (ONE, TWO), (fault,), ("r",))]
    )
    assert (both.name, both.calls, both.faults, both.remarks, both.pick) == (
        "2 files",
        (ONE, TWO),
        (fault,),
        ("r",),
        True,
    )
    assert offers_together([both]) is both


def test_files_of_several_kinds_are_refused() -> None:
    with pytest.raises(ImportFault, match="several kinds"):
        offers_together([Offer("notes", "a"), Offer("invitations", "b")])


def test_a_name_that_cannot_be_seen_is_none() -> None:
    assert (name_in(" Ann\n Lee "), name_in("\u200b \u2060")) == ("Ann Lee", "")
    offer = Offer("table", "a.csv", (TWO,))
    assert offer.with_client("\u200b") is offer
    assert named(TWO, "\u200b").client == ""
