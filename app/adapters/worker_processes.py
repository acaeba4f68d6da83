"""Processes that each do one task after the other; one that dies takes its task alone with it."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Generic, TypeVar

from app.core.errors import EngineError

Task = TypeVar("Task")
Done = TypeVar("Done")

_JOIN_S = 5.0


@dataclass(frozen=True, slots=True)
class Ready:
    """What a worker says first; `notes` are to be told to whoever started it."""

    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unfit:
    """What a worker says in place of that where it cannot work, and why."""

    reason: str


class Lost:
    """In place of an answer: the process ended while it was at the task."""


@dataclass(slots=True)
class _Worker(Generic[Task]):
    process: SpawnProcess
    line: Connection
    task: Task | None = None
    is_ready: bool = False


class WorkerProcesses(Generic[Task, Done]):
    """Gives tasks out to so many processes. Each runs `main` with its end of a line, over which come tasks.

    The processes are started anew, never forked: what the engines' libraries hold does not outlive a fork.
    """

    def __init__(self, main: Callable[[Connection], None], count: int, tell: Callable[[str], None]) -> None:
        """`main` can be pickled; it says Ready or Unfit, and then gives one answer to each task."""
        self._main = main
        self._count = count
        self._tell = tell
        self._told: set[str] = set()
        self._workers: list[_Worker[Task]] = []

    def run(self, tasks: Iterable[Task]) -> Generator[tuple[Task, Done | Lost], None, None]:
        """Each task with its answer, in the order in which they come. Raises EngineError where nobody can work.

        Closing it ends the processes.
        """
        waiting = list(tasks)[::-1]
        try:
            self._workers = [self._started() for _ in range(min(self._count, len(waiting)))]
            while self._workers:
                for line in wait([worker.line for worker in self._workers]):
                    [worker] = [one for one in self._workers if one.line is line]
                    yield from self._heard(worker, waiting)
        finally:
            self._end()

    def _heard(self, worker: _Worker[Task], waiting: list[Task]) -> Iterator[tuple[Task, Done | Lost]]:
        try:
            said = worker.line.recv()
        except (EOFError, OSError):
            yield from self._replace(worker, waiting)
            return
        if isinstance(said, Unfit):
            raise EngineError(said.reason, "")
        if isinstance(said, Ready):
            worker.is_ready = True
            self._pass_on(said.notes)
        elif worker.task is not None:
            yield worker.task, said
        self._give(worker, waiting)

    def _replace(self, worker: _Worker[Task], waiting: list[Task]) -> Iterator[tuple[Task, Done | Lost]]:
        self._workers.remove(worker)
        _stop(worker)
        if not worker.is_ready:
            advice = "Try it with --workers 1: each needs about 1 GB of memory."
            raise EngineError("A worker ended before it was ready.", advice)
        if worker.task is not None:
            yield worker.task, Lost()
        if waiting:
            self._workers.append(self._started())

    def _give(self, worker: _Worker[Task], waiting: list[Task]) -> None:
        worker.task = waiting.pop() if waiting else None
        if worker.task is None:
            self._workers.remove(worker)
            _stop(worker)
            return
        with suppress(OSError):  # it has died, as the next look at its line tells
            worker.line.send(worker.task)

    def _pass_on(self, notes: Iterable[str]) -> None:
        for note in notes:
            if note not in self._told:
                self._told.add(note)
                self._tell(note)

    def _started(self) -> _Worker[Task]:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(self._main, theirs), daemon=True)
        with _interrupts_left_to_us(), theirs:
            process.start()
        return _Worker(process, ours)

    def _end(self) -> None:
        for worker in self._workers:
            _stop(worker)
        self._workers.clear()


def _stop(worker: _Worker[Task]) -> None:
    """It holds nothing that would be lost."""
    worker.process.kill()
    worker.process.join(_JOIN_S)
    worker.line.close()


@contextmanager
def _interrupts_left_to_us() -> Iterator[None]:
    """A process that starts meanwhile is not interrupted by Ctrl-C: the one that started it ends it."""
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _work(main: Callable[[Connection], None], line: Connection) -> None:
    """In the process: work, and be gone as soon as the one that started it is."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, name="parent", daemon=True).start()
    with suppress(EOFError, OSError):
        main(line)


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
