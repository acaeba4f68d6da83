"""What happened week by week: plots above one another on one axis of weeks, and one week in words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.core.call_words import percent, span
from app.core.trend_words import MEASURES, calls_words, estimate_words, measure_words, period_words
from app.core.trends import Period, Trend, Week
from app.ui.day_field import day_in_words
from app.ui.labels import label, push_button
from app.ui.theme import Theme
from app.ui.tr import tr
from app.ui.week_plot import COUNTS, SECONDS, SHARES, WeekPlot

Axis = tuple[Callable[[float], str], Sequence[float], float | None]


def _whole(value: float) -> str:
    return str(round(value))


_CALLS = "Calls a week"
_ASK = "Choose a week with the mouse or with the arrow keys: its figures stand here."
_SHOW = "Show the calls of this week"
_SHORT = "d MMM"
_GAP = 5
_READOUT_LINES = 4
_SHARE: Axis = (lambda value: tr(percent(value)), SHARES, 1.0)
_AXES: tuple[Axis, ...] = (_SHARE, _SHARE, (lambda value: tr(span(value)), SECONDS, None), (_whole, COUNTS, None))
"""Of the measures: how their axis says a value, what it may count in, and its end."""

_MOVES: dict[Qt.Key, Callable[[int, int], int]] = {
    Qt.Key.Key_Left: lambda week, _last: week - 1,
    Qt.Key.Key_Right: lambda week, _last: week + 1,
    Qt.Key.Key_Home: lambda _week, _last: 0,
    Qt.Key.Key_End: lambda _week, last: last,
}


class WeekPlots(QFrame):
    """`opened` gives the place of the week whose calls are to be shown.

    A stop of the keyboard: the arrows go from week to week, Return opens one.
    """

    opened = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._weeks: Sequence[Week] = ()
        self._periods: Sequence[Period] = ()
        self.week: int | None = None
        self.calls = WeekPlot(theme, tr(_CALLS), _whole, COUNTS)
        self.measures = [
            WeekPlot(theme, tr(measure.title), unit, steps, top)
            for measure, (unit, steps, top) in zip(MEASURES, _AXES, strict=True)
        ]
        self.readout = label(tr(_ASK), muted=True, wrap=True)
        self.show_calls = push_button(tr(_SHOW), self._open)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("weeks")
        self.setAccessibleName(tr("Weeks"))
        for plot in self._plots():
            plot.picked.connect(self._pick)
        self._lay_out()

    def show_trend(self, weeks: Sequence[Week], trend: Trend) -> None:
        """Draw the weeks; none of them is chosen."""
        self._weeks, self._periods = weeks, trend.weeks
        dates = [day_in_words(week.monday, tr(_SHORT)) for week in weeks]
        heads = [tr("Week of {date}", date=day_in_words(week.monday)) for week in weeks]
        counted = [f"{head}\n{tr(calls_words(period))}" for head, period in zip(heads, trend.weeks, strict=True)]
        self.calls.show_counts(dates, [period.calls for period in trend.weeks], counted)
        self.calls.describe(tr("All weeks together: {figure}", figure=calls_words(trend.whole)))
        for plot, measure in zip(self.measures, MEASURES, strict=True):
            told = [tr(measure_words(measure, period)) for period in trend.weeks]
            tips = [f"{head}\n{words}" for head, words in zip(heads, told, strict=True)]
            plot.show_estimates(dates, [measure.of(period) for period in trend.weeks], tips)
            whole = estimate_words(measure.of(trend.whole), measure.unit)
            plot.describe(tr("All weeks together: {figure}", figure=whole))
        widest = max(plot.units_px for plot in self._plots())
        for plot in self._plots():
            plot.set_units_width(widest)
        self.choose(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another week, or open this one."""
        key = Qt.Key(event.key())
        if key in _MOVES and self._weeks:
            last = len(self._weeks) - 1
            before = last + (key is Qt.Key.Key_Left) if self.week is None else self.week
            self.choose(min(last, max(0, _MOVES[key](before, last))))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A screen reader then has a week to say."""
        super().focusInEvent(event)
        if self.week is None and self._weeks:
            self.choose(len(self._weeks) - 1)

    def _plots(self) -> list[WeekPlot]:
        return [self.calls, *self.measures]

    def _pick(self, week: int) -> None:
        self.choose(week)
        self._open()

    def choose(self, week: int | None) -> None:
        """Mark a week by its place, and put it into words."""
        self.week = week
        for plot in self._plots():
            plot.mark(week)
        words = tr(_ASK)
        if week is not None:
            head = tr("Week of {date}", date=day_in_words(self._weeks[week].monday))
            words = tr(period_words(head, self._periods[week]))
        self.readout.setText(words)
        self.setAccessibleDescription(words)
        self.show_calls.setEnabled(week is not None)

    def _open(self) -> None:
        if self.week is not None:
            self.opened.emit(self.week)

    def _lay_out(self) -> None:
        self.readout.setMinimumHeight(_READOUT_LINES * self.readout.fontMetrics().lineSpacing())
        self.readout.setAlignment(Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        rows.setSpacing(_GAP)
        for plot in self._plots():
            rows.addWidget(plot)
        rows.addWidget(self.readout)
        rows.addWidget(self.show_calls, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addStretch(1)
