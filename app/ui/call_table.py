"""The list of ended calls, newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.core.moods import Level, level_of
from app.core.ports import CallRow
from app.ui.theme import Theme, font
from app.ui.tr import tr
from app.ui.words import clock, level_word, moment

AnyIndex = QModelIndex | QPersistentModelIndex

COLUMNS = ("When", "Agent", "Source", "Length", "Peak", "Times hot")
PEAK = COLUMNS.index("Peak")
LEVEL_ROLE = int(Qt.ItemDataRole.UserRole)
_NUMBERS = {COLUMNS.index("Length"), COLUMNS.index("Times hot")}
_SOURCE = COLUMNS.index("Source")
_TOP = QModelIndex()
_SHORT = "d MMM, HH:mm"
_TIPS = {"Times hot": "How often the caller turned hot", "Peak": "The highest point of the caller's anger"}
_HELD_TIP = "On legal hold: nothing of it is deleted."
_WIDEST_PX = 130
_PAD = 3
_BAR_PX = 36
_BAR_HIGH_PX = 6


class CallTableModel(QAbstractTableModel):
    """Rows of the call store as text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[CallRow] = ()

    def show_rows(self, rows: Sequence[CallRow]) -> None:
        """Replace the list."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def call_id(self, row: int) -> str:
        """Which call a row is about."""
        return self._rows[row].call_id

    def row_of(self, call_id: str) -> int | None:
        """Where a call stands in the list."""
        return next((n for n, row in enumerate(self._rows) if row.call_id == call_id), None)

    def rowCount(self, parent: AnyIndex = _TOP) -> int:
        """Number of calls."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = _TOP) -> int:
        """Number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr(_TIPS.get(COLUMNS[section], ""))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text; its level for the delegate of the peak."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(row)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            told = tr("{when}, {source}", when=moment(row.started_at), source=row.source)
            return f"{told}\n{tr(_HELD_TIP)}" if row.is_held else told
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        return row.peak_level if role == LEVEL_ROLE else None


def _cells(row: CallRow) -> tuple[str, ...]:
    peak = tr("Not known") if row.peak_level is None else level_word(level_of(row.peak_level))
    hot = "-" if row.peak_level is None else str(row.escalations)
    source = tr("Legal hold: {source}", source=row.source) if row.is_held else row.source
    return (moment(row.started_at, tr(_SHORT)), row.agent or "-", source, clock(row.duration_s), peak, hot)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class PeakDelegate(QStyledItemDelegate):
    """The peak as a small bar and its word."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the bar, then the word in its colour."""
        level = index.data(LEVEL_ROLE)
        if level is None:
            super().paint(painter, option, index)
            return
        painter.save()
        box = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(self._theme.accent_soft))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        trough = QRectF(box.left() + _PAD, box.center().y() - _BAR_HIGH_PX / 2, _BAR_PX, _BAR_HIGH_PX)
        colour = QColor(self._theme.level(level_of(level)))
        for bar, brush in ((trough, QColor(self._theme.line)), (_part(trough, level), colour)):
            painter.setBrush(brush)
            painter.drawRoundedRect(bar, _BAR_HIGH_PX / 2, _BAR_HIGH_PX / 2)
        painter.setPen(colour)
        word = box.adjusted(_PAD + _BAR_PX + 2 * _PAD, 0, 0, 0)
        painter.drawText(word, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Room for the bar and the longest word."""
        hint = super().sizeHint(option, index)
        words = QFontMetrics(font())
        longest = max(words.horizontalAdvance(level_word(level)) for level in Level)
        return QSize(4 * _PAD + _BAR_PX + longest, hint.height())


def _part(trough: QRectF, level: float) -> QRectF:
    return QRectF(trough.left(), trough.top(), max(_BAR_HIGH_PX, trough.width() * level), trough.height())


def call_table(model: CallTableModel, theme: Theme) -> QTableView:
    """A table that selects whole rows, one at a time."""
    table = QTableView()
    table.setModel(model)
    table.setItemDelegateForColumn(PEAK, PeakDelegate(theme, table))
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(QFontMetrics(font()).height() + 14)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setMaximumSectionSize(_WIDEST_PX)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(_SOURCE, QHeaderView.ResizeMode.Stretch)
    table.setAccessibleName(tr("Calls"))
    table.setProperty("stop", True)
    return table
