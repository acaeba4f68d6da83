"""A call in the panel: the strip and the card always, curve and transcript by choice."""

import math
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.core.keeping import Keep
from app.core.state import CallState
from app.ui.action_bar import VIEWS, ActButton, ActionBar, CallMenu, Do, more_button
from app.ui.actions import Act, is_offered
from app.ui.after_card import Settle, Word
from app.ui.hand_panel import HandPanel
from app.ui.labels import card, label
from app.ui.prompt_card import NO_PROMPT, PromptCard
from app.ui.stage_ladder import StageLadder
from app.ui.status_strip import StatusStrip, seconds_into
from app.ui.summary_view import SummaryView
from app.ui.theme import Look, font
from app.ui.tr import tr
from app.ui.transcript_view import TranscriptView

if TYPE_CHECKING:
    from app.ui.curve_view import CurveView

_GAP = 10
_CURVE_LINES, _TRANSCRIPT_LINES = (7, 9), (3, 12)
"""How many lines of text high they are at least, and where there is room for it."""
_LAST_S = 300.0
"""So much of a call that goes on is in the curve; of one that has ended all is."""


class CallView(QWidget):
    """Status, ladder and prompt while it goes on, the summary in their place when it has ended."""

    def __init__(
        self, look: Look, do: Do, keys: Mapping[Act, str], settle: Settle, allowed: Collection[Keep], last: Word | None
    ) -> None:
        super().__init__()
        self._theme = look.theme
        self._state = CallState()
        self._open: Collection[Act] = ()
        self.status = StatusStrip(look)
        self.ladder = StageLadder(look.theme)
        self.prompt = PromptCard(do, keys, animate=look.moves)
        self.hand = HandPanel(do, keys)
        self.headline = label(scale=1.25, bold=True, wrap=True)
        self.menu = CallMenu(do, keys, self)
        self.more = more_button(self.menu)
        self.buttons = ActionBar(do, keys, more=self.more)
        self.summary = SummaryView(do, settle, allowed, last)
        self._curve: CurveView | None = None
        self.transcript = TranscriptView(look.theme, agent=tr("You"))
        self.transcript.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._views = {act: ActButton(act, do, keys.get(act, "")) for act in VIEWS}
        for button in self._views.values():
            button.setCheckable(True)
        self._curve_place = QVBoxLayout()
        self._transcript_card = card(self.transcript)
        self._lay_out()

    @property
    def curve(self) -> "CurveView":
        """The curve, made when it is first asked for."""
        if self._curve is None:
            from app.ui.curve_view import CurveView  # noqa: PLC0415 - its library takes a while, and few open it

            self._curve = CurveView(self._theme)
            self._curve.setFixedHeight(_lines_px(_CURVE_LINES[1]))
            self._curve_card = card(self._curve)
            self._curve_place.addWidget(self._curve_card)
            self._curve_card.setVisible(Act.CURVE in self._open)
            self._draw(self._curve)
        return self._curve

    def give_way(self, px: int) -> None:
        """Do with so many pixels less, as far as that goes: first the words, then the curve, and the card after it."""
        least, most = map(_lines_px, _TRANSCRIPT_LINES)
        less = min(px, most - least) if self._transcript_card.isVisibleTo(self) else 0
        self.transcript.setMinimumHeight(most - less)
        if self._curve is not None:
            low, high = map(_lines_px, _CURVE_LINES)
            self._curve.setFixedHeight(max(low, high - (px - less)))
        self.summary.give_way(px - less)
        for part in (self._transcript_card, *([self._curve_card] if self._curve is not None else []), self.summary):
            _settle(part)
        self._settle()

    def view_button(self, act: Act) -> ActButton:
        """The button that opens and closes a view."""
        return self._views[act]

    def set_open(self, opened: Collection[Act]) -> None:
        """Show the curve and the transcript as wanted; where it is small, the state and the prompt's title alone."""
        self._open = opened
        for act, button in self._views.items():
            button.setChecked(act in opened)
        if Act.CURVE in opened:
            self.curve.show()
        self._arrange(is_over=self.summary.isVisibleTo(self))

    def show_state(self, state: CallState) -> None:
        """Hand the state to each view."""
        self._state = state
        is_over = state.ended is not None
        for part in (self.status, self.ladder, self.prompt, self.hand, self.buttons, self.menu):
            part.show_state(state)
        self.headline.setText(state.prompt.title if state.prompt else tr(NO_PROMPT))
        self.summary.show_state(state)
        if self._curve is not None:
            self._draw(self._curve)
        self.transcript.show_lines(state.turns, state.partials)
        self._arrange(is_over=is_over)

    def _draw(self, curve: "CurveView") -> None:
        state, now_s = self._state, seconds_into(self._state)
        curve.show_call(state.curve, state.prompts, now_s, _LAST_S if state.ended is None else math.inf)
        curve.show_unscored(state.unscored, now_s)

    def _lay_out(self) -> None:
        views = QHBoxLayout()
        views.setSpacing(6)
        for button in self._views.values():
            views.addWidget(button)
        views.addStretch()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(_GAP)
        for part in (self.status, self.ladder, self.headline, self.prompt, self.hand, self.buttons):
            rows.addWidget(part)
        rows.addWidget(self.summary, 2)
        rows.addLayout(views)
        rows.addLayout(self._curve_place)
        rows.addWidget(self._transcript_card, 1)
        rows.addStretch()
        self._rows = rows

    def _arrange(self, *, is_over: bool) -> None:
        is_small = Act.COLLAPSE in self._open and not is_over
        self.status.setVisible(not is_over)
        self.headline.setVisible(is_small)
        for part in (self.ladder, self.prompt):
            part.setVisible(not (is_over or is_small))
        self.hand.setVisible(not (is_over or self._state.is_heard))
        self.buttons.setVisible(not is_over)
        self.summary.setVisible(is_over)
        if self._curve is not None:
            self._curve_card.setVisible(Act.CURVE in self._open and not is_small)
        is_heard = self._state.is_heard
        has_words = Act.TRANSCRIPT in self._open and is_heard and not is_small
        self._transcript_card.setVisible(has_words)
        self._rows.setStretch(self._rows.count() - 1, 0 if has_words or is_over else 1)
        for act, button in self._views.items():
            button.setVisible(is_offered(act, self._state) and not is_small)
        self._settle()

    def _settle(self) -> None:
        """Know at once how much room is needed now."""
        _settle(self)


def _lines_px(lines: int) -> int:
    return lines * QFontMetrics(font()).lineSpacing()


def _settle(part: QWidget) -> None:
    if layout := part.layout():
        layout.invalidate()
        layout.activate()
