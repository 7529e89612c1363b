"""Days and if-then plans as documents tell them: the same whenever they are read."""

from datetime import date, datetime

from forecall import dates
from forecall.words import _


def if_then(cue: str, plan: str, pattern: str) -> str:
    """An if-then plan as one sentence; ``pattern`` joins the two unless the plan is a whole clause."""
    cue, plan = cue.strip().rstrip(".,;…"), plan.strip()
    if plan and plan[-1] not in ".!?…":
        plan += "."
    if not cue:
        return plan[:1].upper() + plan[1:]
    if not plan:
        return _("If {cue} …").format(cue=cue)
    whole = plan.casefold().startswith((_("I").casefold() + " ", _("I").casefold() + "'"))
    return (_("If {cue}, {plan}") if whole else pattern).format(cue=cue, plan=plan)


def moment_text(wall: str, zone: str | None = None, here: str = "") -> str:
    """A planned wall time: "Thu 26 Nov, 10:00". The city of ``zone`` is added when it is not the zone ``here``."""
    moment = datetime.fromisoformat(wall)
    far_away = datetime(moment.year, 1 if moment.month > 6 else 12, 15)  # else it would be "today"
    return dates.when_text(wall, zone, far_away, here)


def day_text(day: str) -> str:
    """A day with its year: "12 Jan 2026"."""
    return dates.day_text(day, date.min)


def month_text(day: str) -> str:
    """The month of a day with its year: "March 2026"."""
    return dates.month_text(date.fromisoformat(day), date.min)
