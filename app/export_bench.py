"""Exports calls for a window, on a thread of its own."""

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.compose import open_kept
from app.compose.exports import beside_calls, export_place, file_writer
from app.core.errors import CalmlineError, StoreError, TakenError
from app.core.export import Exported, ExportState, ExportWish, TableWish, line_of
from app.core.message import Joined, Message
from app.runtime.exporting import Exporting, write_table
from app.settings import Settings
from app.ui.day_field import day_in_words
from app.ui.tr import tr_message
from app.ui.words import moment

_LEAVES_WITHIN_S = 5.0
_LEFT_OUT = "Damaged and left out: {number}"


_Done = tuple[Message, bool]
"""What is said of an export, and whether something of it went wrong."""


class FileBench:
    """An `ExportBench` on the store of the settings, in the language of the windows."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._state = ExportState()
        self._lock = threading.Lock()
        self._is_over = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def state(self) -> ExportState:
        """How far it is."""
        return self._state

    def export(self, wish: ExportWish) -> None:
        """Begin; where one is still busy nothing else is begun."""
        self._begin(lambda: self._write(wish))

    def export_table(self, wish: TableWish) -> None:
        """The same with a table."""
        self._begin(lambda: (_write_table(wish), False))

    def close(self) -> None:
        """Leave what is not written yet, and wait for the file that is being written."""
        self._is_over.set()
        if self._thread is not None:
            self._thread.join(_LEAVES_WITHIN_S)

    def _begin(self, write: Callable[[], _Done]) -> None:
        if self._state.is_busy:
            return
        self._state = ExportState(is_busy=True)
        self._thread = threading.Thread(target=self._work, args=(write,), name="export", daemon=True)
        self._thread.start()

    def _work(self, write: Callable[[], _Done]) -> None:
        try:
            said, is_wrong = write()
            self._put(is_busy=False, said=said, is_wrong=is_wrong)
        except TakenError as error:
            self._put(is_busy=False, taken=error.count)
        except CalmlineError as error:
            self._fail(error)
        except Exception:  # noqa: BLE001 - a thread's edge: its text may hold a call's words
            self._fail(StoreError("The export failed.", "Try another format or folder."))

    def _write(self, wish: ExportWish) -> _Done:
        store = open_kept(self._settings)
        try:
            with beside_calls(self._settings) as beside:
                writer = file_writer(tr_message, moment, day_in_words, beside)
                export = Exporting(store, writer, self._tell, beside.scores, may_go_on=self._may_go_on)
                exported = export.run(wish, export_place(wish))
                return _said(exported), bool(exported.damaged)
        finally:
            store.close()

    def _may_go_on(self) -> bool:
        return not self._is_over.is_set()

    def _tell(self, done: int, total: int) -> None:
        self._put(done=done, total=total)

    def _fail(self, error: CalmlineError) -> None:
        self._put(is_busy=False, said=error.line(), is_wrong=True)

    def _put(self, **changes: Any) -> None:
        with self._lock:
            self._state = replace(self._state, **changes)


def _write_table(wish: TableWish) -> Message:
    return write_table(wish, file_writer(tr_message, moment), export_place(wish))


def _said(exported: Exported) -> Message:
    if not exported.damaged:
        return line_of(exported)
    return Joined(". ", (line_of(exported), Message(_LEFT_OUT, number=len(exported.damaged))))
