"""The main job through the real window, off screen, by keys and mouse alone; then each word is checked."""

import json
import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from forecall.settings import Settings
from forecall.words import _

SCREEN = (1600, 1000)
_LOG = "tour.txt"
_OURS = ("[0-9][0-9]-*.png", "tour.db*", "call-sheet.*", "lessons-summary.*", "journal.json", "stopped-here.png", _LOG)


def run(folder: Path) -> int:
    """Do the main job and leave what came of it in ``folder``; 0 when every word was found again."""
    folder = folder.expanduser().absolute()
    refusal = _made_ready(folder)
    if refusal:
        print(refusal, file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="forecall-tour-") as aside:
        _settle(Path(aside))
        from forecall.tour.walking import walk

        began = date.today()
        wrong = walk(folder)
    if wrong:
        print(wrong, file=sys.stderr)
        return 1
    return _compare(folder, began)


def _made_ready(folder: Path) -> str:
    """Make the folder, or empty it of an earlier tour; says why where that cannot be."""
    try:
        if folder.is_dir() and any(folder.iterdir()) and not (folder / _LOG).is_file():
            return _("{folder} holds other things. Choose an empty folder.").format(folder=folder)
        folder.mkdir(parents=True, exist_ok=True)
        for pattern in _OURS:
            for path in folder.glob(pattern):
                path.unlink()
        (folder / _LOG).write_text("", "utf-8")
    except OSError as error:
        return _("{folder} cannot be used: {why}.").format(folder=folder, why=error.strerror or error)
    return ""


def _settle(aside: Path) -> None:
    """Before Qt is loaded: a screen, a language and settings of its own. Nothing of the person's is touched."""
    screens = {"screens": [{"name": "tour", "x": 0, "y": 0, "width": SCREEN[0], "height": SCREEN[1], "dpr": 1}]}
    (aside / "screen.json").write_text(json.dumps(screens), "utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={aside / 'screen.json'}"
    os.environ.update(QT_SCALE_FACTOR="1", QT_ACCESSIBILITY="1")
    for name in ("QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "QT_FONT_DPI", "FORECALL_JOURNAL"):
        os.environ.pop(name, None)
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA"):
        os.environ[name] = str(aside)
    from forecall.paths import settings_file

    Settings(theme="light", language="en").save(settings_file())


def _compare(folder: Path, began: date) -> int:
    from forecall.tour.checking import checks

    log, wrong = [], 0
    for check in checks(folder, began):
        line = f"{'differs' if check.wrong else 'found  '}  {check.what}{': ' if check.wrong else ''}{check.wrong}"
        print(line)
        log.append(line)
        wrong += bool(check.wrong)
    (folder / _LOG).write_text("\n".join(log) + "\n", "utf-8")
    if wrong:
        print(_("Something that was written is not in the journal as it was typed."), file=sys.stderr)
        return 1
    print(_("Every word is in the journal as it was typed. Pictures and documents: {folder}").format(folder=folder))
    return 0
