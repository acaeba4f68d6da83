"""The panel beside the agent's softphone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QStyle, QVBoxLayout, QWidget

from app.core.desk import Controls, DeskState
from app.core.state import CallState
from app.ui.bridge import CallBridge
from app.ui.curve_view import CurveView
from app.ui.health_line import HealthLine
from app.ui.labels import card
from app.ui.notice_bar import CallButtons, NoticeBar
from app.ui.prompt_card import PromptCard
from app.ui.ready_view import ReadyView
from app.ui.stage_ladder import StageLadder
from app.ui.status_strip import StatusStrip, seconds_into
from app.ui.summary_view import SummaryView
from app.ui.theme import Theme, current_theme, stylesheet
from app.ui.transcript_view import TranscriptView

SMALLEST = QSize(420, 760)
_MARGIN = 12
_GAP = 10
_CURVE_PX = 150


class AgentWindow(QMainWindow):
    """Ready, in a call, and after it: one narrow window that follows the bridge and decides nothing."""

    closed = Signal()

    def __init__(
        self,
        bridge: CallBridge,
        *,
        open_calls: Callable[[], None],
        play_demo: Callable[[], None] | None = None,
        controls: Controls | None = None,
        opening: Sequence[str] = (),
        animate: bool = True,
    ) -> None:
        super().__init__()
        self.setWindowTitle("Calmline")
        self.setMinimumSize(SMALLEST)
        theme = current_theme()
        self.setStyleSheet(stylesheet(theme))
        self.call = CallView(theme, open_calls, animate=animate and _may_move())
        self.ready = ReadyView(open_calls, play_demo, opening)
        self.health = HealthLine(theme)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.ready)
        self._pages.addWidget(self.call)
        self.desk_parts = () if controls is None else (NoticeBar(controls), CallButtons(controls))
        self.setCentralWidget(_page(*self.desk_parts[:1], self._pages, *self.desk_parts[1:], self.health))
        bridge.on_change(self._show)
        bridge.on_desk(self._show_desk)
        self._show(bridge.state)
        self.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window is gone."""
        super().closeEvent(event)
        self.closed.emit()

    def _show_desk(self, state: DeskState) -> None:
        for part in self.desk_parts:
            part.show_desk(state)

    def _show(self, state: CallState) -> None:
        self.health.show_state(state)
        if state.started is None:
            self._pages.setCurrentWidget(self.ready)
            return
        self.call.show_state(state)
        self._pages.setCurrentWidget(self.call)


class CallView(QWidget):
    """A call: status, ladder and prompt while it goes on, the summary in their place when it has ended."""

    def __init__(self, theme: Theme, open_calls: Callable[[], None], *, animate: bool) -> None:
        super().__init__()
        self.status = StatusStrip(theme)
        self.ladder = StageLadder(theme)
        self.prompt = PromptCard(animate=animate)
        self.summary = SummaryView(open_calls)
        self.curve = CurveView(theme)
        self.transcript = TranscriptView(theme, agent="You")
        self.curve.setFixedHeight(_CURVE_PX)
        self._live = (self.status, self.ladder, self.prompt)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(_GAP)
        for part in self._live:
            rows.addWidget(part)
        rows.addWidget(self.summary, 2)
        rows.addWidget(card(self.curve))
        rows.addWidget(card(self.transcript), 1)

    def show_state(self, state: CallState) -> None:
        """Hand the state to each view."""
        is_over = state.ended is not None
        for part in self._live:
            part.show_state(state)
            part.setVisible(not is_over)
        self.summary.setVisible(is_over)
        if is_over:
            self.summary.show_state(state)
        self.curve.show_call(state.curve, state.prompts, seconds_into(state))
        self.curve.show_pauses(state.pauses, seconds_into(state))
        self.transcript.show_lines(state.turns, state.partials)


def _page(*parts: QWidget) -> QWidget:
    page = QWidget()
    page.setObjectName("page")
    rows = QVBoxLayout(page)
    rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    rows.setSpacing(_GAP)
    for part in parts:
        rows.addWidget(part, 1 if isinstance(part, QStackedWidget) else 0)
    return page


def _may_move() -> bool:
    """Whether fading is fit for this display: not where nobody watches, nor where the desktop asks for no motion."""
    if QGuiApplication.platformName() in {"offscreen", "minimal"}:
        return False
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return QApplication.style().styleHint(hint) > 0
