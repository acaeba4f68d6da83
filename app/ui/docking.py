"""Keeps a window at an edge of its screen until somebody drags it away."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from app.core.appearance import Dock
from app.ui.screen_room import fills_screen, stay_on_screen

_REST_MS = 300
"""A window that has not moved for so long has been let go of."""
_AWAY_PX = 24
"""Nearer to its edge a window that was dragged goes back."""
_MOST_TRIES = 3
"""A system that puts the window elsewhere so often has its way."""
_PUT_BY_SYSTEM = {QEvent.Type.Show, QEvent.Type.WindowStateChange}


class Docking(QObject):
    """`fit` makes the window as large as it is to be now, and asks to `keep` its place.

    `freed` tells that somebody dragged it away, which frees it where that can be chosen; `changed` that another edge is
    wanted.
    """

    changed = Signal()
    freed = Signal()

    def __init__(self, window: QWidget, fit: Callable[[], None]) -> None:
        super().__init__(window)
        self._window, self._fit = window, fit
        self._edge, self._why = Dock.FREE, ""
        self._stood: tuple[QRect, QRect] | None = None
        self._tries = 0
        self._is_moving = self._is_dragged = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._look)
        window.installEventFilter(self)
        for screen in QGuiApplication.screens():
            self._watch(screen)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.screenAdded.connect(self._watch)
            application.screenRemoved.connect(self._look_soon)

    @property
    def edge(self) -> Dock:
        """Where it is to stand."""
        return self._edge

    @property
    def is_docked(self) -> bool:
        """Whether it is to stand at an edge."""
        return self._edge is not Dock.FREE

    @property
    def why(self) -> str:
        """Why nobody can choose that here, "" where they can."""
        return self._why

    def want(self, edge: Dock, why: str = "") -> None:
        """Stand there from now on; `why` tells why nobody can choose another place."""
        self._edge, self._why = edge, why
        self._look_soon()
        self.changed.emit()
        self._fit()

    def keep(self) -> None:
        """Be at the edge, or on the screen, whatever size it is now.

        It is left alone while it is dragged, and while it is as large as the screen.
        """
        if fills_screen(self._window):
            return
        if not self.is_docked:
            if self._window.isVisible():
                stay_on_screen(self._window)
        elif not self._is_dragged:
            self._is_moving = True
            self._window.move(corner_at(self._edge, self._area(), self._window.frameGeometry().size()))
            self._is_moving = False
            self._stood = self._stood and self._standing()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow where the window is put; the frame around it is known some time after it is shown."""
        if watched is self._window and event.type() in _PUT_BY_SYSTEM:
            self._look_soon()
        elif event.type() is QEvent.Type.Move and self.is_docked and not (self._is_moving or self._is_at_edge()):
            self._is_dragged = self._window.isVisible()
            self._rest.start()
        return False

    def _watch(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._look_soon)

    def _look_soon(self, *_: object) -> None:
        """Whatever moves the window until it rests, it is nobody's hand."""
        self._stood, self._tries, self._is_dragged = None, 0, False
        self._rest.start()

    def _look(self) -> None:
        """The window rests: somebody dragged it away, or it goes back to where it belongs."""
        self._is_dragged = False
        if not self._window.isVisible() or self._window.isMinimized() or fills_screen(self._window):
            return
        if not self.is_docked:
            stay_on_screen(self._window)
        elif self._was_dragged():
            if not self._why:
                self.want(Dock.FREE)
            self.freed.emit()
        elif self._is_at_edge():
            self._fit()
            self._stood, self._tries = self._standing(), 0
        elif self._tries < _MOST_TRIES:
            self._tries += 1
            self._fit()
            self._rest.start()

    def _standing(self) -> tuple[QRect, QRect]:
        return self._window.frameGeometry(), self._area()

    def _was_dragged(self) -> bool:
        """Whether all of it moved while its screen stayed as it was; one that only grew is at one corner as before."""
        if self._stood is None:
            return False
        (stood, area), frame = self._stood, self._window.frameGeometry()
        is_there = any(screen.availableGeometry() == area for screen in QGuiApplication.screens())
        corners = ((stood.topLeft(), frame.topLeft()), (stood.topRight(), frame.topRight()))
        return is_there and all((now - before).manhattanLength() > _AWAY_PX for before, now in corners)

    def _is_at_edge(self) -> bool:
        frame = self._window.frameGeometry()
        return frame.topLeft() == corner_at(self._edge, self._area(), frame.size())

    def _area(self) -> QRect:
        return self._window.screen().availableGeometry()


def corner_at(edge: Dock, area: QRect, size: QSize) -> QPoint:
    """Where the upper left corner of a window of such a size is at an edge of what its screen leaves free."""
    if edge is Dock.LEFT:
        return area.topLeft()
    return QPoint(area.x() + max(0, area.width() - size.width()), area.y())


def inside(place: QRect, area: QRect) -> QRect:
    """A window's place moved and cut so that all of it lies in an area."""
    size = place.size().boundedTo(area.size())
    x = max(area.x(), min(place.x(), area.x() + area.width() - size.width()))
    y = max(area.y(), min(place.y(), area.y() + area.height() - size.height()))
    return QRect(QPoint(x, y), size)
