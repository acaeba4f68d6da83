"""Fields that are as high as their text: it wraps, and nothing of it is out of sight."""

import re

from PySide6.QtCore import QMimeData, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

_MARGIN_PX = 1
"""Around the text, inside the frame; on both sides there is a little more."""
_SIDE_PX = 2
_SPARE_PX = 1
"""Without it the first line scrolls away, as if the last one had no room."""
_NO_LIMIT = 1000
_PARAGRAPH = "\u2029"
_GAPS = re.compile(r"\s+")


class GrowingField(QPlainTextEdit):
    """Text of any number of lines, with room for `least` of them; beyond `most` it scrolls. Tab leaves it."""

    grew = Signal()
    """What stands in it needs more room than before, or less."""

    def __init__(self, text: str = "", *, least: int = 1, most: int = _NO_LIMIT) -> None:
        super().__init__()
        self._least, self._most = least, most
        self._needed_px = 0
        self.setProperty("grows", True)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if most == _NO_LIMIT:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(_SIDE_PX, 0, _SIDE_PX, 0)
        self.document().setDocumentMargin(_MARGIN_PX)
        self.setPlainText(text)
        self.textChanged.connect(self._follow)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All of the text, within the bounds."""
        self.ensurePolished()
        line_px = self.fontMetrics().lineSpacing()
        frame_px = 2 * (self.frameWidth() + _MARGIN_PX)
        text_px = self._text_px(width - frame_px - 2 * _SIDE_PX)
        return max(self._least * line_px, min(text_px, self._most * line_px)) + frame_px + _SPARE_PX

    def sizeHint(self) -> QSize:
        """As wide as there is room for."""
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """A word or two, one below the other."""
        return QSize(super().minimumSizeHint().width(), self._least * self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width takes another height."""
        super().resizeEvent(event)
        self._needed_px = self.heightForWidth(self.width())

    def _text_px(self, width: int) -> int:
        """How high the text is where it has this width."""
        return sum(self._block_px(line, width) for line in self.document().toRawText().split(_PARAGRAPH))

    def _block_px(self, line: str, width: int) -> int:
        layout = QTextLayout(line, self.font())
        layout.setTextOption(self.document().defaultTextOption())
        layout.beginLayout()
        height = 0.0
        while (row := layout.createLine()).isValid():
            row.setLeadingIncluded(True)
            row.setLineWidth(max(1, width))
            row.setPosition(QPointF(0, height))
            height += row.height()
        layout.endLayout()
        return round(height)

    def _follow(self) -> None:
        needed_px = self.heightForWidth(self.width())
        if needed_px != self._needed_px:
            self._needed_px = needed_px
            self.updateGeometry()
            self.grew.emit()


class LineField(GrowingField):
    """One line of text, in as many rows as it takes: Return goes on to what comes next."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key breaks the line."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as one line; a space at its ends stays, and what holds no words takes nothing away."""
        if source.hasText():
            self.insertPlainText(_GAPS.sub(" ", source.text().strip("\r\n")))
