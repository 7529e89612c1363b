"""The figures: what each is called, what it stands beside, and what is to be reached."""

import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure. ``beside`` is its floor, or the same with a small journal."""

    name: str
    value: float
    unit: str
    beside: float | None
    beside_name: str
    target: str
    reached: bool | None = None  # None: there is nothing to reach
    runs: int = 1
    details: dict[str, Any] = field(default_factory=dict)

    @property
    def ratio(self) -> float | None:
        """How many times what it stands beside."""
        return self.value / self.beside if self.beside else None

    def as_dict(self) -> dict[str, Any]:
        """For the file of figures."""
        return {**asdict(self), "ratio": self.ratio}


def times(
    name: str, values: Sequence[float], beside: Sequence[float], beside_name: str, most: float, unit: str = "ms"
) -> Figure:
    """A figure that is to be at most so many times what it stands beside, both as medians of their runs."""
    value, floor = statistics.median(values), statistics.median(beside)
    details = {"runs": [round(each, 2) for each in values], "beside": [round(each, 2) for each in beside]}
    reached = value / floor <= most
    return Figure(name, value, unit, floor, beside_name, f"≤ {most:g} ×", reached, len(values), details)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that ``share`` of all values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -(-int(len(ordered) * share * 1000) // 1000) - 1))]


def table(figures: Sequence[Figure]) -> str:
    """The figures as text, one a line."""
    head = ("figure", "measured", "beside", "", "times", "to reach", "")
    rows = [head, *(_row(each) for each in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]])


def _row(figure: Figure) -> tuple[str, ...]:
    ratio = figure.ratio
    verdict = {True: "reached", False: "NOT reached", None: ""}[figure.reached]
    return (
        figure.name,
        f"{figure.value:.1f} {figure.unit}",
        f"{figure.beside:.1f} {figure.unit}" if figure.beside is not None else "",
        figure.beside_name,
        f"{ratio:.2f} ×" if ratio is not None else "",
        figure.target,
        verdict,
    )
