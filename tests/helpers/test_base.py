"""What conftest promises to every test."""

import os
from pathlib import Path

from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication


def test_one_font_draws_everything(qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == "Inter"
    assert qapp.platformName() == "offscreen"


def test_nothing_of_the_person_is_within_reach(tmp_path: Path) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "FORECALL_JOURNAL"):
        assert Path(os.environ[name]).is_relative_to(tmp_path)
