"""Asks which words of a turn were judged wrongly, and which way."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from app.core.errors import InputError
from app.core.team import Direction, TeamPhrase, plain_phrase
from app.ui.labels import label
from app.ui.tr import tr

_WIDTH_PX = 388
_MARGIN = 16


class WrongDialog(QDialog):
    """Words and a direction, both to be changed; closes only with words that can be kept."""

    def __init__(self, words: str, *, is_hotter: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Judged wrongly"))
        self.words = QLineEdit(words)
        self.words.setMinimumWidth(_WIDTH_PX)
        self.words.setAccessibleName(tr("Words that were judged wrongly"))
        self.words.setPlaceholderText(tr("The words as they were said"))
        self.calmer = QRadioButton(tr("They are no sign of anger"))
        self.angrier = QRadioButton(tr("They are angrier than that"))
        (self.calmer if is_hotter else self.angrier).setChecked(True)
        self.wrong = label(muted=True, wrap=True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setText(tr("Propose"))
        self.buttons.accepted.connect(self._keep)
        self.buttons.rejected.connect(self.reject)
        self.phrase: TeamPhrase | None = None
        self._lay_out()

    def _keep(self) -> None:
        direction = Direction.CALMER if self.calmer.isChecked() else Direction.ANGRIER
        try:
            self.phrase = TeamPhrase(plain_phrase(self.words.text()), direction)
        except InputError as error:
            self.wrong.setText(tr(error.line()))
            return
        self.accept()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        rows.addWidget(label(tr("Which words were judged wrongly?"), bold=True, wrap=True))
        rows.addWidget(self.words)
        rows.addWidget(self.calmer)
        rows.addWidget(self.angrier)
        rows.addWidget(label(tr("Nothing changes until the proposal is accepted."), muted=True, wrap=True))
        rows.addWidget(self.wrong)
        rows.addWidget(self.buttons)
