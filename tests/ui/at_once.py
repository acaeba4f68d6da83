"""Saves on the window's own thread, for tests that look at what comes of a save and not at what it waits for."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.core.errors import CalmlineError
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
