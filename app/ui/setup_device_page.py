"""The first two pages: where the agent's voice is heard, and where the caller's."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout

from app.core.checkup import Check, CheckName, CheckStatus
from app.core.events import Channel
from app.core.message import sentences
from app.core.ports import SILENCE_DBFS, DeviceKind
from app.core.setting_kinds import Value
from app.core.setting_list import SettingRow
from app.core.setup import Metered, SetupBench, SetupState, ToneState, offered
from app.ui.device_list import DeviceList
from app.ui.labels import Kind, label, push_button, scrolled
from app.ui.setup_parts import Page, StatusLine, Tone
from app.ui.theme import Theme, font
from app.ui.tr import tr, tr_message

_VOICE, _CALLER = "Your voice", "The caller's voice"
_VOICE_LEAD = "Choose your microphone and say something: its bar moves with your voice."
_CALLER_LEAD = "Choose where you hear the caller: your headset, or your softphone while it plays something."
_LOCKED = "Set by your centre."
_LOOK_AGAIN, _PLAY = "Look again", "Play a sound"
_LOOKING = "Looking for devices …"
_NONE = "There is no device. Connect a headset; it appears here by itself."
_OPENING = "Opening …"
_STILL = (
    "Nothing comes from it yet. Say something. If its bar stays still, look for a mute switch on the headset, allow "
    "Calmline to use the microphone in the system's privacy settings, or choose another."
)
_QUIET = "Only a faint sound comes from it. Speak as on a call; come closer, or turn it up, if the bar hardly moves."
_MOVES = "Sound comes from it. If the bar moves with your voice, go on."
_MUTED = "It is muted. Unmute it at the headset or in the system's sound settings."
_TRY_TONE = "Press “Play a sound”: a short quiet tone must come back."
_TRY_APPLICATION = "Nothing can be played in an application. Let your softphone ring or play: its bar must move."
_TRY_INPUT = "Nothing can be played to an input. Let somebody speak on the line: its bar must move."
_SOUND_OF_CALLER = "Sound comes from it. If it is the caller's, go on."
_PLAYING = "Listening for the tone …"
_CAME_BACK = "The tone came back: what is played there is heard."
_LATE = "The tone came back late: prompts would be late too. Close what keeps the computer busy."
_NOT_BACK = "The tone did not come back. Turn the sound up, or choose the device that your softphone plays on."
_LEAKS = (
    "The tone came back, and your microphone heard it too. Use a headset, or the caller's words may count as yours."
)
_TRIES = {
    DeviceKind.PLAYBACK: _TRY_TONE,
    DeviceKind.APPLICATION: _TRY_APPLICATION,
    DeviceKind.INPUT: _TRY_INPUT,
}
_FAINT_DBFS = -45.0
_LEAST_LINES, _MOST = 9, 1000
"""Height of the list at least, and its share of the room that is left: all that it can use."""


class DevicePage(Page):
    """A list of devices for one side; `keeps` is the setting, `other` the other side's device."""

    def __init__(self, channel: Channel, row: SettingRow, bench: SetupBench, theme: Theme) -> None:
        is_agent = channel is Channel.AGENT
        super().__init__(tr(_VOICE if is_agent else _CALLER), tr(_VOICE_LEAD if is_agent else _CALLER_LEAD))
        self._channel = channel
        self._is_agent = is_agent
        self._row = row
        self._bench = bench
        self.other: str | None = None
        self.list = DeviceList(theme, tells_kind=not is_agent, is_locked=row.is_locked)
        self.list.value = row.value if isinstance(row.value, str) else None
        self.list.setAccessibleName(self.title)
        self.area = scrolled(self.list, self.title, is_stop=False)
        self.area.setMinimumHeight(QFontMetrics(font()).lineSpacing() * _LEAST_LINES)
        self.list.installEventFilter(self)
        self.list.focused.connect(self.area.ensureWidgetVisible)
        self.list.chosen.connect(lambda: self.show_state(bench.state))
        self.status = StatusLine()
        self.play = push_button(tr(_PLAY), lambda: bench.play_tone(self.list.value), Kind.QUIET)
        self.play.setVisible(not is_agent)
        self.look = push_button(tr(_LOOK_AGAIN), bench.look_again, Kind.QUIET)
        buttons = QHBoxLayout()
        buttons.addWidget(self.play)
        buttons.addWidget(self.look)
        buttons.addStretch()
        if row.is_locked:
            self.rows.addWidget(label(tr(_LOCKED), muted=True))
        self.rows.addWidget(self.area, _MOST)
        self.rows.addWidget(self.status)
        self.rows.addLayout(buttons)
        self.rows.addStretch(1)
        self._toned: str | None = self.list.value

    def show_state(self, state: SetupState) -> None:
        """Show the devices, their levels, and what to do next."""
        self.list.show_rows(offered(state, self._channel, self.list.value, self.other))
        chosen = state.metered(self.list.value, self._channel)
        can_play = chosen is not None and chosen.device.kind is DeviceKind.PLAYBACK
        self.play.setEnabled(can_play and not state.tone.is_playing)
        if state.tone.is_playing:
            self._toned = self.list.value
        self.status.say(*self._said(state, chosen))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the list be as high as its rows whenever their texts or its width are others."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self.area.setMaximumHeight(max(self.area.minimumHeight(), self.list.heightForWidth(self.list.width())))
        return super().eventFilter(watched, event)

    def changes(self) -> dict[str, Value]:
        """The device of this side."""
        return {} if self._row.is_locked else {self._row.setting.name: self.list.value}

    def focus(self) -> None:
        """Begin at the chosen device."""
        self.list.focus()

    def _said(self, state: SetupState, chosen: Metered | None) -> tuple[str, Tone]:
        trouble = state.trouble or (chosen.trouble if chosen else "")
        if trouble:
            return tr_message(trouble), Tone.WRONG
        if chosen is None:
            return self._of_nothing(has_looked=state.has_looked)
        if chosen.device.is_muted:
            return tr(_MUTED), Tone.WRONG
        if chosen.level_dbfs is None:
            return tr(_OPENING), Tone.PLAIN
        return (_of_voice(chosen), Tone.PLAIN) if self._is_agent else self._of_caller(state.tone, chosen)

    def _of_nothing(self, *, has_looked: bool) -> tuple[str, Tone]:
        """The chosen device is not there; where it is another than the default, its row says so."""
        if not has_looked:
            return tr(_LOOKING), Tone.PLAIN
        return (tr(_NONE), Tone.WRONG) if self.list.value is None else ("", Tone.PLAIN)

    def _of_caller(self, tone: ToneState, chosen: Metered) -> tuple[str, Tone]:
        if tone.is_playing:
            return tr(_PLAYING), Tone.PLAIN
        if tone.checks and self._toned == self.list.value:
            return _of_tone(tone.checks)
        if chosen.loudest_dbfs > _FAINT_DBFS and chosen.device.kind is not DeviceKind.PLAYBACK:
            return tr(_SOUND_OF_CALLER), Tone.PLAIN
        return tr(_TRIES[chosen.device.kind]), Tone.PLAIN


def _of_voice(chosen: Metered) -> str:
    if chosen.loudest_dbfs <= SILENCE_DBFS:
        return tr(_STILL)
    return tr(_QUIET if chosen.loudest_dbfs < _FAINT_DBFS else _MOVES)


def _of_tone(checks: tuple[Check, ...]) -> tuple[str, Tone]:
    """What the doctor found, in the words of a dialog; a tone that cannot be played says why."""
    found = {check.name: check for check in checks}
    tone, leak = found[CheckName.TONE], found.get(CheckName.LEAKAGE)
    leaks = leak is not None and leak.status in {CheckStatus.FAILED, CheckStatus.WARNING}
    match tone.status:
        case CheckStatus.OK:
            return (tr(_LEAKS), Tone.WRONG) if leaks else (tr(_CAME_BACK), Tone.GOOD)
        case CheckStatus.WARNING:
            return tr(_LATE), Tone.WRONG
        case _:
            return tr(_NOT_BACK) if leak is not None else tr_message(sentences(tone.found, tone.advice)), Tone.WRONG
