"""The figures of a call as names and sentences, in one or two columns."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.figures import Figure
from app.ui.labels import label


class FiguresView(QWidget):
    """A grid: short figures share the columns, long ones take the whole width."""

    def __init__(self, columns: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(3, 3, 3, 3)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(7)
        for column in range(columns):
            self._grid.setColumnStretch(2 * column + 1, 1)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Replace what is shown."""
        self._clear()
        row, column = 0, 0
        for figure in figures:
            if column == self._columns or (figure.is_long and column):
                row, column = row + 1, 0
            self._add(figure, row, 2 * column, 2 * self._columns - 1 if figure.is_long else 1)
            column = self._columns if figure.is_long else column + 1

    def _add(self, figure: Figure, row: int, column: int, span: int) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(label(figure.name, muted=True), row, column, top)
        self._grid.addWidget(label(figure.text, wrap=True), row, column + 1, 1, span, top)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
