"""The first five minutes: from an empty journal to a page that is read in ten seconds, in a dozen keys."""

from pathlib import Path

from forecall.guide.catalog import load_catalog
from forecall.journal.call_sheet import CallSheet, build_call_sheet
from forecall.journal.listing import unplanned_calls
from forecall.journal.moments import utc_now
from forecall.journal.reading import read_call
from forecall.tour.person import Person
from tests.conftest import RESOURCES
from tests.journeys.conftest import House
from tests.journeys.test_whole_way import ISSUE

AIM = "A date they can rely on."
OPENING = "The report was late, and that was us."
POINTS = ("The new date is the twelfth", "We own the delay", "Jo is their one contact")
LINE = "I cannot promise Monday."
MOST_KEYS = 12
"""Besides the letters of the text."""


class Counting(Person):
    """Counts each key that is no text."""

    keys = 0

    def press(self, *keys: str) -> None:
        self.keys += len(keys)
        super().press(*keys)

    @staticmethod
    def like(me: Person) -> "Counting":
        return Counting(me.hands, me._window)


def writes_what_counts(me: Person) -> None:
    """Client, issue, aim, opening and three points."""
    me.press("Ctrl+N")
    me.is_at("Client")
    me.type_words("Northwind")
    me.press("Ctrl+Return")
    me.is_at(ISSUE)
    me.press("Ctrl+E")
    me.sees("This is what fits in 15 minutes.")
    me.is_at(ISSUE)
    me.type_words("The report came two days late.")
    me.press("Ctrl+Return")
    me.is_at("What end would be good for both?")
    me.type_words(AIM)
    me.press("Ctrl+Return")
    me.is_at("What will you say first?")
    me.type_words(OPENING)
    me.press("Ctrl+Return")
    for number, words in enumerate(POINTS, 1):
        me.is_at(f"What must be said? {number}")
        me.type_words(words)
        if number < len(POINTS):
            me.press("Return")


def ten_seconds(house: House) -> dict[str, list[tuple[str, bool]]]:
    """The upper layer of the only call's sheet: each line, and whether a ready phrase stands in for words."""
    (head,) = house.asks(unplanned_calls, utc_now())
    sheet: CallSheet = build_call_sheet(house.asks(read_call, head.id), load_catalog(RESOURCES))
    return {block.key: [(each.text, each.phrase) for each in block.entries] for block in sheet.top}


def test_a_page_to_glance_at_is_there_after_a_dozen_keys(house: House) -> None:
    pressed: list[int] = []

    def story(person: Person) -> None:
        me = Counting.like(person)
        me.sees("Prepare a hard call here")
        writes_what_counts(me)
        me.press("Ctrl+Return", "Ctrl+Return", "Ctrl+Return")
        me.is_at("If it gets heated, what will you say? 1 · Say again what you want")
        me.press("Tab")
        me.type_words(LINE)
        me.sees("Saved")
        pressed.append(me.keys)

    house.tells(story)
    layer = ten_seconds(house)
    assert layer["aim"] == [(AIM, False)]
    assert (OPENING, False) in layer["open"]
    assert layer["say"] == [(words, False) for words in POINTS]
    assert [phrase for _text, phrase in layer["line"]] == [False]
    assert LINE in layer["line"][0][0]
    assert pressed[0] <= MOST_KEYS


def test_it_is_on_the_screen_in_fewer_with_a_ready_line(house: House) -> None:
    """Nothing has to be written of what a phrase can stand in for."""
    pressed: list[int] = []

    def story(person: Person) -> None:
        me = Counting.like(person)
        writes_what_counts(me)
        me.press("Ctrl+Shift+S")
        for words in (AIM, OPENING, *POINTS):
            me.sees(words)
        pressed.append(me.keys)

    house.tells(story)
    assert [phrase for _text, phrase in ten_seconds(house)["line"]] == [True]
    assert pressed[0] <= MOST_KEYS - 3


def test_the_example_is_one_key_away_and_its_own_world(house: House) -> None:
    """What is looked at, written and deleted there leaves the person's own journal as it was, byte for byte."""

    def files() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted(Path(house.folder).iterdir()) if path.is_file()}

    before: list[dict[str, bytes]] = []

    def story(person: Person) -> None:
        me = Counting.like(person)
        me.sees("Look at an example")
        me.rests(0.3)
        me.press("Ctrl+Shift+X")
        me.sees("This is an example. What you write here is not kept.")
        before.append(own(files()))
        me.press("Ctrl+2")
        me.sees("Northwind")
        me.press("Ctrl+N")
        me.is_at("Client")
        me.type_words("Southwind")
        me.press("Ctrl+Return")
        me.is_at(ISSUE)
        me.type_words("Never to be seen again")
        me.sees("Saved")
        assert own(files()) == before[0]
        keys = me.keys
        me.press("Ctrl+W")
        me.sees("Look at an example")
        assert me.keys - keys == 1
        me.sees_no("This is an example")
        me.press("Ctrl+W")  # there is nothing to go back from
        me.press("Ctrl+2")
        me.sees("Calls appear here once you prepare one or note one.")
        me.press("Ctrl+F")
        me.is_at("Find words")
        me.type_words("Southwind")
        me.sees("Nothing holds all of these words.")

    house.tells(story)
    assert house.asks(unplanned_calls, utc_now()) == []


def own(files: dict[str, bytes]) -> dict[str, bytes]:
    """The journal's own: what SQLite shares between its connections is no word of anybody's."""
    return {name: held for name, held in files.items() if name.startswith("journal.db") and not name.endswith("-shm")}


def test_the_example_can_still_be_left_after_the_language_was_changed(house: House) -> None:
    def story(me: Person) -> None:
        me.sees("Look at an example")
        me.press("Ctrl+Shift+X")
        me.sees("This is an example.")
        me.press("Ctrl+,")
        me.click("Deutsch")
        me.sees("Zurück zu meinem Journal")
        me.press("Ctrl+W")
        me.sees("Ein Beispiel ansehen")
        me.press("Ctrl+,")
        me.click("English")
        me.sees("Colours")

    house.tells(story)
