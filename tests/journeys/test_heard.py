"""The main job as somebody does it who sees nothing: through the accessibility bus, from another process."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.torture import programs
from tests.torture.screen import screen

SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
LONGEST_S = 300.0


def missing() -> str:
    """What the journey needs and is not here."""
    tools = [name for name in ("Xvfb", "dbus-run-session") if shutil.which(name) is None]
    asked = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"]
    if not Path(SYSTEM_PYTHON).exists() or subprocess.run(asked, capture_output=True).returncode:
        tools.append("Atspi in the system's Python")
    if not any(Path(each).exists() for each in LAUNCHERS):
        tools.append("the accessibility bus")
    return ", ".join(tools)


def test_the_main_job_is_done_by_ear(tmp_path: Path) -> None:
    if lacking := missing():
        pytest.skip(f"{lacking} is missing; packaging/tools_for.sh tests installs it")
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    with screen() as shown:
        more = {**shown, "XDG_RUNTIME_DIR": str(runtime), "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LANGUAGE": "en"}
        environment = programs.around(tmp_path, more)
        story = [SYSTEM_PYTHON, "-m", "tests.journeys.heard.story"]
        window = [sys.executable, "-m", "forecall", "--journal", str(tmp_path / "journal.db")]
        command = ["dbus-run-session", "--", *story, *window]
        ended = programs.run(command, environment, LONGEST_S)
    assert ended.code == 0, f"{ended.out}\n{ended.err[-3000:]}"
    assert "Traceback" not in ended.err, ended.err[-3000:]
    assert ended.out.splitlines()[-1] == "heard: finds_the_lesson"
