"""Reads pages of the list of calls beside the window, which never waits for one while somebody scrolls."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal

from app.core.call_search import CallPage
from app.core.errors import CalmlineError

PAGE = 50

Find = Callable[[int, int], CallPage]


class CallPages(QObject):
    """`came` gives the list's number, the place of the first row, and the page or what went wrong with it."""

    came = Signal(int, int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="pages")

    def ask(self, number: int, find: Find, offset: int) -> None:
        """Read the page that begins at a place; returns at once."""
        self._reader.submit(self._read, number, find, offset)

    def _read(self, number: int, find: Find, offset: int) -> None:
        try:
            page: CallPage | CalmlineError = find(offset, PAGE)
        except CalmlineError as error:
            page = error
        self.came.emit(number, offset, page)
