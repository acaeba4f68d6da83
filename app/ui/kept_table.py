"""The stored calls as a list to choose from: when, how long, from where, what is kept of each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.core.call_search import CallRow
from app.core.call_words import clock
from app.ui.theme import font
from app.ui.tr import tr
from app.ui.words import moment

_COLUMNS = ("When", "Length", "Kept", "From")
_FROM = 3
_ROWS = 6
"""As many are seen at least."""


class KeptTable(QTableWidget):
    """Any number of calls can be chosen."""

    def __init__(self) -> None:
        super().__init__(0, len(_COLUMNS))
        self._shown: Sequence[CallRow] = ()
        self.setHorizontalHeaderLabels([tr(column) for column in _COLUMNS])
        self.setAccessibleName(tr("Stored calls"))
        self.setProperty("stop", True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        row_px = QFontMetrics(font()).height() + 10
        self.verticalHeader().setDefaultSectionSize(row_px)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_FROM, QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(_ROWS * row_px)

    def show_rows(self, rows: Sequence[CallRow]) -> None:
        """Replace what is shown, where that is new; what is still there stays chosen."""
        if rows == self._shown:
            return
        chosen = set(self.chosen())
        self._shown = rows
        self.clearSelection()
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(_cells(row)):
                cell = QTableWidgetItem(text)
                cell.setToolTip(row.source if column == _FROM else row.call_id)
                self.setItem(number, column, cell)
        for number, row in enumerate(rows):
            if row.call_id in chosen:
                self._choose(number)

    def chosen(self) -> tuple[str, ...]:
        """Ids of the chosen calls, from top to bottom."""
        numbers = sorted({index.row() for index in self.selectedIndexes()})
        return tuple(self._shown[number].call_id for number in numbers if number < len(self._shown))

    def _choose(self, number: int) -> None:
        for column in range(len(_COLUMNS)):
            if (cell := self.item(number, column)) is not None:
                cell.setSelected(True)


def _cells(row: CallRow) -> tuple[str, ...]:
    kept = tr("With words") if row.has_words else tr("Figures alone")
    held = tr("{kept}, on legal hold", kept=kept) if row.is_held else kept
    return (moment(row.started_at), clock(row.duration_s), held, row.source)
