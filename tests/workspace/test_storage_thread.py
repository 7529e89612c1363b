"""A queue that keeps its order, whatever the disk does."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from forecall.storage.faults import CannotWrite
from forecall.workspace.storage_thread import StorageThread

LONG = 20.0


class Disk:
    """Takes words while it is free; says what a full disk says when it is not."""

    def __init__(self) -> None:
        self.full = False
        self.written: list[Any] = []
        self.tries = 0

    def write(self, words: Any) -> Any:
        self.tries += 1
        if self.full:
            raise CannotWrite("The disk is full.")
        self.written.append(words)
        return words


class Told:
    """What was told of trouble, and a way to wait for it."""

    def __init__(self) -> None:
        self.heard: list[CannotWrite | None] = []
        self.trouble, self.over = threading.Event(), threading.Event()

    def __call__(self, fault: CannotWrite | None) -> None:
        self.heard.append(fault)
        (self.over if fault is None else self.trouble).set()


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def thread(told: Told) -> Iterator[StorageThread]:
    made = StorageThread("test", told, retry_seconds=0.005)
    made.start()
    yield made
    made.close(0.01)


def test_jobs_are_done_in_order(thread: StorageThread, disk: Disk, told: Told) -> None:
    futures = [thread.put(lambda n=n: disk.write(n)) for n in range(1000)]  # type: ignore[misc]
    assert [future.result(LONG) for future in futures] == disk.written == list(range(1000))
    assert thread.waiting() == 0
    assert told.heard == []


def test_jobs_put_before_the_start_are_done(told: Told, disk: Disk) -> None:
    thread = StorageThread("test", told)
    future = thread.put(lambda: disk.write(1))
    assert thread.waiting() == 1
    thread.start()
    assert future.result(LONG) == 1
    assert thread.close(LONG)


def test_a_job_that_fails_stops_nothing(thread: StorageThread, disk: Disk, told: Told) -> None:
    failing = thread.put(lambda: 1 // 0)
    assert thread.put(lambda: disk.write("next")).result(LONG) == "next"
    with pytest.raises(ZeroDivisionError):
        failing.result(LONG)
    assert told.heard == []


def test_a_full_disk_is_told_and_saving_resumes_by_itself_in_order(
    thread: StorageThread, disk: Disk, told: Told
) -> None:
    disk.full = True
    futures = [thread.put(lambda n=n: disk.write(n)) for n in range(5)]  # type: ignore[misc]
    assert told.trouble.wait(LONG)
    assert thread.waiting() == 5
    assert not any(future.done() for future in futures)
    disk.full = False
    assert [future.result(LONG) for future in futures] == disk.written == [0, 1, 2, 3, 4]
    assert told.over.wait(LONG)
    assert told.heard[-1] is None
    assert told.heard.count(None) == 1


def test_a_person_need_not_wait_to_try_again(told: Told, disk: Disk) -> None:
    thread = StorageThread("test", told, retry_seconds=3600)
    thread.start()
    disk.full = True
    future = thread.put(lambda: disk.write(1))
    assert told.trouble.wait(LONG)
    disk.full = False
    while not future.done():  # the first nudge may come before the thread has begun to wait
        thread.try_again()
    assert future.result() == 1
    assert thread.close(LONG)


def test_closing_finishes_everything(told: Told, disk: Disk) -> None:
    thread = StorageThread("test", told)
    thread.start()
    for n in range(100):
        thread.put(lambda n=n: disk.write(n))  # type: ignore[misc]
    assert thread.close(LONG)
    assert len(disk.written) == 100
    assert not thread.is_running()
    assert thread.close(LONG)


def test_closing_in_trouble_says_so_and_hangs_nobody(told: Told, disk: Disk) -> None:
    thread = StorageThread("test", told, retry_seconds=3600)
    thread.start()
    disk.full = True
    futures = [thread.put(lambda n=n: disk.write(n)) for n in range(3)]  # type: ignore[misc]
    assert told.trouble.wait(LONG)
    assert thread.close(0.01) is False
    assert not thread.is_running()
    for future in futures:
        with pytest.raises(CannotWrite, match="closed before"):
            future.result(LONG)
    assert disk.written == []
    assert thread.close(LONG) is True


def test_a_job_under_way_is_not_cut_off_by_closing(told: Told) -> None:
    thread, begun, go_on = StorageThread("test", told), threading.Event(), threading.Event()

    def slow() -> str:
        begun.set()
        go_on.wait(LONG)
        return "done"

    thread.start()
    slow_one, never = thread.put(slow), thread.put(lambda: "never")
    assert begun.wait(LONG)
    assert thread.close(0.01) is False
    with pytest.raises(CannotWrite):
        never.result(LONG)
    go_on.set()
    assert slow_one.result(LONG) == "done"
    assert thread.close(LONG)


def test_after_closing_a_job_is_refused(thread: StorageThread, disk: Disk) -> None:
    thread.close(LONG)
    with pytest.raises(CannotWrite, match="is closed"):
        thread.put(lambda: disk.write(1)).result(LONG)
    assert disk.written == []


def test_one_that_was_never_started_closes(told: Told, disk: Disk) -> None:
    assert StorageThread("test", told).close(LONG)
    thread = StorageThread("test", told)
    future = thread.put(lambda: disk.write(1))
    assert thread.close(LONG) is False
    with pytest.raises(CannotWrite):
        future.result(LONG)


def test_a_listener_that_fails_does_not_stop_the_saving(disk: Disk) -> None:
    def broken(_fault: CannotWrite | None) -> None:
        disk.full = False
        raise RuntimeError("listener")

    thread = StorageThread("test", broken, retry_seconds=0.005)
    thread.start()
    disk.full = True
    assert thread.put(lambda: disk.write(1)).result(LONG) == 1
    assert thread.close(LONG)


def test_a_future_is_told_after_the_count_went_down(thread: StorageThread) -> None:
    """That all is saved is said when nothing is waiting: whoever is told must find it so."""
    counts: list[int] = []
    gate = threading.Event()
    future = thread.put(lambda: gate.wait(LONG))
    future.add_done_callback(lambda _done: counts.append(thread.waiting()))
    gate.set()
    assert thread.close(LONG)
    assert counts == [0]


def test_a_rest_ends_with_the_last_job_or_as_soon_as_the_disk_refuses(
    thread: StorageThread, disk: Disk, told: Told
) -> None:
    thread.put(lambda: disk.write("first"))
    assert thread.rest(LONG)
    assert disk.written == ["first"]
    disk.full = True
    thread.put(lambda: disk.write("second"))
    assert not thread.rest(LONG)
    disk.full = False
    assert told.over.wait(LONG)
    assert thread.rest(LONG)
    held = threading.Event()
    thread.put(lambda: held.wait(LONG))
    assert not thread.rest(0.01)
    held.set()
