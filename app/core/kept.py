"""What is kept, as a window shows it and has it taken away."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from app.core.call_search import CallRow
from app.core.errors import GoneError, StoreDamagedError
from app.core.keeping import Days, KeptFiles, Overview
from app.core.message import Message
from app.core.ports import CallStore

_COMES_BACK = "Of these from recordings: {number}. calmline analyze brings them back while those lie in their folder."


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptState:
    """What lies there, once that is known.

    `rows` are the stored calls, the newest first; where a caller was looked for under a `reference`, theirs alone.
    `is_busy` while something is read or taken away. `said` is what came of it, `is_wrong` where that is an error.
    `revision` grows with every change of the stored calls.
    """

    days: Days
    home: str
    overview: Overview | None = None
    files: KeptFiles | None = None
    rows: tuple[CallRow, ...] = ()
    reference: str = ""
    is_busy: bool = True
    said: str = ""
    is_wrong: bool = False
    revision: int = 0


def comes_back(store: CallStore, call_ids: Iterable[str]) -> str:
    """What to say where calls are deleted whose recordings were analysed; "" of all other calls. Raises StoreError."""
    recordings = sum(_is_analysed(store, call_id) for call_id in call_ids)
    return Message(_COMES_BACK, number=recordings) if recordings else ""


def _is_analysed(store: CallStore, call_id: str) -> bool:
    try:
        return store.load(call_id).call.recording is not None
    except (GoneError, StoreDamagedError):
        return False


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
