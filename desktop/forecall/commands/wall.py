"""When a call is, and where it stands, as a line of text says it."""

from forecall.journal.moments import from_utc
from forecall.journal.records import CallHead, Stage
from forecall.words import _


def wall_of_call(head: CallHead) -> str:
    """The wall time a call was planned for, else the one here at which it was held or made."""
    return head.planned_wall.replace("T", " ") if head.planned_wall else wall_of(head.moment)


def wall_of(moment: str) -> str:
    """A UTC moment on the clock of this machine: "2026-11-26 10:00"."""
    return from_utc(moment).astimezone().strftime("%Y-%m-%d %H:%M")


def stage_text(stage: Stage) -> str:
    """What stands to be done with a call."""
    return {
        Stage.PREPARE: _("to prepare"),
        Stage.CALL: _("under way"),
        Stage.REFLECT: _("to look back"),
        Stage.DONE: _("done"),
        Stage.DID_NOT_HAPPEN: _("did not happen"),
    }[stage]
