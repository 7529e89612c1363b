"""Quiet words above a call that needs care."""

from forecall.guide.question import CallType
from forecall.ui.widgets.care_note import CareNote
from tests.helpers.written import catalog
from tests.ui.widgets.conftest import Show


def test_only_calls_that_need_care_have_a_note(show: Show) -> None:
    note = CareNote()
    show(note)
    for kind in CallType:
        note.show_for([kind], catalog())
        assert note.isVisible() == (kind in (CallType.PERSONAL, CallType.ABUSE)), kind
    note.show_for([], catalog())
    assert not note.isVisible()


def test_each_says_what_matters(show: Show) -> None:
    note = CareNote()
    show(note)
    note.show_for([CallType.COMPLAINT, CallType.PERSONAL], catalog())
    for words in ("Write only what the work needs", "sensitive", "safety comes before business"):
        assert words in note.words
    note.show_for([CallType.ABUSE], catalog())
    assert "You need not take this alone" in note.words
