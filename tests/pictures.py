"""``make pictures``: draws the pictures of the README, from the example that every new journal offers."""

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(CHECKOUT / "desktop"))
os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _mid_morning() -> str:
    """A time zone in which it is between nine and ten now: calls in a quarter of an hour look odd at night."""
    ahead = (9 - datetime.now(UTC).hour + 11) % 24 - 11
    return f"Etc/GMT{-ahead:+d}"


ZONE = os.environ["TZ"] = _mid_morning()

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402

from forecall.app import Forecall, build  # noqa: E402
from forecall.coach.call_clock import CallClock  # noqa: E402
from forecall.journal.listing import next_calls, waiting_calls  # noqa: E402
from forecall.journal.moments import from_utc, utc_now, utc_text  # noqa: E402
from forecall.journal.sample import make_sample  # noqa: E402
from forecall.ui.page import Place  # noqa: E402

SIZE = (1100, 760)
_SETTLED_MS = 3000  # long enough for every page to have read and drawn what it shows


def main() -> int:
    """Draw each picture into the folder named as the only argument."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = place
        journal = Path(place) / "journal.db"
        make_sample(journal, now=utc_now(), zone=ZONE)
        _app, program = build(["forecall"], journal)
        _draw(program, folder)
        program.window.close()
    return 0


def _draw(program: Forecall, folder: Path) -> None:
    window = program.window
    program.show()
    window.resize(*SIZE)
    _wait()
    now = utc_now()
    planned = window.desk.workspace.ask(next_calls, now).wait()[0].id
    waiting = window.desk.workspace.ask(waiting_calls, now, window.desk.zone).wait()[0].id
    pictures: tuple[tuple[str, Callable[[], None]], ...] = (
        ("prepare", lambda: window.go(Place("prepare", planned, "approach"))),
        ("call_sheet", lambda: window.go(Place("call_sheet", planned))),
        ("look_back", lambda: window.go(Place("look_back", waiting, "now"))),
        ("lessons_summary", lambda: window.go(Place("summary"))),
    )
    for name, show in pictures:
        show()
        _wait()
        window.grab().save(str(folder / f"{name}.png"))
    _draw_live(program, planned, folder / "live.png")
    program.settings.theme = "dark"
    window.theme_chosen.emit()
    window.activateWindow()
    window.go(Place("prepare", planned, "approach"))
    _wait()
    window.grab().save(str(folder / "prepare_dark.png"))


def _draw_live(program: Forecall, planned: str, picture: Path) -> None:
    """The small window in the thirteenth minute: a point said, an objection raised, a limit set."""
    program.window.live_asked.emit(planned, True)
    _wait()
    live = program.live
    assert live is not None
    live.resize(380, 720)
    live.call.clock = CallClock(utc_text(from_utc(utc_now()) - timedelta(seconds=760)))
    live.call.tick()
    for act in (lambda: live.call.digit(0), live.call.objection, lambda: live.call.digit(0)):
        act()
    _wait()
    live.grab().save(str(picture))
    live.call.not_started()
    live.close()
    _wait()


def _wait() -> None:
    loop = QEventLoop()
    QTimer.singleShot(_SETTLED_MS, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
