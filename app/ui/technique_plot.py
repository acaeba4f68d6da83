"""How often agents did what: for each technique a dot and its interval on one axis of shares."""

from collections.abc import Mapping

import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.call_words import percent
from app.core.events import Move
from app.core.moods import MOVES
from app.core.trend_words import NOT_SHOWN, estimate_words
from app.core.trends import Estimate
from app.ui.labels import describe, label
from app.ui.theme import Theme, font
from app.ui.tr import tr
from app.ui.week_plot import bare_plot, words_px

_TITLE = "Share of calls in which an agent did this"
_ROW = 1.35
"""Height of a row, in lines of text."""
_AXIS_GAP_PX, _AXIS_LINES = 12, 3
_DOT_PX = 7
_TICKS = ((0.0, 0.25, 0.5, 0.75, 1.0), (0.0, 0.5, 1.0), (0.0, 1.0))
_TICK_GAP = 1.4
"""Widths of a label from one share to the next."""
_LEFT, _RIGHT = -0.06, 1.09


class TechniquePlot(QWidget):
    """In the same order always, so that one look finds the same technique of another span."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._moves = tuple(reversed(MOVES))
        self._tips: list[str] = []
        self._drawn: list[pg.GraphicsObject] = []
        self.title = label(tr(_TITLE), bold=True, scale=0.95, wrap=True)
        self.none = label(tr(NOT_SHOWN), muted=True, wrap=True)
        self.plot = bare_plot(theme)
        self.plot.setYRange(-0.7, len(self._moves) - 0.3, padding=0)
        self.plot.setXRange(_LEFT, _RIGHT, padding=0)
        names = [tr(MOVES[move]) for move in self._moves]
        self.plot.getAxis("left").setTicks([[*enumerate(names)]])
        self.plot.getAxis("left").setWidth(max(map(words_px, names)) + _AXIS_GAP_PX)
        self.plot.getViewBox().sigResized.connect(lambda *_: self._tick())
        self.plot.showGrid(x=True, alpha=0.25)
        line_px = QFontMetrics(font()).height()
        self.plot.setFixedHeight(round(_ROW * line_px * len(self._moves)) + _AXIS_LINES * line_px)
        self.plot.scene().sigMouseMoved.connect(self._hover)
        self.setAccessibleName(tr(_TITLE))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        for part in (self.title, self.none, self.plot):
            rows.addWidget(part)
        rows.addStretch(1)

    def show_moves(self, moves: Mapping[Move, Estimate]) -> None:
        """Draw the shares; where there are too few calls nothing but that."""
        for item in self._drawn:
            self.plot.removeItem(item)
        self._drawn.clear()
        shown = {row: one for row, move in enumerate(self._moves) if (one := moves[move]).value is not None}
        self.none.setVisible(not shown)
        self._tips = [f"{tr(MOVES[move])}\n{tr(estimate_words(moves[move], percent))}" for move in self._moves]
        describe(self, "\n".join(tip.replace("\n", ": ") for tip in reversed(self._tips)))
        if shown:
            self._draw(shown)

    def _tick(self) -> None:
        """As many shares as stand beside each other."""
        label_px = words_px(tr(percent(1.0))) * _TICK_GAP
        most = self.plot.getViewBox().width() / max(1.0, label_px)
        shown = next((shares for shares in _TICKS if len(shares) <= most), _TICKS[-1])
        self.plot.getAxis("bottom").setTicks([[(share, tr(percent(share))) for share in shown]])

    def _draw(self, shown: Mapping[int, Estimate]) -> None:
        values = [one.value for one in shown.values()]
        for row, one in shown.items():
            if one.interval:
                ends = [one.interval.low, one.interval.high]
                self._add(pg.PlotCurveItem(ends, [row, row], pen=pg.mkPen(self._theme.edge, width=3)))
        fills = [pg.mkBrush(self._theme.card if one.is_small else self._theme.accent) for one in shown.values()]
        pen = pg.mkPen(self._theme.accent, width=2)
        self._add(pg.ScatterPlotItem(values, [*shown], size=_DOT_PX, pen=pen, brush=fills))

    def _add(self, item: pg.GraphicsObject) -> None:
        self.plot.addItem(item, ignoreBounds=True)
        self._drawn.append(item)

    def _hover(self, where: QPointF) -> None:
        box = self.plot.getViewBox()
        row = round(box.mapSceneToView(where).y())
        is_row = box.sceneBoundingRect().contains(where) and 0 <= row < len(self._tips)
        self.plot.setToolTip(self._tips[row] if is_row else "")
