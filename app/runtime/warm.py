"""What every call needs, loaded once and kept until something else takes its place."""

import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

from app.core.errors import CalmlineError, EngineError

Loaded = TypeVar("Loaded")
Tell = Callable[[CalmlineError | None], None]


class Warm(Generic[Loaded]):
    """Loads on the thread `load` as soon as it is started; whoever needs it earlier waits.

    `tell` is called when it is there, or with why it is not.
    """

    def __init__(self, load: Callable[[], Loaded], tell: Tell) -> None:
        self._load = load
        self._tell = tell
        self._lock = threading.Lock()
        self._loaded: Loaded | None = None
        self._threads = [threading.Thread(target=self._warm_up, name="load", daemon=True)]
        self._newest = 0

    def start(self) -> None:
        """Begin to load."""
        self._threads[0].start()

    def get(self) -> Loaded:
        """What was loaded; where that failed it is tried again. Raises CalmlineError."""
        with self._lock:
            if self._loaded is None:
                self._loaded = _tried(self._load)
                self._tell(None)
            return self._loaded

    def renew(self, load: Callable[[], Loaded], tell: Tell) -> None:
        """Load something else on a thread of its own, from one thread alone; what is there stays until that is.

        Where it cannot be loaded what is there stays for good; where nothing is there, it is told as the first failure
        was. Of several only the newest counts, and is told of.
        """
        self._newest += 1
        self.aside(partial(self._renew, load, tell, self._newest))

    def aside(self, work: Callable[[], None]) -> None:
        """Do something that may take as long on a thread of its own, from one thread alone."""
        thread = threading.Thread(target=work, name="load", daemon=True)
        self._threads.append(thread)
        thread.start()

    def join(self, within_s: float) -> None:
        """Wait until nothing is being loaded, or done aside."""
        deadline = time.monotonic() + within_s
        for thread in self._threads:
            if thread.is_alive():
                thread.join(max(0.0, deadline - time.monotonic()))

    def _warm_up(self) -> None:
        try:
            self.get()
        except CalmlineError as error:
            self._tell(error)

    def _renew(self, load: Callable[[], Loaded], tell: Tell, number: int) -> None:
        loaded, failed = None, None
        try:
            loaded = _tried(load)
        except CalmlineError as error:
            failed = error
        with self._lock:
            if number != self._newest:
                return
            is_first = self._loaded is None
            self._loaded = loaded or self._loaded
            if is_first:
                self._load = load
        if is_first:
            self._tell(failed)
        tell(None if is_first else failed)


def _tried(load: Callable[[], Loaded]) -> Loaded:
    try:
        return load()
    except CalmlineError:
        raise
    except Exception as error:
        raise EngineError("What a call needs could not be loaded.", "Restart Calmline.") from error
