"""Shows a call: in the windows where there is a display, else in the terminal."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime

from app.compose import open_pipe, open_store, purge_kept
from app.core.document import CallDocument
from app.core.errors import PipeError, StoreError
from app.core.keeping import left_behind
from app.runtime.keeper import save
from app.runtime.session import CallSession
from app.runtime.told import teller
from app.settings import Settings
from app.show import Show

_NO_WINDOW_PLATFORMS = {"offscreen", "minimal"}


def has_display() -> bool:
    """Whether a person could see a window."""
    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in _NO_WINDOW_PLATFORMS:
        return False
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def show_in_terminal(show: Show, *, realtime: bool) -> None:
    """Hear the call and print it as it happens, then its review."""
    from rich.console import Console

    from app.terminal.view import TerminalView

    view = TerminalView(Console())

    def keep(document: CallDocument, then: Callable[[], None]) -> None:
        save(lambda: open_store(show.parts.settings), document, _note)
        then()

    session = show.prepare(view.show, keep, realtime=realtime)
    with _reachable(session, show.parts.settings, realtime=realtime):
        document = session.run()
    view.show_review(document)
    if show.live and show.store:
        _purge(show.parts.settings)


def _note(sentence: str) -> None:
    """Say something beside the call, which itself went well."""
    print(f"calmline: {sentence}", file=sys.stderr)  # noqa: T201 - the terminal's own


def _purge(settings: Settings) -> None:
    """Nothing else in a terminal takes away what is old."""
    try:
        left = left_behind(purge_kept(settings, datetime.now().astimezone()).left)
    except StoreError as error:
        left = error.line()
    if left:
        _note(left)


@contextmanager
def _reachable(session: CallSession, settings: Settings, *, realtime: bool) -> Iterator[None]:
    """Let `calmline call` reach the call while it goes on; where that cannot be, the call goes on without."""
    with ExitStack() as cleanup:
        if realtime:
            try:
                cleanup.enter_context(open_pipe(settings, teller(session.runner, session.call.call_id)))
            except PipeError as error:
                _note(error.line())
        yield


def show_live(show: Show, *, headless: bool) -> None:
    """Hear a live call, in the window where there is a display."""
    if headless or not has_display():
        show_in_terminal(show, realtime=True)
    else:
        show_in_window(show, realtime=True)


def show_in_window(show: Show, *, realtime: bool) -> None:
    """Hear the call beside the agent window, which stays open at the summary."""
    from app.desk import Desk

    Desk(show.parts.settings, parts=show.parts).run(show, realtime=realtime)


def open_agent_window(settings: Settings, *, set_up: bool = False) -> None:
    """The agent window, ready for calls; with the set-up, which opens by itself at the very first start."""
    from app.desk import Desk
    from app.first_run import is_first_run

    Desk(settings).run(set_up=set_up or is_first_run(settings))
