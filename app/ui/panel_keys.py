"""The keys of the panel while it has the keyboard."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.ui.actions import Act


class PanelKeys:
    """`press` is told of the act whose key was pressed; a key that is held down counts once."""

    def __init__(self, window: QWidget, press: Callable[[Act], None]) -> None:
        self._window, self._press = window, press
        self._shortcuts: list[QShortcut] = []

    def bind(self, keys: Mapping[Act, str]) -> None:
        """These count from now on, in the place of those from before."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = [self._shortcut(act, key) for act, key in keys.items() if key]

    def _shortcut(self, act: Act, key: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._window)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda: self._press(act))
        return shortcut
