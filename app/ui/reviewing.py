"""What the parts of the supervisor's window that write at calls are given."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from app.core.review_port import ReviewStore
from app.ui.saver import Saves


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewing:
    """Where notes are kept, what saves them, who writes them (None where nobody says), and what time it is."""

    store: ReviewStore
    saves: Saves
    author: str | None = None
    now: Callable[[], datetime] = lambda: datetime.now().astimezone()
