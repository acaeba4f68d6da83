"""A table to read and to choose a row of, with one column that takes the room and wraps."""

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableWidget, QTableWidgetItem

_WRAPPED_LETTERS = 16
_ROW_AIR = QMargins(0, 5, 0, 5)


class RowTable(QTableWidget):
    """`row_picked` carries the number of a row that was clicked, or chosen by Enter."""

    row_picked = Signal(int)

    def __init__(self, columns: Sequence[str], *, wrapped: int, name: str) -> None:
        super().__init__(0, len(columns))
        self._wrapped = wrapped
        self.setHorizontalHeaderLabels(list(columns))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setItemDelegate(_RoomyRows(self))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(wrapped, QHeaderView.ResizeMode.Stretch)
        self.setAccessibleName(name)
        self.setProperty("stop", True)
        for signal in (self.cellClicked, self.cellActivated):
            signal.connect(lambda row, _column: self.row_picked.emit(row))

    def show_rows(self, rows: Sequence[Sequence[str]], hints: Sequence[str] = ()) -> None:
        """Replace the rows, a text for each column; a hint is told on hovering the column that wraps."""
        self.clearSelection()
        self.setRowCount(len(rows))
        for number, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(hints[number] if hints and column == self._wrapped else "")
                self.setItem(number, column, item)
        self.setMinimumWidth(self._narrowest())

    def chosen_row(self) -> int | None:
        """The row that is selected."""
        chosen = self.selectionModel().selectedRows()
        return chosen[0].row() if chosen else None

    def _narrowest(self) -> int:
        """Room for all columns and a few words of the one that wraps."""
        header, letter = self.horizontalHeader(), self.fontMetrics().averageCharWidth()
        others = [column for column in range(self.columnCount()) if column != self._wrapped]
        wide = sum(max(header.sectionSizeHint(column), self.sizeHintForColumn(column)) for column in others)
        return wide + _WRAPPED_LETTERS * letter + self.verticalScrollBar().sizeHint().width()


class _RoomyRows(QStyledItemDelegate):
    """Rows with air between them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The wrapped text and some more."""
        return super().sizeHint(option, index).grownBy(_ROW_AIR)
