"""The sheet for the clipboard."""

from forecall.exchange.write.text import call_text
from forecall.guide.question import CallType
from forecall.journal.call_sheet import build_call_sheet
from tests.helpers.written import call, catalog


def test_everything_on_the_sheet_is_in_the_text() -> None:
    text = call_text(build_call_sheet(call(CallType.COMPLAINT), catalog()))
    assert text.startswith("Northwind · Thu 26 Nov, 10:00 · 30 min · private\n\nAIM\nThey keep")
    assert "SAY\n☐ We own the delay\n" in text
    assert "“We want a refund.” → Two months at ten percent.\n" in text
    assert "+ 1 more in the app" in text
    assert text.count("Promised ____") == 3
    assert "<" not in text
