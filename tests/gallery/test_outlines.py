"""What a screen reader is told of every page and dialog, in words and in its order, as it was when last looked at."""

import re
from collections.abc import Callable, Iterator
from difflib import unified_diff
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from forecall.journal.reading import read_call
from forecall.ui.dialogs.call_menu import CallMenu
from forecall.ui.dialogs.choose_client import ChooseClient
from forecall.ui.dialogs.confirm import Confirm
from forecall.ui.dialogs.delete_for_good import DeleteForGood
from forecall.ui.dialogs.earlier_versions import EarlierVersions
from forecall.ui.dialogs.edit_call import EditCall
from forecall.ui.dialogs.keys_sheet import KeysSheet
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
    window.actions_by_name["menu"].trigger()
    menu = side.findChild(QMenu)
    assert menu is not None
    yield "menu", _told(menu, folder)
    menu.close()
    for name, make in _dialogs(showing).items():
        dialog = make()
        dialog.show()
        showing.settle()
        yield name, _told(dialog, folder)
        dialog.close()
        dialog.deleteLater()
    for name, call in (("live_sheet", showing.calls.begun), ("live_sheet, before", showing.calls.planned)):
        yield re.sub(r"\W+", "_", name), _told(showing.live(call), folder)


def _dialogs(showing: Showing) -> dict[str, Callable[[], QWidget]]:
    window, desk = showing.window, showing.window.desk
    call = desk.workspace.ask(read_call, showing.calls.planned).wait()
    assert call is not None
    head = call.head
    versions = {"call_id": head.id, "key": "issue"}
    return {
        "call_menu": lambda: CallMenu(window.page, head),
        "change_the_call": lambda: EditCall(desk, head, window),
        "choose_client": lambda: ChooseClient(desk, "Merge with", "Merge", sentence="A sentence.", parent=window),
        "confirm": lambda: Confirm("A title", "A sentence.", "Do it", window),
        "delete_for_good": lambda: DeleteForGood("Northwind", window),
        "earlier_versions": lambda: EarlierVersions(desk, "A question", versions, window),
        "all_keys": lambda: KeysSheet(window),
    }


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
