"""Where the panel stands, as a menu of its own; where nobody can choose that it says why."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.core.appearance import Dock
from app.ui.actions import SPECS, Act
from app.ui.tr import tr

EDGES: Mapping[Act, Dock] = MappingProxyType(
    {Act.DOCK_LEFT: Dock.LEFT, Act.DOCK_RIGHT: Dock.RIGHT, Act.DOCK_FREE: Dock.FREE}
)
_TITLE = "Place of the panel"


class DockMenu(QMenu):
    """One entry for each edge and one for none; that of now is ticked."""

    def __init__(self, do: Callable[[Act], object], keys: Mapping[Act, str], parent: QWidget | None = None) -> None:
        super().__init__(tr(_TITLE), parent)
        self._why = QAction(self)
        self._why.setEnabled(False)
        group = QActionGroup(self)
        self.entries = {act: group.addAction(self.addAction("")) for act in EDGES}
        for act, entry in self.entries.items():
            entry.setCheckable(True)
            entry.setToolTip(tr(SPECS[act].about))
            entry.triggered.connect(lambda _checked=False, act=act: do(act))
        self.show_keys(keys)
        self.show_dock(Dock.FREE)

    def show_keys(self, keys: Mapping[Act, str]) -> None:
        """Name the entries, with their keys."""
        for act, entry in self.entries.items():
            title = tr(SPECS[act].title)
            entry.setText(f"{title}\t{keys[act]}" if keys.get(act) else title)

    def show_dock(self, edge: Dock, why: str = "") -> None:
        """Tick the edge; `why` tells why nobody can choose another one."""
        self._why.setText(tr(why) if why else "")
        if why:
            self.insertAction(self.entries[Act.DOCK_LEFT], self._why)
        else:
            self.removeAction(self._why)
        for act, entry in self.entries.items():
            entry.setChecked(EDGES[act] is edge)
            entry.setEnabled(not why)
