"""A screen without a monitor, and an outside typist who writes down each key with its moment."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random
from threading import Event, Thread

from tests.torture.programs import wait_for

LETTERS = "the report came late and they stood in front of their board without it and nobody had told them "


@dataclass(frozen=True, slots=True)
class Key:
    """A letter, and the monotonic clock just before it was handed to the X server."""

    letter: str
    at: float


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """An X server for as long as it is needed; gives the words of the environment that lead to it.

    It would begin anew whenever its last window is gone, and turn away who comes at that moment.
    """
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        number = os.read(reading, 20).decode().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "QT_XCB_NO_XI2": "1"}
    finally:
        os.close(reading)
        server.terminate()
        server.wait(10)


def window_of(pid: int, environment: Mapping[str, str], seconds: float = 20.0) -> str:
    """The X window of a process once it can be seen, or nothing."""

    def look() -> str:
        asked = ["xdotool", "search", "--onlyvisible", "--pid", str(pid), "--name", "."]
        return subprocess.run(asked, env=dict(environment), capture_output=True, text=True).stdout.split("\n")[0]

    return str(wait_for(look, seconds, 0.05))


@dataclass
class Typist:
    """Hands keys to the X server through xdotool, whatever has the focus there."""

    environment: Mapping[str, str]
    log: list[Key] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._tool = subprocess.Popen(
            ["xdotool", "-"], env=dict(self.environment), stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        self._done = Event()
        self._thread: Thread | None = None

    def says(self, command: str) -> None:
        """Hand xdotool one command."""
        assert self._tool.stdin is not None
        self._tool.stdin.write(f"{command}\n")
        self._tool.stdin.flush()

    def key(self, letter: str) -> None:
        """Type one letter and write down when."""
        self.log.append(Key(letter, time.monotonic()))
        self.says(f"key {'space' if letter == ' ' else letter}")

    def begin(self, rng: Random, pauses: bool) -> None:
        """Type on a thread of its own until ``stop``: without any pause, or in bursts."""
        self._thread = Thread(target=self._type, args=(rng, pauses), name="typist", daemon=True)
        self._thread.start()

    def stop(self) -> list[Key]:
        """No more keys; gives all that were typed."""
        self._done.set()
        if self._thread is not None:
            self._thread.join()
        if self._tool.stdin is not None:
            self._tool.stdin.close()
        self._tool.wait(10)
        return self.log

    def _type(self, rng: Random, pauses: bool) -> None:
        place = 0
        burst = rng.randint(3, 30)
        while not self._done.is_set():
            self.key(LETTERS[place % len(LETTERS)])
            place += 1
            burst -= 1
            if pauses and burst <= 0:
                burst = rng.randint(3, 30)
                self._done.wait(rng.uniform(0.3, 1.2))
            else:
                self._done.wait(rng.uniform(0.02, 0.12))


def type_until(typist: Typist, letter: str, there: Callable[[], bool], seconds: float) -> bool:
    """Type a letter now and then until it has arrived: whoever types looks first whether the box is there."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        typist.says(f"key {letter}")
        if wait_for(there, 0.6):
            return True
    return False
