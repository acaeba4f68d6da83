"""The one prompt: what to do next, a line to say, and why; it fades and never moves what is around it.

While there is none, the checklist of a call's beginning and end stands in its place.
"""

from collections.abc import Mapping

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QVBoxLayout, QWidget

from app.core.call_words import STAGES, checklist_text
from app.core.events import Channel, HealthCode, LineState
from app.core.state import CallState, ShownPrompt
from app.ui.action_bar import ActButton, Do
from app.ui.actions import Act
from app.ui.checklist import checklist_spoken
from app.ui.labels import label, set_shown
from app.ui.theme import font
from app.ui.tr import tr

FADE_MS = 150
_TITLE_SCALES = (1.7, 1.5, 1.3, 1.15)
_PLACEHOLDER_SCALE = 1.25
_SAY_SCALE, _LIST_SCALE = 1.15, 1.0
_TITLE_LINES = 2
_SAY_LINES = 2
_REASON_LINES = 2
_MARGIN = 14
_GAP = 6
_ABOVE_TITLE = 1
NO_PROMPT = "No prompt now"
_TO_DO = "To do"


class PromptCard(QFrame):
    """Shows at most one prompt, a calm placeholder without one; its height is the same for both."""

    def __init__(self, do: Do, keys: Mapping[Act, str], *, animate: bool) -> None:
        super().__init__()
        self._prompt: ShownPrompt | None = None
        self._answers = [ActButton(act, do, keys.get(act, "")) for act in (Act.USED, Act.DISMISS)]
        self._told = ActButton(Act.TOLD, do, keys.get(Act.TOLD, ""))
        self._told.hide()
        self._tag = label(scale=0.9, bold=True)
        self._tag.setObjectName("stageTag")
        self.title = label(scale=_TITLE_SCALES[0], bold=True, wrap=True)
        self.say = label(scale=_SAY_SCALE, wrap=True)
        self.reason = label(muted=True, wrap=True)
        self._fade = _fade(self._lay_out(), animate=animate)
        self.setMinimumHeight(self._room())
        self._fill(None, "", tr(NO_PROMPT))

    def show_state(self, state: CallState) -> None:
        """Show the state's prompt, or why there is none."""
        listed = state.checklist
        set_shown(self._told, shown=state.prompt is None and listed is not None and _is_to_be_told(state))
        hint = tr(checklist_text(listed.items, listed.done)) if listed else _why_none(state)
        if state.prompt is self._prompt and (self._prompt is not None or self.say.text() == hint):
            return
        self.setAccessibleDescription(spoken(state.prompt))
        is_new = _shown_at(state.prompt) != _shown_at(self._prompt)
        self._fill(state.prompt, hint, tr(_TO_DO) if listed else tr(NO_PROMPT))
        self.say.setAccessibleName(checklist_spoken(listed.items, listed.done) if listed and not state.prompt else "")
        if is_new and self._fade is not None:
            self._fade.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the title to the new width."""
        super().resizeEvent(event)
        self._fit_title()

    def _lay_out(self) -> QWidget:
        body = QWidget(self)
        tag_row = QHBoxLayout()
        tag_row.addWidget(self._tag)
        tag_row.addStretch()
        tag_row.setSpacing(_GAP)
        for button in (*self._answers, self._told):
            tag_row.addWidget(button)
        self._rows = rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(_GAP)
        rows.addLayout(tag_row)
        rows.addStretch()
        rows.addWidget(self.title)
        rows.addWidget(self.say)
        rows.addStretch(1)
        rows.addWidget(self.reason)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        outer.addWidget(body)
        return body

    def _fill(self, prompt: ShownPrompt | None, hint: str, placeholder: str) -> None:
        self._prompt = prompt
        self._tag.setText(tr(STAGES[prompt.stage]) if prompt else "")
        self._tag.setVisible(prompt is not None)
        for button in self._answers:
            set_shown(button, shown=prompt is not None)
        self._answers[0].setEnabled(prompt is not None and not prompt.used)
        self.title.setText(prompt.title if prompt else placeholder)
        self.say.setText(_quoted(prompt.say) if prompt else hint)
        self.reason.setText(prompt.because if prompt else "")
        self.setProperty("card", "active" if prompt else "true")
        is_list = prompt is None and placeholder == tr(_TO_DO)
        align = Qt.AlignmentFlag.AlignLeft if prompt or is_list else Qt.AlignmentFlag.AlignHCenter
        for words in (self.title, self.say):
            words.setProperty("tone", None if prompt else "muted")
            words.setAlignment(align)
        self.say.setFont(font(_LIST_SCALE if is_list else _SAY_SCALE))
        self._rows.setStretch(_ABOVE_TITLE, 0 if prompt else 1)
        for restyled in (self, self.title, self.say):
            restyled.style().polish(restyled)
        self._fit_title()

    def _fit_title(self) -> None:
        """Take the largest type in which the title stays within its lines."""
        room = self._title_room()
        for scale in _TITLE_SCALES if self._prompt else (_PLACEHOLDER_SCALE,):
            self.title.setFont(font(scale, bold=True))
            if self.title.heightForWidth(self.title.width()) <= room:
                break

    def _title_room(self) -> int:
        return _TITLE_LINES * QFontMetrics(font(_TITLE_SCALES[0], bold=True)).lineSpacing()

    def _room(self) -> int:
        """Height for the fullest prompt, so that no prompt moves the window."""
        lines = _SAY_LINES * QFontMetrics(font(_SAY_SCALE)).lineSpacing()
        lines += _REASON_LINES * QFontMetrics(self.reason.font()).lineSpacing()
        tag = self._answers[0].sizeHint().height()
        return 2 * (_MARGIN + 1) + tag + self._title_room() + lines + 3 * _GAP


def _is_to_be_told(state: CallState) -> bool:
    return state.disclosed is not None and not state.disclosed.told


def spoken(prompt: ShownPrompt | None) -> str:
    """A prompt as one would read it out."""
    return f"{prompt.title}. {prompt.say}".strip() if prompt else ""


def _why_none(state: CallState) -> str:
    if not state.is_heard:
        return tr("Say how the caller is, or ask for a prompt below.")
    codes = {trouble.code for trouble in state.troubles}
    if HealthCode.BEHIND in codes:
        return tr("Prompts wait until the words have caught up.")
    if state.line(Channel.CALLER) is LineState.UNSCORED:
        return tr("Prompts are off, as you asked; those for safety still come.")
    if state.line(Channel.CALLER) is not LineState.OPEN:
        return tr("Prompts wait until the caller is there again.")
    if HealthCode.ONE_CHANNEL in codes or any(turn.channel is Channel.UNKNOWN for turn in state.turns):
        return tr("Prompts need each side on a channel of its own.")
    return tr("A prompt shows here when it can help.")


def _shown_at(prompt: ShownPrompt | None) -> tuple[str, float] | None:
    """Which showing of which rule it is: what the agent says of it makes no new card."""
    return (prompt.rule, prompt.at_s) if prompt else None


def _quoted(say: str) -> str:
    return f"“{say}”" if say else ""


def _fade(body: QWidget, *, animate: bool) -> QPropertyAnimation | None:
    """A fade-in of `body`; the effect is off while nothing fades, so that text is painted sharp."""
    if not animate:
        return None
    effect = QGraphicsOpacityEffect(body)
    body.setGraphicsEffect(effect)
    effect.setEnabled(False)
    fade = QPropertyAnimation(effect, b"opacity", body)
    fade.setDuration(FADE_MS)
    fade.setStartValue(0.0)
    fade.setEndValue(1.0)
    fade.setEasingCurve(QEasingCurve.Type.OutCubic)
    fade.stateChanged.connect(lambda new, _old: effect.setEnabled(new is QPropertyAnimation.State.Running))
    return fade
