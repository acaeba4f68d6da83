"""What is kept, as a window shows it and has it taken away."""

from dataclasses import dataclass
from typing import Protocol

from app.core.call_search import CallRow
from app.core.errors import StoreError
from app.core.keeping import Days, KeptFiles, Overview
from app.core.ports import CallStore


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptState:
    """What lies there, once that is known.

    `rows` are the stored calls, the newest first; where a caller was looked for under a `reference`, theirs alone.
    `is_busy` while something is read or taken away, `done` of `total` calls where that is counted. `said` is what came
    of it, `is_wrong` where that is an error. `revision` grows with every change of the stored calls.
    """

    days: Days
    home: str
    overview: Overview | None = None
    files: KeptFiles | None = None
    rows: tuple[CallRow, ...] = ()
    reference: str = ""
    is_busy: bool = True
    done: int = 0
    total: int = 0
    said: str = ""
    is_wrong: bool = False
    revision: int = 0


def reference_of(store: CallStore, call_id: str) -> str | None:
    """What a stored call is filed under; None where nobody has said, or it is damaged or has gone meanwhile."""
    try:
        return store.load(call_id).call.reference
    except StoreError:
        return None


def is_same(reference: str, other: str | None) -> bool:
    """Whether two references are one, however they are written."""
    return other is not None and other.strip().casefold() == reference.strip().casefold()


class KeptBench(Protocol):
    """Reads and takes away beside the window; every method returns at once, and what comes of it is in `state`."""

    @property
    def state(self) -> KeptState:
        """What is known now."""
        ...

    def look(self) -> None:
        """Read what is kept."""
        ...

    def find(self, reference: str) -> None:
        """Look for the calls of a caller; "" shows all again."""
        ...

    def hold(self, call_ids: tuple[str, ...], *, wanted: bool) -> None:
        """Put calls on legal hold, or release them."""
        ...

    def delete(self, call_ids: tuple[str, ...]) -> None:
        """Delete calls for good."""
        ...

    def purge(self) -> None:
        """Take away now what is older than it is kept."""
        ...

    def open_folder(self) -> None:
        """Show the folder in the desktop's own file manager."""
        ...
