"""What came of a row: how often it was tried, what was lost, and how sure that makes one."""

from dataclasses import dataclass, field
from typing import Any

_MOST_TOLD = 20


@dataclass(slots=True)
class Outcome:
    """``lost`` holds a sentence for each trial that broke the promise; ``notes`` are what else is worth knowing."""

    trials: int = 0
    lost: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def tried(self, *losses: str) -> None:
        """One more trial; whatever it lost counts once, with all its sentences."""
        self.trials += 1
        said = "; ".join(each for each in losses if each)
        if said:
            self.lost.append(f"trial {self.trials}: {said}")

    def add(self, other: "Outcome") -> None:
        """Count the trials of another outcome as well."""
        self.trials += other.trials
        self.lost += other.lost
        self.notes += other.notes

    @property
    def figure(self) -> str:
        """The count as it is told: zero of N means that the true rate is below 3/N with 95 % confidence."""
        if not self.trials:
            return "not tried"
        if self.lost:
            return f"{len(self.lost):,} of {self.trials:,}"
        return f"0 of {self.trials:,}, < 3/{self.trials:,}"

    def as_dict(self) -> dict[str, Any]:
        """For a file; of many losses the first are kept."""
        told = {"trials_done": self.trials, "notes": self.notes, "lost": self.lost[:_MOST_TOLD]}
        return {**told, "lost_count": len(self.lost), "figure": self.figure}
