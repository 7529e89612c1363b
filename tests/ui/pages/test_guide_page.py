"""The guide: finding, inserting, copying; phrases of one's own, hidden ones."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from forecall.journal import verbs
from forecall.journal.reading import list_phrases
from forecall.ui.models.rows import Role
from forecall.ui.page import Place
from forecall.ui.pages.guide_page import GuidePage
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.chip_picker import ChipPicker
from forecall.ui.widgets.choice_pill import ChoicePill
from forecall.ui.widgets.text import Label
from tests.ui.conftest import Person

FROM_OPENING = Place("guide", id="What will you say first?", key="opening")


@pytest.fixture
def page(person: Person) -> GuidePage:
    return GuidePage(person.desk)


def shown(page: GuidePage) -> list[str]:
    """The words of the detail."""
    return [label.text() for label in page._detail.findChildren(Label) if label.isVisible()]


def rows(page: GuidePage) -> list[str]:
    return [page.model.index(row).data() for row in range(page.model.rowCount())]


def press(person: Person, page: QWidget, name: str) -> None:
    found = [each for each in page.findChildren(QPushButton) if each.accessibleName() == name and each.isVisible()]
    assert len(found) == 1, name
    person.qtbot.keyClick(found[0], Qt.Key.Key_Space)
    person.settle()


def buttons(page: GuidePage) -> list[str]:
    return [each.text() for each in page._detail.findChildren(QPushButton) if each.isVisible()]


def narrow(page: GuidePage, part: str) -> None:
    page._part.set_key(part)
    page._part.picked.emit(part)


def write(person: Person, page: GuidePage, words: str) -> None:
    field = page._detail.form.control("text")
    assert isinstance(field, AnswerField)
    person.qtbot.keyClicks(field, words)
    page.flush()
    person.settle()


def test_begins_with_the_first_phrase_and_the_cursor_in_the_box(page: GuidePage, person: Person) -> None:
    person.opens(page)
    page.focus_first()
    assert page.box.hasFocus()
    assert rows(page)[:2] == ["To open", f"“{person.desk.catalog.phrases[0].text}”"]
    assert shown(page)[:2] == rows(page)[:2]
    assert "From: Rise: keeping your composure with difficult clients" in shown(page)


def test_words_narrow_and_arrows_walk(page: GuidePage, person: Person) -> None:
    person.opens(page)
    person.qtbot.keyClicks(page.box, "offence")
    assert "“Has something I said caused offence? I would like to know.”" in shown(page)
    person.qtbot.keyClick(page.box, Qt.Key.Key_Down)
    assert shown(page)[1].startswith("If the question about offence did not soften them")
    assert buttons(page) == []
    person.qtbot.keyClicks(page.box, " xyzzy")
    assert not page.list.isVisible()
    assert page._none.text() == "Nothing here holds all of these words."


def test_without_a_box_a_phrase_is_copied(page: GuidePage, person: Person) -> None:
    person.opens(page)
    person.qtbot.keyClicks(page.box, "offence")
    assert buttons(page) == ["Copy", "Hide"]
    person.qtbot.keyClick(page.box, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "Has something I said caused offence? I would like to know."
    assert person.sentences == [("Copied.", False)]


def test_coming_from_a_question_its_phrase_is_inserted(page: GuidePage, person: Person) -> None:
    inserted: list[str] = []
    page.insert_asked.connect(inserted.append)
    person.opens(page, FROM_OPENING)
    assert buttons(page) == ["Insert", "Copy", "Hide"]
    assert "It goes into: What will you say first?" in shown(page)
    person.qtbot.keyClick(page.box, Qt.Key.Key_Return)
    press(person, page, "Insert")
    assert inserted == [person.desk.catalog.phrases[0].text] * 2


def test_coming_again_forgets_what_was_looked_for(page: GuidePage, person: Person) -> None:
    person.opens(page)
    person.qtbot.keyClicks(page.box, "offence")
    narrow(page, "calming")
    page.open_at(Place("guide", id="Ladder", key="ladder"))
    person.settle()
    assert (page.box.text(), page._part.key()) == ("", "")
    assert shown(page)[1] == "“Unfortunately, I can't accommodate that at the moment.”"


def test_sources_tell_what_they_teach(page: GuidePage, person: Person) -> None:
    person.opens(page)
    narrow(page, "sources")
    assert len(rows(page)) == 5
    source = person.desk.catalog.sources[0]
    assert shown(page) == ["Where all of this is from", source.title, source.about]


def test_a_phrase_of_ones_own_is_written_found_and_taken_back(page: GuidePage, person: Person) -> None:
    person.opens(page)
    narrow(page, "boundary")
    press(person, page, "Add a phrase of your own")
    assert isinstance(QGuiApplication.focusObject(), AnswerField)
    write(person, page, "Let us stop here")
    (kept,) = person.asks(list_phrases)
    assert (kept.text, kept.moment, kept.fits) == ("Let us stop here", "boundary", ("ladder",))
    assert rows(page)[:2] == ["To set a limit", "“Let us stop here”"]
    assert page.list.currentIndex().row() == 1
    assert "Saved" in shown(page)
    write(person, page, " for today")
    assert person.asks(list_phrases)[0].text == "Let us stop here for today"
    assert person.undoes() == "Phrase changed"
    assert person.asks(list_phrases) == []
    assert "“Let us stop here for today”" not in rows(page)


def test_what_a_phrase_is_for_is_picked(page: GuidePage, person: Person) -> None:
    person.does(verbs.write_phrase, "p", {"text": "Good that you called", "moment": ["opening"], "fits": ["opening"]})
    person.opens(page)
    types, moment = page._detail.form.control("types"), page._detail.form.control("moment")
    assert isinstance(types, ChipPicker)
    assert isinstance(moment, ChipPicker)
    types.set_picked(["scope", "complaint"])
    types.picked.emit([])
    moment.set_picked(["closing"])
    moment.picked.emit(["closing"])
    person.settle()
    (kept,) = person.asks(list_phrases)
    assert (kept.text, kept.moment, sorted(kept.types)) == ("Good that you called", "closing", ["complaint", "scope"])
    assert kept.fits != ("opening",)
    pill = next(each for each in page._detail.findChildren(ChoicePill) if each.isVisible())
    assert (pill.key(),) == kept.fits
    pill.set_key("service")
    pill.picked.emit("service")
    person.settle()
    assert person.asks(list_phrases)[0].fits == ("service",)


def test_a_phrase_begun_without_a_word_leaves_nothing(page: GuidePage, person: Person) -> None:
    person.opens(page)
    press(person, page, "Add a phrase of your own")
    press(person, page, "Delete")
    assert person.asks(list_phrases) == []
    assert page.list.currentIndex().isValid()


def test_hiding_and_bringing_back(page: GuidePage, person: Person) -> None:
    person.opens(page)
    first, second = (page.model.index(row).data(Role.RECORD) for row in (1, 2))
    press(person, page, "Hide")
    assert person.sentences[-1] == ("Hidden. You find it again under Hidden.", True)
    assert f"“{first.words}”" not in rows(page)
    assert f"“{second.words}”" in shown(page)
    narrow(page, "hidden")
    assert rows(page)[1:] == [f"“{first.words}”"]
    press(person, page, "Bring back")
    assert page._none.text() == "Nothing is hidden."
    narrow(page, "")
    assert f"“{first.words}”" in rows(page)
    assert person.undoes() == "Phrase brought back"
    assert person.undoes() == "Phrase hidden"


def test_deleting_and_taking_it_back(page: GuidePage, person: Person) -> None:
    person.does(verbs.write_phrase, "p", {"text": "Mine", "moment": ["opening"]})
    person.opens(page)
    assert rows(page)[1] == "“Mine”"
    press(person, page, "Delete")
    assert "“Mine”" not in rows(page)
    assert person.undoes() == "Phrase deleted"
    assert "“Mine”" in rows(page)


def test_where_there_is_little_room_list_and_phrase_take_turns(page: GuidePage, person: Person) -> None:
    person.opens(page, FROM_OPENING, size=(560, 480))
    assert page.list.isVisible()
    assert shown(page) == []
    person.qtbot.keyClick(page.box, Qt.Key.Key_Down)
    person.qtbot.keyClick(page.box, Qt.Key.Key_Down)
    assert page.list.isVisible()
    second = page.model.index(3).data()
    person.qtbot.keyClick(page.box, Qt.Key.Key_Return)
    assert not page.list.isVisible()
    assert second in shown(page)
    assert page._detail.isAncestorOf(page.window().focusWidget())
    press(person, page, "The whole guide")
    assert page.list.isVisible()


def test_tips_and_own_words_are_never_markup(page: GuidePage, person: Person) -> None:
    person.does(verbs.write_phrase, "p", {"text": "<b>Mine</b>", "moment": ["opening"]})
    person.opens(page)
    assert rows(page)[1] == "“<b>Mine</b>”"
