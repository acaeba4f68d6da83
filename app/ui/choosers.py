"""A list to choose from and a number to step, with arrows in the theme's colour.

A style sheet could take an arrow only from a file, which would be of one colour.
"""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox, QSpinBox, QStyle, QStyleOptionComboBox, QStyleOptionSpinBox, QWidget

_SHORTEST = 12
"""Letters of the narrowest list."""
_PADDING_PX, _INDENT_PX = 2, 6
_ARROW = QSize(8, 4)
_PEN_PX = 1.6


class Chooser(QComboBox):
    """Shows as much of a long title as there is room for, and that there is more."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_SHORTEST)
        self.currentTextChanged.connect(self.setToolTip)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Shorten what is drawn; the value keeps its whole title."""
        super().initStyleOption(option)
        room = self._part(option, QStyle.SubControl.SC_ComboBoxEditField).width() - _PADDING_PX
        option.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the arrow."""
        super().paintEvent(event)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        paint_arrow(self, self._part(option, QStyle.SubControl.SC_ComboBoxArrow), is_up=False)

    def _part(self, option: QStyleOptionComboBox, part: QStyle.SubControl) -> QRect:
        return self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)


class Stepper(QSpinBox):
    """A whole number; `top` stands in place of the highest one, where it is a text."""

    def __init__(self, top: str = "") -> None:
        super().__init__()
        self._top = top
        self.lineEdit().setTextMargins(_INDENT_PX, 0, _INDENT_PX, 0)

    def textFromValue(self, value: int) -> str:
        """The number, or what the highest one is called."""
        return self._top if self._top and value == self.maximum() else super().textFromValue(value)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the arrows."""
        super().paintEvent(event)
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        for part in (QStyle.SubControl.SC_SpinBoxUp, QStyle.SubControl.SC_SpinBoxDown):
            place = self.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, self)
            paint_arrow(self, place, is_up=part is QStyle.SubControl.SC_SpinBoxUp)


def paint_arrow(control: QWidget, place: QRect, *, is_up: bool) -> None:
    """In the colour of the control's words."""
    scale = control.fontMetrics().height() / 15
    width, height = _ARROW.width() * scale, _ARROW.height() * scale * (-1 if is_up else 1)
    left = QPointF(place.center()) + QPointF(-width / 2, -height / 2)
    painter = QPainter(control)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(
        QPen(
            control.palette().color(control.foregroundRole()),
            _PEN_PX * scale,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    painter.drawPolyline(QPolygonF([left, left + QPointF(width / 2, height), left + QPointF(width, 0)]))
    painter.end()
