"""What the pages about one call share."""

from forecall.guide.question import Value
from forecall.journal import verbs
from forecall.journal.records import CallRecord
from forecall.ui.call_page import CallPage
from forecall.ui.page import Desk, Place
from tests.ui.conftest import Person


class Seen(CallPage):
    """Writes down what it was told to draw and to follow."""

    name = "seen"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Seen")
        self.drawn: list[tuple[str, bool]] = []
        self.followed: list[str] = []

    def draw(self, call: CallRecord, force: bool) -> None:
        self.drawn.append((call.text("issue"), force))

    def follow(self, call: CallRecord) -> None:
        self.followed.append(call.text("issue"))


def _page(person: Person) -> tuple[Seen, str]:
    call = person.does(verbs.start_call, "Northwind")
    page = Seen(person.desk)
    person.opens(page, Place("seen", call))
    return page, call


def _late(words: str) -> Value:
    return {"text": words}


def test_what_others_change_is_drawn_again(person: Person) -> None:
    page, call = _page(person)
    person.does(verbs.record_answer, call, "issue", _late("Two days late"))
    assert page.drawn == [("", False), ("Two days late", False)]
    assert page.followed == []


def test_ones_own_words_are_followed_and_not_read_back(person: Person) -> None:
    page, call = _page(person)
    person.desk.workspace.perform(page, verbs.record_answer, call, "issue", _late("Two days late")).wait()
    person.settle()
    assert page.drawn == [("", False)]
    assert page.followed == ["Two days late"]


def test_undo_goes_before_what_stands_in_the_boxes(person: Person) -> None:
    page, call = _page(person)
    person.does(verbs.record_answer, call, "issue", _late("Two days late"))
    person.undoes()
    assert page.drawn[-1] == ("", True)


def test_another_call_is_nothing_to_it(person: Person) -> None:
    page, _call = _page(person)
    other = person.does(verbs.start_call, "Halden & Voss")
    person.does(verbs.record_answer, other, "issue", _late("Silence"))
    assert page.drawn == [("", False)]


def test_an_answer_for_the_call_before_comes_too_late(person: Person) -> None:
    page, first = _page(person)
    second = person.does(verbs.start_call, "Halden & Voss")
    person.does(verbs.record_answer, first, "issue", _late("First"))
    person.does(verbs.record_answer, second, "issue", _late("Second"))
    page.drawn.clear()
    page.open_at(Place("seen", first))
    page.open_at(Place("seen", second))
    person.settle()
    assert [words for words, _force in page.drawn] == ["Second"]
