"""Shows a call: in the windows where there is a display, else in the terminal."""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from app.compose import (
    CallNames,
    Parts,
    load_parts,
    open_demo,
    open_pipe,
    open_store,
    open_team,
    opening_of,
    prepare_call,
)
from app.core.document import CallDocument
from app.core.errors import CalmlineError, EngineError, InputError, PipeError
from app.core.events import Event, Health, HealthCode
from app.core.ports import AudioSource
from app.runtime.keeper import Keeper, save
from app.runtime.live import LAST_WORDS_S
from app.runtime.perform import Emit
from app.runtime.session import CallSession, Keep
from app.runtime.told import teller
from app.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.ui.supervisor_window import SupervisorWindow

_NO_WINDOW_PLATFORMS = {"offscreen", "minimal"}
_LAST_JOIN_S = LAST_WORDS_S + 15.0


@dataclass(slots=True, kw_only=True)
class Show:
    """A call to be shown, and who else listens to it or keeps its document; `live` sources come at their own pace."""

    parts: Parts
    source: AudioSource
    names: CallNames
    store: bool
    live: bool = False
    listeners: list[Emit] = field(default_factory=list)
    keepers: list[Keep] = field(default_factory=list)

    def prepare(self, view: Emit, keep: Keep, *, realtime: bool) -> CallSession:
        """The session, with a view listening and the store keeping."""
        session = prepare_call(
            self.parts,
            self.source,
            self.names,
            realtime=realtime,
            live=self.live,
            listeners=[*self.listeners, view],
            keepers=[*([keep] if self.store else []), *self.keepers],
        )
        return replace(session, call=replace(session.call, stored=self.store))


def has_display() -> bool:
    """Whether a person could see a window."""
    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in _NO_WINDOW_PLATFORMS:
        return False
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def show_in_terminal(show: Show, *, realtime: bool) -> None:
    """Hear the call and print it as it happens, then its review."""
    from rich.console import Console  # noqa: PLC0415 - only where there is no window

    from app.terminal.view import TerminalView  # noqa: PLC0415 - the same

    view = TerminalView(Console())

    def keep(document: CallDocument) -> None:
        save(lambda: open_store(show.parts.settings), document)

    session = show.prepare(view.show, keep, realtime=realtime)
    with _reachable(session, show.parts.settings, realtime=realtime):
        document = session.run()
    view.show_review(document)


@contextmanager
def _reachable(session: CallSession, settings: Settings, *, realtime: bool) -> Iterator[None]:
    """Let `calmline call` reach the call while it goes on; where that cannot be, the call goes on without."""
    with ExitStack() as cleanup:
        if realtime:
            try:
                cleanup.enter_context(open_pipe(settings, teller(session.runner, session.call.call_id)))
            except PipeError as error:
                print(f"calmline: {error.line()}", file=sys.stderr)  # noqa: T201 - the call is not to end for it
        yield


def show_live(show: Show, *, headless: bool) -> None:
    """Hear a live call, in the window where there is a display."""
    if headless or not has_display():
        show_in_terminal(show, realtime=True)
    else:
        show_in_window(show, realtime=True)


def show_in_window(show: Show, *, realtime: bool) -> None:
    """Hear the call beside the agent window, which stays open at the summary."""
    desk = Desk(show.parts.settings)
    desk.begin(lambda: show, realtime=realtime)
    desk.run()


def open_agent_window(settings: Settings) -> None:
    """The agent window, ready for a call."""
    Desk(settings).run()


class Desk:
    """The application with its windows, and the `call` and `store` threads behind them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._application = _application()
        from app.ui.agent_window import AgentWindow  # noqa: PLC0415 - needs Qt
        from app.ui.bridge import CallBridge  # noqa: PLC0415 - the same

        self._bridge = CallBridge()
        self._keeper = Keeper(lambda: open_store(settings), self._bridge.post)
        self._session: CallSession | None = None
        self._closing = threading.Event()
        self._error: CalmlineError | None = None
        self._call: threading.Thread | None = None
        self._calls: SupervisorWindow | None = None
        self._window = AgentWindow(
            self._bridge,
            open_calls=self._open_calls,
            play_demo=self._play_demo,
            opening=opening_of(settings),
        )

    def run(self) -> None:
        """Show the agent window until it is closed. Raises the error that a call ended with."""
        self._keeper.start()
        self._window.show()
        self._application.exec()
        self._end()
        if self._error is not None:
            raise self._error

    def begin(self, make: Callable[[], Show], *, realtime: bool) -> None:
        """Hear a call on the `call` thread; loading its parts there keeps the window alive."""
        if self._call is not None and self._call.is_alive():
            return
        self._call = threading.Thread(target=self._hear, args=(make, realtime), name="call", daemon=True)
        self._call.start()

    def _hear(self, make: Callable[[], Show], realtime: bool) -> None:  # noqa: FBT001 - a thread's argument
        try:
            session = make().prepare(self._bridge.post, self._keeper.keep, realtime=realtime)
            self._session = session
            if not self._closing.is_set():
                with _reachable(session, self._settings, realtime=realtime):
                    session.run()
        except CalmlineError as error:
            self._fail(error)
        except Exception:  # noqa: BLE001 - a thread's edge: its text may hold the call's words
            self._fail(EngineError("The call could not go on.", "Restart Calmline."))

    def _fail(self, error: CalmlineError) -> None:
        self._error = error
        self._bridge.post(_failure(error, HealthCode.ENGINE_FAILED))

    def _play_demo(self) -> None:
        def make() -> Show:
            source, names = open_demo(self._settings)
            return Show(parts=load_parts(self._settings), source=source, names=names, store=True)

        self.begin(make, realtime=True)

    def _open_calls(self) -> None:
        from app.ui.supervisor_window import SupervisorWindow  # noqa: PLC0415 - only when asked for

        try:
            self._calls = self._calls or SupervisorWindow(open_store(self._settings), open_team(self._settings))
        except CalmlineError as error:
            self._bridge.post(_failure(error, HealthCode.STORE_FAILED))
            return
        self._calls.refresh()
        self._calls.show()
        self._calls.raise_()

    def _end(self) -> None:
        """Finish the call that is going on: its last words are written down and it is kept."""
        self._closing.set()
        if self._session is not None:
            self._session.runner.stop()
        if self._call is not None:
            self._call.join(_LAST_JOIN_S)
        self._keeper.stop()
        self._bridge.close()


def _failure(error: CalmlineError, code: HealthCode) -> Event:
    return Health(code=code, advice=error.line(), lag_s=0.0, at_s=0.0)


def _application() -> "QApplication":
    try:
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - may lack a system library
    except ImportError as error:
        advice = "Install the system libraries that the README names, or use --headless."
        raise InputError("The windows cannot open: Qt lacks a system library.", advice) from error
    application = QApplication.instance() or QApplication(["calmline"])
    if not isinstance(application, QApplication):
        raise InputError("The windows cannot open.", "Use --headless.")
    return application
