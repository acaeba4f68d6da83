"""The prompts of one call: when, which stage, what was said, and whether it was followed."""

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from app.core.call_words import FOLLOWED, STAGES, clock
from app.core.state import ShownPrompt
from app.ui.tr import tr

_COLUMNS = ("Time", "Stage", "Prompt", "Followed")
_TITLE_LETTERS = 16
_ROW_AIR = QMargins(0, 5, 0, 5)
_TITLE = _COLUMNS.index("Prompt")


class PromptTable(QTableWidget):
    """`picked` carries the call second of the prompt that was clicked, or chosen by Enter."""

    picked = Signal(float)

    def __init__(self) -> None:
        super().__init__(0, len(_COLUMNS))
        self._prompts: Sequence[ShownPrompt] = ()
        self.setHorizontalHeaderLabels([tr(column) for column in _COLUMNS])
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setItemDelegate(_RoomyRows(self))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        self.setAccessibleName(tr("Prompts"))
        self.setProperty("stop", True)
        self.setTabKeyNavigation(False)
        for signal in (self.cellClicked, self.cellActivated):
            signal.connect(lambda row, _column: self.picked.emit(self._prompts[row].at_s))

    def show_prompts(self, prompts: Sequence[ShownPrompt]) -> None:
        """Replace the list."""
        self._prompts = prompts
        self.clearSelection()
        self.setRowCount(len(prompts))
        for row, prompt in enumerate(prompts):
            cells = (clock(prompt.at_s), tr(STAGES[prompt.stage]), prompt.title, tr(FOLLOWED[prompt.followed]))
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(f"{prompt.say}\n{prompt.because}".strip() if column == _TITLE else "")
                self.setItem(row, column, item)
        self.setMinimumWidth(self._narrowest())

    def _narrowest(self) -> int:
        """Room for all columns and a few words of each prompt."""
        header, letter = self.horizontalHeader(), self.fontMetrics().averageCharWidth()
        others = [column for column in range(len(_COLUMNS)) if column != _TITLE]
        wide = sum(max(header.sectionSizeHint(column), self.sizeHintForColumn(column)) for column in others)
        return wide + _TITLE_LETTERS * letter + self.verticalScrollBar().sizeHint().width()


class _RoomyRows(QStyledItemDelegate):
    """Rows with air between them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The wrapped text and some more."""
        return super().sizeHint(option, index).grownBy(_ROW_AIR)
