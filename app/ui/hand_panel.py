"""A call of which nothing is heard: the agent says how the caller is, and asks for a prompt."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.events import Phase
from app.core.state import CallState
from app.ui.action_bar import ActButton, Do
from app.ui.actions import Act
from app.ui.flow import FlowLayout
from app.ui.labels import label
from app.ui.tr import tr

MOODS = {
    Act.MOOD_CALM: Phase.CALM,
    Act.MOOD_RISING: Phase.RISING,
    Act.MOOD_HOT: Phase.HOT,
    Act.MOOD_COOLING: Phase.FALLING,
}
STEPS = (Act.STEP_LISTEN, Act.STEP_ASK, Act.STEP_VALIDATE, Act.STEP_RESOLVE)
_HOW, _PROMPT = "How is the caller?", "Show me a prompt to"
_GAP = 6


class HandPanel(QWidget):
    """One press each; what the agent said last stays pressed."""

    def __init__(self, do: Do, keys: Mapping[Act, str]) -> None:
        super().__init__()
        self.moods = {act: ActButton(act, do, keys.get(act, "")) for act in MOODS}
        self.steps = {act: ActButton(act, do, keys.get(act, "")) for act in STEPS}
        self._phase: Phase | None = None
        for button in self.moods.values():
            button.setCheckable(True)
            button.clicked.connect(self._show_said)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(_GAP)
        for title, buttons in ((tr(_HOW), self.moods), (tr(_PROMPT), self.steps)):
            rows.addWidget(label(title, bold=True, wrap=True))
            row = FlowLayout()
            for button in buttons.values():
                row.addWidget(button)
            rows.addLayout(row)

    def show_state(self, state: CallState) -> None:
        """Show what was said of the caller last."""
        self._phase = state.curve[-1].phase if state.curve else None
        self._show_said()

    def _show_said(self) -> None:
        """A press counts once the call knows of it."""
        for act, button in self.moods.items():
            button.setChecked(MOODS[act] is self._phase)
