"""The threads that touch the disk, so that nothing the person does waits for one."""

import logging
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from forecall.storage.faults import CannotWrite, write_fault
from forecall.words import _

Job = Callable[[], Any]


class StorageThread:
    """A queue of jobs, done one after the other in order.

    A job that the disk refuses stays at the head and is tried again, so later words never overtake earlier ones;
    ``on_trouble`` hears the fault, and ``None`` when it is over.
    """

    def __init__(self, name: str, on_trouble: Callable[[CannotWrite | None], None], retry_seconds: float = 1.0) -> None:
        self._jobs: deque[tuple[Job, Future[Any]]] = deque()
        self._wake = threading.Condition()
        self._closing = False
        self._giving_up = False
        self._on_trouble = on_trouble
        self._retry_seconds = retry_seconds
        self._troubled = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        """Begin with the jobs that are queued."""
        self._thread.start()

    def put(self, job: Job) -> "Future[Any]":
        """Queue a job; the future has its result, or the error it ended with. After ``close`` all are refused."""
        future: Future[Any] = Future()
        with self._wake:
            refused = self._closing
            if not refused:
                self._jobs.append((job, future))
                self._wake.notify_all()
        if refused:
            future.set_exception(CannotWrite(_("The journal is closed. Nothing more was saved.")))
        return future

    def try_again(self) -> None:
        """Try a refused job at once."""
        with self._wake:
            self._wake.notify_all()

    def waiting(self) -> int:
        """How many jobs are not done yet."""
        with self._wake:
            return len(self._jobs)

    def rest(self, seconds: float) -> bool:
        """Wait until no job is left; ``False`` when that takes longer, and as soon as the disk refuses one."""
        with self._wake:
            self._wake.wait_for(lambda: not self._jobs or self._troubled, seconds)
            return not self._jobs

    def close(self, timeout: float | None = None) -> bool:
        """Finish all jobs and stop; ``False`` when that took longer than ``timeout`` seconds and jobs are left.

        Those who wait for a job that is left hear that it could not be done.
        """
        with self._wake:
            self._closing = True
            self._wake.notify_all()
        if self._thread.is_alive():
            self._thread.join(timeout)
        if self._thread.is_alive():
            with self._wake:
                self._giving_up = True
                self._wake.notify_all()
            self._thread.join(timeout)
        return self._give_up_the_rest() == 0

    def is_running(self) -> bool:
        """Whether the thread is at work, or waiting for some."""
        return self._thread.is_alive()

    def _run(self) -> None:
        while (entry := self._next()) is not None:
            job, future = entry
            try:
                result = job()
            except BaseException as error:
                fault = write_fault(error)
                if fault is not None:
                    self._tell(fault)
                    self._wait_to_retry()
                    continue
                self._finish()
                future.set_exception(error)
            else:
                self._tell(None)
                self._finish()
                future.set_result(result)

    def _wait_to_retry(self) -> None:
        with self._wake:
            if not self._giving_up:
                self._wake.wait(self._retry_seconds)

    def _next(self) -> tuple[Job, "Future[Any]"] | None:
        with self._wake:
            while not self._jobs:
                if self._closing:
                    return None
                self._wake.wait()
            if self._giving_up:
                return None
            return self._jobs[0]

    def _give_up_the_rest(self) -> int:
        """Let go of the jobs that are left; a job that is still under way keeps its place."""
        with self._wake:
            kept = 1 if self._thread.is_alive() and self._jobs else 0
            left = [self._jobs.pop() for _each in range(len(self._jobs) - kept)]
        for _job, future in reversed(left):
            future.set_exception(CannotWrite(_("The journal was closed before this could be saved.")))
        return len(left) + kept

    def _finish(self) -> None:
        with self._wake:
            self._jobs.popleft()
            self._wake.notify_all()

    def _tell(self, fault: CannotWrite | None) -> None:
        if fault is not None or self._troubled:
            with self._wake:
                self._troubled = fault is not None
                self._wake.notify_all()
            try:
                self._on_trouble(fault)
            except Exception:  # whoever listens must not stop the saving
                logging.getLogger(__name__).exception("a listener failed")
