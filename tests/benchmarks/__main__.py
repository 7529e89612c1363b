"""``make bench``: measures, shows a table, and keeps it with all single values in ``build/bench``."""

import json
import os
import platform
import sys
from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT / "desktop"))

from tests.benchmarks.figures import Figure, table  # noqa: E402
from tests.benchmarks.measures import MEASURES, Bench, now  # noqa: E402
from tests.benchmarks.processes import compile_program  # noqa: E402


def main() -> int:
    """Measure what was asked for; 1 when a figure is not reached."""
    asked = _parser().parse_args()
    folder = asked.folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    compile_program()
    bench = Bench(folder, asked.runs, asked.letters, asked.searches)
    figures: list[Figure] = []
    for name in asked.only or MEASURES:
        print(f"{name} …", file=sys.stderr, flush=True)
        figures += (replace(figure, value=float(figure.value)) for figure in MEASURES[name](bench))
    machine = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, {os.cpu_count()} cores"
    shown = f"{now()} · {machine} · medians of {asked.runs} runs\n\n{table(figures)}\n"
    print(shown, end="")
    (folder / "figures.txt").write_text(shown, encoding="utf-8")
    kept = {"when": now(), "machine": machine, "figures": [figure.as_dict() for figure in figures]}
    (folder / "figures.json").write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
    return 1 if any(figure.reached is False for figure in figures) else 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="make bench ARGS=…", description="Measure how fast the program is.")
    parser.add_argument("--only", nargs="+", choices=list(MEASURES), help="measure only these")
    parser.add_argument("--runs", type=int, default=7, help="alternating runs behind each median (7)")
    parser.add_argument("--letters", type=int, default=400, help="letters typed on the slow disk (400)")
    parser.add_argument("--searches", type=int, default=200, help="searches typed (200)")
    parser.add_argument("--folder", type=Path, default=CHECKOUT / "build" / "bench", help="for journals and figures")
    return parser


sys.exit(main())
