"""The main job, told as a person does it: prepare, read the sheet, look back, keep the lesson, prepare again."""

from collections.abc import Iterator
from pathlib import Path

from forecall.tour import story
from forecall.tour.person import Person
from forecall.tour.story import Answer, Day, Part, Picks, Scale, Words, Yes

_PAGES_BY_KEY = (
    ("Ctrl+1", "Next call", "today"),
    ("Ctrl+2", story.CLIENT, "calls"),
    ("Ctrl+3", "What settled things before", "clients"),
    ("Ctrl+4", "a date is about to slip", "lessons"),
    ("Ctrl+L", "a date is about to slip", "summary"),
)


class Tour:
    """Walks through the window with one person and leaves numbered pictures in a folder."""

    def __init__(self, person: Person, folder: Path) -> None:
        self._me = person
        self._folder = folder
        self._number = len(list(folder.glob("[0-9][0-9]-*.png")))

    def main_job(self) -> None:
        """From an empty journal to the second call with the same client."""
        self.begins()
        self.prepares()
        self.reads_the_sheet()
        self.looks_back_now()
        self.looks_back_later()
        self.looks_around()
        self.makes_the_summary()
        self.prepares_again()
        self.goes_dark()
        self._me.press("Ctrl+Q")

    def comes_back(self) -> None:
        """Opened anew, the window stands where the person stopped."""
        self._me.sees(_kept_words(story.SECOND_ISSUE))
        self.pictured("opened-again")

    def pictured(self, name: str) -> None:
        """Keep a picture of what is seen."""
        self._number += 1
        self._me.picture(self._folder / f"{self._number:02}-{name}.png")

    # before the call

    def begins(self) -> None:
        """An empty journal; a call in a quarter of an hour."""
        me = self._me
        me.sees("Look at an example")
        self.pictured("today-empty")
        me.press("Ctrl+N")
        me.is_at("Client")
        me.type_words(story.CLIENT)
        me.press("Return")
        me.is_at("When")
        me.type_words(story.WHEN)
        me.click(story.TYPE[0])
        me.sees("Saved")
        self.pictured("new-call")
        me.press("Ctrl+Return")

    def prepares(self) -> None:
        """All five steps, question by question."""
        me = self._me
        for number, (step, answers) in enumerate(story.PREPARE, 1):
            me.sees(answers[0].asked)
            for answer in answers:
                self.writes(answer)
            if step == "Approach":
                self._puts_points_in_order()
            me.sees("Saved")
            me.click(f"Step {number} of 5: {step}")  # the page is seen from its top
            self._rolls_to_top(answers)
            self.pictured(f"prepare-{step.lower()}")
            if number < len(story.PREPARE):
                me.press("Ctrl+PgDown")

    def reads_the_sheet(self) -> None:
        """The one page, on the screen and as files."""
        me = self._me
        me.press("Ctrl+Shift+S")
        me.sees(story.POINTS_AFTER[0])
        self.pictured("call-sheet")
        for ending in ("pdf", "md", "html"):
            self._saves_as("Save as…", f"call-sheet.{ending}")

    # after the call

    def looks_back_now(self) -> None:
        """Ninety seconds: facts."""
        me = self._me
        me.press("Ctrl+B")
        self._writes_all(story.NOW)
        self.pictured("look-back-now")
        me.click("Enough for today")
        me.sees("Board extract as PDF")
        self.pictured("today-after-the-call")

    def looks_back_later(self) -> None:
        """The next morning: three questions, then five more minutes."""
        me = self._me
        me.press("Ctrl+2")
        me.sees(story.CLIENT)
        self.pictured("calls")
        me.click_row(story.CLIENT)
        self._writes_all(story.LATER)
        self.pictured("look-back-later")
        me.click("Five more minutes")
        self._writes_all(story.MORE)
        self.pictured("look-back-more")
        me.click("Done")

    def looks_around(self) -> None:
        """What is kept of clients and lessons, and words found as they are typed."""
        me = self._me
        me.press("Ctrl+3")
        me.sees("What settled things before")
        self.pictured("clients")
        me.press("Ctrl+4")
        me.sees(_kept_words(story.LATER[2], "if"))
        self.pictured("lessons")
        me.press("Ctrl+5")
        me.rests(0.2)
        self.pictured("guide")
        for words in story.SEARCHED:
            self._finds(words)
        self.pictured("find")

    def _finds(self, words: str) -> None:
        me = self._me
        me.press("Ctrl+F")
        me.is_at("Find words")
        me.press("Ctrl+A")
        me.type_words(words)
        me.sees("1 call")

    def makes_the_summary(self) -> None:
        """The document the person keeps."""
        me = self._me
        me.press("Ctrl+L")
        me.sees(story.LESSON_USED)
        self.pictured("summary")
        for ending in ("pdf", "md", "html"):
            self._saves_as("Export as…", f"lessons-summary.{ending}")

    # the next one

    def prepares_again(self) -> None:
        """The same client, another matter: last time is there, and the lesson is used again."""
        me = self._me
        me.press("Ctrl+N")
        me.is_at("Client")
        me.type_words(story.CLIENT[:4])
        me.sees(story.CLIENT)
        self.pictured("client-completed")
        me.press("Down", "Return", "Return")
        me.is_at("When")
        me.type_words(story.SECOND_WHEN)
        me.click(story.SECOND_TYPE[0])
        me.press("Ctrl+Return")
        me.sees(story.SECOND_ISSUE.asked)
        me.sees(story.LESSON_USED)
        self.pictured("last-time")
        me.click("Use again")
        me.sees("It is among your points now.")
        me.press("Ctrl+E")
        self._writes_all((story.SECOND_ISSUE, story.SECOND_GOAL))
        self.pictured("only-what-fits")

    # by another light

    def goes_dark(self) -> None:
        """The same pages in the dark theme, in high contrast and with large text, and back to the questions."""
        self._sets("Dark", "Colours")
        self.pictured("settings-dark")
        for key, words, name in _PAGES_BY_KEY:
            self._me.press(key)
            self._me.sees(words)
            self.pictured(f"{name}-dark")
        self._finds(story.SEARCHED[0])
        self.pictured("find-dark")
        self._opens_second_call()
        self.pictured("prepare-dark")
        self._me.press("Ctrl+Shift+S")
        self._me.sees(_kept_words(story.SECOND_GOAL))
        self.pictured("call-sheet-dark")
        self._me.press("Ctrl+B")
        self._me.sees(story.NOW[0].asked)
        self.pictured("look-back-dark")
        self._sets("High contrast", "Colours")
        self._opens_second_call()
        self.pictured("prepare-contrast")
        self._sets("Light", "Colours")
        self._sets("200 %", "Size of the text")
        self.pictured("settings-large")
        self._me.press("Ctrl+1")
        self._me.sees(story.CLIENT)
        self.pictured("today-large")
        self._opens_second_call()
        self.pictured("prepare-large")
        self._sets("100 %", "Size of the text")
        self._opens_second_call()

    def _sets(self, choice: str, what: str) -> None:
        self._me.press("Ctrl+,")
        self._me.click(choice, inside=what)
        self._me.rests(0.1)

    def _opens_second_call(self) -> None:
        self._me.press("Ctrl+2")
        self._me.click_row("An extract every month")
        self._me.sees(story.SECOND_ISSUE.asked)

    # writing

    def writes(self, answer: Answer) -> None:
        """Write an answer part by part, or an entry of a list after the other."""
        if answer.entries:
            for number, entry in enumerate(answer.entries, 1):
                self._writes_parts(f"{answer.asked} {number}", entry)
        else:
            self._writes_parts(answer.asked, answer.parts)

    def _writes_all(self, answers: tuple[Answer, ...]) -> None:
        self._me.sees(answers[0].asked)
        for answer in answers:
            self.writes(answer)
        self._me.sees("Saved")

    def _writes_parts(self, question: str, parts: "dict[str, Part] | object") -> None:
        for part in _parts(parts):
            self._writes(f"{question} {part.box}" if part.box else question, part)

    def _writes(self, name: str, part: Part) -> None:
        me = self._me
        match part:
            case Words(words):
                me.go_to(name)
                me.type_words(words)
            case Picks(words):
                for each in words:
                    me.click(each, inside=name)
            case Scale(number):
                me.click(str(number), inside=name)
            case Yes():
                me.go_to(name)
                me.press("Space")
            case Day(typed):
                me.go_to(name)
                me.press("Down")
                me.is_at("Type a day")
                me.type_words(typed)
                me.press("Return")

    def _puts_points_in_order(self) -> None:
        """One row by key, one by mouse."""
        me = self._me
        asked = story.APPROACH[1].asked
        me.go_to(f"{asked} 2")
        me.press("Alt+Up")
        me.is_at(f"{asked} 1")
        me.drag(f"Move: {asked} 3", onto=f"{asked} 4")
        me.rests(0.1)

    def _rolls_to_top(self, answers: tuple[Answer, ...]) -> None:
        self._me.roll_to("Change client, title, time and type")

    def _saves_as(self, button: str, name: str) -> None:
        me = self._me
        me.click(button)
        me.is_at("File name:")
        me.press("Ctrl+A")
        me.type_words(str(self._folder / name))
        me.press("Return")
        me.sees(f"Saved as {name}.")


def _kept_words(answer: Answer, part: str = "text") -> str:
    return str(answer.parts[part].kept)  # type: ignore[union-attr]


def _parts(parts: object) -> Iterator[Part]:
    if isinstance(parts, dict):
        yield from parts.values()
