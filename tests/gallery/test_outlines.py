"""What a screen reader is told of every page and dialog, in words and in its order, as it was when last looked at."""

import re
from collections.abc import Iterator
from difflib import unified_diff
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from forecall.ui.side_bar import SideBar
from tests.gallery.showing import Journals, Look, Showing
from tests.helpers.standing_clock import stop_the_clock
from tests.helpers.tree import outline

FOLDER = Path(__file__).parent / "outlines"


@pytest.mark.parametrize("state", ["empty", "some"])
def test_every_page_reads_as_it_did(
    app: QApplication,
    journals: Journals,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    renew_outlines: bool,
    state: str,
) -> None:
    stop_the_clock(monkeypatch)
    monkeypatch.setattr("forecall.ui.safety.Safety.begin", lambda self: None)  # backups come when they come
    showing = Showing(app, tmp_path, Look(state=state), journals)
    told = dict(_all_outlines(showing, tmp_path))
    showing.close()
    folder = FOLDER / state
    if renew_outlines:
        _write(folder, told)
    kept = {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))}
    changed = [line for name in sorted(kept | told) for line in _difference(name, kept.get(name), told.get(name))]
    assert not changed, "\n".join((*changed, "", "Read it as it is heard. make outlines writes the outlines anew."))


def _all_outlines(showing: Showing, folder: Path) -> Iterator[tuple[str, str]]:
    window = showing.window
    side = window.findChild(SideBar)
    assert side is not None
    yield "side_bar", _told(side, folder)
    for name in showing.pages():
        shown = window.findChild(QWidget, "palette") or window.page
        yield re.sub(r"\W+", "_", name), _told(shown, folder)
    for name, shown in chain(showing.menus(), showing.dialogs()):
        yield name, _told(shown, folder)
    for name, call in (("live_sheet", showing.calls.begun), ("live_sheet, before", showing.calls.planned)):
        yield re.sub(r"\W+", "_", name), _told(showing.live(call), folder)


def _told(window: QWidget, folder: Path) -> str:
    """The outline, without what differs from one machine to the next."""
    text = outline(window).replace(str(folder), "a folder")
    return re.sub(r"\b[\d.,]+ [kM]B\b", "so many MB", text)


def _write(folder: Path, told: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.txt"):
        old.unlink()
    for name, text in told.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def _difference(name: str, kept: str | None, told: str | None) -> list[str]:
    if kept == told:
        return []
    before, after = (kept or "").splitlines(), (told or "").splitlines()
    return list(unified_diff(before, after, f"{name}, as it was", f"{name}, as it is", lineterm="", n=1))
