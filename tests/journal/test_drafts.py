"""Words in a form that is no call yet."""

import pytest

from forecall.journal import drafts, reading
from forecall.journal.refusals import Refused
from tests.journal.desk import Desk


def test_a_draft_is_kept_changed_and_let_go(desk: Desk) -> None:
    for words in ("Nor", "Northwind 🦊\u2028\x00", "N"):
        desk.do(drafts.keep_draft, "new call", words)
        assert reading.read_draft(desk.reader, "new call") == words
        assert not desk.images.changes()
        assert desk.images.before == {}
    desk.do(drafts.keep_draft, "new call", "")
    desk.do(drafts.keep_draft, "new call", "")
    assert reading.read_draft(desk.reader, "new call") == ""


def test_drafts_do_not_mix(desk: Desk) -> None:
    desk.do(drafts.keep_draft, "a", "1")
    desk.do(drafts.keep_draft, "b", "2")
    assert reading.read_draft(desk.reader, "a") == "1"


def test_half_a_character_is_refused(desk: Desk) -> None:
    desk.do(drafts.keep_draft, "a", "whole")
    with pytest.raises(Refused):
        desk.do(drafts.keep_draft, "a", "\ud800")
    assert reading.read_draft(desk.reader, "a") == "whole"
