"""A damaged journal in the real window: nothing is chosen for the person, and the damaged file is kept."""

from collections.abc import Callable
from pathlib import Path

import pytest

from forecall.journal.sample import make_sample
from forecall.storage.backup import back_up
from forecall.storage.database import connect
from forecall.tour.person import Person
from tests.journeys.conftest import House, house  # noqa: F401 - a fixture


def aside(house: House) -> list[Path]:  # noqa: F811
    return sorted(house.folder.glob("journal damaged *.db"))


def first_page_gone(path: Path) -> None:
    path.write_bytes(b"\x00" * 4096 + path.read_bytes()[4096:])


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])


@pytest.mark.parametrize("damage", [first_page_gone, cut_short])
def test_what_could_be_read_is_opened_and_the_damaged_file_is_kept(
    house: House,  # noqa: F811
    damage: Callable[[Path], None],
) -> None:
    make_sample(house.journal, calls=12)
    damage(house.journal)
    damaged = house.journal.read_bytes()

    def story(me: Person) -> None:
        me.sees("This journal is damaged")
        me.sees("as they were written")
        assert house.journal.read_bytes() == damaged
        me.click("Open: Open what could be read")
        me.sees("What could be read is open. The damaged file is kept as journal damaged")
        me.press("Ctrl+2")
        me.sees_no("Calls appear here")

    house.tells(story)
    (kept,) = aside(house)
    assert kept.read_bytes() == damaged
    reader = connect(house.journal)
    assert reader.execute("SELECT count(*) FROM call").fetchone()[0] > 0
    reader.close()


def test_a_backup_is_restored_and_the_damaged_file_is_kept(house: House) -> None:  # noqa: F811
    make_sample(house.journal, calls=5)
    back_up(house.journal, reason="start")
    damaged = b"\x00" * 20_000
    house.journal.write_bytes(damaged)

    def story(me: Person) -> None:
        me.sees("This journal is damaged")
        me.sees("5 calls, checked again just now.")
        me.sees_no("Open what could be read")
        me.hands.ask(lambda: _press(house, "Restore"))
        me.sees("The backup was restored.")

    house.tells(story)
    (kept,) = aside(house)
    assert kept.read_bytes() == damaged
    assert not list(house.folder.glob(".*"))


def test_leaving_it_changes_nothing(house: House) -> None:  # noqa: F811
    house.journal.write_bytes(b"")

    def story(me: Person) -> None:
        me.sees("This journal is damaged")
        me.sees("there is no backup of it here. It was left as it is.")
        me.sees("Leave it, and open another journal")

    house.tells(story)
    assert house.journal.read_bytes() == b""
    assert [each.name for each in house.folder.iterdir() if each.name.startswith("journal")] == ["journal.db"]


def _press(house: House, words: str) -> None:  # noqa: F811
    from PySide6.QtWidgets import QPushButton

    assert house.program is not None
    next(each for each in house.program.window.page.findChildren(QPushButton) if each.text() == words).click()
