"""Keeps every window of the application out of what others see of the screen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

Hide = Callable[[int, bool], None]
"""Hides the native window of this number, or shows it again."""

_NEW = {QEvent.Type.Show, QEvent.Type.WinIdChange}
"""A window is to be seen, or Qt has made it anew, as it does where its flags change."""


class Hidden(QObject):
    """Hides all windows that there are, and each that comes: dialogs, menus and tool tips too."""

    def __init__(self, hide: Hide) -> None:
        super().__init__()
        self._hide = hide
        self._is_wanted = False

    def want(self, *, wanted: bool) -> None:
        """Hide from now on, or not any more."""
        application = QApplication.instance()
        if wanted is self._is_wanted or application is None:
            return
        self._is_wanted = wanted
        if wanted:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)
        for window in QApplication.topLevelWidgets():
            self._follow(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide a window that is new, before it is seen."""
        if event.type() in _NEW and isinstance(watched, QWidget) and watched.isWindow():
            self._follow(watched)
        return False

    def _follow(self, window: QWidget) -> None:
        """A window that has not been seen yet has no number."""
        if number := window.internalWinId():
            self._hide(number, self._is_wanted)
