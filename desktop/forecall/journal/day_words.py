"""Days and moments as the documents tell them."""

from datetime import date, datetime


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
