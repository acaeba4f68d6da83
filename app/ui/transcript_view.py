"""What both sides said: speaker, time and words; it follows the end unless the reader has scrolled up."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.core.call_words import NOT_COUNTED, UNSURE, clock
from app.core.events import Channel, Phase, TextPartial
from app.core.masked_spans import masked_spans
from app.core.moods import PHASES, SPEAKERS, Level, level_of
from app.core.state import Turn
from app.ui.theme import Theme, font
from app.ui.tr import tr
from app.ui.transcript_model import (
    AnyIndex,
    Line,
    TranscriptModel,
    is_unscored,
    is_unsure,
    line_at,
    text_of,
    unsure_from,
)
from app.ui.words import PHASE_SHAPES

_LEFT = 14
_RIGHT = 10
_ABOVE = 7
_BAR = 3
_NEAR_END_PX = 24


class TranscriptView(QListView):
    """A list of turns; `turn_clicked` carries the second at which a turn starts that was clicked or chosen by Enter."""

    turn_clicked = Signal(float)

    def __init__(self, theme: Theme, *, agent: str | None = None, follow: bool = True) -> None:
        super().__init__()
        self._follow = follow
        self._lines = TranscriptModel(self)
        self.setModel(self._lines)
        self.setItemDelegate(_LineDelegate(theme, agent, self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAccessibleName(tr("Transcript"))
        self.setProperty("stop", True)
        for signal in (self.clicked, self.activated):
            signal.connect(lambda index: self.turn_clicked.emit(line_at(index).start_s))
        if follow:
            self.setSelectionMode(QListView.SelectionMode.NoSelection)
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.verticalScrollBar().valueChanged.connect(self._note_place)
            self.verticalScrollBar().rangeChanged.connect(self._keep_place)

    def show_lines(self, turns: Sequence[Turn], partials: Sequence[TextPartial] = ()) -> None:
        """Show these turns, and what is being said now."""
        if not turns and self._lines.rowCount():
            self._follow = True
        self._lines.show_lines(turns, partials)

    def dataChanged(self, first: AnyIndex, last: AnyIndex, roles: Sequence[int] = ()) -> None:
        """Lay the list out anew only if a height changed: a growing guess mostly stays within its line."""
        rows = [self._lines.index(row) for row in range(first.row(), last.row() + 1)]
        if any(self.sizeHintForIndex(row).height() != self.visualRect(row).height() for row in rows):
            super().dataChanged(first, last, roles)
        else:
            self.viewport().update()

    def go_to(self, at_s: float) -> None:
        """Select the turn that is being said at a call second, the last one before it in a pause."""
        rows = [row for row, line in enumerate(self._lines.lines) if line.start_s <= at_s]
        if self._lines.rowCount():
            index = self._lines.index(rows[-1] if rows else 0)
            self.setCurrentIndex(index)
            self.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins at the last line in sight."""
        if not self.currentIndex().isValid() and self._lines.rowCount():
            in_sight = self.indexAt(self.viewport().rect().bottomLeft() - QPoint(0, _ABOVE))
            self.setCurrentIndex(in_sight if in_sight.isValid() else self._lines.index(self._lines.rowCount() - 1))
        super().focusInEvent(event)

    def _note_place(self, value: int) -> None:
        self._follow = value >= self.verticalScrollBar().maximum() - _NEAR_END_PX

    def _keep_place(self, _low: int, high: int) -> None:
        if self._follow:
            self.verticalScrollBar().setValue(high)


