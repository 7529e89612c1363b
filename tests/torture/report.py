"""What came of the rows, as lines, as Markdown for the README, and as JSON."""

import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.torture.catalogue import Row
from tests.torture.outcome import Outcome

BEGINS, ENDS = "<!-- torture: begins -->", "<!-- torture: ends -->"

Result = dict[str, Any]
"""A row and what came of it, as it is kept in the file."""


def result_of(row: Row, wanted: int, seed: int, seconds: float, outcome: Outcome) -> Result:
    """A row's result. ``wanted`` is how many trials were asked for."""
    return {**asdict(row), "wanted": wanted, "seed": seed, "seconds": round(seconds, 1), **outcome.as_dict()}


def line(result: Result) -> str:
    """One line for a terminal."""
    short = "" if result["trials_done"] >= result["wanted"] else f" ({result['wanted']:,} were wanted)"
    return (
        f"{result['number']:>2}  {result['promise']}: {result['figure']}{short}"
        f"  [{result['trial']}; seed {result['seed']}, {result['seconds']:.0f} s]"
    )


def more(result: Result) -> str:
    """What else is worth knowing, below the line."""
    return "\n".join(f"      {each}" for each in (*result["notes"], *result["lost"]))


def about(results: Sequence[Result], scale: float) -> dict[str, str]:
    """Where and how it was measured."""
    return {
        "machine": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, "
        f"{os.cpu_count()} cores",
        "scale": f"{scale:g}",
        "seeds": ", ".join(sorted({str(result["seed"]) for result in results})),
    }


def markdown(results: Sequence[Result], told: Mapping[str, str]) -> str:
    """The table for the README."""
    lines = ["| | what is promised | what one trial is | lost |", "|---|---|---|---|"]
    for result in results:
        short = "" if result["trials_done"] >= result["wanted"] else f" ({result['wanted']:,} were wanted)"
        lines.append(f"| {result['number']} | {result['promise']} | {result['trial']} | {result['figure']}{short} |")
    notes = [f"- {result['number']}: {'; '.join(result['notes'])}" for result in results if result["notes"]]
    run = f"`make torture`, seed {told['seeds']}, scale {told['scale']}, on {told['machine']}. "
    said = 'A count of zero in N trials is stated as "< 3/N": the true rate is below that with 95 % confidence.'
    return "\n".join([*lines, "", run + said, "", *notes])


def write(folder: Path, results: Sequence[Result], scale: float) -> None:
    """Keep the table and the figures."""
    folder.mkdir(parents=True, exist_ok=True)
    told = about(results, scale)
    kept = json.dumps({**told, "rows": list(results)}, ensure_ascii=False, indent=1)
    (folder / "torture.json").write_text(kept, encoding="utf-8")
    (folder / "torture.md").write_text(markdown(results, told) + "\n", encoding="utf-8")


def write_readme(figures: Path, readme: Path) -> None:
    """Put the table of a run into the README, between its two marks."""
    told = json.loads(figures.read_text("utf-8"))
    text = readme.read_text("utf-8")
    before, _mark, rest = text.partition(BEGINS)
    _old, mark, after = rest.partition(ENDS)
    if not mark:
        raise ValueError(f"{readme.name} has no place for the table: {BEGINS} … {ENDS}")
    readme.write_text(f"{before}{BEGINS}\n{markdown(told['rows'], told)}\n{ENDS}{after}", encoding="utf-8")
