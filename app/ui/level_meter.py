"""How loud a device is, as a bar that follows a voice; no figure."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.ports import SILENCE_DBFS
from app.ui.theme import Theme, font
from app.ui.tr import tr

_LOWEST_DBFS = -60.0
_FALL_DB = 2.5
"""How far the bar falls at most from one look to the next, so that it can be read."""
_LOUD_DBFS = -45.0
_CLOSED, _STILL, _QUIET, _MOVES = "Not open", "No sound", "Very quiet", "Sound"
_HEIGHT_SHARE = 0.55
"""Of the height of a line of text."""
_LETTERS = 16


class LevelMeter(QWidget):
    """A bar from silence to as loud as can be."""

    def __init__(self, theme: Theme, about: str) -> None:
        super().__init__()
        self._theme = theme
        self._about = about
        self._level: float | None = None
        self._shown_px = -1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_level(None)

    def show_level(self, level_dbfs: float | None) -> None:
        """Show a level, falling slowly; None where the device is not open."""
        fallen = SILENCE_DBFS if self._level is None else self._level - _FALL_DB
        self._level = None if level_dbfs is None else max(level_dbfs, fallen)
        said = self._said()
        if said != self.accessibleDescription():
            self.setAccessibleName(tr("Level of {device}", device=self._about))
            self.setAccessibleDescription(said)
        if self._filled_px() != self._shown_px:
            self.update()

    @property
    def share(self) -> float:
        """How much of the bar is filled, 0..1."""
        return 0.0 if self._level is None else min(1.0, max(0.0, 1 - self._level / _LOWEST_DBFS))

    def sizeHint(self) -> QSize:
        """A few letters wide."""
        words = QFontMetrics(font())
        return QSize(words.averageCharWidth() * _LETTERS, round(words.height() * _HEIGHT_SHARE))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's name; all is painted each time
        """Paint the track, then what is filled of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        round_px = track.height() / 2
        is_open = self._level is not None
        style = Qt.PenStyle.SolidLine if is_open else Qt.PenStyle.DotLine
        painter.setPen(QPen(QColor(self._theme.muted), 1, style))
        painter.setBrush(QColor(self._theme.window))
        painter.drawRoundedRect(track, round_px, round_px)
        self._shown_px = self._filled_px()
        if self._shown_px > 0:
            filled = track.adjusted(2, 2, -2, -2)
            filled.setWidth(max(filled.height(), self._shown_px))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.accent))
            painter.drawRoundedRect(filled, filled.height() / 2, filled.height() / 2)
        painter.end()

    def _filled_px(self) -> int:
        return round(self.share * (self.width() - 5))

    def _said(self) -> str:
        if self._level is None:
            return tr(_CLOSED)
        if self._level <= _LOWEST_DBFS:
            return tr(_STILL)
        return tr(_QUIET if self._level < _LOUD_DBFS else _MOVES)