class _LineDelegate(QStyledItemDelegate):
    """Paints one line; heights are kept, since a list asks for all of them again at each change."""

    def __init__(self, theme: Theme, agent: str | None, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._names = {channel: tr(word) for channel, word in SPEAKERS.items()}
        if agent is not None:
            self._names[Channel.AGENT] = agent
        self._view = view
        self._bar_px = view.verticalScrollBar().sizeHint().width()
        self._name_font = font(0.95, bold=True)
        self._small_font = font(0.9)
        self._unsure, self._masked = _unsure_look(theme), _masked_look(theme)
        self._head = QFontMetrics(self._name_font).height() + 2
        self._heights: dict[tuple[str, int, bool], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002 - Qt's name
        """Full width, and as high as the wrapped words need."""
        line = line_at(index)
        width = self._width()
        key = (text_of(line), width, isinstance(line, Turn))
        if key not in self._heights:
            if len(self._heights) > 2 * index.model().rowCount() + 100:
                self._heights.clear()
            words = self._words(line, width)
            self._heights[key] = 2 * _ABOVE + self._head + round(words.boundingRect().height())
        return QSize(width, self._heights[key])

    def _width(self) -> int:
        """Leaves room for a scroll bar whether it shows or not, so that its coming wraps no line anew."""
        return self._view.width() - self._bar_px

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint the speaker's bar, the head line and the words."""
        line = line_at(index)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(self._theme.accent_soft))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self._theme.accent), 1))
            painter.drawRoundedRect(box.adjusted(2, 1, -self._bar_px, -2), 4, 4)
        bar = QRect(box.left() + 4, box.top() + _ABOVE, _BAR, box.height() - 2 * _ABOVE)
        painter.fillRect(bar, QColor(self._theme.speaker(line.channel)))
        self._paint_head(painter, box, line)
        painter.setPen(QColor(self._theme.text))
        at = QPointF(box.left() + _LEFT, box.top() + _ABOVE + self._head)
        self._words(line, self._width()).draw(painter, at)
        painter.restore()

    def _paint_head(self, painter: QPainter, box: QRect, line: Line) -> None:
        name = self._names[line.channel]
        head = QRect(box.left() + _LEFT, box.top() + _ABOVE, self._width() - _LEFT - _RIGHT, self._head)
        painter.setFont(self._name_font)
        painter.setPen(QColor(self._theme.speaker(line.channel)))
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(self._small_font)
        if isinstance(line, Turn) and line.heat is not None and level_of(line.heat) is Level.HOT:
            painter.setPen(QColor(self._theme.hot))
            painter.drawText(head, Qt.AlignmentFlag.AlignRight, f"{PHASE_SHAPES[Phase.HOT]} {tr(PHASES[Phase.HOT])}")
        if is_unscored(line):
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(head, Qt.AlignmentFlag.AlignRight, tr(NOT_COUNTED))
        after_name = QFontMetrics(self._name_font).horizontalAdvance(name) + 8
        painter.setPen(QColor(self._theme.muted))
        about = "  ·  ".join([clock(line.start_s), *([tr(UNSURE)] if is_unsure(line) else [])])
        painter.drawText(head.adjusted(after_name, 0, 0, 0), Qt.AlignmentFlag.AlignLeft, about)

    def _words(self, line: Line, width: int) -> QTextLayout:
        """The wrapped words; those of an open utterance in italics."""
        layout = QTextLayout(text_of(line), font(italic=isinstance(line, TextPartial)))
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.setFormats(self._formats(line))
        layout.beginLayout()
        top = 0.0
        while (row := layout.createLine()).isValid():
            row.setLineWidth(max(1, width - _LEFT - _RIGHT))
            row.setPosition(QPointF(0, top))
            top += row.height() * 1.1
        layout.endLayout()
        return layout

    def _formats(self, line: Line) -> list[QTextLayout.FormatRange]:
        """Words that may be others are grey above a dotted line; what is masked is a tag."""
        text, start = text_of(line), unsure_from(line)
        unsure = [_format(start, len(text), self._unsure)] if start < len(text) else []
        return unsure + [_format(*span, self._masked) for span in masked_spans(text)]


def _unsure_look(theme: Theme) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(theme.muted))
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    look.setUnderlineColor(QColor(theme.muted))
    return look


def _masked_look(theme: Theme) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(theme.text))
    look.setBackground(QColor(theme.masked))
    look.setFontWeight(QFont.Weight.DemiBold)
    return look


def _format(start: int, end: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, look
    return made
