"""Settings: the look, the data folder, the archive out and in."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget

from forecall.journal import verbs
from forecall.ui.models.journal_jobs import JournalJob
from forecall.ui.page import Place
from forecall.ui.pages.settings_page import SettingsPage
from forecall.ui.widgets.chip import Chip
from tests.ui.conftest import Person


@pytest.fixture
def page(person: Person) -> SettingsPage:
    return SettingsPage(person.desk)


def chip(page: QWidget, words: str) -> Chip:
    return next(each for each in page.findChildren(Chip) if each.text() == words)


def test_shows_what_is_chosen(page: SettingsPage, person: Person) -> None:
    person.desk.settings.theme = "dark"
    person.desk.settings.text_scale = 1.5
    person.opens(page)
    assert chip(page, "Dark").isChecked()
    assert chip(page, "150 %").isChecked()


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [("High contrast", "theme", "contrast"), ("Light", "theme", "light"), ("200 %", "text_scale", 2.0)],
)
def test_a_choice_counts_at_once(page: SettingsPage, person: Person, words: str, name: str, value: Any) -> None:
    person.opens(page)
    with person.qtbot.waitSignal(page.theme_chosen):
        person.qtbot.keyClick(chip(page, words), Qt.Key.Key_Space)
    assert getattr(person.desk.settings, name) == value


def test_one_is_always_chosen(page: SettingsPage, person: Person) -> None:
    person.opens(page)
    person.qtbot.keyClick(chip(page, "As the desktop"), Qt.Key.Key_Space)
    person.qtbot.keyClick(chip(page, "100 %"), Qt.Key.Key_Space)
    assert chip(page, "As the desktop").isChecked()
    assert chip(page, "100 %").isChecked()


def test_paper_is_chosen(page: SettingsPage, person: Person) -> None:
    person.opens(page)
    assert chip(page, "As usual in your country").isChecked()
    person.qtbot.keyClick(chip(page, "Letter"), Qt.Key.Key_Space)
    assert person.desk.settings.paper == "letter"
    person.qtbot.keyClick(chip(page, "Letter"), Qt.Key.Key_Space)
    assert chip(page, "Letter").isChecked()


def test_the_countdown_can_be_hidden(page: SettingsPage, person: Person) -> None:
    person.opens(page)
    person.qtbot.keyClick(page._countdown, Qt.Key.Key_Space)
    assert person.desk.settings.countdown_shown is False


@pytest.mark.parametrize("opens", [True, False])
def test_opens_the_data_folder(page: SettingsPage, person: Person, monkeypatch: Any, opens: bool) -> None:
    opened: list[str] = []

    def open_url(url: Any) -> bool:
        opened.append(url.toLocalFile())
        return opens

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    person.opens(page)
    button = next(each for each in page.findChildren(QPushButton) if each.text() == "Open my data folder")
    person.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    folder = str(person.desk.workspace.path.parent)
    assert opened == [folder]
    assert bool(person.sentences) is not opens


def test_exports_everything(page: SettingsPage, person: Person, tmp_path: Path) -> None:
    call = person.does(verbs.start_call, "Northwind")
    person.does(verbs.record_answer, call, "issue", {"text": "Late"}, "What?")
    person.opens(page)
    archive = tmp_path / "out.json"
    page.export_to(archive)
    person.settle()
    assert page._told.text() == "3 entries written to out.json."
    assert json.loads(archive.read_text())["clients"][0]["name"] == "Northwind"
    assert all(button.isEnabled() for button in page._ways)


def test_leads_to_what_comes_in(page: SettingsPage, person: Person) -> None:
    person.opens(page)
    button = next(each for each in page.findChildren(QPushButton) if each.text() == "Bring in…")
    person.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert person.places == [Place("bring_in")]


def test_says_what_is_wrong_with_a_place_to_write(page: SettingsPage, person: Person, tmp_path: Path) -> None:
    person.opens(page)
    page.export_to(tmp_path / "nowhere" / "out.json")
    person.settle()
    assert page._told.text().endswith(".")
    assert not (tmp_path / "nowhere").exists()
    assert person.failures == []


def test_stopping_leaves_nothing_half_done(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("forecall.exchange.write.archive._TOLD_EVERY", 10)
    for number in range(11):
        person.does(verbs.start_call, f"Client {number}")
    job = JournalJob(person.desk)
    said: list[str] = []
    job.ended.connect(said.append)
    job.export_to(tmp_path / "out.json")
    job.cancel()
    person.settle()
    assert said == ["Stopped. Nothing was written."]
    assert list(tmp_path.glob("*out*")) == []
