"""The `store` thread: owns the database connection, retries, and says how it went."""

import threading
from collections.abc import Callable
from queue import SimpleQueue

from app.core.document import CallDocument
from app.core.errors import StoreError
from app.core.events import Health, HealthCode
from app.core.message import Message
from app.core.ports import CallStore

_TRIES = 3
_BETWEEN_TRIES_S = 1.0
_JOIN_S = 20.0


def save(open_store: Callable[[], CallStore], document: CallDocument) -> None:
    """Keep one document in a store that is opened for it alone. Raises StoreError."""
    _in_store(open_store, lambda store: store.save(document))


def _in_store(open_store: Callable[[], CallStore], act: Callable[[CallStore], None]) -> None:
    store = open_store()
    try:
        act(store)
    finally:
        store.close()


class Keeper:
    """Keeps documents on a thread of its own, one after the other."""

    def __init__(self, open_store: Callable[[], CallStore]) -> None:
        self._open_store = open_store
        self._waiting: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._owed: dict[str, Callable[[], None]] = {}
        self._done: set[str] = set()
        self._resting = threading.Event()
        self._thread = threading.Thread(target=self._work, name="store", daemon=True)

    def start(self) -> None:
        """Begin to keep."""
        self._thread.start()

    def keep(
        self, document: CallDocument, then: Callable[[Health], None], safe: Callable[[], None] | None = None
    ) -> None:
        """Hand in a document; returns at once. How it went is told to `then`, on the thread of the store.

        `safe` is done once the call is kept or forgotten as was wished, be it by a later request.
        """

        def work() -> None:
            if safe is not None:
                self._owed[document.call.id] = safe
            then(self._kept(document))

        self._waiting.put(work)

    def settle(self, document: CallDocument, then: Callable[[Health], None]) -> None:
        """Keep the agent's word on a call; returns at once, and how it went is told to `then`.

        A call that was stored here and has been deleted or has lost its words since does not get them back.
        """
        self._waiting.put(lambda: then(self._settled(document)))

    def forget(self, call_id: str, then: Callable[[Health], None]) -> None:
        """Delete a call; returns at once, and how it went is told to `then`."""
        self._waiting.put(lambda: then(self._tried(call_id, lambda store: store.delete(call_id), 0.0)))

    def do(self, work: Callable[[Callable[[CallDocument], Health]], None]) -> None:
        """Have some work done on the thread of the store, which is given what keeps a document; returns at once."""
        self._waiting.put(lambda: work(self._kept))

    def stop(self) -> None:
        """Keep what was handed in, then end."""
        self._waiting.put(None)
        if self._thread.is_alive():
            self._thread.join(_JOIN_S)

    def _work(self) -> None:
        while (work := self._waiting.get()) is not None:
            work()

    def _kept(self, document: CallDocument) -> Health:
        return self._tried(document.call.id, lambda store: store.save(document), document.call.duration_s)

    def _settled(self, document: CallDocument) -> Health:
        if document.call.id not in self._done:
            return self._kept(document)
        return self._tried(document.call.id, lambda store: store.amend(document), document.call.duration_s)

    def _tried(self, call_id: str, act: Callable[[CallStore], None], at_s: float) -> Health:
        error: StoreError | None = None
        for attempt in range(_TRIES):
            try:
                _in_store(self._open_store, act)
            except StoreError as failure:
                error = failure
                self._resting.wait(_BETWEEN_TRIES_S * attempt)
            except Exception:  # noqa: BLE001 - a thread's edge: its text may hold the call's words
                error = StoreError("The call store failed.", "Restart Calmline.")
            else:
                self._done.add(call_id)
                self._owed.pop(call_id, _nothing)()
                return Health(code=HealthCode.STORED, advice=Message("The call is stored."), lag_s=0.0, at_s=at_s)
        advice = error.line() if error else ""
        return Health(code=HealthCode.STORE_FAILED, advice=advice, lag_s=0.0, at_s=at_s)


def _nothing() -> None:
    """What is owed for a call that left nothing behind."""
