"""Asks which words of a turn were judged wrongly, and which way."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from app.core.errors import InputError
from app.core.team import Direction, TeamPhrase, plain_phrase
from app.ui.labels import label
from app.ui.saver import OneSave, Saves
from app.ui.tr import tr
from app.ui.words import told

_WIDTH_PX = 388
_MARGIN = 16


class WrongDialog(QDialog):
    """Words and a direction, both to be changed; closes only with words that were kept: `kept` carries them then.

    `keep` keeps them, beside the window, and raises CalmlineError with what is wrong. While that goes on the words
    cannot be changed.
    """

    kept = Signal(object)

    def __init__(
        self, words: str, keep: Callable[[TeamPhrase], object], saves: Saves, *, is_hotter: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._keep = keep
        self.setWindowTitle(tr("Judged wrongly"))
        self.words = QLineEdit(words)
        self.words.setMinimumWidth(_WIDTH_PX)
        self.words.setAccessibleName(tr("Words that were judged wrongly"))
        self.words.setPlaceholderText(tr("The words as they were said"))
        self.calmer = QRadioButton(tr("They are no sign of anger"))
        self.angrier = QRadioButton(tr("They are angrier than that"))
        (self.calmer if is_hotter else self.angrier).setChecked(True)
        self.wrong = label(muted=True, wrap=True)
        self._saving = OneSave(saves, self, self.wrong.setText)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setText(tr("Propose"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()

    def accept(self) -> None:
        """Keep them, or say what is wrong; it can be pressed again then."""
        if self._saving.is_busy:
            return
        direction = Direction.CALMER if self.calmer.isChecked() else Direction.ANGRIER
        try:
            phrase = TeamPhrase(plain_phrase(self.words.text()), direction)
        except InputError as error:
            self.wrong.setText(told(error))
            return
        self.words.setReadOnly(True)
        act = partial(self._keep, phrase)
        self._saving.do(act, lambda _: self._end(phrase), lambda: self.words.setReadOnly(False))

    def reject(self) -> None:
        """Close, but not while they are being kept: they would be lost if that failed."""
        if not self._saving.is_busy:
            super().reject()

    def _end(self, phrase: TeamPhrase) -> None:
        self.kept.emit(phrase)
        super().accept()

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
