"""Starts the program as a person or a script does, in surroundings of its own, without root where rights matter."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.processes import CHECKOUT, surroundings

PATIENCE = 60.0
"""Seconds after which a process counts as hanging."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended. A negative code is the signal that killed it; ``None`` means that it hung."""

    code: int | None
    out: str
    err: str

    @property
    def fell(self) -> str:
        """The process crashed, hung or showed a traceback, as a sentence; else nothing."""
        if self.code is None:
            return f"it hung for {PATIENCE:g} s"
        if self.code < 0:
            return f"it was ended by {signal.Signals(-self.code).name}"
        if "Traceback (most recent call last)" in self.err:
            return f"it showed a traceback: {self.err.strip().splitlines()[-1]}"
        return ""


def around(home: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a process that keeps everything below ``home``."""
    return surroundings(home, {"PYTHONDONTWRITEBYTECODE": "1", "TZ": "UTC", **(more or {})})


def forecall(*arguments: str | Path) -> list[str]:
    """The command that starts the program."""
    return [sys.executable, "-m", "forecall", *map(str, arguments)]


def module(name: str, *arguments: str | Path) -> list[str]:
    """The command that starts one of the rows' own processes."""
    return [sys.executable, "-m", f"tests.torture.{name}", *map(str, arguments)]


def without_rights(command: Sequence[str]) -> list[str]:
    """The command without what makes root more than others: no capability is left, and every file's rights count."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        return list(command)
    return ["setpriv", "--bounding-set=-all", "--inh-caps=-all", *command]


def run(command: Sequence[str], environment: Mapping[str, str], patience: float = PATIENCE, **more: Any) -> Ended:
    """Run a process to its end."""
    process = start(command, environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)
    try:
        out, err = process.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        kill(process)
        out, err = process.communicate()
        return Ended(None, out, err)
    return Ended(process.returncode, out, err)


def start(command: Sequence[str], environment: Mapping[str, str], **more: Any) -> "subprocess.Popen[str]":
    """Start a process in a session of its own, so that all it starts can be ended with it."""
    return subprocess.Popen(
        command,
        env=dict(environment),
        cwd=CHECKOUT,
        text=True,
        errors="replace",
        start_new_session=True,
        **{"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, **more},
    )


def kill(process: "subprocess.Popen[str]") -> None:
    """SIGKILL to a process and to what it started, and wait until it is gone."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        process.kill()
    process.wait()


def wait_for(there: Callable[[], Any], seconds: float, every: float = 0.02) -> Any:
    """What ``there`` gives as soon as it gives something; what it gave last when the time is over."""
    ends = time.monotonic() + seconds
    while not (found := there()) and time.monotonic() < ends:
        time.sleep(every)
    return found


def missing_tools(*names: str) -> list[str]:
    """Which of these programs are not installed."""
    return [name for name in names if shutil.which(name) is None]
