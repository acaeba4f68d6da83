"""Keeps filters under their names beside the window, and what could not be kept until it can."""

from collections.abc import Callable, Sequence
from functools import partial, reduce

from PySide6.QtCore import QObject, Signal

from app.core.errors import CalmlineError
from app.core.ports import CallStore
from app.core.saved_filters import SavedFilter
from app.ui.saver import SAVING, Saves, not_saved
from app.ui.tr import tr

Filters = tuple[SavedFilter, ...]
Change = Callable[[Sequence[SavedFilter]], Filters]
"""One filter more or less."""


class FilterSaver(QObject):
    """`filters` holds what waits too; each change is made to what the store has by then, whoever wrote that.

    `changed` tells that there are others, `said` what goes on or went wrong, "" where nothing waits.
    """

    changed = Signal()
    said = Signal(str)

    def __init__(self, store: CallStore, saves: Saves, known: Filters, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._saves = store, saves
        self.filters = known
        self._waiting: list[Change] = []
        self._is_busy = False

    @property
    def is_stuck(self) -> bool:
        """Whether something waits until somebody wants it saved again."""
        return bool(self._waiting) and not self._is_busy

    def change(self, change: Change) -> None:
        """Change the filters, and keep that before long."""
        self._waiting.append(change)
        self._show(change(self.filters))
        self.save()

    def save(self) -> None:
        """Keep what waits now; returns at once."""
        if not self.is_stuck:
            return
        self._is_busy = True
        self.said.emit(tr(SAVING))
        sent = tuple(self._waiting)
        self._saves.do(self, partial(_keep, self._store, sent), partial(self._end, len(sent)), self._fail)

    def _end(self, sent: int, kept: Filters) -> None:
        """What was changed meanwhile is kept too."""
        self._is_busy = False
        del self._waiting[:sent]
        self._show(_with(self._waiting, kept))
        self.said.emit("")
        self.save()

    def _fail(self, error: CalmlineError) -> None:
        self._is_busy = False
        self.said.emit(not_saved(error))

    def _show(self, filters: Filters) -> None:
        if filters != self.filters:
            self.filters = filters
            self.changed.emit()


def _keep(store: CallStore, changes: Sequence[Change]) -> Filters:
    """What is kept then. Raises StoreError."""
    kept = _with(changes, store.filters())
    store.keep_filters(kept)
    return kept


def _with(changes: Sequence[Change], filters: Filters) -> Filters:
    return reduce(lambda so_far, change: change(so_far), changes, filters)
