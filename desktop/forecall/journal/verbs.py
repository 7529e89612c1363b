"""The names of all operations, for those who must not import SQLModel on the window's thread.

To a type checker these are the operations themselves; when the program runs they are names that the storage thread
looks up. To add an operation: write it in its module, with the session as its first parameter, and name it here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from forecall.journal.answers import record_answer as record_answer
    from forecall.journal.arrivals import bring_in as bring_in
    from forecall.journal.bringing import bring_calls as bring_calls
    from forecall.journal.calls import copy_call as copy_call
    from forecall.journal.calls import give_call_to as give_call_to
    from forecall.journal.calls import lengthen_call as lengthen_call
    from forecall.journal.calls import link_call as link_call
    from forecall.journal.calls import mark_call as mark_call
    from forecall.journal.calls import move_call as move_call
    from forecall.journal.calls import next_call as next_call
    from forecall.journal.calls import rename_call as rename_call
    from forecall.journal.calls import reopen_call as reopen_call
    from forecall.journal.calls import retype_call as retype_call
    from forecall.journal.calls import start_call as start_call
    from forecall.journal.carrying import carry_to_next_call as carry_to_next_call
    from forecall.journal.carrying import carry_to_promises as carry_to_promises
    from forecall.journal.causes import turn_cause as turn_cause
    from forecall.journal.clients import archive_client as archive_client
    from forecall.journal.clients import delete_client as delete_client
    from forecall.journal.clients import merge_clients as merge_clients
    from forecall.journal.clients import note_about_client as note_about_client
    from forecall.journal.clients import rename_client as rename_client
    from forecall.journal.drafts import keep_draft as keep_draft
    from forecall.journal.holding import begin_call as begin_call
    from forecall.journal.holding import end_call as end_call
    from forecall.journal.holding import not_started as not_started
    from forecall.journal.holding import note_live as note_live
    from forecall.journal.holding import spend_time as spend_time
    from forecall.journal.items import keep_promise as keep_promise
    from forecall.journal.items import move_item as move_item
    from forecall.journal.items import promise_on as promise_on
    from forecall.journal.items import rate_response as rate_response
    from forecall.journal.items import remove_item as remove_item
    from forecall.journal.items import tick_item as tick_item
    from forecall.journal.items import write_item as write_item
    from forecall.journal.lessons import archive_lesson as archive_lesson
    from forecall.journal.lessons import count_help as count_help
    from forecall.journal.lessons import delete_lesson as delete_lesson
    from forecall.journal.lessons import use_lesson as use_lesson
    from forecall.journal.lessons import write_lesson as write_lesson
    from forecall.journal.phrases import delete_phrase as delete_phrase
    from forecall.journal.phrases import hide_phrase as hide_phrase
    from forecall.journal.phrases import show_phrase as show_phrase
    from forecall.journal.phrases import write_phrase as write_phrase
    from forecall.journal.trash import bring_back as bring_back
    from forecall.journal.trash import note_used_day as note_used_day
    from forecall.journal.trash import purge as purge
    from forecall.journal.versions import use_version as use_version

MODULES = (
    "answers",
    "items",
    "causes",
    "calls",
    "clients",
    "lessons",
    "drafts",
    "arrivals",
    "bringing",
    "phrases",
    "holding",
    "carrying",
    "trash",
    "versions",
)


@dataclass(frozen=True, slots=True)
class Verb:
    """An operation by name."""

    name: str

    def load(self) -> Callable[..., Any]:
        """The operation itself; imports SQLModel. Raises ``LookupError`` for a name that no module has."""
        for module in MODULES:
            found = getattr(import_module(f"forecall.journal.{module}"), self.name, None)
            if found is not None:
                return found  # type: ignore[no-any-return]
        raise LookupError(self.name)


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Verb:
        if name.startswith("_"):
            raise AttributeError(name)
        return Verb(name)
