"""Reads pages of the list of calls beside the window, which never waits for one while somebody scrolls."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Lock

from PySide6.QtCore import QObject, Signal

from app.core.call_search import CallPage
from app.core.errors import CalmlineError

PAGE = 50
MOST_WAITING = 3
"""As many pages as can be in sight, and one more: of what was scrolled past nobody waits for the rest."""

Find = Callable[[int, int], CallPage]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A page of the list of a number; `forget` is told when it will not come."""

    number: int
    find: Find
    offset: int
    forget: Callable[[int], object]


class CallPages(QObject):
    """`came` gives the list's number, the place of the first row, and the page or what went wrong with it."""

    came = Signal(int, int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="pages")
        self._waiting: list[_Wanted] = []
        self._lock = Lock()

    def ask(self, number: int, find: Find, offset: int, forget: Callable[[int], object] = lambda _: None) -> None:
        """Read the page that begins at a place; returns at once.

        The newest is read first. Where too many wait, or those of another list, `forget` is given the places of the
        oldest: they have to be asked for again.
        """
        with self._lock:
            others = [one for one in self._waiting if one.number != number]
            same = [one for one in self._waiting if one.number == number]
            same.append(_Wanted(number, find, offset, forget))
            dropped, self._waiting = [*others, *same[:-MOST_WAITING]], same[-MOST_WAITING:]
        for one in dropped:
            one.forget(one.offset)
        self._reader.submit(self._read_newest)

    def _read_newest(self) -> None:
        with self._lock:
            wanted = self._waiting.pop() if self._waiting else None
        if wanted is None:
            return
        try:
            page: CallPage | CalmlineError = wanted.find(wanted.offset, PAGE)
        except CalmlineError as error:
            page = error
        self.came.emit(wanted.number, wanted.offset, page)
