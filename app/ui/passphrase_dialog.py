"""Asks for the passphrase of the stored calls."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from app.core.errors import StoreError
from app.ui.form_dialog import FormDialog, letters
from app.ui.form_look import form_palette
from app.ui.labels import Kind, label, push_button
from app.ui.theme import Theme, current_theme
from app.ui.tr import tr

_TITLE = "Stored calls"
_ABOUT = "Your stored calls are closed by a passphrase. Without it no call can be stored or shown."
_FIELD = "Passphrase"
_OPEN, _LATER = "&Open", "&Later"

_MARGIN, _GAP = 16, 10
_WIDTH = 46
"""Of the dialog, in widths of a letter."""


class PassphraseDialog(FormDialog):
    """A field, and what was wrong with what was given; `give` raises StoreError where it is another one's."""

    def __init__(
        self, give: Callable[[str], None], *, theme: Theme | None = None, parent: QWidget | None = None
    ) -> None:
        theme = theme or current_theme()
        super().__init__(tr(_TITLE), theme, parent)
        self._give = give
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(tr(_FIELD))
        self.field.setPalette(form_palette(theme))
        self.wrong = label(wrap=True)
        self.wrong.setProperty("tone", "wrong")
        self._lay_out()
        self.field.setFocus()

    def accept(self) -> None:
        """Try what was given; the dialog stays while it opens nothing."""
        try:
            self._give(self.field.text())
        except StoreError as error:
            self.wrong.setText(tr(error.line()))
            self.field.selectAll()
            return
        super().accept()

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _GAP)
        rows.setSpacing(_GAP)
        for part in (label(tr(_ABOUT), wrap=True), self.field, self.wrong):
            rows.addWidget(part)
        buttons = QDialogButtonBox()
        self.open_button = push_button(tr(_OPEN), self.accept, Kind.MAIN)
        self.open_button.setDefault(True)
        buttons.addButton(self.open_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(push_button(tr(_LATER), self.reject), QDialogButtonBox.ButtonRole.RejectRole)
        foot = QVBoxLayout()
        foot.addWidget(buttons)
        self.lay_out(page, foot, _MARGIN)
        self.setMinimumWidth(min(letters(_WIDTH), self.room.width()))
