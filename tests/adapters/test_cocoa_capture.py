"""What is asked of a Mac's windows, with a runtime that stands in for the system's."""

import sys

import pytest

from app.adapters.cocoa_capture import CocoaShield
from app.core.errors import WindowError

VIEW, WINDOW = 7, 70


class Runtime:
    """Objects that answer."""

    def __init__(self, window: int | None = WINDOW) -> None:
        self._window = window
        self.told: list[tuple[int, str, int]] = []

    def send(self, receiver: int, message: str, value: int | None) -> int | None:
        if value is None:
            assert (receiver, message) == (VIEW, "window")
            return self._window
        self.told.append((receiver, message, value))
        return None


def test_the_window_of_a_view_is_hidden_and_shown_again() -> None:
    runtime = Runtime()
    shield = CocoaShield(runtime.send)
    shield.hide(VIEW, wanted=True)
    shield.hide(VIEW, wanted=False)
    assert runtime.told == [(WINDOW, "setSharingType:", 0), (WINDOW, "setSharingType:", 1)]


def test_a_view_without_a_window_says_so() -> None:
    with pytest.raises(WindowError, match="does not hide"):
        CocoaShield(Runtime(window=None).send).hide(VIEW, wanted=True)


@pytest.mark.skipif(sys.platform == "darwin", reason="here is the runtime")
def test_elsewhere_there_is_nothing_to_ask() -> None:
    with pytest.raises(WindowError):
        CocoaShield()
