"""The icon in the system's tray: what the desk is doing, and what is needed without the panel in sight."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from app.core.desk import DeskPhase, DeskState
from app.ui.action_bar import Do
from app.ui.actions import SPECS, Act
from app.ui.dock_menu import DockMenu
from app.ui.theme import Theme
from app.ui.tr import tr

SAYS = {
    DeskPhase.LOADING: "getting ready",
    DeskPhase.READY: "ready",
    DeskPhase.STUCK: "not ready",
    DeskPhase.ASKING: "not listening before the caller was told",
    DeskPhase.LISTENING: "listening",
    DeskPhase.BY_HAND: "in a call, nothing is heard",
    DeskPhase.HOLD: "on hold",
    DeskPhase.PAUSED: "paused, nothing is heard",
    DeskPhase.ENDED: "the call has ended",
}
SHOW, QUIT = "Show the panel", "Quit Calmline"
_SIZE_PX = 64
_NO_KEYS: Mapping[Act, str] = MappingProxyType({})
_IN_CALL = {DeskPhase.LISTENING, DeskPhase.HOLD, DeskPhase.PAUSED}
_TO_END = {*_IN_CALL, DeskPhase.ASKING, DeskPhase.BY_HAND}


class Tray(QSystemTrayIcon):
    """A ring: full while Calmline listens, half on hold, with two bars while paused, struck where nothing is heard."""

    def __init__(
        self,
        theme: Theme,
        do: Do,
        show_panel: Callable[[], None],
        leave: Callable[[], object],
        keys: Mapping[Act, str] = _NO_KEYS,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._state = DeskState()
        self.menu = QMenu()
        acts = (Act.START, Act.END, Act.PAUSE, Act.RESUME)
        self.acts = {act: self._entry(tr(SPECS[act].title), partial(do, act)) for act in acts}
        self.menu.addSeparator()
        self.dock = DockMenu(do, keys, self.menu)
        self.menu.addMenu(self.dock)
        self._entry(tr(SHOW), show_panel)
        self._entry(tr(SPECS[Act.KEPT].title), partial(do, Act.KEPT))
        self._entry(tr(QUIT), leave)
        self.setContextMenu(self.menu)
        self.activated.connect(lambda why: show_panel() if why is QSystemTrayIcon.ActivationReason.Trigger else None)
        self.dress(theme, keys)

    def dress(self, theme: Theme, keys: Mapping[Act, str]) -> None:
        """Look otherwise, with other keys beside the entries, from now on."""
        self._theme, self._keys = theme, keys
        self.dock.show_keys(keys)
        self.show_desk(self._state)

    def show_desk(self, state: DeskState) -> None:
        """Tell what the desk is doing."""
        self._state = state
        runs = state.phase in _IN_CALL
        waits = state.phase in {DeskPhase.HOLD, DeskPhase.PAUSED}
        is_on = state.phase in _TO_END
        shown = {Act.START: not is_on, Act.END: is_on, Act.PAUSE: runs and not waits, Act.RESUME: waits}
        for act, is_shown in shown.items():
            title, key = tr(SPECS[act].title), self._key(act)
            self.acts[act].setText(f"{title}\t{key}" if key else title)
            self.acts[act].setVisible(is_shown)
        self.setToolTip(tr("Calmline: {state}", state=tr(SAYS[state.phase])))
        self.setIcon(icon_of(state.phase, self._theme))

    def _key(self, act: Act) -> str:
        """Its own key; else that of the act which it undoes now."""
        undone = {Act.END: Act.START, Act.RESUME: Act.HOLD if self._state.phase is DeskPhase.HOLD else Act.PAUSE}
        return self._keys.get(act) or self._keys.get(undone.get(act, act), "")

    def _entry(self, text: str, act: Callable[[], object]) -> QAction:
        entry = self.menu.addAction(text)
        entry.triggered.connect(lambda _checked=False: act())
        return entry


def icon_of(phase: DeskPhase, theme: Theme) -> QIcon:
    """The icon of a phase; the shape tells it as well as the colour."""
    picture = QPixmap(_SIZE_PX, _SIZE_PX)
    picture.fill(Qt.GlobalColor.transparent)
    colour = QColor(theme.accent if phase in {*_IN_CALL, DeskPhase.BY_HAND} else theme.muted)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = QRectF(8, 8, _SIZE_PX - 16, _SIZE_PX - 16)
    painter.setPen(QPen(colour, 7))
    painter.drawEllipse(ring)
    painter.setBrush(colour)
    match phase:
        case DeskPhase.LISTENING:
            painter.drawEllipse(ring.adjusted(12, 12, -12, -12))
        case DeskPhase.HOLD:
            painter.drawPie(ring.adjusted(10, 10, -10, -10), 90 * 16, 180 * 16)
        case DeskPhase.PAUSED:
            for x in (25.0, 39.0):
                painter.drawLine(QPointF(x, 23), QPointF(x, 41))
        case DeskPhase.BY_HAND:
            painter.drawLine(QPointF(21, 43), QPointF(43, 21))
        case _:
            """An empty ring: no call."""
    painter.end()
    return QIcon(picture)
