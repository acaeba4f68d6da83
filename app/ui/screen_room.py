"""How much of the screen there is for a window."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

Room = Callable[[QWidget], int]
"""How high a window can be, in pixels, without its frame."""


def room_on_screen(window: QWidget) -> int:
    """As high as what its screen leaves beside bars and docks."""
    return window.screen().availableGeometry().height() - _around(window).height()


def fills_screen(window: QWidget) -> bool:
    """Whether it is as large as its screen because somebody asked the system for that."""
    return window.isMaximized() or window.isFullScreen()


def stay_on_screen(window: QWidget) -> None:
    """Move it back by as much as it lies beyond the right, lower or upper edge; its title bar stays in reach."""
    screen, place = window.screen().availableGeometry(), window.frameGeometry()
    x = min(place.x(), screen.x() + max(0, screen.width() - place.width()))
    y = max(screen.y(), min(place.y(), screen.y() + screen.height() - place.height()))
    if (x, y) != (place.x(), place.y()):
        window.move(x, y)


def _around(window: QWidget) -> QRect:
    """The size of its frame alone."""
    whole, inner = window.frameGeometry(), window.geometry()
    return QRect(0, 0, whole.width() - inner.width(), whole.height() - inner.height())
