"""What every call needs is loaded once, and again only where that failed."""

import threading
from collections.abc import Callable

import pytest

from app.core.errors import CalmlineError, EngineError, ModelError
from app.runtime.warm import Warm
from tests.conditions import LONG_S, until


class Shelf:
    """Loads when it is let, and fails as often as it is told."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.loads = 0
        self.may_load = threading.Event()
        self.told: list[CalmlineError | None] = []
        self.warm = Warm(self.load, self.told.append)

    def load(self) -> str:
        assert self.may_load.wait(LONG_S)
        self.loads += 1
        if self.errors:
            raise self.errors.pop(0)
        return "parts"


def test_whoever_needs_it_early_waits_and_it_is_loaded_once() -> None:
    shelf = Shelf()
    shelf.warm.start()
    assert shelf.told == []
    shelf.may_load.set()
    assert [shelf.warm.get(), shelf.warm.get()] == ["parts", "parts"]
    shelf.warm.join(LONG_S)
    assert (shelf.loads, shelf.told) == (1, [None])


def test_what_failed_is_told_and_tried_again_when_it_is_needed() -> None:
    shelf = Shelf(ModelError("The model is missing.", "Install it."), ValueError("spoken words"))
    shelf.may_load.set()
    shelf.warm.start()
    until(lambda: shelf.told)
    assert isinstance(shelf.told[0], ModelError)
    with pytest.raises(EngineError, match="could not be loaded"):
        shelf.warm.get()
    assert shelf.warm.get() == "parts"
    assert shelf.told[1:] == [None]


def answer(loaded: str | CalmlineError) -> Callable[[], str]:
    """A load that gives or raises this."""

    def load() -> str:
        if isinstance(loaded, CalmlineError):
            raise loaded
        return loaded

    return load


def test_something_else_takes_its_place_once_it_is_there_and_no_sooner() -> None:
    shelf, gate, told = Shelf(), threading.Event(), list[CalmlineError | None]()
    shelf.may_load.set()
    assert shelf.warm.get() == "parts"

    def load() -> str:
        assert gate.wait(LONG_S)
        return "other parts"

    shelf.warm.renew(load, told.append)
    assert (shelf.warm.get(), told) == ("parts", [])
    gate.set()
    until(lambda: told)
    assert (shelf.warm.get(), told, shelf.told) == ("other parts", [None], [None])


def test_what_cannot_be_loaded_leaves_what_is_there() -> None:
    shelf, told = Shelf(), list[CalmlineError | None]()
    shelf.may_load.set()
    assert shelf.warm.get() == "parts"
    damaged = ModelError("The model is damaged.", "Install it again.")
    shelf.warm.renew(answer(damaged), told.append)
    until(lambda: told)
    assert (shelf.warm.get(), told) == ("parts", [damaged])


def test_where_nothing_could_be_loaded_before_another_choice_makes_it_ready() -> None:
    shelf = Shelf(ModelError("The model is missing.", "Install it."))
    shelf.may_load.set()
    shelf.warm.start()
    until(lambda: shelf.told)
    shelf.warm.renew(answer("other parts"), lambda _: None)
    until(lambda: shelf.told[1:] == [None])
    assert (shelf.warm.get(), shelf.loads) == ("other parts", 1)


def test_where_nothing_could_be_loaded_before_another_choice_that_fails_is_told_as_the_first_failure() -> None:
    missing, damaged = ModelError("It is missing.", "Install it."), ModelError("It is damaged.", "Install it again.")
    shelf, told = Shelf(missing), list[CalmlineError | None]()
    shelf.may_load.set()
    shelf.warm.start()
    until(lambda: shelf.told)
    shelf.warm.renew(answer(damaged), told.append)
    until(lambda: told)
    assert (shelf.told, told) == ([missing, damaged], [None])


def test_of_two_choices_the_newer_counts_whichever_is_there_first() -> None:
    shelf, gate, told = Shelf(), threading.Event(), list[str]()
    shelf.may_load.set()
    shelf.warm.get()

    def slow() -> str:
        assert gate.wait(LONG_S)
        return "first choice"

    shelf.warm.renew(slow, lambda _: told.append("first"))
    shelf.warm.renew(answer("second choice"), lambda _: told.append("second"))
    until(lambda: told)
    gate.set()
    shelf.warm.join(LONG_S)
    assert (shelf.warm.get(), told) == ("second choice", ["second"])
