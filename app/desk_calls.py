"""What the calls of a desk are made of: on the chosen devices, from the bundled recording, or as a lesson."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from app.compose import CallNames, Parts, open_demo, open_lines, speech_detectors
from app.core.events import Channel
from app.core.playbook import Playbook
from app.core.ports import SoundOutput, SoundSystem
from app.core.practice import Lesson, Way
from app.runtime.one_call import Ties
from app.runtime.session import CallSession
from app.settings import Settings
from app.show import Show, hand_call

if TYPE_CHECKING:
    from app.runtime.ears import Ears
    from app.runtime.lines import LiveLines


class DeskCalls:
    """Makes each call with the settings of that moment; `parts` may wait until they are loaded.

    What there is to tell of a call goes to `tell`. All may take long and raises CalmlineError.
    """

    def __init__(
        self,
        *,
        settings: Callable[[], Settings],
        parts: Callable[[], Parts],
        playbook: Callable[[], tuple[Playbook, str]],
        sound: Callable[[], SoundSystem],
        tell: Callable[[str], None],
    ) -> None:
        self._settings = settings
        self._parts = parts
        self._playbook = playbook
        self._sound = sound
        self._tell = tell

    def lines(self) -> "LiveLines":
        """The chosen devices."""
        return self._lines()[0]

    def live(self, ties: Ties) -> CallSession:
        """A call on the chosen devices; the playbook and the team's lexicon are read anew."""
        settings = self._settings()
        parts = self._parts()
        lines, notes = self._lines()
        self._tell_all((*notes, *parts.notes))
        names = CallNames(agent=settings.agent_name or None)
        return shown(Show(parts=parts, source=lines, names=names, store=settings.is_kept, live=True), ties)

    def by_hand(self, ties: Ties) -> CallSession:
        """A call of which nothing is heard."""
        playbook, note = self._playbook()
        self._tell_all([note] if note else [])
        return hand_call(self._settings(), playbook, ties)

    def demo(self, ties: Ties) -> CallSession:
        """The bundled call."""
        settings = self._settings()
        source, names = open_demo(settings)
        return shown(Show(parts=self._parts(), source=source, names=names, store=settings.is_kept), ties)

    def lesson(self, lesson: Lesson, way: Way, output: Callable[[], SoundOutput], ties: Ties) -> CallSession:
        """A call of the course."""
        from app.practice_calls import practice_call

        show, notes = practice_call(self._parts(), lesson, way, sound=self._sound, output=output)
        self._tell_all(notes)
        return shown(show, ties)

    def _lines(self) -> "tuple[LiveLines, list[str]]":
        return open_lines(self._settings(), microphone=None, caller=None, sound=self._sound)

    def _tell_all(self, notes: Iterable[str]) -> None:
        for note in notes:
            self._tell(note)


def shown(show: Show, ties: Ties, *, realtime: bool = True) -> CallSession:
    """The session of a call under the id that its ties have."""
    names = replace(show.names, call_id=ties.call_id, reference=ties.reference or show.names.reference)
    named = replace(show, names=names)
    return named.prepare(ties.view, ties.keep, realtime=realtime, watch=ties.watch)


def watching_ears() -> "Ears":
    """What hears between calls whether somebody speaks, on either side."""
    from app.runtime.ears import Ears

    return Ears((Channel.AGENT, Channel.CALLER), speech_detectors())
