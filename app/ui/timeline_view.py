"""Who spoke when, below the curve and on its clock: voices, silences, what was on the line, and what happened."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.core.events import Channel
from app.core.timeline import NOTHING, Moment, MomentKind, Stretch, StretchKind, Timeline
from app.ui.curve_view import CurveView
from app.ui.labels import describe
from app.ui.theme import Theme, font
from app.ui.timeline_paint import WORDS, paint_moment, paint_name, paint_stretch
from app.ui.tr import tr, tr_message

_ROW_AIR_PX = 4
_NEAR_PX = 5
_NAME_GAP_PX = 9
_FOCUS_PX = 2


class Row(StrEnum):
    """The rows from top to bottom; each has its name on the left."""

    AGENT = "agent"
    CALLER = "caller"
    VOICES = "voices"
    LINE = "line"
    MOVES = "moves"
    MARKS = "marks"


ROWS = {Channel.AGENT: Row.AGENT, Channel.CALLER: Row.CALLER, Channel.UNKNOWN: Row.VOICES}
_NAMES = {
    Row.AGENT: "Agent",
    Row.CALLER: "Caller",
    Row.VOICES: "Voices",
    Row.LINE: "Line",
    Row.MOVES: "Moves",
    Row.MARKS: "Marks",
}
_OF_SIDES = frozenset({StretchKind.TALK, StretchKind.MUTED, StretchKind.LOST})


def row_names() -> list[str]:
    """What may stand left of the axis."""
    return [tr(_NAMES[row]) for row in Row]


class TimelineView(QWidget):
    """`clicked` carries a call second: of the place under the mouse, or of what the arrow keys have come to.

    `timeline` is what it shows.
    """

    clicked = Signal(float)

    def __init__(self, theme: Theme, curve: CurveView) -> None:
        super().__init__()
        self._theme = theme
        self._curve = curve
        self.timeline = NOTHING
        self._rows: tuple[Row, ...] = ()
        self._marked_s: float | None = None
        self._row_px = QFontMetrics(font(WORDS)).height() + _ROW_AIR_PX
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Who spoke when"))
        curve.moved.connect(self.update)

    def show_timeline(self, timeline: Timeline) -> None:
        """Show a call."""
        self.timeline = timeline
        self._rows = (*(ROWS[side] for side in timeline.sides), Row.LINE, Row.MOVES, Row.MARKS)
        self.setFixedHeight(len(self._rows) * self._row_px + 2 * _FOCUS_PX)
        self._describe()
        self.update()

    def mark(self, at_s: float | None) -> None:
        """Put the cursor on a call second, or take it away."""
        self._marked_s = at_s
        self.update()

    @property
    def marked_s(self) -> float | None:
        """Where the cursor is."""
        return self._marked_s

    def words_at(self, place: QPoint) -> str:
        """What is drawn at a place, and when it was, a line for each; "" where nothing is."""
        row = self._row_at(place.y())
        found = [one for one in self._of_row(row) if self._is_near(one, place.x())] if row else []
        return "\n".join(tr_message(one.words) for one in found)

    def place_of(self, shown: Stretch | Moment) -> QPoint:
        """Where something begins, in the middle of its row."""
        row = next(row for row in self._rows if shown in self._of_row(row))
        return QPoint(round(self._curve.px_of(_start(shown))), round(self._place(row).center().y()))

    # --- what a person does -----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Tell on hovering what is under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.words_at(event.pos()), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump to the second under the mouse."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(self._curve.second_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the event before or after, the first or the last one."""
        stops = self._stops()
        now_s = -1.0 if self._marked_s is None else self._marked_s
        match event.key():
            case Qt.Key.Key_Right:
                self._step_to([at_s for at_s in stops if at_s > now_s][:1])
            case Qt.Key.Key_Left:
                self._step_to([at_s for at_s in stops if at_s < now_s][-1:])
            case Qt.Key.Key_Home:
                self._step_to(stops[:1])
            case Qt.Key.Key_End:
                self._step_to(stops[-1:])
            case _:
                super().keyPressEvent(event)

    def _step_to(self, wanted: Sequence[float]) -> None:
        """Go there, and say what is there."""
        for at_s in wanted:
            self.clicked.emit(at_s)
            words = "\n".join(tr_message(one.words) for one in self._events() if _start(one) == at_s)
            describe(self, words)
            QToolTip.showText(self.mapToGlobal(QPoint(round(self._curve.px_of(at_s)), self.height())), words, self)

    # --- what is there ----------------------------------------------------------------------------------------

    def _events(self) -> list[Stretch | Moment]:
        """All but voices, which the words above tell better."""
        lasting = [one for one in self.timeline.stretches if one.kind is not StretchKind.TALK]
        return sorted([*lasting, *self.timeline.moments], key=_start)

    def _stops(self) -> list[float]:
        return [at_s for at_s, _ in groupby(map(_start, self._events()))]

    def _describe(self) -> None:
        count = len(self._events())
        told = tr("{count} events; the arrow keys go from one to the next.", count=count) if count else ""
        describe(self, told or tr("No events"))

    def _of_row(self, row: Row) -> Iterator[Stretch | Moment]:
        """What is drawn in a row, what lies on top last."""
        for stretch in self.timeline.stretches:
            if row in _rows_of_stretch(stretch):
                yield stretch
        for moment in self.timeline.moments:
            if row is _row_of_moment(moment):
                yield moment

    def _row_at(self, y: int) -> Row | None:
        return next((row for row in self._rows if self._place(row).contains(QPointF(self.width() / 2, y))), None)

    def _place(self, row: Row) -> QRectF:
        return QRectF(0, _FOCUS_PX + self._rows.index(row) * self._row_px, self.width(), self._row_px)

    def _is_near(self, shown: Stretch | Moment, x: int) -> bool:
        end_s = shown.end_s if isinstance(shown, Stretch) else shown.at_s
        near_px = _NEAR_PX if isinstance(shown, Moment) else 1
        return self._curve.px_of(_start(shown)) - near_px <= x <= self._curve.px_of(end_s) + near_px

    # --- what is painted --------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's name; all is painted each time
        """Paint each row, then the cursor over all of them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in self._rows:
            self._paint_row(painter, row)
        if self._marked_s is not None:
            px = self._curve.px_of(self._marked_s)
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawLine(QPointF(px, 0), QPointF(px, self.height()))
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent), _FOCUS_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_row(self, painter: QPainter, row: Row) -> None:
        place = self._place(row)
        start_px, end_px = self._curve.px_of(0.0), self._curve.px_of(self.timeline.duration_s)
        paint_name(painter, self._theme, tr(_NAMES[row]), QRectF(0, place.top(), start_px - _NAME_GAP_PX, self._row_px))
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.drawLine(QPointF(start_px, place.center().y()), QPointF(end_px, place.center().y()))
        for shown in self._of_row(row):
            left = self._curve.px_of(_start(shown))
            if isinstance(shown, Stretch):
                bar = QRectF(left, place.top(), self._curve.px_of(shown.end_s) - left, place.height())
                paint_stretch(painter, self._theme, shown, bar)
            else:
                paint_moment(painter, self._theme, shown, QPointF(left, place.center().y()), place.height())


def _start(shown: Stretch | Moment) -> float:
    return shown.start_s if isinstance(shown, Stretch) else shown.at_s


def _rows_of_stretch(stretch: Stretch) -> tuple[Row, ...]:
    if stretch.kind is StretchKind.OVERTALK:
        return (Row.AGENT, Row.CALLER)
    if stretch.kind in _OF_SIDES and stretch.channel is not None:
        return (ROWS[stretch.channel],)
    return (Row.LINE,)


def _row_of_moment(moment: Moment) -> Row:
    if moment.kind is MomentKind.CUT_IN and moment.channel is not None:
        return ROWS[moment.channel]
    return Row.MOVES if moment.kind is MomentKind.MOVE else Row.MARKS
