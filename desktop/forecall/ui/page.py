"""What every page is: a place in the window that reads again when it is shown and something it shows has changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from forecall.ui.widgets.spoken import Role

if TYPE_CHECKING:  # a page is shown before any of these is needed
    from pathlib import Path

    from forecall.guide.catalog import Catalog
    from forecall.journal.changes import Changes
    from forecall.settings import Settings
    from forecall.ui.bridge import Bridge
    from forecall.ui.icons import Icons
    from forecall.ui.theme import Theme
    from forecall.workspace.workspace import Workspace


class Place(NamedTuple):
    """Where a person is: a page, and on it a call or client, a step, a question."""

    page: str
    id: str = ""
    step: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be done: what it means, and the words of its button."""

    title: str
    about: str
    button: str
    chosen: Callable[[], None]


class Desk:
    """What the window hands to each page: the journal, what is asked, and how things look.

    The journal, the catalogue and the zone are there when they are first asked for, so that the first frame waits for
    none of them.
    """

    def __init__(
        self,
        *,
        bridge: "Bridge",
        settings: "Settings",
        theme: "Theme",
        icons: "Icons",
        open_workspace: "Callable[[], Workspace]",
        load_catalog: "Callable[[], Catalog]",
        find_zone: Callable[[], str],
        awake: bool = True,
    ) -> None:
        self.bridge = bridge
        self.settings = settings
        self.theme = theme
        self.icons = icons
        self._open_workspace = open_workspace
        self._load_catalog = load_catalog
        self._find_zone = find_zone
        self.awake = awake
        """Whether pages may read the journal; not before the first frame is out."""
        self.is_example = False
        """Whether the journal is the sample one, of which nothing is kept."""
        self.hindrance: tuple[str, str, Sequence[Choice]] | None = None
        """What stands between the person and their journal, if anything does."""

    @cached_property
    def workspace(self) -> "Workspace":
        """The journal; opened with the first word about it."""
        return self._open_workspace()

    @property
    def is_open(self) -> bool:
        """Whether the journal was asked for."""
        return "workspace" in vars(self)

    @cached_property
    def catalog(self) -> "Catalog":
        """Worksheets and guide."""
        return self._load_catalog()

    @cached_property
    def zone(self) -> str:
        """The IANA name of the zone the person is in."""
        return self._find_zone()

    def now(self) -> datetime:
        """The wall clock where the person is."""
        from forecall.journal.moments import wall_now

        return wall_now(self.zone)


class Page(QWidget):
    """A page of the window. Subclasses set ``name``, build their widgets in ``__init__`` and fill them in ``read``.

    ``read`` is called when the page is shown for a place, and again when something it shows was changed elsewhere.
    """

    spoken_role = Role.Pane

    name = ""

    place_chosen = Signal(object)  # Place: the person wants to go there
    said = Signal(str, bool)  # a sentence for the notice, and whether undo is offered with it

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        self.desk = desk
        self.place = Place(self.name)
        self._stale = True
        self.setObjectName(f"{self.name}_page")
        self.setAccessibleName(title)
        desk.bridge.changed.connect(self._on_changed)

    def open_at(self, place: Place) -> None:
        """Show the page for a place; what was typed before is on its way to the file first."""
        self.flush()
        self.place = place
        self._stale = True
        if self.isVisible():
            self.catch_up()

    def shows(self, row_id: str, key: str = "") -> bool:
        """Whether a call, client or lesson is in sight here, and on it the question of that key."""
        return self.place.id == row_id

    def can(self, action: str) -> bool:
        """Whether there is something here that the action of that name would be about."""
        return hasattr(self, f"do_{action}")

    def read(self) -> None:
        """Ask the journal for what the page shows and draw it when it comes."""
        raise NotImplementedError

    def concerns(self, changes: "Changes") -> bool:
        """Whether the page shows something of what was changed."""
        return bool(changes)

    def flush(self) -> None:
        """Send everything that was typed and is not settled yet on its way to the file."""

    def stopped_at(self) -> Place:
        """Where to go on the next time: the place, and the question that the cursor was last in."""
        return self.place

    def take(self, paths: "Sequence[Path]") -> None:
        """Files were dropped on the window. Only the page that brings them in looks at them."""

    def focus_first(self) -> None:
        """Put the keyboard where a person would begin."""
        self.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """A hidden page is brought up to date when it is shown."""
        super().showEvent(event)
        self.catch_up()

    def catch_up(self) -> None:
        """Read what is not up to date, once that is possible."""
        if self._stale and self.desk.awake:
            self._read_now()

    def read_again(self) -> None:
        """A preference was changed that the page may follow."""
        self._stale = True
        if self.isVisible():
            self.catch_up()

    def _on_changed(self, changes: "Changes", initiator: Any) -> None:
        if initiator is self or not self.concerns(changes):
            return
        if self.isVisible():
            self._read_now()
        else:
            self._stale = True

    def _read_now(self) -> None:
        self._stale = False
        self.read()
