"""Work in forked processes, so that what crashes or hangs is counted and does not take the row with it."""

import os
import pickle
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

WORKERS = max(2, os.cpu_count() or 2)


@dataclass(slots=True)
class _Worker:
    pid: int
    reading: int
    places: list[int]
    since: float
    heard: bytearray = field(default_factory=bytearray)


def each(
    work: Callable[[int], Any],
    places: Sequence[int],
    seconds: float,
    go_on: Callable[[], bool] = lambda: True,
    at_once: int = 25,
    workers: int = WORKERS,
) -> Iterator[tuple[int, Any, str]]:
    """``work`` for each number, in forked processes: the number, what it gave, and how its process fell, if it did.

    A process does ``at_once`` numbers; one that takes longer than ``seconds`` for a single number is killed, and only
    that number fails. An exception counts as falling: whoever expects one catches it.
    """
    waiting = [list(places[at : at + at_once]) for at in range(0, len(places), at_once)]
    running: list[_Worker] = []
    try:
        while running or (waiting and go_on()):
            while waiting and len(running) < workers and go_on():
                running.append(_fork(work, waiting.pop(0)))
            progress = False
            for worker in list(running):
                for place, result, fell in _hear(worker):
                    progress = True
                    yield place, result, fell
                ended = _ended(worker, seconds)
                if ended is not None:
                    progress = True
                    for place, result, fell in _hear(worker):
                        yield place, result, fell
                    os.close(worker.reading)
                    running.remove(worker)
                    if worker.places:
                        yield worker.places.pop(0), None, ended or "it went away without a word"
                    if worker.places:
                        waiting.insert(0, worker.places)
            if not progress:
                time.sleep(0.01)
    finally:
        for worker in running:
            with suppress(ProcessLookupError):
                os.kill(worker.pid, signal.SIGKILL)
            os.waitpid(worker.pid, 0)
            os.close(worker.reading)


def _fork(work: Callable[[int], Any], places: list[int]) -> _Worker:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        _work(work, places, writing)
    os.close(writing)
    os.set_blocking(reading, False)
    return _Worker(pid, reading, list(places), time.monotonic())


def _work(work: Callable[[int], Any], places: list[int], writing: int) -> None:
    try:
        for place in places:
            try:
                told = (place, work(place), "")
            except BaseException as error:
                told = (place, None, f"{type(error).__name__}: {error}")
            raw = pickle.dumps(told)
            _put(writing, len(raw).to_bytes(4, "big") + raw)
    finally:
        os._exit(0)


def _put(writing: int, raw: bytes) -> None:
    while raw:
        raw = raw[os.write(writing, raw) :]


def _hear(worker: _Worker) -> Iterator[tuple[int, Any, str]]:
    while True:
        try:
            read = os.read(worker.reading, 1 << 16)
        except BlockingIOError:
            break
        if not read:
            break
        worker.heard += read
    while len(worker.heard) >= 4:
        length = int.from_bytes(worker.heard[:4], "big")
        if len(worker.heard) < 4 + length:
            break
        told = pickle.loads(bytes(worker.heard[4 : 4 + length]))
        del worker.heard[: 4 + length]
        worker.places.remove(told[0])
        worker.since = time.monotonic()
        yield told


def _ended(worker: _Worker, seconds: float) -> str | None:
    """``None`` while it is at work; else how it ended."""
    pid, status = os.waitpid(worker.pid, os.WNOHANG)
    if pid:
        return f"it was ended by {signal.Signals(os.WTERMSIG(status)).name}" if os.WIFSIGNALED(status) else ""
    if time.monotonic() - worker.since > seconds:
        os.kill(worker.pid, signal.SIGKILL)
        os.waitpid(worker.pid, 0)
        return f"it hung for {seconds:g} s"
    return None
