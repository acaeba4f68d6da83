"""Saves on the window's own thread, done or failed, for tests that look at what comes of a save."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.core.errors import CalmlineError, StoreBusyError
from app.ui.saver import Failed, Made


class AtOnce:
    """Saves before it returns."""

    def do(self, owner: QObject, act: Callable[[], Made], done: Callable[[Made], object], failed: Failed) -> None:  # noqa: ARG002 - the port's
        try:
            made = act()
        except CalmlineError as error:
            failed(error)
            return
        done(made)


class InUse:
    """Saves so many times, and then no more: another program has the store."""

    def __init__(self, saves: int = 0) -> None:
        self._left = saves

    def do(self, owner: QObject, act: Callable[[], Made], done: Callable[[Made], object], failed: Failed) -> None:
        """Save at once, or fail."""
        self._left -= 1
        if self._left < 0:
            failed(_IN_USE)
        else:
            AtOnce().do(owner, act, done, failed)


_IN_USE = StoreBusyError(
    "The call store {file} cannot be {doing}: something else is using it.",
    "Wait a moment, and try again.",
    file="/home/joe/.local/share/calmline/calls.sqlite3",
    doing="written",
)
