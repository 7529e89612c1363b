"""A journal that opens, and comes upon damage only when it is read, leads to the same choices."""

from forecall.journal.sample import make_sample
from forecall.storage.database import connect
from forecall.storage.log import kept_logs, log_of
from forecall.storage.sealed import number_of_rows
from forecall.tour.person import Person
from forecall.ui.safety import Safety
from tests.journeys.conftest import House, house  # noqa: F401 - a fixture


def test_damage_that_is_found_during_use_leads_to_the_choices(house: House) -> None:  # noqa: F811
    """The tables can be opened, and a page of words cannot be read."""
    make_sample(house.journal, calls=40)
    reader = connect(house.journal)
    roots = dict(reader.execute("SELECT name, rootpage FROM sqlite_master").fetchall())
    answers = number_of_rows(reader, "answer")
    reader.close()
    whole = bytearray(house.journal.read_bytes())
    at = (roots["lesson"] - 1) * 4096
    whole[at : at + 4096] = b"\xff" * 4096
    house.journal.write_bytes(whole)

    def story(me: Person) -> None:
        me.rests(0.5)
        me.press("Ctrl+4")
        me.sees("This journal is damaged")
        me.sees("Whatever you choose, the damaged file is kept beside it, as it is.")
        me.click("Open: Open what could be read")
        me.sees("What could be read is open.")

    house.tells(story)
    reader = connect(house.journal)
    assert number_of_rows(reader, "answer") == answers
    reader.close()


def test_a_log_that_cannot_be_read_is_kept_and_told_once(house: House) -> None:  # noqa: F811
    make_sample(house.journal, calls=3)
    log_of(house.journal).write_bytes(b"no log at all" * 99)

    def story(me: Person) -> None:
        me.sees("What was written last could not all be read")
        (kept,) = kept_logs(house.journal)
        me.sees(f"That log is kept as {kept.name}.")
        me.click("I understand")
        me.sees_no("What was written last could not all be read")

    def again(me: Person) -> None:
        me.rests(0.5)
        me.sees_no("What was written last could not all be read")

    house.tells(story)
    house.tells(again)
    (kept,) = kept_logs(house.journal)
    assert kept.read_bytes() == b"no log at all" * 99


def test_a_letter_that_was_changed_is_found_when_a_backup_is_made(house: House) -> None:  # noqa: F811
    make_sample(house.journal, calls=3)
    writer = connect(house.journal, writing=True)
    writer.execute("UPDATE client SET name = 'Someone else' WHERE seq = 1")
    writer.close()

    def story(me: Person) -> None:
        me.rests(0.5)
        assert house.program is not None
        window, keeper = house.program.window, house.program._keeper

        def begin() -> None:
            safety = Safety(window)
            safety.damage_found.connect(keeper.rescue)
            safety.begin(0)

        me.hands.ask(begin)
        me.sees("This journal is damaged")
        me.sees("1 is not, and is listed in a file beside it.")

    house.tells(story)
