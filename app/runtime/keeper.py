"""The `store` thread: owns the database connection, retries, and says how it went."""

import threading
import uuid
from collections.abc import Callable
from dataclasses import replace
from queue import SimpleQueue

from app.core.document import CallDocument
from app.core.errors import HeldError, StoreError
from app.core.events import Health, HealthCode
from app.core.keeping import left_behind
from app.core.message import Message
from app.core.ports import CallStore

_FILED_ANEW = "The call {call_id} is on legal hold and stays as it is; the new one is stored as {fresh}."
_TRIES = 3
_BETWEEN_TRIES_S = 1.0
_JOIN_S = 20.0


def save(open_store: Callable[[], CallStore], document: CallDocument, tell: Callable[[str], None]) -> None:
    """Keep one document in a store that is opened for it alone. Raises StoreError."""
    _in_store(open_store, lambda store: _file(store, document, tell))


def _file(store: CallStore, document: CallDocument, tell: Callable[[str], None]) -> str:
    """Keep a new call and return its id there: another one, which is told, where a call of its own is on legal hold.

    Raises StoreError.
    """
    call_id = document.call.id
    try:
        store.save(document)
    except HeldError:
        fresh = uuid.uuid4().hex
        store.save(_renamed(document, fresh))
        tell(Message(_FILED_ANEW, call_id=call_id, fresh=fresh))
        return fresh
    return call_id


def _renamed(document: CallDocument, call_id: str) -> CallDocument:
    return replace(document, call=replace(document.call, id=call_id))


def _in_store(open_store: Callable[[], CallStore], act: Callable[[CallStore], object]) -> None:
    store = open_store()
    try:
        act(store)
    finally:
        store.close()


class Keeper:
    """Keeps documents on a thread of its own, one after the other; `tell` is told where one has another id there."""

    def __init__(self, open_store: Callable[[], CallStore], tell: Callable[[str], None] = lambda _: None) -> None:
        self._open_store = open_store
        self._tell = tell
        self._waiting: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._owed: dict[str, Callable[[], None]] = {}
        self._filed: dict[str, str] = {}
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
        self._waiting.put(lambda: then(self._forgotten(call_id)))

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
        call_id = document.call.id

        def act(store: CallStore) -> None:
            self._filed[call_id] = _file(store, document, self._tell)

        return self._tried(call_id, act, document.call.duration_s)

    def _settled(self, document: CallDocument) -> Health:
        filed = self._filed.get(document.call.id)
        if filed is None:
            return self._kept(document)
        amended = _renamed(document, filed)
        return self._tried(document.call.id, lambda store: store.amend(amended), document.call.duration_s)

    def _forgotten(self, call_id: str) -> Health:
        def act(store: CallStore) -> None:
            left = left_behind(len(store.delete(self._filed.setdefault(call_id, call_id))))
            if left:
                self._tell(left)

        return self._tried(call_id, act, 0.0)

    def _tried(self, call_id: str, act: Callable[[CallStore], object], at_s: float) -> Health:
        error: StoreError | None = None
        for attempt in range(_TRIES):
            try:
                _in_store(self._open_store, act)
            except HeldError as failure:
                error = failure
                break
            except StoreError as failure:
                error = failure
                self._resting.wait(_BETWEEN_TRIES_S * attempt)
            except Exception:  # noqa: BLE001 - a thread's edge: its text may hold the call's words
                error = StoreError("The call store failed.", "Restart Calmline.")
            else:
                self._owed.pop(call_id, _nothing)()
                return Health(code=HealthCode.STORED, advice=Message("The call is stored."), lag_s=0.0, at_s=at_s)
        advice = error.line() if error else ""
        return Health(code=HealthCode.STORE_FAILED, advice=advice, lag_s=0.0, at_s=at_s)


def _nothing() -> None:
    """What is owed for a call that left nothing behind."""
