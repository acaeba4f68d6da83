"""Comments and coaching notes on paper, as rows of a table: the second, the note, and who wrote it."""

from PySide6.QtGui import QTextCharFormat

from app.core.note_sheet import NoteLine
from app.ui.tr import tr_message

NOTE_WIDTHS = (8, 64, 28)

_Lines = list[tuple[str, QTextCharFormat]]
_Row = tuple[tuple[str, QTextCharFormat], tuple[str, QTextCharFormat], tuple[_Lines, QTextCharFormat]]


def note_row(note: NoteLine, plain: QTextCharFormat, quiet: QTextCharFormat) -> _Row:
    """A note in plain letters, what stands beside it in quiet ones."""
    about = [(tr_message(line), quiet) for line in note.about]
    return (note.time, quiet), (note.text, plain), (about, quiet)
