"""The four steps of de-escalation: where the call is now, and which steps have been shown."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.call_words import STAGES
from app.core.events import Stage
from app.core.state import CallState
from app.ui.labels import describe
from app.ui.theme import Theme, font
from app.ui.tr import tr

RUNGS = (Stage.LISTEN, Stage.ASK, Stage.VALIDATE, Stage.RESOLVE)
_RADIUS_SHARE = 0.62
"""Of the height of a line of text."""

_GAP = 5


class StageLadder(QWidget):
    """Listen, ask, validate, resolve: the current step filled, steps already shown ticked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: frozenset[Stage] = frozenset()
        self._current: Stage | None = None
        self._radius = _RADIUS_SHARE * QFontMetrics(font()).height()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Steps"))
        self._describe()

    def show_state(self, state: CallState) -> None:
        """Show the steps of this call; repaints only when they changed."""
        shown = frozenset(prompt.stage for prompt in state.prompts)
        current = state.prompt.stage if state.prompt else None
        if (shown, current) == (self._shown, self._current):
            return
        self._shown, self._current = shown, current
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a row of circles and a row of words."""
        words = QFontMetrics(font(bold=True))
        widest = max(words.horizontalAdvance(tr(STAGES[stage])) for stage in RUNGS)
        return QSize(len(RUNGS) * (widest + _GAP), int(2 * self._radius) + _GAP + words.height() + 4)

    def minimumSizeHint(self) -> QSize:
        """All words beside each other."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's name; all is painted each time
        """Paint the line, then each rung on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() / len(RUNGS)
        centres = [QPointF(width * (n + 0.5), self._radius + 2) for n in range(len(RUNGS))]
        painter.setPen(QPen(QColor(self._theme.line), 2))
        painter.drawLine(centres[0], centres[-1])
        for stage, centre in zip(RUNGS, centres, strict=True):
            self._paint_rung(painter, stage, centre)
            self._paint_word(
                painter, stage, QRectF(centre.x() - width / 2, 2 * self._radius + _GAP, width, self.height())
            )
        painter.end()

    def _paint_rung(self, painter: QPainter, stage: Stage, centre: QPointF) -> None:
        is_current = stage is self._current
        is_shown = stage in self._shown
        edge = QColor(self._theme.accent if is_current or is_shown else self._theme.muted)
        painter.setPen(QPen(edge, 2 if is_current or is_shown else 1))
        painter.setBrush(edge if is_current else QColor(self._theme.card))
        painter.drawEllipse(centre, self._radius, self._radius)
        mark = QColor(self._theme.on_accent if is_current else self._theme.accent)
        painter.setPen(QPen(mark, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        if is_current:
            painter.setBrush(mark)
            painter.drawEllipse(centre, self._radius / 4, self._radius / 4)
        elif is_shown:
            corners = ((-0.4, 0.0), (-0.1, 0.35), (0.45, -0.35))
            tick = QPolygonF([centre + QPointF(x, y) * self._radius for x, y in corners])
            painter.drawPolyline(tick)

    def _paint_word(self, painter: QPainter, stage: Stage, box: QRectF) -> None:
        is_current = stage is self._current
        painter.setFont(font(bold=is_current))
        painter.setPen(QColor(self._theme.accent if is_current else self._theme.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, tr(STAGES[stage]))

    def _describe(self) -> None:
        describe(self, ", ".join(self._spoken(stage) for stage in RUNGS))

    def _spoken(self, stage: Stage) -> str:
        word = tr(STAGES[stage])
        if stage is self._current:
            return tr("{stage} now", stage=word)
        return tr("{stage} shown", stage=word) if stage in self._shown else word
