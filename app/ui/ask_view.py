"""What the panel shows while the caller is to be told first: nothing is heard yet."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.checklists import Opening
from app.core.playbook import SAYING
from app.ui.action_bar import ActButton, Do
from app.ui.actions import Act
from app.ui.labels import Kind, card, label
from app.ui.tr import tr

_TITLE = "Tell the caller first"
_LEAD = "Calmline is not listening: nothing is heard yet. Say in your own words:"
_AGREED, _REFUSED = "Caller was told: listen", "Caller said no"
_IF_NOT = "If they say no the call goes on without listening."


class AskView(QWidget):
    """The line to say, and what the caller answers."""

    def __init__(self, do: Do, keys: Mapping[Act, str], opening: Opening) -> None:
        super().__init__()
        self.told = ActButton(Act.TOLD, do, keys.get(Act.TOLD, ""), Kind.MAIN, title=tr(_AGREED))
        self.refused = ActButton(Act.REFUSED, do, keys.get(Act.REFUSED, ""), Kind.PLAIN, title=tr(_REFUSED))
        self.stop = ActButton(Act.END, do, keys.get(Act.START, ""))
        self.saying = label(scale=1.25, wrap=True)
        self.saying.setContentsMargins(8, 6, 8, 6)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 0, 20, 0)
        rows.setSpacing(14)
        rows.addStretch(2)
        for part in (label(tr(_TITLE), scale=1.8, bold=True, wrap=True), label(tr(_LEAD), scale=1.1, wrap=True)):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            rows.addWidget(part)
        rows.addWidget(card(self.saying))
        rows.addSpacing(4)
        rows.addLayout(self._answers())
        rows.addStretch(3)
        self.show_opening(opening)

    def show_opening(self, opening: Opening) -> None:
        """Another line is to be said."""
        words = tr(SAYING) if opening.saying == SAYING else opening.saying
        self.saying.setText(f"“{words}”")

    def _answers(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(10)
        for button in (self.told, self.refused):
            rows.addWidget(button)
        if_not = label(tr(_IF_NOT), muted=True, wrap=True)
        if_not.setAlignment(Qt.AlignmentFlag.AlignCenter)
        rows.addWidget(if_not)
        rows.addWidget(self.stop)
        return rows
