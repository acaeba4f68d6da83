"""Where the panel stands: found again at the start, docked as the settings say, and noted."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.adapters.private_files import make_private_folder
from app.core.appearance import Dock
from app.core.errors import CalmlineError
from app.core.message import Message
from app.core.setting_kinds import Value
from app.core.window_system import DOCK
from app.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from app.ui.agent_window import AgentWindow

_PLACE = "window.place"
_LOCKED = Message("Set by your centre")


class DeskPlace:
    """`save` keeps changed settings and raises CalmlineError; `lacks` tells why the system gives windows no place."""

    def __init__(
        self,
        window: "AgentWindow",
        settings: Callable[[], Settings],
        save: Callable[[Mapping[str, Value]], None],
        tell: Callable[[str], None],
        lacks: str = "",
    ) -> None:
        self._window, self._settings, self._save, self._tell, self._lacks = window, settings, save, tell, lacks
        window.docking.freed.connect(self._free)

    def open(self) -> None:
        """Put the window where it lay; at an edge where nobody knows, where that screen is gone, or where it docks."""
        from PySide6.QtGui import QCursor, QGuiApplication

        from app.ui.docking import corner_at, inside

        place = noted(self._settings().home)
        there = None if place is None else QGuiApplication.screenAt(place.center())
        screen = there or QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        self._window.setScreen(screen)
        self.follow()
        if self._window.docking.is_docked:
            return
        area = screen.availableGeometry()
        if place is None or there is None:
            self._window.move(corner_at(Dock.RIGHT, area, self._window.size()))
        else:
            self._window.setGeometry(inside(place, area))

    def follow(self) -> None:
        """Stand where the settings say from now on."""
        settings = self._settings()
        why = self._lacks or (_LOCKED if settings.is_locked(DOCK) else "")
        self._window.docking.want(Dock.FREE if self._lacks else Dock(settings.dock), why)

    def choose(self, edge: Dock) -> None:
        """Stand there, now and at the next start; where that cannot be chosen it is told why."""
        if self._window.docking.why:
            self._tell(self._window.docking.why)
            return
        self._window.docking.want(edge)
        self._note(edge)

    def _note(self, edge: Dock) -> None:
        try:
            self._save({DOCK: edge.value})
        except CalmlineError as error:
            self._tell(error.line())

    def keep(self) -> None:
        """Note where the window lies; where that cannot be noted it opens at an edge."""
        from app.ui.screen_room import fills_screen

        place = self._window.normalGeometry() if fills_screen(self._window) else self._window.geometry()
        numbers, home = (place.x(), place.y(), place.width(), place.height()), self._settings().home
        with suppress(OSError):
            make_private_folder(home)
            (home / _PLACE).touch(mode=0o600)
            (home / _PLACE).write_text(" ".join(map(str, numbers)), encoding="utf-8")

    def _free(self) -> None:
        """Somebody dragged it away."""
        if self._window.docking.why:
            self.follow()
        else:
            self._note(Dock.FREE)


def noted(home: Path) -> "QRect | None":
    """Where the window lay, None where that is not known."""
    from PySide6.QtCore import QRect

    try:
        x, y, width, height = map(int, (home / _PLACE).read_text("utf-8").split())
        return QRect(x, y, width, height)
    except (OSError, ValueError, OverflowError):
        return None
