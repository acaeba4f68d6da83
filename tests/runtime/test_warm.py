"""What every call needs is loaded once, and again only where that failed."""

import threading

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
