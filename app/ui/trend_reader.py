"""Counts trends beside the window, which never waits for that."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.core.errors import CalmlineError
from app.core.export import Table
from app.core.trend_list import trend_table
from app.core.trend_port import TrendStore
from app.core.trends import Trend, Week, trend_of

Titles = Callable[[], Mapping[str, str]]
"""What playbooks call their rules, by the ids of these; read anew for each question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The weeks, and whose calls: those of the team where `agent` is None."""

    weeks: tuple[Week, ...]
    agent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What came of a question, who has calls at all, and what playbooks call their rules, by the ids of these."""

    asked: Asked
    trend: Trend
    agents: Sequence[str]
    titles: Mapping[str, str]

    @property
    def table(self) -> Table:
        """The same to be exported."""
        return trend_table(self.asked.weeks, self.trend, self.asked.agent, self.titles)


class TrendReader(QObject):
    """`came` gives what was counted for the newest question, or the error that came of it.

    `catching_up` gives how many calls of an earlier version are counted, and of how many.
    """

    came = Signal(object)
    catching_up = Signal(int, int)

    def __init__(
        self,
        store: TrendStore,
        agents: Callable[[], Sequence[str]],
        titles: Titles,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._agents, self._titles = store, agents, titles
        self._newest: Asked | None = None
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="trends")

    def ask(self, asked: Asked) -> None:
        """Count; returns at once. A question that waits behind is dropped."""
        self._newest = asked
        self._reader.submit(self._count, asked)

    def count_ahead(self, weeks: Sequence[Week]) -> None:
        """Have the first look at these weeks be fast; on the thread that calls it. Raises CalmlineError."""
        self._store.count_ahead(weeks)

    def _count(self, asked: Asked) -> None:
        if asked is not self._newest:
            return
        try:
            trend = trend_of(self._store.figures(asked.weeks, asked.agent, self.catching_up.emit))
            found: Counted | CalmlineError = Counted(
                asked=asked, trend=trend, agents=self._agents(), titles=self._titles()
            )
        except CalmlineError as error:
            found = error
        if asked is self._newest:
            self.came.emit(found)
