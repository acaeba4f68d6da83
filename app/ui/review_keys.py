"""The keys of the supervisor's window, and the dialog that tells them."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from app.ui import note_dialog
from app.ui.form_dialog import FormDialog
from app.ui.labels import Kind, card, push_button
from app.ui.row_table import RowTable
from app.ui.theme import Theme
from app.ui.tr import tr

FIND: Final = "Ctrl+F"
NEXT: Final = "Ctrl+Down"
BEFORE: Final = "Ctrl+Up"
REVIEWED: Final = "Ctrl+R"
FLAG: Final = "Ctrl+G"
ANGRIEST: Final = "Ctrl+J"
SCORE: Final = "Ctrl+E"
COMMENT: Final = "Ctrl+M"
COACHING: Final = "Ctrl+Shift+M"
DELETE: Final = "Del"
HELP: Final = "F1"

_TOLD = {
    FIND: "Look for words",
    NEXT: "The next call of the list",
    BEFORE: "The call before it",
    ANGRIEST: "The angriest moment of the open call",
    REVIEWED: "The open call is reviewed, or not",
    FLAG: "Flag the open call, or take the flag away",
    SCORE: "Score the open call",
    "1 2 3": "On a scorecard: pass, fail, not applicable, and on to the next item",
    "R": "On a scorecard: the answer rests on the chosen line",
    COMMENT: "Write a comment at the chosen moment",
    COACHING: "Write a coaching note",
    note_dialog.SAVE: "Save the note that is written",
    DELETE: "Delete the chosen note",
    "Ctrl+Tab": "The next tab beside the words",
    HELP: "These keys",
}
_TITLE = "Keys of this window"
_COLUMNS = ("Key", "What it does")
_WIDTH, _HEIGHT, _NARROWEST = 88, 44, 40
_MARGIN = 16


class KeysDialog(FormDialog):
    """All keys at a glance."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(tr(_TITLE), theme, parent)
        self.table = RowTable([tr(name) for name in _COLUMNS], wrapped=1, name=tr(_TITLE))
        self.table.show_rows([(key, tr(what)) for key, what in _TOLD.items()])
        self.close_button = push_button(tr("&Close"), self.accept, Kind.MAIN)
        page = QWidget()
        page.setObjectName("page")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        rows.addWidget(card(self.table, margin=9))
        buttons = QDialogButtonBox()
        buttons.addButton(self.close_button, QDialogButtonBox.ButtonRole.AcceptRole)
        foot = QVBoxLayout()
        foot.addWidget(buttons)
        self.lay_out(page, foot, _MARGIN)
        self.fit_screen(_WIDTH, _HEIGHT, _NARROWEST)


def show_keys(theme: Theme, parent: QWidget) -> None:
    """Open the dialog above a window."""
    dialog = KeysDialog(theme, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
