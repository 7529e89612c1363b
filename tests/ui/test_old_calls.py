"""An old call keeps the words it was answered under, whatever the questions have become since."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from forecall.exchange.write.whole_call import build_whole_call
from forecall.guide.catalog import Catalog, load_catalog
from forecall.guide.question import CallType
from forecall.journal import verbs
from forecall.journal.reading import read_call
from forecall.ui.page import Desk, Page, Place
from forecall.ui.pages.look_back_page import LookBackPage
from forecall.ui.pages.prepare_page import PreparePage
from forecall.ui.widgets.question_block import QuestionBlock
from forecall.ui.widgets.text import Label
from tests.conftest import RESOURCES
from tests.ui.conftest import Person

SERVICE = "What should your service change?"
ASKED, ASKS = "What went well, and what did you do for it?", "What worked?"
SAID_THEN, SAID_NOW = "What must be said?", "Which points are yours?"

Reword = Callable[..., Desk]


@pytest.fixture
def reword(desk: Desk, tmp_path: Path) -> Reword:
    """Changes words in a copy of the resources and gives a desk at which the program starts anew with them."""

    def change(file: str, *words: tuple[str, str]) -> Desk:
        folder = tmp_path / "resources"
        if not folder.exists():
            shutil.copytree(RESOURCES, folder)
        path = folder / "worksheets" / file
        text = path.read_text("utf-8")
        for old, new in words:
            assert text.count(old) == 1
            text = text.replace(old, new)
        path.write_text(text, "utf-8")
        catalog = load_catalog(folder)
        assert catalog.faults == ()
        return Desk(
            bridge=desk.bridge,
            settings=desk.settings,
            theme=desk.theme,
            icons=desk.icons,
            open_workspace=lambda: desk.workspace,
            load_catalog=lambda: catalog,
            find_zone=lambda: desk.zone,
        )

    return change


@pytest.fixture
def old_call(person: Person) -> str:
    """A complaint that was prepared, held and looked back on."""
    call = str(person.does(verbs.start_call, "Northwind", types=[CallType.COMPLAINT], held=True))
    person.does(verbs.write_item, call, "points", "point", {"text": "We own the delay"}, wording=SAID_THEN)
    person.does(verbs.record_answer, call, "went_well", {"text": "I waited"}, ASKED)
    person.does(
        verbs.record_answer, call, "service", {"text": "Confirm in writing"}, "What should your service change?"
    )
    person.does(verbs.mark_call, call, "looked_back_later")
    return call


def titles(page: Page) -> list[str]:
    return [block.findChildren(Label)[0].text() for block in page.findChildren(QuestionBlock) if block.isVisible()]


def test_a_reworded_question_keeps_its_words_on_an_old_call(person: Person, reword: Reword, old_call: str) -> None:
    desk = reword("reflect-later.toml", (ASKED, ASKS))
    page = LookBackPage(desk)
    person.opens(page, Place("look_back", old_call, "later"))
    assert ASKED in titles(page)
    assert ASKS not in titles(page)


def test_a_reworded_list_keeps_its_words_too(person: Person, reword: Reword, old_call: str) -> None:
    page = PreparePage(reword("prepare.toml", (SAID_THEN, SAID_NOW)))
    person.opens(page, Place("prepare", old_call, "approach"))
    assert SAID_THEN in titles(page)


def test_a_new_call_is_asked_in_the_new_words(person: Person, reword: Reword, old_call: str) -> None:
    desk = reword("reflect-later.toml", (ASKED, ASKS))
    call = str(person.does(verbs.start_call, "Alder", types=[CallType.COMPLAINT], held=True))
    page = LookBackPage(desk)
    person.opens(page, Place("look_back", call, "later"))
    assert ASKS in titles(page)


def test_writing_on_in_an_old_call_keeps_its_words(person: Person, reword: Reword, old_call: str) -> None:
    page = LookBackPage(reword("reflect-later.toml", (ASKED, ASKS)))
    person.opens(page, Place("look_back", old_call, "later"))
    page.focus_first()
    block = page.findChild(QuestionBlock, "question_went_well")
    assert isinstance(block, QuestionBlock)
    block.focus_answer()
    block.insert("And: ")
    page.flush()
    person.settle()
    answer = person.asks(read_call, old_call).answers["went_well"]
    assert "And: " in str(answer.value["text"])
    assert answer.wording == ASKED


def test_a_question_that_is_asked_no_more_stays_on_an_old_call(person: Person, reword: Reword, old_call: str) -> None:
    wording = f'wording = "{SERVICE}"'
    page = LookBackPage(reword("reflect-later.toml", (wording, wording + "\nretired = true")))
    person.opens(page, Place("look_back", old_call, "later"))
    assert SERVICE in titles(page)


def test_documents_tell_it_in_the_words_of_then(person: Person, reword: Reword, old_call: str) -> None:
    catalog: Catalog = reword("reflect-later.toml", (ASKED, ASKS)).catalog
    whole = build_whole_call(person.asks(read_call, old_call), catalog)
    assert ASKED in [told.question for part in whole.parts for told in part.told]


@pytest.mark.parametrize("kind", [kind for kind in CallType if kind is not CallType.COMPLAINT])
def test_another_type_later_loses_no_answer(person: Person, desk: Desk, old_call: str, kind: CallType) -> None:
    before = person.asks(read_call, old_call)
    person.does(verbs.retype_call, old_call, [kind])
    page = LookBackPage(desk)
    person.opens(page, Place("look_back", old_call, "later"))
    assert SERVICE in titles(page)
    after = person.asks(read_call, old_call)
    assert (after.answers, after.items) == (before.answers, before.items)


def test_while_it_is_prepared_a_type_hides_and_brings_back(person: Person, desk: Desk) -> None:
    call = str(person.does(verbs.start_call, "Northwind", types=[CallType.COMPLAINT]))
    person.does(verbs.record_answer, call, "their_story", {"text": "I waited for weeks"})
    page = PreparePage(desk)
    person.opens(page, Place("prepare", call, "client"))
    story = "How would they tell it?"
    assert story in titles(page)
    person.does(verbs.retype_call, call, [CallType.ABUSE])
    assert story not in titles(page)
    person.does(verbs.retype_call, call, [CallType.ABUSE, CallType.SCOPE])
    assert story not in titles(page)
    person.does(verbs.retype_call, call, [CallType.SCOPE])
    assert story in titles(page)
    assert person.asks(read_call, call).text("their_story") == "I waited for weeks"
