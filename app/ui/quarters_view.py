"""A call from start to end: for each quarter how the caller was, who spoke how much, and what happened besides."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.core.figures import Figure
from app.core.quarters import Quarter
from app.core.summary import TalkShare
from app.ui.labels import describe, label, rule
from app.ui.level_bar import LevelBar
from app.ui.theme import Theme, font
from app.ui.tr import tr, tr_message

_BAR_SHARE = 0.4
"""Of the height of a line of text."""


class ShareBar(QWidget):
    """Agent, both at once, caller and silence from left to right: filled, striped, filled and empty."""

    def __init__(self, theme: Theme, share: TalkShare, words: str) -> None:
        super().__init__()
        self._theme = theme
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Who spoke"))
        describe(self, words)

    def sizeHint(self) -> QSize:
        """As high as the bar of the caller's level beside it."""
        return QSize(100, round(QFontMetrics(font()).height() * _BAR_SHARE * 2) + 2)

    def minimumSizeHint(self) -> QSize:
        """As high as it is."""
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's name; all is painted each time
        """Paint the parts, then a frame around the whole."""
        painter = QPainter(self)
        top = QFontMetrics(font()).height() * _BAR_SHARE
        bar = QRectF(0.5, top, self.width() - 1, self.height() - top - 1)
        left = bar.left()
        for part, brushes in self._parts():
            box = QRectF(left, bar.top(), part * bar.width(), bar.height())
            for brush in brushes:
                painter.fillRect(box, brush)
            left = box.right()
        painter.setPen(QPen(QColor(self._theme.edge), 1))
        painter.drawRect(bar)
        painter.end()

    def _parts(self) -> Iterator[tuple[float, Sequence[QBrush]]]:
        stripes = QBrush(QColor(self._theme.card), Qt.BrushStyle.BDiagPattern)
        yield self._share.agent, (QBrush(QColor(self._theme.agent)),)
        yield self._share.both, (QBrush(QColor(self._theme.text)), stripes)
        yield self._share.caller, (QBrush(QColor(self._theme.caller)),)


class QuartersView(QWidget):
    """Two bars and a sentence a quarter, one below the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(3, 3, 3, 3)

    def show_quarters(self, quarters: Sequence[Quarter], figures: Sequence[Figure]) -> None:
        """Replace what is shown; a figure says in words what a quarter shows."""
        while (item := self._rows.takeAt(0)) is not None:
            if (shown := item.widget()) is not None:
                shown.hide()
                shown.deleteLater()
        for quarter, figure in zip(quarters, figures, strict=True):
            self._rows.addWidget(self._quarter(quarter, figure))
        if quarters:
            self._rows.addWidget(rule())

    def _quarter(self, quarter: Quarter, figure: Figure) -> QWidget:
        shown = QWidget()
        rows = QVBoxLayout(shown)
        rows.setContentsMargins(0, 0, 0, 4)
        rows.setSpacing(2)
        rows.addWidget(label(tr_message(figure.name), muted=True, wrap=True))
        bars = QHBoxLayout()
        bars.setSpacing(12)
        level = LevelBar(self._theme)
        level.show_level(quarter.mean_level)
        bars.addWidget(level, 1)
        if quarter.talk_share is not None:
            bars.addWidget(ShareBar(self._theme, quarter.talk_share, tr_message(figure.text)), 1)
        rows.addLayout(bars)
        rows.addWidget(label(tr_message(figure.text), wrap=True))
        return shown
