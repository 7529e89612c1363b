"""Every page of the program in its window, empty, with some and with many calls, in any look, size and language."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from forecall.app import Forecall, build
from forecall.journal import verbs
from forecall.journal.listing import Sieve, list_calls, next_calls, waiting_calls
from forecall.journal.moments import utc_now
from forecall.journal.reading import read_call
from forecall.journal.records import LiveKind, Stage
from forecall.journal.sample import make_sample
from forecall.settings import Settings
from forecall.ui.dialogs.call_menu import CallMenu
from forecall.ui.dialogs.choose_client import ChooseClient
from forecall.ui.dialogs.confirm import Confirm
from forecall.ui.dialogs.delete_for_good import DeleteForGood
from forecall.ui.dialogs.earlier_versions import EarlierVersions
from forecall.ui.dialogs.edit_call import EditCall
from forecall.ui.dialogs.keys_sheet import KeysSheet
from forecall.ui.page import Place
from forecall.ui.pages import PAGES
from forecall.ui.side_bar import SideBar
from forecall.words import _, languages_in, use_language
from tests.conftest import RESOURCES

STATES = {"empty": 0, "some": 40, "many": 10_000}
"""How many calls the journal holds."""

ZONE = "Europe/London"


@dataclass(frozen=True, slots=True)
class Look:
    """How the window is shown."""

    theme: str = "light"
    state: str = "some"
    scale: float = 1.0
    language: str = "en"
    size: tuple[int, int] = (1100, 760)

    def __str__(self) -> str:
        """ "light some 100 % en"."""
        return f"{self.theme} {self.state} {self.scale:.0%} {self.language} {self.size[0]}×{self.size[1]}"


@dataclass(frozen=True, slots=True)
class Calls:
    """The calls that pages about a call show."""

    planned: str
    waiting: str
    done: str
    begun: str
    held: str


Where = Callable[[Calls], Place]

STEPS = ("issue", "client", "approach", "limits", "settle")

SHOWN: dict[str, Where] = {
    **{f"prepare {step}": (lambda calls, step=step: Place("prepare", calls.planned, step)) for step in STEPS},  # type: ignore[misc]
    "call sheet": lambda calls: Place("call_sheet", calls.planned),
    "look back now": lambda calls: Place("look_back", calls.waiting, "now"),
    "look back later": lambda calls: Place("look_back", calls.done, "later"),
    "prepare client, begun": lambda calls: Place("prepare", calls.begun, "client"),
    "prepare approach, begun": lambda calls: Place("prepare", calls.begun, "approach"),
    "look back now, held": lambda calls: Place("look_back", calls.held, "now"),
    "look back later, held": lambda calls: Place("look_back", calls.held, "later"),
}
"""Pages about a call; the others are shown by their name."""

_ANSWERED: dict[str, dict[str, Any]] = {
    "forecast": {"ending": ["partly"], "sure": ["fairly"]},
    "feelings": {"picked": ["let_down", "angry"], "text": "Northwind"},
    "expects": {"text": "Northwind"},
    "trade": {"give": "Northwind", "get": "Northwind", "stop": "Northwind"},
    "ladder": {"restate": "Northwind", "own": "Northwind"},
}
"""What was written about a call that was held."""

OF_A_CALL = frozenset({"prepare", "call_sheet", "look_back"})


def places() -> dict[str, Where]:
    """Every page of the window by the name of its picture; one about a call that is not named above shows the next."""
    found: dict[str, Where] = {}
    for entry in PAGES:
        if entry.name in OF_A_CALL:
            continue
        found[entry.name.replace("_", " ")] = partial(_plainly, entry.name)
    return found | SHOWN


def _plainly(name: str, calls: Calls) -> Place:
    return Place(name, calls.planned if name == "rehearse" else "")


class Showing:
    """One window over a journal of its own, to be walked through page by page."""

    def __init__(self, app: QApplication, folder: Path, look: Look, journals: "Journals") -> None:
        self._app = app
        journal = folder / "journal.db"
        settings = folder / "settings.json"
        shutil.copyfile(journals.at(look.state, look.language), journal)
        Settings(theme=look.theme, text_scale=look.scale, language=look.language, less_motion=True).save(settings)
        with patch("forecall.app.settings_file", lambda: settings):
            _app, self.program = build(["forecall"], journal)
        self.window = self.program.window
        self.window.resize(*look.size)
        self.program.show()
        self.window.activateWindow()
        rest(50)
        self.calls = self._some_calls()

    def pages(self) -> Iterator[str]:
        """Show one page after the other; gives its name once it stands."""
        for name, where in places().items():
            self.window.go(where(self.calls))
            self.settle()
            yield name
        self.window.go(Place("prepare", self.calls.planned))
        self.settle()
        self.window.actions_by_name["palette"].trigger()
        self.settle()
        yield "palette"

    def menus(self) -> Iterator[tuple[str, QMenu]]:
        """Open the menu, and each menu in it; gives its name and itself."""
        self.window.actions_by_name["menu"].trigger()
        side = self.window.findChild(SideBar)
        assert side is not None
        menu = side.findChild(QMenu)
        assert menu is not None
        yield "menu", menu
        for number, each in enumerate(menu.findChildren(QMenu), 1):
            each.popup(menu.pos())
            yield f"menu_{number}", each
            each.close()
        menu.close()

    def dialogs(self) -> Iterator[tuple[str, QWidget]]:
        """Show one dialog after the other; gives its name and itself once it stands."""
        for name, make in self._dialogs().items():
            dialog = make()
            dialog.show()
            self.settle()
            yield name, dialog
            dialog.close()
            dialog.deleteLater()

    def _dialogs(self) -> dict[str, Callable[[], QWidget]]:
        window, desk = self.window, self.window.desk
        call = self._asks(read_call, self.calls.planned)
        assert call is not None
        head = call.head
        versions = {"call_id": head.id, "key": "issue"}
        renew = (
            _("Make one fresh backup and remove the older ones?"),
            _("What you deleted for good is then in no backup either. The older ones cannot be brought back."),
            _("Renew"),
        )
        merge = _("Merge {name} with…").format(name="Northwind"), _("Merge")
        return {
            "call_menu": lambda: CallMenu(window.page, head),
            "change_the_call": lambda: EditCall(desk, head, window),
            "choose_client": lambda: ChooseClient(desk, *merge, sentence=renew[1], parent=window),
            "confirm": lambda: Confirm(*renew, window),
            "delete_for_good": lambda: DeleteForGood("Northwind", window),
            "earlier_versions": lambda: EarlierVersions(desk, _("What you know about them"), versions, window),
            "all_keys": lambda: KeysSheet(window),
        }

    def live(self, call: str) -> QWidget:
        """The window of a call, once it stands."""
        self.window.live_asked.emit(call, False)
        self.settle()
        assert self.program.live is not None
        return self.program.live

    def settle(self) -> None:
        """Wait until everything asked of the journal is answered and drawn; drawing may ask for more."""
        workspace = self.window.desk.workspace
        for _round in range(3):
            loop = QEventLoop()
            workspace.settled().then(lambda _none, loop=loop: loop.quit())  # type: ignore[misc]
            loop.exec()
            loop = QEventLoop()
            workspace.ask(lambda connection: None).then(lambda _none, loop=loop: loop.quit())  # type: ignore[misc]
            loop.exec()
            rest(10)

    def close(self) -> None:
        """Close the window and let go of the program."""
        self.window.close()
        self.window.deleteLater()
        self.program.deleteLater()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _some_calls(self) -> Calls:
        now, zone = utc_now(), self.window.desk.zone
        planned = self._asks(next_calls, now)
        waiting = self._asks(waiting_calls, now, zone)
        done = self._asks(list_calls, Sieve(stage=Stage.DONE), now, limit=40)
        # The one that says most: which one is the newest depends on the day.
        done.sort(key=lambda head: -len(self._asks(read_call, head.id, now).answers))
        begun, held = self._lives_through(ends=False), self._lives_through(ends=True)
        if planned and waiting and done:
            return Calls(planned[0].id, waiting[0].id, done[0].id, begun, held)
        bare = self._does(verbs.start_call, "Northwind")
        return Calls(bare, bare, bare, begun, held)

    def _lives_through(self, *, ends: bool) -> str:
        """A call that was begun and noted in; its words are a name, which no language changes."""
        call = str(self._does(verbs.start_call, "Northwind", types=["complaint"]))
        for key, value in _ANSWERED.items():
            self._does(verbs.record_answer, call, key, value)
        for key, places in (("points", "abc"), ("objections", "d")):
            for place in places:
                self._does(verbs.write_item, call, key, call + place, {"text": "Northwind", "then": "Northwind"})
        self._does(verbs.begin_call, call)
        self._does(verbs.tick_item, f"{call}a")
        for at, kind in enumerate(LiveKind):
            of = {LiveKind.OBJECTION: f"{call}d", LiveKind.RUNG: "firm_no"}.get(kind, "")
            self._does(verbs.note_live, call, f"{call}{kind}", kind, 3600 + at * 100, "" if of else "Northwind", of)
        if ends:
            self._does(verbs.end_call, call)
            self._does(verbs.carry_to_promises, f"{call}b")
            self._does(verbs.record_answer, call, "ended", {"picked": ["partly"]})
            self._does(verbs.record_answer, call, "reading", {"picked": ["angry"], "text": "Northwind"})
            self._does(verbs.mark_call, call, "looked_back_now")
        return call

    def _does(self, verb: Any, *args: Any, **kwargs: Any) -> Any:
        return self.window.desk.workspace.perform(None, verb, *args, **kwargs).wait()

    def _asks(self, read: Any, *args: Any, **kwargs: Any) -> Any:
        return self.window.desk.workspace.ask(read, *args, **kwargs).wait()


class Journals:
    """A journal for each state, made when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def at(self, state: str, language: str = "en") -> Path:
        """The journal of that state, to be copied; in English for a language that is made up."""
        known = RESOURCES / "languages"
        told = language if language in languages_in(known) else "en"
        path = self._folder / f"{state} {told}.db"
        if not path.exists():
            use_language(known, told)
            if STATES[state]:
                make_sample(path, STATES[state], now=utc_now(), zone=ZONE)
            else:
                from forecall.storage.database import make

                make(path)
        return path


def rest(milliseconds: int) -> None:
    """Let the window's events run, with the storage threads free to work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


__all__ = ["STATES", "Calls", "Forecall", "Journals", "Look", "Showing", "places", "rest"]
