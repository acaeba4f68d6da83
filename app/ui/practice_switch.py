"""Saves the call that is shown for practice, or takes it out again."""

from collections.abc import Callable
from functools import partial

from app.core.document import CallDocument
from app.core.errors import InputError
from app.core.read_practice import SavedLesson, title_of
from app.ui.labels import Kind, push_button
from app.ui.reviewing import Reviewing
from app.ui.tr import tr

_SAVE, _DROP = "Save as practice call", "Take out of practice"
_SAVED = "Agents find it under Practice: they read the caller and answer aloud. It goes with the words of this call."

Tried = Callable[[Callable[[], object]], bool]
"""Reads something, and says what goes wrong."""
Write = Callable[[Callable[[], None], Callable[[str, None], object]], None]
"""Does something beside the window, and then what is given the call's id."""


class PracticeSwitch:
    """A `button` that says what it would do with the call that is shown."""

    def __init__(self, reviewing: Reviewing, tried: Tried, write: Write) -> None:
        self._reviewing = reviewing
        self._tried = tried
        self._write = write
        self._call_id = ""
        self._title = ""
        self._is_saved = False
        self.button = push_button(tr(_SAVE), self._turn, Kind.QUIET)

    def show_call(self, document: CallDocument) -> None:
        """A call of which the caller's words are not known cannot be practised."""
        self._call_id = document.call.id
        try:
            self._title, why = title_of(document), ""
        except InputError as error:
            self._title, why = "", tr(error.line())
        self._tried(self._look)
        self.button.setEnabled(bool(self._title) or self._is_saved)
        self.button.setToolTip(why or tr(_SAVED))

    def _turn(self) -> None:
        self._write(self._dropping() if self._is_saved else self._saving(), self._show_turned)

    def _dropping(self) -> Callable[[], None]:
        return partial(self._reviewing.store.drop_lesson, self._call_id)

    def _saving(self) -> Callable[[], None]:
        made_at = self._reviewing.now().isoformat()
        lesson = SavedLesson(call_id=self._call_id, title=self._title, made_at=made_at)
        return partial(self._reviewing.store.save_lesson, lesson)

    def _show_turned(self, call_id: str, _: None) -> None:
        if call_id == self._call_id:
            self._tried(self._look)

    def _look(self) -> None:
        """Raises CalmlineError."""
        self._is_saved = any(lesson.call_id == self._call_id for lesson in self._reviewing.store.lessons())
        self.button.setText(tr(_DROP) if self._is_saved else tr(_SAVE))
        self.button.setAccessibleName(self.button.text())
