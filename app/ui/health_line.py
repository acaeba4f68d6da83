"""The lines at the foot: is it listening, how far behind is it, and what is kept."""

from dataclasses import dataclass

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.call_words import span
from app.core.desk import DeskPhase, DeskState
from app.core.events import Channel, HealthCode, LineState
from app.core.keeping_words import Keeping, KeptWords, kept_words
from app.core.practice import is_practice, lesson_of
from app.core.state import CallState
from app.ui.labels import describe, label, tint
from app.ui.theme import Theme
from app.ui.tr import tr
from app.ui.words import AGENT_MUTED, CALLER_LINES

_LASTING = frozenset({HealthCode.STORE_FAILED, HealthCode.ENGINE_FAILED, HealthCode.INCOMPLETE})
"""Troubles that an ended call still has."""

_ON_TIME_S = 2.0
_SIGN_LIVE, _SIGN_OFF, _SIGN_TROUBLE, _GAP = "●", "○", "▲", "  "
NOTHING_HEARD = "Not listening. Nothing is heard."
_PRACTICE, _PRACTICE_ENDED = "Practice", "Practice ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthWords:
    """Answers on one line, and an advice where one is needed."""

    facts: tuple[str, ...]
    advice: str = ""
    is_trouble: bool = False

    @property
    def line(self) -> str:
        """The answers beside each other."""
        return "  ·  ".join(self.facts)


def health_words(state: CallState, *, waits: bool = False) -> HealthWords:
    """What the health line says of a state; `waits` where a call is listened to once the caller was told."""
    troubles = [trouble for trouble in state.troubles if state.ended is None or trouble.code in _LASTING]
    if state.started is None:
        first = tr("Not listening yet") if waits else tr("No call")
        facts: tuple[str, ...] = (first, tr("nothing is written down or kept"))
    elif state.ended is not None:
        facts = (tr(_PRACTICE_ENDED if _is_practice(state) else "Call ended"),)
    elif not state.is_heard:
        facts = (tr(NOTHING_HEARD),)
    else:
        lag_s = max((trouble.lag_s for trouble in troubles), default=0.0)
        facts = (_listening(state), _behind(lag_s), *((tr(_PRACTICE),) if _is_practice(state) else ()))
    return HealthWords(
        facts=facts,
        advice=tr(troubles[-1].advice) if troubles else "",
        is_trouble=any(trouble.code is not HealthCode.ONE_CHANNEL for trouble in troubles),
    )


def _is_practice(state: CallState) -> bool:
    return state.started is not None and is_practice(state.started.source)


def _heard(state: CallState) -> str:
    """What is heard: the devices, or the lesson."""
    source = state.started.source if state.started else ""
    lesson = lesson_of(source)
    return tr(lesson.title) if lesson else source


def _listening(state: CallState) -> str:
    if any(trouble.code is HealthCode.ENGINE_FAILED for trouble in state.troubles):
        return tr("Not listening")
    if state.line(Channel.CALLER) is LineState.PAUSED:
        return tr(CALLER_LINES[LineState.PAUSED])
    if state.line(Channel.AGENT) is LineState.MUTED:
        return tr(AGENT_MUTED)
    is_unscored = state.line(Channel.CALLER) is LineState.UNSCORED
    return tr("Listening, mood off") if is_unscored else tr("Listening")


def _behind(lag_s: float) -> str:
    return tr("{time} behind", time=span(lag_s)) if lag_s >= _ON_TIME_S else tr("keeping up")


class HealthLine(QWidget):
    """Always on the screen; trouble is said in words, with a sign and a colour."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state, self._waits, self._keeping = CallState(), False, Keeping()
        self.facts = label(scale=0.95, wrap=True)
        self.kept = label(scale=0.95, muted=True, wrap=True)
        self.source = label(scale=0.95, muted=True, wrap=True)
        self.advice = label(scale=0.95, wrap=True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(4, 0, 4, 0)
        rows.setSpacing(2)
        beside_sign_px = QFontMetrics(self.facts.font()).horizontalAdvance(f"{_SIGN_OFF}{_GAP}")
        for part in (self.kept, self.source, self.advice):
            part.setContentsMargins(beside_sign_px, 0, 0, 0)
        rows.addWidget(self.facts)
        rows.addWidget(self.kept)
        rows.addWidget(self.source)
        rows.addWidget(self.advice)
        self.show_state(CallState())

    def show_desk(self, desk: DeskState) -> None:
        """Say whether a call waits for the caller to be told."""
        self._waits = desk.phase is DeskPhase.ASKING
        self.show_state(self._state)

    def show_keeping(self, keeping: Keeping) -> None:
        """Say what is kept now."""
        self._keeping = keeping
        self.show_state(self._state)

    def show_state(self, state: CallState) -> None:
        """Say how the tool is doing."""
        self._state = state
        words = health_words(state, waits=self._waits)
        is_live = state.started is not None and state.ended is None and state.is_heard
        sign = _SIGN_TROUBLE if words.is_trouble else _SIGN_LIVE if is_live else _SIGN_OFF
        self.facts.setText(f"{sign}{_GAP}{words.line}")
        self._show_kept(kept_words(state, self._keeping))
        self.source.setText(_heard(state) if is_live else "")
        self.source.setVisible(is_live)
        self.advice.setText(words.advice)
        self.advice.setVisible(bool(words.advice))
        tint(self.facts, self._theme.hot if words.is_trouble else self._theme.muted)

    def _show_kept(self, words: KeptWords) -> None:
        """In few words on the line, whole for whoever hovers over it or has it read out."""
        self.kept.setText(tr(words.line))
        self.kept.setVisible(bool(words.line))
        self.setToolTip(tr(words.whole))
        for part in (self.facts, self.kept):
            describe(part, tr(words.whole))
