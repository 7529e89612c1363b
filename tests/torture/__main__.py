"""``make torture``: tries what the program promises when things go wrong; 1 when something was lost."""

import json
import os
import signal
import subprocess
import sys
import time
import traceback
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT / "desktop"))

from tests.benchmarks.processes import compile_program  # noqa: E402
from tests.torture import report, room  # noqa: E402
from tests.torture.catalogue import ROWS, Row, row  # noqa: E402
from tests.torture.outcome import Outcome  # noqa: E402

AT_ONCE = 2
_GRACE = 120.0
"""Seconds a row may need beyond its time to end its last trial, before it is killed."""


@dataclass(slots=True)
class _Running:
    row: Row
    process: "subprocess.Popen[bytes]"
    told: Path
    kill_at: float


def main() -> int:
    """Try what was asked for."""
    asked = _parser().parse_args()
    if asked.write_readme:
        report.write_readme(asked.write_readme, CHECKOUT / "README.md")
        return 0
    if asked.told:
        _try_here(asked)
        return 0
    compile_program()
    rows = [row(number) for number in asked.row] if asked.row else list(ROWS)
    folder = asked.folder.absolute()
    results = _try_all(rows, asked, folder)
    results.sort(key=lambda result: int(result["number"]))
    report.write(folder, results, asked.scale)
    lost = sum(int(result["lost_count"]) for result in results)
    print(f"{f'{lost} trials lost something' if lost else 'Nothing was lost'}; the table: {folder.name}/torture.md")
    return 1 if lost else 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="make torture ARGS=…", description="Try what is promised when things go wrong.")
    parser.add_argument("--row", type=int, nargs="+", choices=[each.number for each in ROWS], help="only these rows")
    parser.add_argument("--seed", type=int, default=1, help="the same seed tries the same (1)")
    parser.add_argument("--scale", type=float, default=1.0, help="so many times the trials, and the time (1)")
    parser.add_argument("--minutes", type=float, default=0.0, help="at most so long for each row")
    parser.add_argument("--folder", type=Path, default=CHECKOUT / "build", help="for the table and the figures")
    parser.add_argument("--write-readme", type=Path, metavar="FILE", help="put the table of a run into the README")
    parser.add_argument("--told", type=Path, help="(for itself) try one row in this process and tell it there")
    return parser


def _try_all(rows: Sequence[Row], asked: Namespace, folder: Path) -> list[report.Result]:
    """Each row in a process of its own, two at a time, the longest first."""
    waiting = sorted(rows, key=lambda each: -each.minutes)
    running: list[_Running] = []
    results: list[report.Result] = []
    folder.mkdir(parents=True, exist_ok=True)
    try:
        while waiting or running:
            while waiting and len(running) < AT_ONCE:
                running.append(_begin(waiting.pop(0), asked, folder))
            for each in list(running):
                over = time.monotonic() > each.kill_at
                if each.process.poll() is None and not over:
                    continue
                if over:
                    _end(each)
                running.remove(each)
                results.append(_result(each, over, asked))
                print(report.line(results[-1]), report.more(results[-1]), sep="\n", flush=True)
            time.sleep(0.2)
    finally:
        for each in running:
            _end(each)
    return results


def _begin(each: Row, asked: Namespace, folder: Path) -> _Running:
    told = folder / f"torture-{each.number}.json"
    told.unlink(missing_ok=True)
    arguments = ["--row", str(each.number), "--seed", str(asked.seed), "--scale", str(asked.scale)]
    command = [sys.executable, "-m", "tests.torture", *arguments, "--minutes", str(asked.minutes), "--told", str(told)]
    process = subprocess.Popen(command, cwd=CHECKOUT, env=_surroundings(), start_new_session=True)
    return _Running(each, process, told, time.monotonic() + _seconds(each, asked) + _GRACE)


def _surroundings() -> dict[str, str]:
    path = os.pathsep.join((str(CHECKOUT / "desktop"), str(CHECKOUT)))
    return {**os.environ, "PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"}


def _seconds(each: Row, asked: Namespace) -> float:
    minutes = asked.minutes or each.minutes * max(asked.scale, 0.2)
    return float(minutes) * 60


def _end(each: _Running) -> None:
    with suppress(ProcessLookupError):
        os.killpg(each.process.pid, signal.SIGKILL)
    each.process.wait()


def _result(each: _Running, over: bool, asked: Namespace) -> report.Result:
    if each.told.exists():
        found: report.Result = json.loads(each.told.read_text("utf-8"))
        each.told.unlink()
        return found
    outcome = Outcome()
    outcome.lost.append("the row did not end in its time" if over else "the row went away without a word")
    return report.result_of(each.row, _wanted(each.row, asked), asked.seed, 0.0, outcome)


def _wanted(each: Row, asked: Namespace) -> int:
    return max(1, round(each.trials * asked.scale))


def _try_here(asked: Namespace) -> None:
    each = row(asked.row[0])
    wanted, began = _wanted(each, asked), time.monotonic()
    outcome = Outcome()
    with room.opened(asked.seed, _seconds(each, asked)) as here:
        try:
            outcome = each.run()(wanted, asked.seed, here)
        except Exception as error:
            traceback.print_exc()
            outcome.lost.append(f"the row failed: {error!r}")
    told = report.result_of(each, wanted, asked.seed, time.monotonic() - began, outcome)
    asked.told.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
