"""Starts the processes that are measured, in surroundings of their own, and reads what they tell."""

import compileall
import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Timer
from typing import Any

import psutil

from tests.benchmarks.marks import STARTED

CHECKOUT = Path(__file__).resolve().parents[2]
_LONGEST = 900.0
_LONGEST_START = 30.0


def compile_program() -> None:
    """Compile what is started from the checkout, as an installer does: else, where Python may not keep what it
    compiled, each start that is measured or killed would begin with compiling all of it."""
    for folder in ("desktop/forecall", "tests/benchmarks", "tests/torture"):
        compileall.compile_dir(CHECKOUT / folder, quiet=2)


def surroundings(home: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Off screen, with folders that hold nothing of the person's."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FORECALL_", "XDG_", "QT_"))}
    return {
        **kept,
        "HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join((str(CHECKOUT / "desktop"), str(CHECKOUT))),
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "en",
        **(more or {}),
    }


def told_by(module: str, arguments: Sequence[str], environment: Mapping[str, str]) -> dict[str, Any]:
    """What a measured module tells when it is done."""
    command = _command(module, arguments)
    done = subprocess.run(command, env=_now(environment), capture_output=True, text=True, timeout=_LONGEST)
    lines = done.stdout.splitlines()
    if done.returncode or not lines:
        raise RuntimeError(f"{module} failed:\n{done.stderr[-2000:]}")
    return dict(json.loads(lines[-1]))


def seen_in(
    module: str, arguments: Sequence[str], environment: Mapping[str, str], quiet_seconds: float = 0.0
) -> dict[str, Any]:
    """What a measured window tells; with ``quiet_seconds``, also its memory (PSS, MB) after that time."""
    process = subprocess.Popen(
        _command(module, arguments),
        env=_now(environment),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    watch = Timer(_LONGEST_START, process.kill)
    watch.start()
    try:
        line = process.stdout.readline()
        if not line:
            raise RuntimeError(f"{module} told nothing in {_LONGEST_START:g} seconds")
        told: dict[str, Any] = json.loads(line)
        if quiet_seconds:
            time.sleep(quiet_seconds)
            told["pss"] = psutil.Process(process.pid).memory_full_info().pss / 1e6
    finally:
        process.stdin.close()
        process.wait(_LONGEST_START)
        watch.cancel()
    return told


def milliseconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """How long a whole process takes."""
    started = time.perf_counter()
    done = subprocess.run(command, env=dict(environment), capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[1:4]} failed:\n{done.stderr.decode()[-2000:]}")
    return (time.perf_counter() - started) * 1e3


def _command(module: str, arguments: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments]


def _now(environment: Mapping[str, str]) -> dict[str, str]:
    return {**environment, STARTED: str(time.monotonic_ns())}
