"""The language of the window: our words, Qt's words, and the way back to English."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from forecall.ui.language import speak
from forecall.words import _


@pytest.fixture
def folder(qapp: QApplication, resources: Path) -> Iterator[Path]:
    before = QLocale()
    yield resources / "languages"
    speak(qapp, resources / "languages", "en")
    QLocale.setDefault(before)


def test_german_is_spoken_by_us_and_by_qt(qapp: QApplication, folder: Path) -> None:
    assert speak(qapp, folder, "de") == "de"
    assert _("Today") == "Heute"
    assert QLocale().language() == QLocale.Language.German
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"
    assert QKeySequence("Ctrl+J").toString(QKeySequence.SequenceFormat.NativeText) == "Strg+J"
    box.deleteLater()


def test_the_way_back_leaves_nothing(qapp: QApplication, folder: Path) -> None:
    speak(qapp, folder, "de")
    assert speak(qapp, folder, "en") == "en"
    assert _("Today") == "Today"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Cancel"
    box.deleteLater()


def test_what_cannot_be_spoken_is_english_with_english_dates(qapp: QApplication, folder: Path) -> None:
    assert speak(qapp, folder, "sw") == "en"
    assert QLocale().language() == QLocale.Language.English
