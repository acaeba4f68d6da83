"""Practice beside the agent's window: the chooser, lessons one after the other, and which of them was the last."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from app.compose import open_output
from app.core.desk import DeskState
from app.core.errors import CalmlineError
from app.core.ports import Device, SoundOutput, SoundSystem
from app.core.practice import Lesson, Way, lesson_after, lesson_of
from app.core.state import CallState
from app.runtime.calls import Calls
from app.runtime.microphone_level import MicrophoneLevel
from app.runtime.one_call import Ties
from app.runtime.session import CallSession
from app.settings import Settings

if TYPE_CHECKING:
    from app.core.read_practice import SavedLesson
    from app.ui.agent_window import AgentWindow
    from app.ui.practice_dialog import PracticeDialog
    from app.ui.reading_dialog import ReadingDialog

_JOIN_S = 2.0

Make = Callable[[Lesson, Way, Callable[[], SoundOutput], Ties], CallSession]
"""Makes a lesson that is played on an output. Raises CalmlineError."""


class Practising:
    """Begins lessons; none begins while a call runs. `output` is what a test replaces.

    `changed` is called when its chooser has opened or closed, `tell` with what goes wrong.
    """

    def __init__(
        self,
        calls: Calls,
        make: Make,
        *,
        settings: Callable[[], Settings],
        sound: Callable[[], SoundSystem],
        changed: Callable[[], None],
        tell: Callable[[str], None],
    ) -> None:
        self._calls = calls
        self._make = make
        self._changed = changed
        self._settings, self._tell = settings, tell
        self.dialog: PracticeDialog | None = None
        self.reading: ReadingDialog | None = None
        self.output: Callable[[], SoundOutput] = open_output
        self.way = Way()
        self._level = MicrophoneLevel(sound, self._microphone)

    @property
    def is_open(self) -> bool:
        """Whether a lesson is being chosen: the microphone may be measured meanwhile."""
        return self.dialog is not None

    def open(self, window: "AgentWindow") -> None:
        """Let the agent choose a lesson."""
        from app.reading import saved_lessons
        from app.ui.practice_dialog import PracticeDialog

        if self._calls.state.call_id is not None:
            return
        self.dialog = PracticeDialog(
            self.begin,
            self._level,
            way=self.way,
            saved=saved_lessons(self._settings()),
            read=lambda lesson: self._read(window, lesson),
            theme=window.look.theme,
            parent=window,
        )
        self.dialog.finished.connect(self._closed)
        self.dialog.open()
        self._changed()

    def follow(self, state: DeskState) -> None:
        """A call that begins goes before the chooser and what is read; in the thread of the windows."""
        for dialog in (self.dialog, self.reading):
            if state.call_id is not None and dialog is not None:
                dialog.reject()

    def begin(self, lesson: Lesson, way: Way) -> None:
        """Hold a lesson now."""
        self.way = way
        if self._calls.state.call_id is None:
            self._calls.start(prepare=lambda ties: self._session(lesson, way, ties))

    def go_on(self, state: CallState, *, again: bool) -> None:
        """Hold the lesson that is shown once more, or the one after it."""
        lesson = lesson_of(state.started.source) if state.started else None
        wanted = lesson if again or lesson is None else lesson_after(lesson)
        if wanted is not None:
            self.begin(wanted, self.way)

    def close(self) -> None:
        """Let go of the microphone."""
        self._level.stop()
        self._level.join(_JOIN_S)

    def _microphone(self, found: Sequence[Device]) -> Device | None:
        """Raises AudioError."""
        from app.practice_calls import microphone_of

        return microphone_of(self._settings(), found)

    def _read(self, window: "AgentWindow", lesson: "SavedLesson") -> None:
        """Read a stored call."""
        from app.reading import open_reading

        try:
            self.reading = open_reading(window, self._settings(), lesson)
        except CalmlineError as error:
            self._tell(error.line())
            return
        self.reading.finished.connect(self._read_out)

    def _read_out(self) -> None:
        self.reading = None

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
            self._changed()

    def _session(self, lesson: Lesson, way: Way, ties: Ties) -> CallSession:
        """Raises CalmlineError."""
        self._level.join(_JOIN_S)
        return self._make(lesson, way, self.output, ties)
