"""Days and if-then plans as the documents tell them."""

from datetime import date, datetime

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


def moment_text(wall: str, zone: str | None = None) -> str:
    """A planned wall time: "Thu 26 Nov, 10:00". Its zone is named by those who need it."""
    from babel.dates import format_datetime

    return format_datetime(datetime.fromisoformat(wall), "EEE d MMM, HH:mm", locale="en")


def day_text(day: str) -> str:
    """A day with its year: "12 January 2026"."""
    from babel.dates import format_date

    return format_date(date.fromisoformat(day), "d MMMM y", locale="en")


def month_text(day: str) -> str:
    """The month of a day: "March 2026"."""
    from babel.dates import format_date

    return format_date(date.fromisoformat(day), "LLLL y", locale="en")
