"""A day on which the whole program stands still, whatever day the test runs on."""

from datetime import UTC, date, datetime, tzinfo
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

import forecall
from forecall.ui.widgets.date_field import DateField

MOMENT = datetime(2026, 11, 27, 10, 0, tzinfo=UTC)
"""A Friday."""


class _Passes(type):
    """Real moments and days count as these classes' own."""

    def __instancecheck__(cls, other: object) -> bool:
        return isinstance(other, cls.__mro__[1])


class Moment(datetime, metaclass=_Passes):
    """``datetime``, but that it is always the same moment."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Any:
        """That moment, in a zone where one is named."""
        return MOMENT.astimezone(tz) if tz is not None else MOMENT.replace(tzinfo=None)


class Day(date, metaclass=_Passes):
    """``date``, but that it is always the same day."""

    @classmethod
    def today(cls) -> Any:
        """That day."""
        return MOMENT.date()


def stop_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every module of the program is told ``MOMENT``; it is imported first, so that none comes later."""
    for module in _all_modules():
        if getattr(module, "datetime", None) is datetime:
            monkeypatch.setattr(module, "datetime", Moment)
        if getattr(module, "date", None) is date:
            monkeypatch.setattr(module, "date", Day)
    still = SimpleNamespace(monotonic=lambda: 1000.0)
    monkeypatch.setattr("forecall.coach.call_clock.time", still)
    defaults = DateField.__init__.__kwdefaults__
    assert defaults is not None
    monkeypatch.setitem(defaults, "today", Day.today)


def _all_modules() -> list[ModuleType]:
    names = [each.name for each in walk_packages(forecall.__path__, "forecall.")]
    return [import_module(name) for name in names if not name.endswith("__main__") and ".migrations." not in f"{name}."]
