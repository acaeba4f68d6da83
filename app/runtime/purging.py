"""Takes away what is older than it is kept: on demand, and once a day beside the windows."""

from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from app.core.errors import CalmlineError, StoreError
from app.core.keeping import Days, age_days, is_over, left_behind
from app.core.ports import CallStore
from app.runtime.keeper import Keeper


class OldJournal(Protocol):
    """What was written of a call whose process is gone."""

    @property
    def written_at(self) -> str:
        """When it was last written to, as an ISO time."""
        ...

    def discard(self) -> None:
        """Leave nothing of it."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Purged:
    """How many calls lost their words, how many went altogether, and how many journals that nobody could store.

    Of `left` calls something may be left that was to go.
    """

    words: int = 0
    whole: int = 0
    journals: int = 0
    left: int = 0


def purge(
    open_store: Callable[[], CallStore] | None,
    left: Iterable[OldJournal],
    now: datetime,
    days: Days,
    may_go_on: Callable[[], bool] = lambda: True,
) -> Purged:
    """Purge journals, and the store where there is one. Raises StoreError; the journals are gone then all the same."""
    journals = sum(_discarded(journal, now, days) for journal in left)
    if open_store is None:
        return Purged(journals=journals)
    with closing(open_store()) as store:
        gone = store.purge(now, days, may_go_on=may_go_on)
    return Purged(words=len(gone.words), whole=len(gone.whole), journals=journals, left=len(gone.left))


def _discarded(journal: OldJournal, now: datetime, days: Days) -> bool:
    """Whether it was so old that not even its figures would be kept; until then the next start can store it."""
    age = age_days(journal.written_at, now)
    if age is None or not is_over(age, days.figures):
        return False
    journal.discard()
    return True


class DailyPurge:
    """Purges once a day on the thread of the store, and not while a call runs.

    `act` is given the time, and what says whether it may go on: a call may begin meanwhile, and then the rest waits for
    the next look. What goes wrong, or may be left, is told in one line and tried again the next day.
    """

    def __init__(
        self,
        keeper: Keeper,
        act: Callable[[datetime, Callable[[], bool]], Purged],
        *,
        is_free: Callable[[], bool],
        now: Callable[[], datetime],
        tell: Callable[[str], None],
    ) -> None:
        self._keeper = keeper
        self._act = act
        self._is_free = is_free
        self._now = now
        self._tell = tell
        self._done: date | None = None

    def look(self) -> None:
        """Purge where that was not done today; from any thread, returns at once."""
        if self._is_due():
            self._keeper.do(lambda _: self._work())

    def _is_due(self) -> bool:
        return self._done != self._now().date() and self._is_free()

    def _work(self) -> None:
        if not self._is_due():
            return
        now = self._now()
        try:
            left = left_behind(self._act(now, self._is_free).left)
        except CalmlineError as error:
            self._tell(error.line())
        except Exception:  # noqa: BLE001 - a thread's edge: its text may hold the call's words
            self._tell(StoreError("What is old could not be deleted.", "Try: calmline calls purge").line())
        else:
            if left:
                self._tell(left)
            self._done = now.date() if self._is_free() else None
            return
        self._done = now.date()
