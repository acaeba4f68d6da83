"""Processes that do tasks: each task is answered once, whatever becomes of a process."""

import os
import signal
import sys
from collections.abc import Callable
from multiprocessing import parent_process
from multiprocessing.connection import Connection

import pytest

from app.adapters.worker_processes import Lost, Ready, Unfit, WorkerProcesses
from app.core.errors import EngineError


def doubled(line: Connection) -> None:
    """Double each number; 13 ends the process."""
    line.send(Ready(("A note.",)))
    while True:
        number = line.recv()
        if number == 13:
            os.kill(os.getpid(), signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
        line.send(2 * number)


def unfit(line: Connection) -> None:
    line.send(Unfit("There is no speech model."))


def dead(line: Connection) -> None:
    line.close()


def with_parent(line: Connection) -> None:
    line.send(Ready())
    line.recv()
    parent = parent_process()
    line.send(parent.pid if parent else None)
    line.recv()


def run(main: Callable[[Connection], None], numbers: list[int], count: int) -> tuple[dict[int, object], list[str]]:
    notes: list[str] = []
    answers = list(WorkerProcesses[int, object](main, count, notes.append).run(numbers))
    assert len(answers) == len({task for task, _ in answers})
    return dict(answers), notes


@pytest.mark.parametrize("count", [1, 2])
def test_every_task_is_answered_once_and_a_note_is_told_once(count: int) -> None:
    assert run(doubled, [3, 1, 2], count) == ({3: 6, 1: 2, 2: 4}, ["A note."])


def test_a_process_that_dies_takes_its_own_task_alone_with_it() -> None:
    answers, _ = run(doubled, [1, 13, 2, 3], 1)
    assert isinstance(answers.pop(13), Lost)
    assert answers == {1: 2, 2: 4, 3: 6}


def test_without_a_task_no_process_is_started() -> None:
    assert run(dead, [], 2) == ({}, [])


def test_who_cannot_work_says_why() -> None:
    with pytest.raises(EngineError, match="There is no speech model"):
        run(unfit, [1, 2], 2)


def test_a_process_that_ends_before_it_is_ready_ends_the_work() -> None:
    with pytest.raises(EngineError, match="before it was ready"):
        run(dead, [1], 1)


def test_processes_end_with_whoever_leaves_the_work() -> None:
    workers = WorkerProcesses[int, int](with_parent, 2, lambda _: None)
    answers = workers.run([1, 2])
    assert next(answers)[1] == os.getpid()
    started = [worker.process for worker in workers._workers]
    answers.close()
    assert started
    assert not [process for process in started if process.is_alive()]
