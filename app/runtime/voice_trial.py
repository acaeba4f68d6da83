"""The spoken test: a real call on the chosen devices of which nothing is kept."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from app.core.errors import CalmlineError, EngineError
from app.core.setup import TrialState
from app.runtime.ears import Watch
from app.runtime.perform import Emit
from app.runtime.session import CallSession


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A session, and what ends its sound."""

    session: CallSession
    stop: Callable[[], None]


Prepare = Callable[[Emit, Watch], Prepared]
"""Opens the call on the trial's thread; may take long. Raises CalmlineError."""


class VoiceTrial:
    """One try, on the thread `trial`; `state` may be read from any thread."""

    def __init__(self, prepare: Prepare) -> None:
        self._prepare = prepare
        self._lock = threading.Lock()
        self._state = TrialState()
        self._prepared: Prepared | None = None
        self._is_stopped = False
        self._thread = threading.Thread(target=self._work, name="trial", daemon=True)

    @property
    def state(self) -> TrialState:
        """Where it stands."""
        return self._state

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """Listen no more; returns at once."""
        with self._lock:
            self._is_stopped = True
            prepared = self._prepared
        if prepared is not None:
            prepared.session.runner.stop()
            prepared.stop()

    def is_over(self) -> bool:
        """Whether the devices have been let go of."""
        return not self._thread.is_alive()

    def change(self, step: Callable[[TrialState], TrialState]) -> None:
        """Take the state a step on, from any thread."""
        with self._lock:
            self._state = step(self._state)

    def _work(self) -> None:
        try:
            prepared = self._prepare(
                lambda event: self.change(lambda state: state.follows(event)),
                lambda frame: self.change(lambda state: state.hears(frame)),
            )
            if self._takes(prepared):
                prepared.session.run()
        except CalmlineError as error:
            self._fail(error)
        except Exception:  # noqa: BLE001 - a thread's edge: its text may hold what was said
            self._fail(EngineError("The test could not go on.", "Go back and try again."))

    def _takes(self, prepared: Prepared) -> bool:
        """Whether it is still wanted."""
        with self._lock:
            self._prepared = prepared
            return not self._is_stopped

    def _fail(self, error: CalmlineError) -> None:
        self.change(lambda state: state.fails(error.line()))
