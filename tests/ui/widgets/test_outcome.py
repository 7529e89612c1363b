"""A promise on its day."""

from pytestqt.qtbot import QtBot

from forecall.journal.records import ItemRecord
from forecall.ui.widgets.answer_field import AnswerField
from forecall.ui.widgets.outcome import Outcome
from forecall.ui.widgets.tick import Tick
from tests.ui.widgets.conftest import Show


def promise(done: bool = False, result: str = "") -> ItemRecord:
    value = {"text": "Ask whether they are content", **({"result": result} if result else {})}
    return ItemRecord("p", "call", "check_back", 0, dict(value), done_at="2026-11-20T10:00:00Z" if done else None)


def made(show: Show) -> tuple[Outcome, Tick, AnswerField, list[tuple[str, bool, str]]]:
    outcome = Outcome()
    said: list[tuple[str, bool, str]] = []
    outcome.kept.connect(lambda id, kept, result: said.append((id, kept, result)))
    show(outcome)
    (tick,), (field,) = outcome.findChildren(Tick), outcome.findChildren(AnswerField)
    return outcome, tick, field, said


def test_without_a_promise_there_is_nothing_and_before_its_day_only_the_tick(show: Show) -> None:
    outcome, tick, field, _said = made(show)
    outcome.show_promise(None)
    assert not outcome.isVisible()
    outcome.show_promise(promise())
    assert (tick.isVisible(), tick.isChecked(), field.isVisible()) == (True, False, False)


def test_ticking_asks_what_came_of_it(show: Show, qtbot: QtBot) -> None:
    outcome, tick, field, said = made(show)
    outcome.show_promise(promise())
    tick.click()
    assert field.hasFocus()
    qtbot.keyClicks(field, "They are content.")
    field.flush()
    assert said == [("p", True, ""), ("p", True, "They are content.")]
    tick.click()
    assert said[-1] == ("p", False, "They are content.")
    assert not field.isVisible()


def test_what_was_kept_is_shown_and_words_under_way_stay(show: Show, qtbot: QtBot) -> None:
    outcome, tick, field, _said = made(show)
    outcome.show_promise(promise(True, "They wrote back"))
    assert (tick.isChecked(), field.text()) == (True, "They wrote back")
    field.setFocus()
    qtbot.keyClicks(field, " today")
    outcome.show_promise(promise(True, "They wrote back"))
    assert field.text() == "They wrote back today"
