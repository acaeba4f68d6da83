"""The third page: the words of each side as they are read; a side works only when words of it were."""

import math
from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.checkup import PHRASE
from app.core.events import Channel
from app.core.ports import SILENCE_DBFS, DeviceKind
from app.core.setup import ModelPhase, SetupBench, SetupPage, SetupState, SideHeard, Verdict
from app.ui.labels import Kind, card, label, push_button
from app.ui.level_meter import LevelMeter
from app.ui.setup_parts import Page, StatusLine, Tone
from app.ui.theme import Theme, font
from app.ui.tr import tr, tr_message

_TITLE = "Say something"
_LEAD = "This is a real try with the speech model. Nothing of it is kept."
_YOU, _CALLER = "You", "Caller"
_SAY = "Please say: “{phrase}”"
_PLAY, _AGAIN = "Play a voice", "Try again"
_PLAY_TASK = "Press “Play a voice”: its words appear here."
_PLAY_ABOUT = "Plays a recorded voice where the caller is heard."
_CANNOT_PLAY = "Let your softphone play something, such as its test call: its words appear here."
_WORKS = "This works: your words were read."
_CALLER_WORKS = "This works: the caller's words were read."
_NOT_YET = "Words appear once the speech model is ready."
_STARTING = "Opening …"
_LISTENING = "Listening …"
_PLAYING = "A voice is being played …"
_LEAKS = (
    "Your microphone hears the caller's voice too, so those words do not count here. Use a headset, or turn the sound "
    "down; then say the sentence."
)
_AGENT_SAYS: Mapping[Verdict, str] = {
    Verdict.FLAT: "No sound comes from your microphone. Look for a mute switch, or go back and choose another.",
    Verdict.NO_VOICE: "No voice has been heard yet. Say the sentence; if you did, come closer to the microphone.",
    Verdict.NO_WORDS: "A voice was heard and no words were read. Say the sentence again, closer to the microphone.",
}
_CALLER_SAYS: Mapping[Verdict, str] = {
    Verdict.FLAT: "Nothing is played there yet. Press “Play a voice”, or let your softphone play something.",
    Verdict.NO_VOICE: "Sound comes, and no voice yet. Press “Play a voice”, or let your softphone play something.",
    Verdict.NO_WORDS: "A voice was heard and no words were read. Turn the sound up and try again.",
}
_PLAYED_AND_FLAT = "The voice was played and nothing of it came back. Go back and choose where you hear your caller."
_LONGEST = 120
_WORD_LINES = 2
_MARGIN, _GAP, _PADDING_PX = 12, 8, 12
_FULL_SCALE_DB = 20.0


class TrialPage(Page):
    """Two sides, each with a level, its words, and what may be said of it."""

    def __init__(self, bench: SetupBench, theme: Theme) -> None:
        super().__init__(tr(_TITLE), tr(_LEAD))
        self.play = push_button(tr(_PLAY), bench.play_voice, Kind.QUIET)
        self.play.setAccessibleDescription(tr(_PLAY_ABOUT))
        self.caller_device: str | None = None
        self.sides = {
            Channel.AGENT: SidePart(tr(_YOU), tr(_SAY, phrase=tr(PHRASE)), theme),
            Channel.CALLER: SidePart(tr(_CALLER), tr(_PLAY_TASK), theme, self.play),
        }
        self.trouble = StatusLine()
        for part in self.sides.values():
            self.rows.addWidget(card(part, margin=0))
        self.rows.addWidget(self.trouble)
        self.again = push_button(tr(_AGAIN), lambda: bench.turn_to(SetupPage.TRIAL), Kind.QUIET)
        self.rows.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows.addStretch()

    def show_state(self, state: SetupState) -> None:
        """Show the words so far."""
        trial = state.trial
        caller = state.metered(self.caller_device, Channel.CALLER)
        can_play = caller is not None and caller.device.kind is DeviceKind.PLAYBACK
        self.play.setEnabled(can_play and not trial.is_playing and bool(trial.sides[Channel.CALLER].heard_s))
        self.sides[Channel.CALLER].task.setText(tr(_PLAY_TASK if can_play else _CANNOT_PLAY))
        for channel, part in self.sides.items():
            part.show_heard(trial.sides[channel], trial.words(channel))
            part.status.say(*_said(state, channel))
        troubles = [trial.trouble, *(health.advice for health in reversed(trial.call.troubles))]
        trouble = next((it for it in troubles if it), "")
        self.trouble.say(tr_message(trouble), Tone.WRONG if trouble else Tone.PLAIN)
        self.trouble.setVisible(bool(trouble))

    def focus(self) -> None:
        """Begin at the only button, which tries the caller's side."""
        self.play.setFocus(Qt.FocusReason.TabFocusReason)


class SidePart(QWidget):
    """One side; `task` is what to do for it."""

    def __init__(self, who: str, task: str, theme: Theme, button: QWidget | None = None) -> None:
        super().__init__()
        self.meter = LevelMeter(theme, who)
        self.task = label(task, wrap=True)
        self.words = label(wrap=True, scale=1.1)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setProperty("tone", "words")
        self.words.setMinimumHeight(QFontMetrics(font(1.1)).lineSpacing() * _WORD_LINES + _PADDING_PX)
        self.words.setAccessibleName(tr("Words: {who}", who=who))
        self.status = StatusLine()
        head = QHBoxLayout()
        head.addWidget(label(who, bold=True), 1)
        head.addWidget(self.meter)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        rows.setSpacing(_GAP)
        rows.addLayout(head)
        rows.addWidget(self.task)
        if button is not None:
            rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self.words)
        rows.addWidget(self.status)

    def show_heard(self, heard: SideHeard, words: str) -> None:
        """Show the level and the newest words."""
        self.meter.show_level(_dbfs(heard.level) if heard.heard_s else None)
        shown = words if len(words) <= _LONGEST else f"… {words[-_LONGEST:].partition(' ')[2]}"
        if shown != self.words.text():
            self.words.setText(shown)
            self.words.setAccessibleDescription(shown)


def _said(state: SetupState, channel: Channel) -> tuple[str, Tone]:
    """What may be said of a side now; "works" only when words of it were read."""
    trial = state.trial
    verdict = trial.verdict(channel)
    is_agent = channel is Channel.AGENT
    if verdict is Verdict.WORKS:
        return tr(_WORKS if is_agent else _CALLER_WORKS), Tone.GOOD
    if is_agent and trial.leaks:
        return tr(_LEAKS), Tone.WRONG
    if verdict in {Verdict.UNTRIED, Verdict.WAITING}:
        return _waits(state, channel), Tone.PLAIN
    if not is_agent and verdict is Verdict.FLAT and trial.played:
        return tr(_PLAYED_AND_FLAT), Tone.WRONG
    is_wrong = is_agent or verdict is Verdict.NO_WORDS
    said = tr((_AGENT_SAYS if is_agent else _CALLER_SAYS)[verdict])
    return said, Tone.WRONG if is_wrong else Tone.PLAIN


def _waits(state: SetupState, channel: Channel) -> str:
    if state.trial.verdict(channel) is Verdict.UNTRIED:
        if state.trial.trouble:
            return ""
        return tr(_STARTING if state.model.phase is ModelPhase.READY else _NOT_YET)
    return tr(_PLAYING if channel is Channel.CALLER and state.trial.is_playing else _LISTENING)


def _dbfs(level: float) -> float:
    """Decibels below full scale of a root mean square."""
    return max(SILENCE_DBFS, _FULL_SCALE_DB * math.log10(level)) if level > 0 else SILENCE_DBFS
