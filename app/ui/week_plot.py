"""One figure over the weeks: a line with its interval as a band, or bars; gaps where too few calls were made."""

import math
from collections.abc import Callable, Sequence
from itertools import groupby

import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.trend_words import TOO_FEW
from app.core.trends import Estimate
from app.ui.labels import describe, label
from app.ui.theme import Theme, font
from app.ui.tr import tr

AXIS_SCALE = 0.9
_LINES = 4.8
"""Height of a plot, in lines of text."""
_AXIS_GAP_PX = 9
_AIR = 1.08
_MARGIN = 0.6
"""Of a week, before the first and after the last."""
_TICK_GAP = 1.5
_MOST_STEPS = 3
_NOTHING = "0"
_DOT_PX = 6
COUNTS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000)
SECONDS = (10, 30, 60, 120, 300, 600, 1200, 3600, 7200)
SHARES = (0.25, 0.5, 1.0)


class WeekPlot(QWidget):
    """`picked` gives the place of the week under the mouse when it is clicked.

    `steps` are what the axis may count in, in the unit that `unit` says; `top` is its end where that never changes.
    """

    picked = Signal(int)

    def __init__(
        self,
        theme: Theme,
        title: str,
        unit: Callable[[float], str],
        steps: Sequence[float],
        top: float | None = None,
    ) -> None:
        super().__init__()
        self.theme, self._name, self._unit, self._steps, self._top = theme, title, unit, steps, top
        self._dates: Sequence[str] = ()
        self._tips: Sequence[str] = ()
        self._drawn: list[pg.GraphicsObject] = []
        self.dots: list[pg.ScatterPlotItem] = []
        self.units_px = 0
        self.title = label(title, bold=True, scale=0.95, wrap=True)
        self.whole = label(muted=True, scale=0.9, wrap=True)
        self.plot = bare_plot(theme)
        self.plot.setFixedHeight(round(_LINES * QFontMetrics(font()).height()))
        self.plot.getViewBox().sigResized.connect(lambda *_: self._tick_weeks())
        self.plot.scene().sigMouseClicked.connect(self._click)
        self.plot.scene().sigMouseMoved.connect(self._hover)
        self._cursor = pg.InfiniteLine(angle=90, pen=pg.mkPen(theme.accent, width=2, style=Qt.PenStyle.DashLine))
        self._cursor.setZValue(10)
        self._cursor.hide()
        self.plot.addItem(self._cursor, ignoreBounds=True)
        self.setAccessibleName(title)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.title)
        rows.addWidget(self.whole)
        rows.addWidget(self.plot)

    def show_estimates(self, dates: Sequence[str], estimates: Sequence[Estimate], tips: Sequence[str]) -> None:
        """A line through the figures of the weeks; one without a figure is a gap."""
        self._begin(dates, tips)
        shown = [one for one in estimates if one.value is not None]
        self.title.setText(self._name if shown else tr("{title}: {why}", title=self._name, why=TOO_FEW))
        ends = [end for one in estimates if one.interval for end in (one.interval.low, one.interval.high)]
        highest = max([*ends, *(one.value for one in shown if one.value is not None)], default=0.0)
        self._scale(self._top or highest)
        for weeks in _runs([one.interval is not None for one in estimates]):
            self._band(weeks, estimates)
        for weeks in _runs([one.value is not None for one in estimates]):
            self._line(weeks, estimates)

    def show_counts(self, dates: Sequence[str], counts: Sequence[int], tips: Sequence[str]) -> None:
        """A bar for each week."""
        self._begin(dates, tips)
        self._scale(max(counts, default=0))
        colour = self.theme.muted
        self._draw(pg.BarGraphItem(x=[*range(len(counts))], height=[*counts], width=0.7, brush=colour, pen=colour))

    def mark(self, week: int | None) -> None:
        """Put the cursor on a week, or take it away."""
        self._cursor.setVisible(week is not None)
        if week is not None:
            self._cursor.setValue(week)

    def describe(self, whole: str) -> None:
        """Below the title stands the figure of all weeks together; a screen reader says that of each week too."""
        self.whole.setText(whole)
        describe(self, "\n".join([whole, *self._tips]))

    # --- drawing ----------------------------------------------------------------------------------------------

    def _begin(self, dates: Sequence[str], tips: Sequence[str]) -> None:
        for item in self._drawn:
            self.plot.removeItem(item)
        self._drawn.clear()
        self.dots.clear()
        self._dates, self._tips = dates, tips
        self.plot.setXRange(-_MARGIN, max(1, len(dates)) - 1 + _MARGIN, padding=0)
        self._tick_weeks()

    def _draw(self, item: pg.GraphicsObject) -> None:
        self.plot.addItem(item, ignoreBounds=True)
        self._drawn.append(item)

    def _band(self, weeks: Sequence[int], estimates: Sequence[Estimate]) -> None:
        """Between the ends of the intervals; of a single week a line from one to the other."""
        known = [(one.low, one.high) for week in weeks if (one := estimates[week].interval)]
        pen = pg.mkPen(self.theme.edge, width=1)
        if len(weeks) == 1:
            self._draw(pg.PlotCurveItem([weeks[0]] * 2, [*known[0]], pen=pg.mkPen(self.theme.edge, width=2)))
            return
        low, high = (pg.PlotCurveItem([*weeks], [one[end] for one in known], pen=pen) for end in (0, 1))
        self._draw(pg.FillBetweenItem(low, high, brush=pg.mkBrush(self.theme.accent_soft)))
        self._draw(low)
        self._draw(high)

    def _line(self, weeks: Sequence[int], estimates: Sequence[Estimate]) -> None:
        """Dots that come from few calls are hollow."""
        values = [estimates[week].value for week in weeks]
        pen = pg.mkPen(self.theme.accent, width=2)
        self._draw(pg.PlotCurveItem([*weeks], values, pen=pen, antialias=True))
        brushes = [pg.mkBrush(self.theme.card if estimates[week].is_small else self.theme.accent) for week in weeks]
        dots = pg.ScatterPlotItem([*weeks], values, size=_DOT_PX, pen=pg.mkPen(self.theme.accent), brush=brushes)
        self._draw(dots)
        self.dots.append(dots)

    # --- axes -------------------------------------------------------------------------------------------------

    def _scale(self, highest: float) -> None:
        """From 0 to the highest, in steps that are round in the unit."""
        step = next((one for one in self._steps if highest / one <= _MOST_STEPS), self._steps[-1])
        top = max(step, math.ceil(highest / step) * step)
        self.plot.setYRange(0, top * _AIR, padding=0)
        ticks = [(n * step, self._unit(n * step) if n else _NOTHING) for n in range(round(top / step) + 1)]
        self.plot.getAxis("left").setTicks([ticks])
        self.units_px = max(words_px(text) for _, text in ticks) + _AXIS_GAP_PX

    def set_units_width(self, width_px: int) -> None:
        """Room for the words of the axis to the left: plots above one another have the same, so that weeks align."""
        self.plot.getAxis("left").setWidth(width_px)

    def _tick_weeks(self) -> None:
        """As many dates as stand beside each other, the newest always."""
        if not self._dates:
            return
        label_px = max(map(words_px, self._dates))
        self.plot.getPlotItem().setContentsMargins(0, 0, label_px / 2, 0)
        most = max(1, int(self.plot.getViewBox().width() / max(1.0, label_px * _TICK_GAP)))
        step = math.ceil(len(self._dates) / most)
        places = range(len(self._dates) - 1, -1, -step)
        self.plot.getAxis("bottom").setTicks([[(place, self._dates[place]) for place in places]])

    # --- the mouse --------------------------------------------------------------------------------------------

    def _week_at(self, where: QPointF) -> int | None:
        box = self.plot.getViewBox()
        if not self._dates or not box.sceneBoundingRect().contains(where):
            return None
        week: float = box.mapSceneToView(where).x()
        return min(len(self._dates) - 1, max(0, round(week)))

    def _hover(self, where: QPointF) -> None:
        week = self._week_at(where)
        self.plot.setToolTip("" if week is None else self._tips[week])

    def _click(self, event: MouseClickEvent) -> None:
        week = self._week_at(event.scenePos())
        if week is not None:
            self.picked.emit(week)


def bare_plot(theme: Theme) -> pg.PlotWidget:
    """A plot in the colours of a theme that nobody moves, with axes to the left and below."""
    plot = pg.PlotWidget(background=theme.card, enableMenu=False)
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
    plot.hideButtons()
    plot.setMouseEnabled(x=False, y=False)
    plot.setAccessibleName(tr("Plot"))
    for side in ("left", "bottom"):
        axis = plot.getAxis(side)
        axis.setPen(pg.mkPen(theme.line))
        axis.setTextPen(pg.mkPen(theme.muted))
        axis.setStyle(tickFont=font(AXIS_SCALE), tickLength=0, hideOverlappingLabels=False)
    plot.getAxis("bottom").setHeight(QFontMetrics(font(AXIS_SCALE)).height() + _AXIS_GAP_PX)
    return plot


def words_px(text: str) -> int:
    """How wide words at an axis are."""
    return QFontMetrics(font(AXIS_SCALE)).horizontalAdvance(text)


def _runs(shown: Sequence[bool]) -> list[Sequence[int]]:
    """Places that are shown, those in a row together."""
    return [[*places] for is_shown, places in groupby(range(len(shown)), key=lambda place: shown[place]) if is_shown]
