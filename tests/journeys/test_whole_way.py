"""The main job by keyboard alone: prepare, read the sheet, look back, keep the lesson, export."""

from forecall.journal.listing import open_promises
from forecall.journal.reading import list_lessons
from forecall.tour.person import Person
from tests.journeys.conftest import House

ISSUE = "What is the client unhappy about?"
PROMISE = "What did you promise, by when? 1 You promised"


def begins(me: Person, client: str = "Northwind") -> None:
    """Begin a call with a client and nothing else."""
    me.press("Ctrl+N")
    me.is_at("Client")
    me.type_words(client)
    me.press("Ctrl+Return")
    me.is_at(ISSUE)


def test_from_nothing_to_the_exported_lesson(house: House) -> None:
    """No mouse: every step has a key, and Ctrl+Enter leads from question to question."""

    def story(me: Person) -> None:
        me.press("Ctrl+N")
        me.is_at("Client")
        me.type_words("Northwind")
        me.press("Return")
        me.type_words("in 14 min")
        me.go_to("complaint")
        me.press("Space", "Ctrl+Return")
        me.is_at(ISSUE)
        me.type_words("The report came two days late.")
        me.press("Ctrl+PgDown", "Ctrl+PgDown")
        me.is_at("What will you say first?")
        me.type_words("The report was late, and that was us.")
        me.press("Ctrl+Return")
        me.is_at("What must be said? 1")
        me.type_words("The new date is the twelfth")
        me.press("Return")
        me.type_words("We own the delay")
        me.press("Alt+Up")
        me.sees("Saved")
        me.press("Ctrl+Shift+S")
        me.sees("The report was late, and that was us.")
        assert me.reads().index("We own the delay") < me.reads().index("The new date is the twelfth")
        me.press("Ctrl+B")
        me.is_at(PROMISE)
        me.type_words("Send the new plan")
        me.press("Tab", "Down")
        me.is_at("Type a day")
        me.type_words("tomorrow")
        me.press("Return", "Ctrl+Return")
        me.is_at("agreed")
        me.press("Right", "Space", "Ctrl+Return")
        me.press("7")
        me.sees("Saved")
        me.go_to("Five more minutes")
        me.press("Space")
        me.is_at("What went well, and what did you do for it?")
        me.press("Ctrl+Return", "Ctrl+Return")
        me.is_at("If this happens again, what will you do? If…")
        me.type_words("a date slips")
        me.press("Return")
        me.type_words("say it in my first sentence")
        me.go_to("Done")
        me.press("Space")
        me.sees("If a date slips, I will say it in my first sentence.")
        me.press("Ctrl+L")
        me.sees("Lessons from my client calls")
        me.go_to("Export as…")
        me.press("Space")
        me.is_at("File name:")
        me.press("Ctrl+A")
        me.type_words(str(house.folder / "lessons.md"))
        me.press("Return")
        me.sees("Saved as lessons.md.")

    house.tells(story)
    assert "If a date slips, I will say it in my first sentence." in (house.folder / "lessons.md").read_text("utf-8")
    assert [(each.if_text, each.then_text) for each in house.asks(list_lessons)] == [
        ("a date slips", "say it in my first sentence")
    ]


def test_a_call_that_just_happened_is_noted_in_few_keys(house: House) -> None:
    """Nine keys beside the words, from the first screen to the first screen."""
    keys = 0

    def story(me: Person) -> None:
        def press(*names: str) -> None:
            nonlocal keys
            keys += len(names)
            me.press(*names)

        press("Ctrl+J")
        me.is_at("Client")
        me.type_words("Northwind")
        press("Return")
        me.is_at(PROMISE)
        me.type_words("Call them back")
        press("Ctrl+Return", "Space", "Ctrl+Return", "6", "Ctrl+Return")
        me.is_at("What would you forget by tomorrow?")
        me.type_words("They want it in writing.")
        press("Ctrl+Return", "Space")
        me.sees("Kept. The rest can wait")
        me.sees("no day yet")  # the promise

    house.tells(story)
    assert keys <= 9
    assert [each.text for each in house.asks(open_promises)] == ["Call them back"]


def test_the_client_typed_at_the_first_paint_stands_complete(house: House, qapp: object) -> None:
    """Ctrl+N and a name, sent before anything but the first frame is there."""
    from PySide6.QtCore import QEvent, QObject

    from forecall.tour import hands

    class AtFirstPaint(QObject):
        sent = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if not self.sent and event.type() == QEvent.Type.Paint:
                self.sent = True
                watched.removeEventFilter(self)
                hands.key("Ctrl+N")
                for sign in "Northwind":
                    hands.character(sign)
            return False

    program = house.opens((1100, 760))
    program.window.activateWindow()
    first = AtFirstPaint(program.window)
    program.window.installEventFilter(first)

    def story(me: Person) -> None:
        me.is_at("Client")
        me.sees("Northwind")
        me.sees("Saved")

    eyes = hands.Hands()
    hands.act(lambda: story(Person(eyes, lambda: program.window)), eyes)
    assert first.sent
