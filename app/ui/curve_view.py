"""The curve of the caller's anger over the call, with a mark for each prompt."""

import math
from collections.abc import Sequence

import pyqtgraph as pg
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.call_words import MOST_TICKS, STAGES, clock, mood_word, time_ticks
from app.core.events import AngerPoint
from app.core.moods import LEVEL_EDGES, Level
from app.core.state import ShownPrompt, Span
from app.core.summary import HEATED
from app.ui.labels import describe
from app.ui.theme import Theme, font
from app.ui.tr import tr
from app.ui.words import level_word

_SHORTEST_S = 60.0
_GROW_BY_S = 30.0
_TOP = 1.32
"""Above the highest level, so that the marks' words stay clear of the curve."""
_WORDS_AT = (1.24, 1.09)
_ROOM_AFTER = 1.2
_ROOM_AT_END = 1.07
"""For the word of a mark at the very end."""
_AXIS_SCALE = 0.9
_AXIS_GAP_PX = 9
_TICK_GAP = 1.6
"""Widths of a label from one time to the next."""


class CurveView(QWidget):
    """Level over call time, all or the last of it, in bands of words; `clicked` carries the second under the mouse.

    What is drawn below it on the same clock asks it where a second is (`px_of`), again when `moved` says so; `beside`
    are words of that which need room left of the axis too.
    """

    clicked = Signal(float)
    moved = Signal()

    def __init__(self, theme: Theme, beside: Sequence[str] = ()) -> None:
        super().__init__()
        self._theme = theme
        self._points: Sequence[AngerPoint] = ()
        self._marks: list[tuple[float, pg.InfiniteLine, pg.TextItem]] = []
        self._unscored: tuple[Span, ...] = ()
        self._gaps: list[pg.LinearRegionItem] = []
        self._start_s, self._end_s = 0.0, _SHORTEST_S
        self._plot = self._bare_plot(beside)
        self._add_bands()
        self._line = self._plot.plot(pen=pg.mkPen(theme.text, width=2), antialias=True)
        self._dot = pg.ScatterPlotItem(size=9, pen=pg.mkPen(theme.card, width=2), brush=pg.mkBrush(theme.text))
        self._plot.addItem(self._dot)
        self._cursor = pg.InfiniteLine(angle=90, pen=pg.mkPen(theme.accent, width=2), span=(0, 1 / _TOP))
        self._cursor.setZValue(6)
        self._cursor.hide()
        self._plot.addItem(self._cursor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._plot)
        self.setAccessibleName(tr("The caller's anger over the call"))
        self._plot.setXRange(0, _SHORTEST_S, padding=0.03)
        self._tick()

    def show_call(
        self,
        points: Sequence[AngerPoint],
        prompts: Sequence[ShownPrompt],
        end_s: float,
        last_s: float = math.inf,
        *,
        is_over: bool = False,
    ) -> None:
        """Draw the curve up to now, no more than the last seconds where they are given.

        One that is over takes the whole width, and is told in the words of its figures; else there is room for what
        comes, and the words are those of the level now.
        """
        if points is not self._points:
            self._points = points
            self._line.setData([point.at_s for point in points], [point.level for point in points])
            self._dot.setData([point.at_s for point in points[-1:]], [point.level for point in points[-1:]])
        describe(self, _spoken(points, is_over=is_over))
        self._reach((0.0, max(_SHORTEST_S, _ROOM_AT_END * end_s)) if is_over else _growing(end_s, last_s))
        self._mark_prompts(prompts)

    def show_unscored(self, spans: tuple[Span, ...], end_s: float) -> None:
        """Cover the stretches in which the caller was not scored; one that goes on reaches up to now."""
        if spans == self._unscored and (not spans or spans[-1][1] is not None):
            return
        self._unscored = spans
        while len(self._gaps) > len(spans):
            self._plot.removeItem(self._gaps.pop())
        while len(self._gaps) < len(spans):
            gap = pg.LinearRegionItem(movable=False, brush=self._theme.card, pen=pg.mkPen(self._theme.muted))
            gap.setZValue(5)
            self._plot.addItem(gap, ignoreBounds=True)
            self._gaps.append(gap)
        for gap, (start_s, until_s) in zip(self._gaps, spans, strict=True):
            gap.setRegion((start_s, max(start_s, end_s if until_s is None else until_s)))

    @property
    def gaps_s(self) -> list[tuple[float, float]]:
        """The covered stretches."""
        return [tuple(gap.getRegion()) for gap in self._gaps]

    def mark(self, at_s: float | None) -> None:
        """Put the cursor on a call second, or take it away."""
        self._cursor.setVisible(at_s is not None)
        if at_s is not None:
            self._cursor.setValue(at_s)

    @property
    def marked_s(self) -> float | None:
        """Where the cursor is."""
        return float(self._cursor.value()) if self._cursor.isVisible() else None

    @property
    def span_s(self) -> tuple[float, float]:
        """The call seconds between which it is drawn."""
        return self._start_s, self._end_s

    @property
    def mark_words(self) -> list[str]:
        """The words of the prompt marks, in order of time."""
        return [word.toPlainText() for _, _, word in self._marks]

    @property
    def marks_in_sight(self) -> list[str]:
        """Those whose moment lies in what is drawn."""
        return [word.toPlainText() for at_s, _, word in self._marks if at_s >= self._start_s]

    def px_of(self, at_s: float) -> float:
        """Where a call second is, in pixels from the left edge."""
        return float(self._plot.mapFromScene(self._plot.getViewBox().mapViewToScene(QPointF(at_s, 0))).x())

    def second_at(self, px: float) -> float:
        """The call second so many pixels from the left edge, 0 left of the axis."""
        start_px, end_px = self.px_of(self._start_s), self.px_of(self._end_s)
        span_s = self._end_s - self._start_s
        return max(0.0, self._start_s + (px - start_px) * span_s / max(1.0, end_px - start_px))

    def _bare_plot(self, beside: Sequence[str]) -> pg.PlotWidget:
        plot = pg.PlotWidget(self, background=self._theme.card, enableMenu=False)
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.hideButtons()
        plot.setMouseEnabled(x=False, y=False)
        plot.setYRange(0, _TOP, padding=0)
        plot.getViewBox().sigResized.connect(lambda *_: self._resized())
        plot.getViewBox().sigXRangeChanged.connect(lambda *_: self.moved.emit())
        plot.scene().sigMouseClicked.connect(self._on_click)
        for side in ("left", "bottom"):
            axis = plot.getAxis(side)
            axis.setPen(pg.mkPen(self._theme.line))
            axis.setTextPen(pg.mkPen(self._theme.muted))
            axis.setStyle(tickFont=font(_AXIS_SCALE), tickLength=0, hideOverlappingLabels=False)
        words = QFontMetrics(font(_AXIS_SCALE))
        left = [*map(level_word, Level), *beside]
        plot.getAxis("left").setWidth(max(map(words.horizontalAdvance, left)) + _AXIS_GAP_PX)
        plot.getAxis("bottom").setHeight(words.height() + _AXIS_GAP_PX)
        return plot

    def _add_bands(self) -> None:
        edges = (0.0, *LEVEL_EDGES, 1.0)
        for low, high, colour in zip(edges, edges[1:], self._theme.bands, strict=False):
            band = pg.LinearRegionItem(
                (low, high), orientation="horizontal", movable=False, brush=colour, pen=pg.mkPen(None)
            )
            band.setZValue(-10)
            self._plot.addItem(band)
        words = zip(edges, edges[1:], Level, strict=False)
        ticks = [((low + high) / 2, level_word(level)) for low, high, level in words]
        self._plot.getAxis("left").setTicks([ticks])

    def _reach(self, span: tuple[float, float]) -> None:
        if span == self.span_s:
            return
        self._start_s, self._end_s = span
        self._plot.setXRange(*span, padding=0.03)
        self._tick()

    def _resized(self) -> None:
        self._tick()
        self._place_words()
        self.moved.emit()

    def _tick(self) -> None:
        """As many times on the axis as stand beside each other."""
        label_px = QFontMetrics(font(_AXIS_SCALE)).horizontalAdvance(clock(self._end_s))
        most = int(self._plot.getViewBox().width() / (_TICK_GAP * max(1, label_px)))
        ticks = time_ticks(self._end_s, min(MOST_TICKS, max(2, most)), self._start_s)
        self._plot.getAxis("bottom").setTicks([ticks])

    def _mark_prompts(self, prompts: Sequence[ShownPrompt]) -> None:
        """Add what is new; start afresh when this is another call."""
        known = [at_s for at_s, _, _ in self._marks]
        if known != [prompt.at_s for prompt in prompts[: len(known)]]:
            self._forget_marks()
        for prompt in prompts[len(self._marks) :]:
            self._add_mark(prompt)
        self._place_words()

    def _place_words(self) -> None:
        """Put each mark's word into the first row with room for it; a word without room stays away.

        It begins at its mark, or as far before that as it would reach over the end.
        """
        wide_px = self._plot.getViewBox().width()
        px_per_s = wide_px / max(self._end_s - self._start_s, 1.0)
        free_from_px = [0.0] * len(_WORDS_AT)
        for at_s, _, word in self._marks:
            mark_px, word_px = (at_s - self._start_s) * px_per_s, word.boundingRect().width()
            start_px = max(0.0, min(mark_px, wide_px - word_px))
            rows = enumerate(free_from_px) if mark_px >= 0 else ()
            row = next((n for n, free_px in rows if start_px >= free_px), None)
            word.setVisible(row is not None)
            if row is not None:
                word.setPos(self._start_s + start_px / px_per_s if px_per_s else at_s, _WORDS_AT[row])
                free_from_px[row] = start_px + word_px

    def _forget_marks(self) -> None:
        for _, line, word in self._marks:
            self._plot.removeItem(line)
            self._plot.removeItem(word)
        self._marks.clear()

    def _add_mark(self, prompt: ShownPrompt) -> None:
        pen = pg.mkPen(self._theme.accent, width=1, style=Qt.PenStyle.DashLine)
        line = pg.InfiniteLine(prompt.at_s, angle=90, pen=pen, span=(0, 1 / _TOP))
        word = pg.TextItem(tr(STAGES[prompt.stage]), color=self._theme.accent, anchor=(0, 0.5))
        word.setFont(font(0.85))
        self._plot.addItem(line, ignoreBounds=True)
        self._plot.addItem(word, ignoreBounds=True)
        self._marks.append((prompt.at_s, line, word))

    def _on_click(self, event: MouseClickEvent) -> None:
        where: QPointF = self._plot.getViewBox().mapSceneToView(event.scenePos())
        self.clicked.emit(max(0.0, where.x()))


def _spoken(points: Sequence[AngerPoint], *, is_over: bool) -> str:
    """The curve in words."""
    if not points:
        return tr("Nothing is known yet")
    peak = max(points, key=lambda point: point.level)
    turned_hot = not is_over or any(point.phase in HEATED for point in points)
    now, highest = (tr(mood_word(one.level, turned_hot=turned_hot)) for one in (points[-1], peak))
    return tr("{now} now; highest {highest}, at {time}", now=now, highest=highest, time=clock(peak.at_s))


def _growing(end_s: float, last_s: float) -> tuple[float, float]:
    """A time axis that grows in steps, so that it does not creep; of a long call it moves on in steps."""
    room_s = min(end_s, last_s) * (_ROOM_AFTER - 1)
    reach_s = max(_SHORTEST_S, math.ceil((end_s + room_s) / _GROW_BY_S) * _GROW_BY_S)
    return max(0.0, reach_s - last_s), reach_s
