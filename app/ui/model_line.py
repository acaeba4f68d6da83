"""How far the speech model is, in one quiet line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.core.setup import ModelPhase, ModelState, SetupBench
from app.ui.labels import Kind, label, push_button
from app.ui.setup_parts import StatusLine, Tone
from app.ui.theme import Theme
from app.ui.tr import tr, tr_message

_LOADING = "The speech model is being loaded. You can go on meanwhile."
_READY = "The speech model is ready."
_FETCHING = "The speech model is being fetched: {done} of {total} MB. You can go on meanwhile."
_FETCHING_UNKNOWN = "The speech model is being fetched. You can go on meanwhile."
_FETCH = "Fetch it now"
_BAR_PX = 4
_MB = 1_000_000


class ModelLine(QWidget):
    """Being loaded, being fetched with a bar, ready, or what to do."""

    def __init__(self, bench: SetupBench, theme: Theme) -> None:
        super().__init__()
        self.text = label(scale=0.92, muted=True, wrap=True)
        self.trouble = StatusLine()
        self.fetch = push_button(tr(_FETCH), bench.fetch_model, Kind.QUIET)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(_BAR_PX)
        self.bar.setStyleSheet(
            f"QProgressBar {{ background: {theme.line}; border: none; border-radius: 2px; }}"
            f"QProgressBar::chunk {{ background: {theme.accent}; border-radius: 2px; }}"
        )
        head = QHBoxLayout()
        head.addWidget(self.text, 1)
        head.addWidget(self.trouble, 1)
        head.addWidget(self.fetch, 0, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addLayout(head)
        rows.addWidget(self.bar)

    def show_model(self, model: ModelState) -> None:
        """Show it; what has not changed stays."""
        has_failed = model.phase is ModelPhase.FAILED
        is_fetching = model.phase is ModelPhase.FETCHING
        self.text.setVisible(not has_failed)
        self.trouble.setVisible(has_failed)
        self.fetch.setVisible(has_failed and model.can_fetch)
        self.bar.setVisible(is_fetching and model.total > 0)
        self.bar.setRange(0, max(1, model.total // _MB))
        self.bar.setValue(model.done // _MB)
        if has_failed:
            self.trouble.say(tr_message(model.trouble), Tone.WRONG)
        else:
            said = _said(model)
            self.text.setText(said)
            self.bar.setAccessibleName(said)


def _said(model: ModelState) -> str:
    if model.phase is ModelPhase.FETCHING:
        if not model.total:
            return tr(_FETCHING_UNKNOWN)
        return tr(_FETCHING, done=model.done // _MB, total=model.total // _MB)
    return tr(_READY if model.phase is ModelPhase.READY else _LOADING)
