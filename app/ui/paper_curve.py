"""The curve of an ended call on paper: bands of words, a mark for each prompt, and the time below."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from app.core.call_words import MOST_TICKS, STAGES, time_ticks
from app.core.document import CallDocument
from app.core.events import AngerPoint
from app.core.moods import LEVEL_EDGES, Level
from app.core.state import unscored_in
from app.ui.theme import Theme
from app.ui.tr import tr
from app.ui.words import level_word

_SHORTEST_S = 30.0
_GAP = 0.5
"""Between words and what they belong to, in heights of a line."""
_ROWS = 2
"""Of words over the marks."""
_AIR = 1.35
"""From one row to the next, in heights of a line."""
_TICK_GAP = 1.8
_LINE_PT, _THIN_PT = 1.4, 0.5


class PaperCurve:
    """Draws the curve of a call in vectors; `point` is a typographer's point in the painter's units."""

    def __init__(self, document: CallDocument, theme: Theme, small: QFont, point: float) -> None:
        self._document = document
        self._theme = theme
        self._font = small
        self._point = point
        self._end_s = max(_SHORTEST_S, document.call.duration_s)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Fill `box`."""
        painter.save()
        painter.setFont(self._font)
        metrics = QFontMetricsF(self._font, painter.device())
        words_wide = max(metrics.horizontalAdvance(level_word(level)) for level in Level)
        high = metrics.height()
        plot = box.adjusted(words_wide + _GAP * high, _ROWS * _AIR * high, -_GAP * high, -_AIR * high)
        self._bands(painter, plot, metrics)
        self._times(painter, plot, metrics)
        painter.save()
        painter.setClipRect(plot)
        self._line(painter, plot)
        self._unscored(painter, plot)
        painter.restore()
        self._prompts(painter, plot, metrics)
        painter.restore()

    def _x(self, plot: QRectF, at_s: float) -> float:
        return plot.left() + plot.width() * min(1.0, at_s / self._end_s)

    def _bands(self, painter: QPainter, plot: QRectF, metrics: QFontMetricsF) -> None:
        edges = (0.0, *LEVEL_EDGES, 1.0)
        for (low, high), colour, level in zip(pairwise(edges), self._theme.bands, Level, strict=True):
            band = QRectF(plot.left(), _y(plot, high), plot.width(), plot.height() * (high - low))
            painter.fillRect(band, QColor(colour))
            painter.setPen(QColor(self._theme.level(level)))
            place = QRectF(0, band.top(), plot.left() - _GAP * metrics.height(), band.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, level_word(level))

    def _times(self, painter: QPainter, plot: QRectF, metrics: QFontMetricsF) -> None:
        ticks = time_ticks(self._end_s, MOST_TICKS)
        painter.setPen(QColor(self._theme.muted))
        for at_s, text in ticks:
            wide = metrics.horizontalAdvance(text)
            left = max(plot.left(), min(self._x(plot, at_s) - wide / 2, plot.right() - wide))
            painter.drawText(QPointF(left, plot.bottom() + metrics.ascent() + metrics.height() * 0.2), text)

    def _line(self, painter: QPainter, plot: QRectF) -> None:
        points = self._document.curve
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._theme.text), _LINE_PT * self._point)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(self._path(plot, points), pen)

    def _path(self, plot: QRectF, points: Sequence[AngerPoint]) -> QPainterPath:
        path = QPainterPath()
        for n, point in enumerate(points):
            place = QPointF(self._x(plot, point.at_s), _y(plot, point.level))
            if n:
                path.lineTo(place)
            else:
                path.moveTo(place)
        return path

    def _unscored(self, painter: QPainter, plot: QRectF) -> None:
        """Cover the stretches in which the caller was not scored."""
        painter.setPen(QPen(QColor(self._theme.muted), _THIN_PT * self._point))
        painter.setBrush(QColor(self._theme.card))
        for start_s, until_s in unscored_in(self._document.lines):
            left = self._x(plot, start_s)
            right = self._x(plot, self._end_s if until_s is None else until_s)
            painter.drawRect(QRectF(left, plot.top(), right - left, plot.height()))

    def _prompts(self, painter: QPainter, plot: QRectF, metrics: QFontMetricsF) -> None:
        """A mark for each, and its word in the first row with room for it; a word without room stays away."""
        pen = QPen(QColor(self._theme.accent), _THIN_PT * self._point, Qt.PenStyle.DashLine)
        high, free = metrics.height(), [plot.left()] * _ROWS
        for prompt in self._document.prompts:
            word = tr(STAGES[prompt.stage])
            wide = metrics.horizontalAdvance(word)
            at = self._x(plot, prompt.at_s)
            left = min(at, plot.right() - wide)
            row = next((n for n, free_from in enumerate(free) if left >= free_from), None)
            top = plot.top()
            if row is not None:
                free[row] = left + wide + _GAP * high
                base = plot.top() - _AIR * high * (_ROWS - row) + metrics.ascent()
                painter.setPen(QColor(self._theme.accent))
                painter.drawText(QPointF(left, base), word)
                top = base + metrics.descent()
            painter.setPen(pen)
            painter.drawLine(QLineF(at, top, at, plot.bottom()))


def _y(plot: QRectF, level: float) -> float:
    return plot.bottom() - plot.height() * level
