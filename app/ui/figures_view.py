"""The figures of a call: names on the left, sentences on the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.core.figures import Figure
from app.ui.labels import label
from app.ui.tr import tr_message

_GAP = 12
_LEAST_LETTERS = 16
"""A sentence that has less room than that beside the names stands below its own."""


class FiguresView(QWidget):
    """Two columns, one figure a row; long sentences wrap."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(3, 3, 3, 3)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(7)
        self._shown: list[tuple[QLabel, QLabel]] = []
        self._is_narrow = False

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Replace what is shown."""
        for part in (part for row in self._shown for part in row):
            part.hide()
            part.deleteLater()
        self._shown = [
            (label(tr_message(figure.name), muted=True), label(tr_message(figure.text), wrap=True))
            for figure in figures
        ]
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences stand beside their names only where they have room there."""
        super().resizeEvent(event)
        if self._lacks_room() != self._is_narrow:
            self._arrange()

    def _lacks_room(self) -> bool:
        letters = self.fontMetrics()
        names = max((letters.horizontalAdvance(name.text()) for name, _ in self._shown), default=0)
        return self.width() < names + _GAP + _LEAST_LETTERS * letters.averageCharWidth()

    def _arrange(self) -> None:
        self._is_narrow = self._lacks_room()
        while self._grid.takeAt(0) is not None:
            pass
        self._grid.setColumnStretch(0, int(self._is_narrow))
        self._grid.setColumnStretch(1, int(not self._is_narrow))
        for row, (name, text) in enumerate(self._shown):
            name.setWordWrap(self._is_narrow)
            places = ((2 * row, 0), (2 * row + 1, 0)) if self._is_narrow else ((row, 0), (row, 1))
            for part, place in zip((name, text), places, strict=True):
                self._grid.addWidget(part, *place, Qt.AlignmentFlag.AlignTop)
