"""What every call needs, loaded once and kept."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from app.core.errors import CalmlineError, EngineError

Loaded = TypeVar("Loaded")


class Warm(Generic[Loaded]):
    """Loads on the thread `load` as soon as it is started; whoever needs it earlier waits.

    `tell` is called when it is there, or with why it is not.
    """

    def __init__(self, load: Callable[[], Loaded], tell: Callable[[CalmlineError | None], None]) -> None:
        self._load = load
        self._tell = tell
        self._lock = threading.Lock()
        self._loaded: Loaded | None = None
        self._thread = threading.Thread(target=self._warm_up, name="load", daemon=True)

    def start(self) -> None:
        """Begin to load."""
        self._thread.start()

    def get(self) -> Loaded:
        """What was loaded; where that failed it is tried again. Raises CalmlineError."""
        with self._lock:
            if self._loaded is None:
                self._loaded = self._tried()
                self._tell(None)
            return self._loaded

    def join(self, within_s: float) -> None:
        """Wait until nothing is being loaded."""
        if self._thread.is_alive():
            self._thread.join(within_s)

    def _warm_up(self) -> None:
        try:
            self.get()
        except CalmlineError as error:
            self._tell(error)

    def _tried(self) -> Loaded:
        try:
            return self._load()
        except CalmlineError:
            raise
        except Exception as error:
            raise EngineError("What a call needs could not be loaded.", "Restart Calmline.") from error
