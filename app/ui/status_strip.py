"""The top of the panel: how the caller is, where it goes, and how far into the call."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.core.call_words import clock
from app.core.events import AngerPoint, Channel, LineState
from app.core.moods import PHASES
from app.core.practice import is_practice
from app.core.state import CallState
from app.ui.labels import label, tint
from app.ui.level_bar import LevelBar
from app.ui.theme import Look, font
from app.ui.tr import tr
from app.ui.words import CALLER_LINES, PHASE_SHAPES, TRENDS, without_sign

_CAPTION_SCALE = 0.9
_PRACTICE = "Practice: no real caller"
_BEFORE = "when last known"
_BY_HAND = "Caller, as you say"
_LARGE = 1.3
"""From this size of text on the trend stands below the phase."""


class StatusStrip(QWidget):
    """Phase word, trend word and a mark between calm and hot, no figure; above them who else is on the line."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._theme = look.theme
        self.practice = label(tr(_PRACTICE), scale=_CAPTION_SCALE, bold=True, wrap=True)
        self.practice.setProperty("tone", "practice")
        self._caption = label(scale=_CAPTION_SCALE, muted=True)
        self._time = label(scale=_CAPTION_SCALE, muted=True)
        self._time.setToolTip(tr("Time into the call"))
        self._phase = label(scale=1.7, bold=True)
        self._trend = label(scale=1.1)
        self.level = LevelBar(look.theme)
        self._lay_out(is_large=look.text_size > _LARGE)

    def _lay_out(self, *, is_large: bool) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 0, 4, 0)
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(12)
        grid.addWidget(self.practice, 0, 0, 1, 2)
        above = QHBoxLayout()
        above.addWidget(self._caption, 1)
        above.addWidget(self._time)
        grid.addLayout(above, 1, 0, 1, 2)
        if is_large:
            grid.addWidget(self._phase, 2, 0, 1, 2)
            grid.addWidget(self._trend, 3, 0, 1, 2)
        else:
            grid.addWidget(self._phase, 2, 0)
            grid.addWidget(self._trend, 2, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.level, 4, 0, 1, 2)
        grid.setColumnStretch(0, 1)

    def show_state(self, state: CallState) -> None:
        """Show where the call stands."""
        self.practice.setVisible(state.started is not None and is_practice(state.started.source))
        line = state.line(Channel.CALLER)
        is_open = line is LineState.OPEN
        is_own_word = is_open and not state.is_heard
        self._caption.setText(tr(_BY_HAND) if is_own_word else tr(CALLER_LINES[line]))
        self._caption.setFont(font(_CAPTION_SCALE, bold=not is_open))
        tint(self._caption, self._theme.muted if is_open else self._theme.accent)
        is_known = state.is_heard or bool(state.curve)
        self._time.setText(clock(seconds_into(state)) if is_known else "")
        self._time.setAccessibleName(tr("{time} into the call", time=clock(seconds_into(state))))
        if state.curve:
            self._show_point(state.curve[-1], is_open=is_open)
        else:
            self._show_unscored(state)

    def _show_point(self, point: AngerPoint, *, is_open: bool) -> None:
        self._phase.setText(f"{PHASE_SHAPES[point.phase]} {tr(PHASES[point.phase])}")
        self._trend.setText(tr(TRENDS[point.trend] if is_open else _BEFORE))
        trend = without_sign(self._trend.text()) if is_open else self._trend.text()
        self._phase.setAccessibleName(tr(PHASES[point.phase]))
        self._trend.setAccessibleName(trend)
        self.level.show_level(point.level, trend)
        tint(self._phase, self._theme.phase(point.phase) if is_open else self._theme.muted)

    def _show_unscored(self, state: CallState) -> None:
        phase, trend = _unscored(state)
        self._phase.setText(phase)
        self._trend.setText(trend)
        self._phase.setAccessibleName("")
        self._trend.setAccessibleName("")
        self.level.show_level(None)
        tint(self._phase, self._theme.muted)


def _unscored(state: CallState) -> tuple[str, str]:
    """Why there is no phase yet, and no trend."""
    if not state.is_heard:
        return tr("Not said yet"), tr("tap how they are")
    if any(turn.channel is Channel.UNKNOWN for turn in state.turns):
        return tr("Not known"), tr("both voices on one channel")
    return tr("Listening"), tr("no caller words yet")


def seconds_into(state: CallState) -> float:
    """The latest call second that the state knows of."""
    if state.ended is not None:
        return state.ended.duration_s
    known = [partial.end_s for partial in state.partials]
    known += [last.end_s for last in state.turns[-1:]]
    known += [last.at_s for last in state.curve[-1:]]
    known += [last.at_s for last in state.changes[-1:]]
    return max(known, default=0.0)
