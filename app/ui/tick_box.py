"""A line of a checklist that the agent ticks by hand; it wraps as the lines beside it do."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from app.core.call_words import checklist_text
from app.ui.theme import Theme, font

PAD_PX = 4
"""Around the words, for the frame of the focus."""

AS_WIDE = checklist_text([""], [False])
"""The box takes the room of the sign that stands before other lines."""

_LEAST_WIDTH_PX = 60
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class TickBox(QCheckBox):
    """A box in the theme's colours, and its words; a press anywhere on it ticks."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(font())
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hitButton(self, pos: QPoint) -> bool:
        """All of it."""
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the words in their lines."""
        return self._words(QRect(0, 0, width, 0)).height() + 2 * PAD_PX

    def sizeHint(self) -> QSize:
        """As narrow as it may be."""
        return QSize(_LEAST_WIDTH_PX, QFontMetrics(self.font()).lineSpacing() + 2 * PAD_PX)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's name; all is painted each time
        """Paint the box with its tick, the words, and the frame of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(self._words(self.rect()), _FLAGS, self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.end()

    def _paint_box(self, painter: QPainter) -> None:
        side = self._side()
        box = QRectF(PAD_PX, PAD_PX + (QFontMetrics(self.font()).lineSpacing() - side) / 2, side, side)
        edge = QColor(self._theme.accent if self.isChecked() else self._theme.muted)
        painter.setPen(QPen(edge, 1.5))
        painter.setBrush(edge if self.isChecked() else QColor(self._theme.card))
        painter.drawRoundedRect(box, 3, 3)
        if self.isChecked():
            painter.setPen(
                QPen(QColor(self._theme.on_accent), side / 7, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            )
            corners = ((0.24, 0.52), (0.43, 0.72), (0.78, 0.3))
            painter.drawPolyline(QPolygonF([box.topLeft() + QPointF(x, y) * side for x, y in corners]))

    def _words(self, rect: QRect) -> QRect:
        left = PAD_PX + QFontMetrics(self.font()).horizontalAdvance(AS_WIDE)
        room = QRect(left, PAD_PX, max(1, rect.width() - left - PAD_PX), 0)
        return QFontMetrics(self.font()).boundingRect(room, _FLAGS, self.text())

    def _side(self) -> int:
        return round(0.78 * QFontMetrics(self.font()).height())
