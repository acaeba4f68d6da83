"""Stored calls that are practised from: which there are, and reading one over the window."""

from typing import TYPE_CHECKING

from app.compose import read_call, read_lessons
from app.core.errors import CalmlineError
from app.core.read_practice import SavedLesson, exchanges_of
from app.settings import Settings

if TYPE_CHECKING:
    from app.ui.agent_window import AgentWindow
    from app.ui.reading_dialog import ReadingDialog


def saved_lessons(settings: Settings) -> tuple[SavedLesson, ...]:
    """What there is to read; nothing where the store cannot be opened, which is told elsewhere."""
    try:
        return read_lessons(settings)
    except CalmlineError:
        return ()


def open_reading(window: "AgentWindow", settings: Settings, lesson: SavedLesson) -> "ReadingDialog":
    """Read a call over the window. Raises CalmlineError where that cannot be done any more."""
    from app.ui.reading_dialog import ReadingDialog

    exchanges = exchanges_of(read_call(settings, lesson.call_id))
    dialog = ReadingDialog(lesson.title, exchanges, theme=window.look.theme, parent=window)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
