"""What the panel of what is kept needs: reads, deletes and holds on a thread of its own."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from queue import SimpleQueue
from typing import Any

from app.compose import look_at_files, open_kept, purge_kept
from app.core.call_search import is_same
from app.core.errors import CalmlineError, StoreError
from app.core.keeping import left_behind, overview
from app.core.kept import KeptState, comes_back
from app.core.message import Message, sentences
from app.core.ports import CallStore
from app.settings import Settings

_FOUND = "Calls under the reference {reference}: {number}."
_GONE = "Deleted for good: {number}."
_HELD, _RELEASED = "On legal hold: {number}.", "Released from legal hold: {number}."
_PURGED = "Lost their words: {words}. Gone altogether: {whole}."


class StoreBench:
    """A `KeptBench` on the store of the settings; `show` opens a folder in the desktop's file manager."""

    def __init__(self, settings: Settings, show: Callable[[str], object]) -> None:
        self._settings = settings
        self._show = show
        self._state = KeptState(days=settings.days, home=str(settings.home))
        self._lock = threading.Lock()
        self._waiting: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="kept", daemon=True)
        self._thread.start()

    @property
    def state(self) -> KeptState:
        """What is known now."""
        return self._state

    def look(self) -> None:
        """Read what is kept."""
        self._do(lambda store: self._read(store, said=""))

    def find(self, reference: str) -> None:
        """Look for the calls of a caller; "" shows all again."""
        self._do(lambda store: self._find(store, reference.strip()))

    def hold(self, call_ids: tuple[str, ...], *, wanted: bool) -> None:
        """Put calls on legal hold, or release them."""

        def act(store: CallStore) -> None:
            for call_id in call_ids:
                store.hold(call_id, wanted=wanted)
            self._changed(store, Message(_HELD if wanted else _RELEASED, number=len(call_ids)))

        self._do(act)

    def delete(self, call_ids: tuple[str, ...]) -> None:
        """Delete calls for good."""

        def act(store: CallStore) -> None:
            back = comes_back(store, call_ids)
            left = left_behind(len(store.delete(*call_ids)))
            self._changed(store, sentences(sentences(Message(_GONE, number=len(call_ids)), back), left))

        self._do(act)

    def purge(self) -> None:
        """Take away now what is older than it is kept."""

        def act(store: CallStore) -> None:
            gone = purge_kept(self._settings, datetime.now().astimezone())
            said = Message(_PURGED, words=gone.words, whole=gone.whole)
            self._changed(store, sentences(said, left_behind(gone.left)))

        self._do(act)

    def open_folder(self) -> None:
        """Show the folder in the desktop's own file manager."""
        self._show(self._state.home)

    def close(self) -> None:
        """End once what was begun is done; returns at once."""
        self._waiting.put(None)

    def _do(self, act: Callable[[CallStore], None]) -> None:
        self._put(is_busy=True, said="", is_wrong=False)
        self._waiting.put(lambda: self._try(act))

    def _try(self, act: Callable[[CallStore], None]) -> None:
        try:
            store = open_kept(self._settings)
            try:
                act(store)
            finally:
                store.close()
        except CalmlineError as error:
            self._fail(error)
        except Exception:  # noqa: BLE001 - a thread's edge: its text may hold a call's words
            self._fail(StoreError("The call store failed.", "Restart Calmline."))
        finally:
            self._put(is_busy=not self._waiting.empty())

    def _put(self, **changes: Any) -> None:
        with self._lock:
            self._state = replace(self._state, **changes)

    def _work(self) -> None:
        while (work := self._waiting.get()) is not None:
            work()

    def _fail(self, error: CalmlineError) -> None:
        self._put(said=error.line(), is_wrong=True)

    def _changed(self, store: CallStore, said: str) -> None:
        """What was looked for stays on the screen, without what has gone."""
        before = self._state
        self._read(store, said=said)
        if before.reference:
            shown = {row.call_id for row in before.rows}
            rows = tuple(row for row in self._state.rows if row.call_id in shown)
            self._put(rows=rows, reference=before.reference)
        self._put(revision=before.revision + 1)

    def _read(self, store: CallStore, *, said: str) -> None:
        found = overview(store.kept(), datetime.now().astimezone(), self._settings.days)
        self._put(
            overview=found,
            files=look_at_files(self._settings),
            rows=tuple(store.rows()),
            reference="",
            said=said,
        )

    def _find(self, store: CallStore, reference: str) -> None:
        if not reference:
            self._read(store, said="")
            return
        found = tuple(row for row in store.rows() if is_same(reference, row.reference))
        self._put(rows=found, reference=reference, said=Message(_FOUND, reference=reference, number=len(found)))
