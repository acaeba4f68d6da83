"""The figures of a call: names on the left, sentences on the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.core.figures import Figure
from app.ui.labels import label
from app.ui.tr import tr_message


class FiguresView(QWidget):
    """Two columns, one figure a row; long sentences wrap."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(3, 3, 3, 3)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Replace what is shown."""
        self._clear()
        for row, figure in enumerate(figures):
            self._grid.addWidget(label(tr_message(figure.name), muted=True), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(tr_message(figure.text), wrap=True), row, 1, Qt.AlignmentFlag.AlignTop)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
