"""The acts that a reading may not hold yet: reading overtakes writing, by long where the disk is slow or refuses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True, eq=False)
class Act:
    """An operation that was asked for, by its name, and when it was heard to be in the file."""

    verb: str
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any] = field(default_factory=dict)
    saved_at: int | None = None


class OnTheirWay:
    """Lives where acts are asked for and heard of, on one thread."""

    def __init__(self) -> None:
        self._acts: list[Act] = []
        self._heard = 0
        self._readings: list[Reading] = []

    def begin(self, verb: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Act:
        """An act was asked for."""
        act = Act(verb, args, kwargs)
        self._acts.append(act)
        return act

    def saved(self, act: Act) -> None:
        """It is in the file: a reading that is asked for from now on holds it."""
        self._heard += 1
        act.saved_at = self._heard
        self._forget()

    def refused(self, act: Act) -> None:
        """It will never be in the file."""
        self._acts = [each for each in self._acts if each is not act]

    def unread(self) -> list[Act]:
        """All acts that what was read so far may not hold, in their order."""
        return list(self._acts)

    def reading(self) -> "Reading":
        """A reading is asked for."""
        asked = Reading(self, self._heard)
        self._readings.append(asked)
        return asked

    def end(self, reading: "Reading") -> None:
        """Nobody asks what it may not hold any more."""
        self._readings = [each for each in self._readings if each is not reading]
        self._forget()

    def _forget(self) -> None:
        oldest = min((each.asked_at for each in self._readings), default=self._heard)
        self._acts = [act for act in self._acts if act.saved_at is None or act.saved_at > oldest]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """One reading: how much had been heard of when it was asked for."""

    of: OnTheirWay
    asked_at: int

    def lacks(self) -> list[Act]:
        """The acts that it may not hold, in their order."""
        return [act for act in self.of.unread() if act.saved_at is None or act.saved_at > self.asked_at]

    def end(self) -> None:
        """It was used, or never will be."""
        self.of.end(self)
