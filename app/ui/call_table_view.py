"""The table of ended calls: how a cell is painted, and how wide columns are."""

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.core.moods import level_of
from app.ui.call_table import AGENT, COLUMNS, LEVEL_ROLE, PEAK, SOURCE, AnyIndex, CallTableModel, alignment
from app.ui.theme import Theme, font
from app.ui.tr import tr

_SHORT_SOURCE = "Headset"
_LONG_NAME = "Maximilian Muster"
"""Longer ones are cut off where there is not much room."""
_PAD = 3
_BAR_PX = 36
_BAR_HIGH_PX = 6
_REST_MS = 150
_ARROWS = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home}


class CellDelegate(QStyledItemDelegate):
    """A cell's text and nothing else: by itself Qt asks the model for seven things before it paints one."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Fill in what there is."""
        text = index.data()
        if not text:
            return
        option.text = text
        option.features = QStyleOptionViewItem.ViewItemFeature.HasDisplay
        option.displayAlignment = alignment(index.column())


class PeakDelegate(CellDelegate):
    """The peak as a small bar and its word."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = QFontMetrics(font())

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
        """Room for the bar and the word."""
        wide_px = 4 * _PAD + _BAR_PX + self._words.horizontalAdvance(str(index.data()))
        return QSize(wide_px, super().sizeHint(option, index).height())


def _part(trough: QRectF, level: float) -> QRectF:
    return QRectF(trough.left(), trough.top(), max(_BAR_HIGH_PX, trough.width() * level), trough.height())


class CallTable(QTableView):
    """Selects whole rows, one at a time.

    Columns are as wide as what is in sight needs; where there is no room for all of them the source gives way, which
    hovering tells, and then long names. They are measured anew only once nothing more comes: to measure each
    page while somebody scrolls takes as long as to paint it.
    """

    def __init__(self, model: CallTableModel, theme: Theme) -> None:
        super().__init__()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.fit)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setItemDelegateForColumn(PEAK, PeakDelegate(theme, self))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(QFontMetrics(font()).height() + 14)
        self._set_header()
        self.setAccessibleName(tr("Calls"))
        self.setProperty("stop", True)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(lambda *_: self._rest.start())

    def fit(self) -> None:
        """Make the columns as wide as what is in sight needs; of a hidden table Qt would measure every row."""
        if not self.isVisible():
            return
        header, heads = self.horizontalHeader(), self._heads()
        needed = {
            column: max(self.sizeHintForColumn(column), heads[column])
            for column in range(len(COLUMNS))
            if column != SOURCE
        }
        room_px = self.viewport().width() - sum(needed.values()) + needed[AGENT]
        name_px = min(needed[AGENT], self.fontMetrics().horizontalAdvance(_LONG_NAME))
        is_tight = room_px - name_px < self.fontMetrics().horizontalAdvance(_SHORT_SOURCE)
        needed[AGENT] = max(heads[AGENT], room_px) if is_tight else name_px
        header.setSectionHidden(SOURCE, is_tight)
        for column, wide_px in needed.items():
            header.resizeSection(column, wide_px)

    def _heads(self) -> list[int]:
        """How wide the heads of the columns are: by itself Qt leaves room for an arrow of the order in each."""
        header = self.horizontalHeader()
        header.setSortIndicatorShown(False)
        widths = [header.sectionSizeHint(column) for column in range(len(COLUMNS))]
        header.setSortIndicatorShown(True)
        ordered = header.sortIndicatorSection()
        widths[ordered] = header.sectionSizeHint(ordered)
        return widths

    def sizeHint(self) -> QSize:
        """Takes what is left: as it is, no higher than it has to be."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where no call is chosen an arrow chooses the one that has the keyboard, not the one beside it."""
        if event.key() in _ARROWS and not self.selectionModel().hasSelection() and self.model().rowCount():
            self.selectRow(max(0, self.currentIndex().row()))
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The look of the window is known from now on."""
        super().showEvent(event)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other rows may be in sight."""
        super().resizeEvent(event)
        self._rest.start()

    def _set_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        header.setResizeContentsPrecision(0)  # by what is in sight: else a thousand rows would be read for it
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(SOURCE, QHeaderView.ResizeMode.Stretch)
