"""What a file offers, before it comes in. The page's own tests press its buttons."""

from pytestqt.qtbot import QtBot

from forecall.exchange.read.offer import Fault, Offer
from forecall.journal.brought import BroughtCall, Standing
from forecall.ui.models.bringing import Looked
from forecall.ui.widgets.offer_view import OfferView
from tests.ui.conftest import Person


def test_what_is_there_already_is_not_counted(person: Person, qtbot: QtBot) -> None:
    calls = (BroughtCall("1", client="A", wall="2031-01-01T10:00", zone="UTC"), BroughtCall("2", client="B"))
    there = {"2": Standing("2", None, None, None, False, False)}
    view = OfferView(person.desk, Looked("a", Offer("notes", "a", calls, (), ("Mind this.",)), there))
    qtbot.addWidget(view)
    assert view.act() == ("Import 1 call", True)
    assert "1 is there already" in view._about.text()
    assert "Mind this." in view._about.text()
    assert not view.focus_first()


def test_faults_wait_for_a_word(person: Person, qtbot: QtBot) -> None:
    faults = tuple(Fault(f"Row {number}", f"Row {number} is bad.") for number in range(30))
    view = OfferView(person.desk, Looked("a", Offer("notes", "a", (BroughtCall("1", client="A"),), faults), {}))
    qtbot.addWidget(view)
    assert view.act() == ("Import 1 call", False)
    assert view._leave is not None
    assert view._leave.text() == "Leave these 30 out"
    with qtbot.waitSignal(view.changed):
        view._leave.setChecked(True)
    assert view.act()[1]
