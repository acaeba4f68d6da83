"""The Qt application of this process, and what the system may ask of it."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from app.core.errors import InputError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@contextmanager
def closed_by_signals(close: Callable[[], object]) -> Iterator[None]:
    """Ctrl+C and a request to terminate close the window as its button does; a second one kills."""

    def end(number: int, _: object) -> None:
        signal.signal(number, signal.SIG_DFL)
        close()

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def application() -> "QApplication":
    """The one there is in this process. Raises InputError where Qt cannot open windows."""
    try:
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        advice = "Install the system libraries that the README names, or use --headless."
        raise InputError("The windows cannot open: Qt lacks a system library.", advice) from error
    application = QApplication.instance() or QApplication(["calmline"])
    if not isinstance(application, QApplication):
        raise InputError("The windows cannot open.", "Use --headless.")
    return application
