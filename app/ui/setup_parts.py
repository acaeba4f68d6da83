"""What the pages of the first run are made of."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.errors import CalmlineError
from app.core.setting_kinds import Value
from app.core.setup import SetupState
from app.ui.labels import label
from app.ui.theme import Theme, font

GAP = 12


class Tone(StrEnum):
    """What kind of thing a line says; each has a sign of its own, so that colour is never alone."""

    PLAIN = ""
    GOOD = "good"
    WRONG = "wrong"


_SIGNS = {Tone.GOOD: "✓", Tone.WRONG: "!"}


class StatusLine(QWidget):
    """One sentence with its sign."""

    def __init__(self) -> None:
        super().__init__()
        self.sign = label(bold=True)
        self.text = label(wrap=True)
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        self.say("")

    def say(self, sentence: str, tone: Tone = Tone.PLAIN) -> None:
        """Show it; does nothing where it stands there already."""
        if sentence == self.text.text() and tone == self.sign.property("tone"):
            return
        self.text.setText(sentence)
        self.sign.setText(_SIGNS.get(tone, ""))
        self.sign.setVisible(tone in _SIGNS)
        self.sign.setProperty("tone", tone.value)
        self.text.setAccessibleName(sentence)
        self.text.setFont(font(bold=tone is Tone.GOOD))
        self.sign.style().polish(self.sign)


class Page(QWidget):
    """One step: a heading, what to do, and its own content; `focused` carries what has the keyboard."""

    focused = Signal(QWidget)

    def __init__(self, title: str, lead: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = title
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(GAP)
        self.rows.addWidget(label(title, scale=1.5, bold=True, wrap=True))
        self.rows.addWidget(label(lead, muted=True, wrap=True))

    def show_state(self, state: SetupState) -> None:
        """Show how things are now."""

    def changes(self) -> dict[str, Value]:
        """What is chosen here, by setting, None being the default."""
        return {}

    def show_wrong(self, error: CalmlineError) -> bool:
        """Say what is wrong beside its control; whether this page has one for it."""
        del error
        return False

    def focus(self) -> None:
        """Give the keyboard to where the person begins."""


def setup_rules(theme: Theme) -> str:
    """Style rules of the first run, to follow those of forms."""
    return f"""
    QLabel[tone="good"] {{ color: {theme.accent}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: {theme.window}; }}
    QLabel[tone="words"] {{
        background: {theme.window}; border: 1px solid {theme.line}; border-radius: 6px; padding: 5px 8px;
    }}
    """
