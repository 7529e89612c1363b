"""The pages of the window, in the order of the side bar."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from forecall.ui.page import Desk, Page


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page by name: the module and class that make it, imported when it is first shown."""

    name: str
    module: str
    maker: str
    in_side_bar: bool = False

    def make(self, desk: Desk) -> Page:
        """The page itself."""
        maker: Callable[[Desk], Page] = getattr(import_module(f"forecall.ui.pages.{self.module}"), self.maker)
        return maker(desk)


# To add a page: write ``x_page.py`` with a class that takes the desk, and name it here. Pages do not know each other.
PAGES: tuple[PageEntry, ...] = (
    PageEntry("today", "today_page", "TodayPage", in_side_bar=True),
    PageEntry("calls", "calls_page", "CallsPage", in_side_bar=True),
    PageEntry("clients", "clients_page", "ClientsPage", in_side_bar=True),
    PageEntry("lessons", "lessons_page", "LessonsPage", in_side_bar=True),
    PageEntry("guide", "guide_page", "GuidePage", in_side_bar=True),
    PageEntry("find", "search_page", "SearchPage", in_side_bar=True),
    PageEntry("new_call", "new_call_page", "NewCallPage"),
    PageEntry("note_call", "new_call_page", "NoteCallPage"),
    PageEntry("prepare", "prepare_page", "PreparePage"),
    PageEntry("call_sheet", "call_sheet_page", "CallSheetPage"),
    PageEntry("rehearse", "rehearse_page", "RehearsePage"),
    PageEntry("look_back", "look_back_page", "LookBackPage"),
    PageEntry("summary", "summary_page", "SummaryPage"),
    PageEntry("bring_in", "bring_in_page", "BringInPage"),
    PageEntry("trash", "trash_page", "TrashPage"),
    PageEntry("settings", "settings_page", "SettingsPage"),
    PageEntry("backups", "backups_page", "BackupsPage"),
    PageEntry("hindered", "hindered_page", "HinderedPage"),
)

SIDE_BAR_OF = {
    "new_call": "calls",
    "note_call": "calls",
    "prepare": "calls",
    "call_sheet": "calls",
    "rehearse": "calls",
    "look_back": "calls",
    "summary": "lessons",
    "backups": "settings",
}
"""The entry of the side bar that stands for a page without one of its own."""
