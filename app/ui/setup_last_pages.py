"""The last two pages: what is kept and what callers are told, and what is set and tried."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.consent import Consent
from app.core.errors import CalmlineError, SettingError
from app.core.events import Channel
from app.core.setting_kinds import OneOf, Value
from app.core.setting_list import SettingRow
from app.core.setup import ModelPhase, SetupState, Verdict
from app.ui.form_look import form_palette
from app.ui.labels import card, label, rule
from app.ui.setting_field import SettingField
from app.ui.setup_parts import Page, StatusLine, Tone
from app.ui.theme import Theme
from app.ui.tr import tr, tr_message

_KEPT, _KEPT_LEAD = "What is kept", "In plain words, before the first call."
_ASK = (
    "Tell every caller that the call is written down, and ask whether they mind. Many countries require it; Calmline "
    "does not do it for you."
)
_POINTS = (
    "What both sides say is written down on this computer. Nothing leaves it.",
    "Sound is never kept. Card and account numbers are left out of what is shown and kept.",
    _ASK,
)
_READY, _READY_LEAD = "Ready", "This is set, and this has been tried."
_SIDES: Mapping[str, Channel] = {"microphone": Channel.AGENT, "caller": Channel.CALLER}
_TITLES: Mapping[str, str] = {
    "microphone": "Your voice",
    "caller": "The caller's voice",
    "model": "Speech model",
    "keep": "What is kept of a call",
    "consent": "Callers are told",
}
_DEFAULT = "The computer's default"
_TRIED: Mapping[Verdict, str] = {
    Verdict.WORKS: "Works: words were read.",
    Verdict.FLAT: "Tried: no sound came.",
    Verdict.NO_VOICE: "Tried: no voice was heard.",
    Verdict.NO_WORDS: "Tried: no words were read.",
}
_UNTRIED = "Not tried yet. Go back to “Say something” to try it."
_MODELS: Mapping[ModelPhase, str] = {
    ModelPhase.LOADING: "Still loading; a call can begin as soon as it is there.",
    ModelPhase.FETCHING: "Still being fetched; a call can begin as soon as it is there.",
    ModelPhase.READY: "Ready.",
    ModelPhase.FAILED: "Not there; what to do stands below.",
}
_TOLD: Mapping[Consent, str] = {
    Consent.TELL: "By you, at the beginning of each call.",
    Consent.ANNOUNCED: "Before the call, by an announcement.",
    Consent.REQUIRED: "By you; nothing is heard before that.",
}
_AGAIN = "You find this in Settings too: “Set up step by step”."
_MARGIN, _GAP = 12, 8


class KeepingPage(Page):
    """Consent and keeping; locked settings are shown and cannot be changed."""

    def __init__(self, rows: Mapping[str, SettingRow], theme: Theme) -> None:
        super().__init__(tr(_KEPT), tr(_KEPT_LEAD))
        self._rows = rows
        self.fields = {name: SettingField(rows[name], tr(rows[name].setting.title)) for name in ("keep", "consent")}
        for point in _POINTS:
            self.rows.addLayout(_point(tr(point)))
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        inside.setSpacing(_MARGIN)
        for number, field in enumerate(self.fields.values()):
            if number:
                inside.addWidget(rule())
            field.control.widget.setPalette(form_palette(theme))
            field.focused.connect(self.focused)
            inside.addWidget(field)
        self.rows.addWidget(card(content, margin=0))
        self.rows.addStretch()

    def changes(self) -> dict[str, Value]:
        """What is kept, and how callers are told."""
        return {name: field.control.read() for name, field in self.fields.items() if not self._rows[name].is_locked}

    def show_wrong(self, error: CalmlineError) -> bool:
        """Say it below the control."""
        field = self.fields.get(error.name) if isinstance(error, SettingError) else None
        if field is not None:
            field.show_wrong(tr_message(error.line()))
        return field is not None

    def stack(self, *, is_stacked: bool) -> None:
        """Put controls below their words, or beside them."""
        for field in self.fields.values():
            field.stack(is_stacked=is_stacked)

    def focus(self) -> None:
        """Begin at the first that can be changed."""
        for field in self.fields.values():
            if field.control.widget.isEnabled():
                field.control.widget.setFocus(Qt.FocusReason.TabFocusReason)
                return


class ReadyPage(Page):
    """What is set and tried; nothing is said to work that was not."""

    def __init__(self, rows: Mapping[str, SettingRow]) -> None:
        super().__init__(tr(_READY), tr(_READY_LEAD))
        self._rows = rows
        self.lines = {name: (label(wrap=True), StatusLine()) for name in _SIDES}
        self.plain = {name: StatusLine() for name in _TITLES if name not in _SIDES}
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        inside.setSpacing(_GAP)
        for name, (device, tried) in self.lines.items():
            _add(inside, tr(_TITLES[name]), device, tried)
        for name, said in self.plain.items():
            _add(inside, tr(_TITLES[name]), said)
        self.rows.addWidget(card(content, margin=0))
        self.rows.addWidget(label(tr(_AGAIN), muted=True, wrap=True))
        self.rows.addStretch()

    def show_chosen(self, chosen: Mapping[str, Value], state: SetupState) -> None:
        """Show what was chosen, by setting."""
        for name, channel in _SIDES.items():
            device, tried = self.lines[name]
            value = chosen.get(name)
            device.setText(_device(state, channel, value if isinstance(value, str) else None))
            verdict = state.tried.get(channel, Verdict.UNTRIED)
            tone = Tone.GOOD if verdict is Verdict.WORKS else Tone.WRONG if verdict in _TRIED else Tone.PLAIN
            tried.say(tr(_TRIED.get(verdict, _UNTRIED)), tone)
        model = state.model.phase
        self.plain["model"].say(tr(_MODELS[model]), Tone.WRONG if model is ModelPhase.FAILED else Tone.PLAIN)
        kind = self._rows["keep"].setting.kind
        keep = kind.titles[str(chosen["keep"])] if isinstance(kind, OneOf) else str(chosen["keep"])
        self.plain["keep"].say(tr(keep))
        self.plain["consent"].say(tr(_TOLD[Consent(str(chosen["consent"]))]))


def _device(state: SetupState, channel: Channel, value: str | None) -> str:
    metered = state.metered(value, channel)
    name = metered.device.name if metered else value
    if value is not None:
        return str(name)
    return tr("{default}: {name}", default=tr(_DEFAULT), name=name) if name else tr(_DEFAULT)


def _add(rows: QVBoxLayout, title: str, *parts: QWidget) -> None:
    if rows.count():
        rows.addWidget(rule())
    rows.addWidget(label(title, scale=0.92, muted=True))
    for part in parts:
        rows.addWidget(part)


def _point(text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(_GAP)
    row.addWidget(label("•", bold=True), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(text, wrap=True), 1)
    return row
