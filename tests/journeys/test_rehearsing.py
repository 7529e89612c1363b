"""Rehearsing before a call, by keyboard alone: the opening aloud, answers beside the plan, and what is kept of it."""

from forecall.coach.rehearsal import OPENING, Rated, Response, responses_of
from forecall.exchange.write.text import call_text
from forecall.guide.catalog import load_catalog
from forecall.journal.call_sheet import build_call_sheet
from forecall.journal.listing import next_calls
from forecall.journal.moments import utc_now
from forecall.journal.reading import read_call
from forecall.journal.records import CallRecord
from forecall.tour.person import Person
from tests.conftest import RESOURCES
from tests.journeys.conftest import House
from tests.journeys.test_trouble import no_room

THEY_SAY, YOU_SAY = (f"What may they say, and what will you answer? 1 {part}" for part in ("They say", "You say"))


def prepares(me: Person, then: str = "This time it is ours.") -> None:
    """Begin a call in a quarter of an hour, with an opening and one thing they may say."""
    me.press("Ctrl+N")
    me.is_at("Client")
    me.type_words("Northwind")
    me.press("Return")
    me.type_words("in 14 min")
    me.press("Ctrl+Return")
    me.is_at("What is the client unhappy about?")
    me.press("Ctrl+PgDown", "Ctrl+PgDown")
    me.is_at("What will you say first?")
    me.type_words("The report came late, and that was us.")
    me.go_to(THEY_SAY)
    me.type_words("You always have a reason.")
    if then:
        me.go_to(YOU_SAY)
        me.type_words(then)
    me.sees("Saved")


def kept(house: House) -> CallRecord:
    (head,) = house.asks(next_calls, utc_now())
    record = house.asks(read_call, head.id)
    assert isinstance(record, CallRecord)
    return record


def test_a_rehearsal_by_keyboard(house: House) -> None:
    def story(me: Person) -> None:
        prepares(me)
        me.press("Ctrl+R")
        me.is_at("Start reading")
        me.sees("About 5 seconds when said. Twenty to forty is a good length.")
        me.press("Space")
        me.is_at("Stop")
        me.sees("0:03")
        me.press("Space")
        me.sees("That took 3 seconds. It is short")
        me.sees("Saved")
        me.press("Ctrl+Return")
        me.is_at("Said it")
        me.sees("You always have a reason.")
        me.sees_no("This time it is ours.")
        me.type_words("It was us")
        me.press("Ctrl+Return")
        me.is_at("How was it? as planned")
        me.sees("This time it is ours.")
        me.press("3")
        me.is_at("Said it")
        me.press("Return")
        me.is_at("How was it? as planned")
        me.sees("You said it aloud.")
        me.press("Right", "2")
        me.is_at("Call sheet")
        me.sees("You have an answer to all of it.")
        me.press("Return")
        me.sees("private")
        me.press("Esc")
        me.is_at("Call sheet")
        me.sees("You have an answer to all of it.")

    house.tells(story)
    record = kept(house)
    read, first, second = responses_of(record)
    assert (read.of, read.seconds) == (OPENING, 3)
    said = record.items["objections"][0].id
    assert (first.of, first.text, first.rated) == (said, "It was us", Rated.NOT_YET)
    assert (second.of, second.text, second.rated) == (said, "", Rated.CLOSE)
    sheet = call_text(build_call_sheet(record, load_catalog(RESOURCES), now_zone="UTC"))
    assert "You always have a reason." in sheet
    assert "It was us" not in sheet


def test_it_goes_on_with_the_words_that_were_typed_when_the_window_was_closed(house: House) -> None:
    def first(me: Person) -> None:
        prepares(me)
        me.press("Ctrl+R", "Ctrl+PgDown")
        me.is_at("Said it")
        me.type_words("It was us, and")

    def later(me: Person) -> None:
        me.is_at("Said it")
        me.sees("It was us, and")
        me.go_to("What you answer", back=True)
        me.type_words(" here is what changes")
        me.press("Ctrl+Return")
        me.is_at("How was it? as planned")
        me.press("Ctrl+Z")
        me.is_at("Said it")

    house.tells(first)
    house.tells(later)
    assert [each.text for each in responses_of(kept(house))] in ([], ["It was us, and"])


def test_a_full_disk_takes_nothing_away(house: House) -> None:
    words = "It was us, and here is what changes. " * 40

    def story(me: Person) -> None:
        prepares(me, then="")
        me.press("Ctrl+R", "Ctrl+PgDown")
        me.is_at("Said it")
        with no_room(house):
            me.type_words(words[:200])
            me.rests(0.9)
            for part in range(4):
                me.type_words(words[200 + part :: 4])
                me.rests(0.35)
            me.sees("Your words stay on screen and are saved once")
            me.press("Ctrl+Return")
            me.is_at("How was it? it will do")
            me.press("1")
            me.sees("You have an answer to all of it.")
        me.click("Try again")
        me.sees_no("Your words stay on screen")
        me.sees("Saved")

    house.tells(story)
    (response,) = responses_of(kept(house))
    assert response.rated is Rated.AS_PLANNED
    assert sorted(response.text) == sorted(words)


def test_a_plan_is_made_while_rehearsing(house: House) -> None:
    def story(me: Person) -> None:
        prepares(me, then="")
        me.press("Ctrl+R", "Ctrl+PgDown")
        me.is_at("Said it")
        me.type_words("This time it was us")
        me.press("Ctrl+Return")
        me.is_at("How was it? it will do")
        me.sees("No answer was planned for this.")
        me.go_to("Take my words as the planned answer", back=True)
        me.press("Return")
        me.sees("It is the planned answer now.")
        me.sees("Your plan")
        me.press("1")
        me.is_at("Call sheet")

    house.tells(story)
    record = kept(house)
    assert record.items["objections"][0].value["then"] == "This time it was us"
    assert isinstance(responses_of(record)[0], Response)
