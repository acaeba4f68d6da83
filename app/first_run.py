"""Opens the first run over the desk, and again whenever it is asked for; never during a call."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.adapters.settings_files import settings_file
from app.compose import Parts, open_output
from app.core.desk import DeskState
from app.core.errors import CalmlineError, ModelError
from app.core.message import Message
from app.core.ports import SoundOutput, SoundSystem
from app.core.setup import ModelPhase, ModelState
from app.settings import Settings

if TYPE_CHECKING:
    from app.adapters.model_shelf import ModelSource
    from app.setup_bench import SetupBench
    from app.ui.agent_window import AgentWindow
    from app.ui.setup_dialog import SetupDialog

_CHOSEN_HERE = ("microphone", "caller", "keep", "consent")
_IN_CALL = "The set-up can be opened when the call is over."
_AGAIN = "You find the set-up in Settings, at “Set up step by step”."
_MADE_ROOM = "The set-up has made room for the call. You find it in Settings, at “Set up step by step”."
_LOOK_MS = 50
_LET_GO_S = 5.0
"""How long the devices of a set-up that was closed are waited for at most."""


def is_first_run(settings: Settings) -> bool:
    """Whether nothing has been set or chosen on this computer yet, and the set-up may open by itself."""
    is_new = not settings_file(settings.home).exists()
    return settings.offer_setup and is_new and settings.microphone is None and settings.caller is None


def _source_named(model: str) -> "ModelSource | None":
    from app.adapters.model_sources import source_named

    return source_named(model)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """What the first run is joined to at the desk; `changed` is called when it has opened or closed."""

    settings: Callable[[], Settings]
    adopt: Callable[[Settings], None]
    parts: Callable[[], Parts]
    sound: Callable[[], SoundSystem]
    is_in_call: Callable[[], bool]
    tell: Callable[[str], None]
    changed: Callable[[], None]
    on_practice: Callable[[], None]
    output: Callable[[], SoundOutput] = open_output
    source: "Callable[[str], ModelSource | None]" = _source_named


class FirstRun:
    """At most one dialog; it knows how far the speech model is also while none is open."""

    def __init__(self, window: "AgentWindow", ties: Ties) -> None:
        self._window = window
        self._ties = ties
        self._model = ModelState()
        self._bench: SetupBench | None = None
        self._wants_practice = False
        self.dialog: SetupDialog | None = None

    @property
    def is_open(self) -> bool:
        """Whether it holds devices: until its dialog has closed and all of them are let go of."""
        return self._bench is not None

    def open(self) -> None:
        """Open the dialog; during a call it is said that it cannot be."""
        if self._ties.is_in_call():
            self._ties.tell(Message(_IN_CALL))
            return
        if self.dialog is not None:
            self.dialog.raise_()
            return
        if self._bench is None:
            self._open()

    def follow(self, state: DeskState) -> None:
        """A call that begins goes before it; in the thread of the windows."""
        if state.call_id is not None and self.dialog is not None:
            self.dialog.reject()

    def loaded(self, error: CalmlineError | None) -> None:
        """The speech model is there, or why it is not; from any thread."""
        if error is None:
            self._model = ModelState(phase=ModelPhase.READY)
            return
        trouble, can_fetch = error.line(), self._can_fetch(self._ties.settings())
        self._model = ModelState(phase=ModelPhase.FAILED, trouble=trouble, can_fetch=can_fetch)

    def close(self) -> None:
        """Close the dialog where it is open, keeping what was chosen, and wait until it has let go of the devices."""
        if self.dialog is not None:
            self.dialog.reject()
        pause, ends_s = threading.Event(), time.monotonic() + _LET_GO_S
        while self._bench is not None and not self._bench.is_over() and time.monotonic() < ends_s:
            pause.wait(_LOOK_MS / 1000)

    def _open(self) -> None:
        from app.settings_form import setting_row
        from app.setup_bench import Outside, SetupBench
        from app.ui.setup_dialog import SetupDialog

        settings = self._ties.settings()
        self._bench = SetupBench(
            settings,
            Outside(
                parts=self._ties.parts,
                model=lambda: self._model,
                fetch=self._fetch,
                adopt=self._ties.adopt,
                sound=self._ties.sound,
                output=self._ties.output,
            ),
        )
        self._bench.start()
        self.dialog = SetupDialog(
            self._bench,
            {name: setting_row(settings, name) for name in _CHOSEN_HERE},
            self._wish_practice,
            theme=self._window.look.theme,
            parent=self._window,
        )
        self.dialog.rejected.connect(self._left)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()
        self._ties.changed()

    def _left(self) -> None:
        """Closed before its end."""
        self._ties.tell(Message(_MADE_ROOM if self._ties.is_in_call() else _AGAIN))

    def _closed(self) -> None:
        if self.dialog is not None and self._bench is not None:
            self.dialog.deleteLater()
            self.dialog = None
            self._bench.close()
            self._await_devices(_LET_GO_S)

    def _await_devices(self, left_s: float) -> None:
        """Say that it has closed once every device is let go of."""
        from PySide6.QtCore import QTimer

        if self._bench is not None and not self._bench.is_over() and left_s > 0:
            QTimer.singleShot(_LOOK_MS, lambda: self._await_devices(left_s - _LOOK_MS / 1000))
            return
        self._bench = None
        self._ties.changed()
        if self._wants_practice:
            self._wants_practice = False
            self._ties.on_practice()

    def _wish_practice(self) -> None:
        """It begins once the devices are free."""
        self._wants_practice = True

    # --- the speech model -------------------------------------------------------------------------------------

    def _fetch(self) -> None:
        if self._model.phase is ModelPhase.FAILED:
            self._model = ModelState(phase=ModelPhase.FETCHING)
            threading.Thread(target=self._fetch_and_load, name="fetch", daemon=True).start()

    def _fetch_and_load(self) -> None:
        from app.adapters.model_shelf import ModelShelf

        settings = self._ties.settings()
        try:
            source = self._ties.source(settings.model)
            if source is not None:
                ModelShelf(settings.model_folder).install(source, self._report)
            self._model = ModelState()
            self._ties.parts()
            self.loaded(None)
        except CalmlineError as error:
            self.loaded(error)
        except Exception:  # noqa: BLE001 - a thread's edge: the page must learn that it is over
            self.loaded(ModelError("The speech model could not be fetched.", "Try again, or restart Calmline."))

    def _can_fetch(self, settings: Settings) -> bool:
        """Whether the chosen model is one that can be installed by its name, and is not there."""
        from app.adapters.model_shelf import ModelShelf

        is_there = ModelShelf(settings.model_folder).has(settings.model)
        return not is_there and self._ties.source(settings.model) is not None

    def _report(self, done: int, total: int) -> None:
        self._model = replace(self._model, done=done, total=total)
