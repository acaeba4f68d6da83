"""Where the caller stands between calm and hot, as a mark on three bands; no figure."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.moods import LEVEL_EDGES, Level, level_of
from app.ui.labels import describe
from app.ui.theme import Theme, font
from app.ui.tr import tr
from app.ui.words import level_word

_GAP = 2.0
_BAR_SHARE = 0.4
"""Of the height of a line of text."""


class LevelBar(QWidget):
    """Calm, tense, hot from left to right; the mark is a pointer above the bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._level: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("The caller's level"))
        self.show_level(None)

    def show_level(self, level: float | None, trend: str = "") -> None:
        """Put the mark on a level of 0..1, or take it away; screen readers are told where it goes too."""
        self._level = level
        describe(self, _spoken(level, trend))
        self.update()

    def sizeHint(self) -> QSize:
        """A bar and the pointer above it."""
        return QSize(200, round(QFontMetrics(font()).height() * (_BAR_SHARE * 2)) + 2)

    def minimumSizeHint(self) -> QSize:
        """As high as it is."""
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's name; all is painted each time
        """Paint the bands, then the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pointer = QFontMetrics(font()).height() * _BAR_SHARE
        bar = QRectF(pointer / 2, pointer, self.width() - pointer, self.height() - pointer - 1)
        edges = (0.0, *LEVEL_EDGES, 1.0)
        for low, high, level in zip(edges, edges[1:], Level, strict=False):
            self._paint_band(painter, bar, (low, high), level)
        if self._level is not None:
            self._paint_mark(painter, bar, pointer)
        painter.end()

    def _paint_band(self, painter: QPainter, bar: QRectF, span: tuple[float, float], level: Level) -> None:
        left, right = (bar.left() + edge * bar.width() for edge in span)
        is_here = self._level is not None and level_of(self._level) is level
        colour = QColor(self._theme.level(level))
        painter.setPen(QPen(colour, 1))
        painter.setBrush(colour if is_here else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(left, bar.top(), right - left - _GAP, bar.height()), 2, 2)

    def _paint_mark(self, painter: QPainter, bar: QRectF, pointer: float) -> None:
        level = min(1.0, max(0.0, self._level or 0.0))
        tip = QPointF(bar.left() + level * bar.width(), bar.top() - 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.text))
        corners = [tip, tip + QPointF(-pointer / 2, -pointer + 1), tip + QPointF(pointer / 2, -pointer + 1)]
        painter.drawPolygon(QPolygonF(corners))


def _spoken(level: float | None, trend: str) -> str:
    """The level in words."""
    if level is None:
        return tr("Not known yet")
    word = level_word(level_of(level))
    return tr("{level}, {trend}", level=word, trend=trend) if trend else word
