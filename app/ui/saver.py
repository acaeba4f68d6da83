"""Saves beside the window, which never waits for another program that has the store."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from app.core.errors import CalmlineError, StoreError
from app.ui.tr import tr
from app.ui.words import told

SAVING = "Saving …"
_NOT_SAVED = "Not saved yet: {error}"

Made = TypeVar("Made")
Failed = Callable[[CalmlineError], object]


class Saves(Protocol):
    """Does what may have to wait for the store, one thing after the other."""

    def do(self, owner: QObject, act: Callable[[], Made], done: Callable[[Made], object], failed: Failed) -> None:
        """Have `act` done, which raises CalmlineError; returns at once.

        On the window's thread `done` is given what it gave, or `failed` the error; neither where the owner has gone.
        """
        ...


class Saver(QObject):
    """Saves on a thread of its own; what was handed in is still done when the program ends."""

    _came = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="saves")
        self._came.connect(self._tell)

    def do(self, owner: QObject, act: Callable[[], Made], done: Callable[[Made], object], failed: Failed) -> None:
        """Have `act` done; returns at once."""
        self._thread.submit(self._work, owner, act, done, failed)

    def _work(self, owner: QObject, act: Callable[[], Made], done: Callable[[Made], object], failed: Failed) -> None:
        try:
            then: Callable[[], object] = partial(done, act())
        except CalmlineError as error:
            then = partial(failed, error)
        except Exception:  # noqa: BLE001 - a thread's edge: its text may hold a call's words
            then = partial(failed, StoreError("The call store failed.", "Restart Calmline."))
        self._came.emit(owner, then)

    def _tell(self, owner: QObject, then: Callable[[], object]) -> None:
        if _is_there(owner):
            then()


def not_saved(error: CalmlineError) -> str:
    """What is said of something that waits until it can be saved."""
    return tr(_NOT_SAVED, error=told(error))


def _is_there(owner: QObject) -> bool:
    """Whether Qt has not deleted it."""
    try:
        owner.objectName()
    except RuntimeError:
        return False
    return True


class OneSave:
    """One save at a time for a part of the window: `say` tells that it goes on, and what went wrong.

    What is pressed meanwhile does nothing.
    """

    def __init__(self, saves: Saves, owner: QObject, say: Callable[[str], object]) -> None:
        self._saves, self._owner, self._say = saves, owner, say
        self.is_busy = False

    def do(
        self,
        act: Callable[[], Made],
        done: Callable[[Made], object],
        failed: Callable[[], object] = lambda: None,
    ) -> None:
        """Have `act` done beside the window, and then `done` with what it gave."""
        if self.is_busy:
            return
        self.is_busy = True
        self._say(tr(SAVING))
        self._saves.do(self._owner, act, partial(self._end, done), partial(self._fail, failed))

    def _end(self, done: Callable[[Made], object], made: Made) -> None:
        self.is_busy = False
        self._say("")
        done(made)

    def _fail(self, failed: Callable[[], object], error: CalmlineError) -> None:
        self.is_busy = False
        self._say(told(error))
        failed()
