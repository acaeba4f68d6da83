"""Where trends are counted: the calls of many weeks without reading one of them."""

from collections.abc import Sequence
from typing import Protocol

from app.core.followed import Followed
from app.core.trends import TrendFigures, Week


class TrendStore(Protocol):
    """Counts the calls that a CallStore keeps; practice is left out."""

    def figures(self, weeks: Sequence[Week], agent: str | None = None) -> TrendFigures:
        """How the calls of the team went, or those of one agent: then without rules. Raises StoreError."""
        ...

    def followed(self, since: str | None = None, until: str | None = None) -> list[Followed]:
        """What followed each rule in all calls between two ISO times in UTC, the second excluded, by its name.

        There is no such figure of a person. Raises StoreError.
        """
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...
