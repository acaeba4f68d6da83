"""Where trends are counted: the calls of many weeks without reading one of them."""

from collections.abc import Callable, Sequence
from typing import Protocol

from app.core.followed import Followed
from app.core.trends import TrendFigures, Week

Told = Callable[[int, int], object]
"""Is given how many calls are done, and of how many."""


class TrendStore(Protocol):
    """Counts the calls that a CallStore keeps; practice is left out."""

    def figures(self, weeks: Sequence[Week], agent: str | None = None, told: Told | None = None) -> TrendFigures:
        """How the calls of the team went, or those of one agent: then without rules. Raises StoreError.

        Calls that an earlier version stored are read first, once, which may take minutes. `told` is given how far that
        is, on the thread of the caller; somebody who is told looks at a window, which is left half of the time.
        """
        ...

    def count_ahead(self, weeks: Sequence[Week]) -> None:
        """Make the first look at these weeks as fast as the next ones, which may take long. Raises StoreError.

        It ends early where the store is closed.
        """
        ...

    def followed(self, since: str | None = None, until: str | None = None) -> list[Followed]:
        """What followed each rule in all calls between two ISO times in UTC, the second excluded, by its name.

        There is no such figure of a person. Raises StoreError.
        """
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...
