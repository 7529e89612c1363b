"""What stands on the first screen: in its place at once. What each part does is tested with the page."""

from forecall.journal import verbs
from forecall.journal.moments import utc_now, wall_now
from forecall.ui.models.today import read_today
from forecall.ui.widgets.arranging import EndRow
from forecall.ui.widgets.scroll_page import ScrollPage
from forecall.ui.widgets.today_parts import TodayParts
from tests.ui.conftest import ZONE, Person


def test_has_its_place_before_it_is_painted(person: Person) -> None:
    for name in ("Northwind", "Alder & Sons", "Harbour Clinic"):
        person.does(verbs.start_call, name, held=True)
    today = person.asks(read_today, utc_now(), ZONE)
    page = ScrollPage("Today", wide=760)
    person.qtbot.addWidget(page)
    page.resize(800, 300)
    page.show()
    parts = TodayParts(person.desk)
    page.column.addWidget(parts)
    parts.show_today(today, utc_now(), wall_now(ZONE))
    rows = parts.findChildren(EndRow)
    assert len(rows) == 3
    assert all(row.isVisible() and row.height() >= 28 for row in rows)
