"""How stretches and moments of a call are drawn: each kind has a shape of its own, none is told by its colour alone."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen, QPolygonF

from app.core.events import Channel
from app.core.timeline import Moment, MomentKind, Stretch, StretchKind
from app.ui.theme import Theme, font
from app.ui.tr import tr

WORDS = 0.85
"""Of the desktop's size of text."""

_BAR_SHARE = 0.62
"""Of the height of a row."""

_LEAST_PX = 2.0
_WORD_MARGIN_PX = 4
_FLAG_POLE_PX = 1.5


def paint_stretch(painter: QPainter, theme: Theme, stretch: Stretch, row: QRectF) -> None:
    """A bar as long as the stretch: filled for a voice, striped where both speak, framed for what is on the line."""
    bar = _bar(row)
    match stretch.kind:
        case StretchKind.TALK:
            painter.fillRect(bar, QColor(theme.speaker(stretch.channel or Channel.UNKNOWN)))
        case StretchKind.OVERTALK:
            painter.fillRect(bar, QColor(theme.text))
            painter.fillRect(bar, QBrush(QColor(theme.card), Qt.BrushStyle.BDiagPattern))
        case StretchKind.LOST:
            _frame(painter, theme, bar, QBrush(QColor(theme.muted), Qt.BrushStyle.DiagCrossPattern))
        case StretchKind.DEAD_AIR:
            _frame(painter, theme, bar, QBrush(QColor(theme.card)))
            _word(painter, theme, bar, tr(stretch.length))
        case _:
            _frame(painter, theme, bar, QBrush(QColor(theme.accent_soft)))
            _word(painter, theme, bar, tr(stretch.title))


def paint_moment(painter: QPainter, theme: Theme, moment: Moment, at: QPointF, height: float) -> None:
    """A mark around a point: a dot, a triangle, a wedge, a flag or a note."""
    painter.setPen(QPen(QColor(theme.card), 1))
    size = height * _BAR_SHARE / 2
    match moment.kind:
        case MomentKind.MOVE:
            painter.setBrush(QColor(theme.muted))
            painter.drawEllipse(at, size * 0.7, size * 0.7)
        case MomentKind.PROMPT:
            painter.setBrush(QColor(theme.accent))
            painter.drawPolygon(_shape(at, size, (-1, -0.8), (1, -0.8), (0, 1)))
        case MomentKind.CUT_IN:
            painter.setBrush(QColor(theme.text))
            painter.drawPolygon(_shape(at, size, (0, -1.2), (1.4, 0), (0, 1.2)))
        case MomentKind.MARK:
            painter.setBrush(QColor(theme.text))
            painter.drawPolygon(_shape(at, size, (0, -1.2), (1.9, -0.6), (0, 0)))
            painter.fillRect(QRectF(at.x(), at.y() - 1.2 * size, _FLAG_POLE_PX, 2.4 * size), QColor(theme.text))
        case MomentKind.NOTE:
            painter.setBrush(QColor(theme.caller))
            note = ((-1, -1), (1, -1), (1, 0.5), (0, 0.5), (-0.6, 1.2), (-0.6, 0.5), (-1, 0.5))
            painter.drawPolygon(_shape(at, size, *note))


def paint_name(painter: QPainter, theme: Theme, name: str, place: QRectF) -> None:
    """The name of a row, beside its axis."""
    painter.setFont(font(WORDS))
    painter.setPen(QColor(theme.muted))
    painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)


def _bar(row: QRectF) -> QRectF:
    height = row.height() * _BAR_SHARE
    return QRectF(row.left(), row.center().y() - height / 2, max(_LEAST_PX, row.width()), height)


def _frame(painter: QPainter, theme: Theme, bar: QRectF, brush: QBrush) -> None:
    painter.setPen(QPen(QColor(theme.edge), 1))
    painter.setBrush(brush)
    painter.drawRect(bar)


def _word(painter: QPainter, theme: Theme, bar: QRectF, word: str) -> None:
    """Inside the bar, where it has the room."""
    small = font(WORDS * 0.85)
    if QFontMetrics(small).horizontalAdvance(word) + _WORD_MARGIN_PX > bar.width():
        return
    painter.setFont(small)
    painter.setPen(QColor(theme.text))
    painter.drawText(bar.adjusted(0, -4, 0, 4), Qt.AlignmentFlag.AlignCenter, word)


def _shape(at: QPointF, size: float, *corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF([at + QPointF(x * size, y * size) for x, y in corners])
