"""What the settings ask of the system around the windows: no part in captures, keys that count everywhere."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from app.core.chords import Chord, chord_of
from app.core.errors import WindowError
from app.core.window_system import EVERYWHERE, HIDE, WindowSystem
from app.runtime.held_keys import KeysInTurn
from app.settings import Settings

if TYPE_CHECKING:
    from app.ui.actions import Act

_TAKEN = "Other programs hold these keys, which work in Calmline's own window alone: {keys}."
_KEY = "{key} ({act})"


class DeskSystem:
    """Has the system do what the settings say; what it refuses is told once, and nothing fails for it.

    `press` is called with the name of an act, from any thread.
    """

    def __init__(self, system: WindowSystem, press: Callable[[str], None], tell: Callable[[str], None]) -> None:
        from app.ui.hidden import Hidden

        self._system = system
        self._tell = tell
        self._told: set[str] = set()
        self._hidden = Hidden(self._hide)
        self._keys: Mapping[Act, str] = {}
        self._held = None if system.keys is None else KeysInTurn(system.keys, press, self._no_keys)

    @property
    def lacks(self) -> Mapping[str, str]:
        """Why some settings cannot be followed here, by name."""
        return self._system.lacks

    def follow(self, settings: Settings, keys: "Mapping[Act, str]") -> None:
        """Do what the settings say, with these keys, from now on."""
        self._hidden.want(wanted=settings.hide_from_capture and HIDE not in self.lacks)
        self._keys = keys if settings.keys_everywhere and EVERYWHERE not in self.lacks else {}
        self.rest(wanted=False)

    def rest(self, *, wanted: bool) -> None:
        """Let go of the keys while one is being chosen, or hold them again."""
        if self._held is None:
            return
        keys = self._keys
        if wanted or not keys:
            self._held.let_go()
        else:
            self._held.hold(_chords(keys), lambda refused: self._tell_once(_taken(keys, refused)))

    def close(self) -> None:
        """Let go of all."""
        self._hidden.want(wanted=False)
        if self._held is not None:
            self._held.close()

    def _hide(self, window: int, is_wanted: bool) -> None:  # noqa: FBT001 - a callback's argument
        if self._system.shield is None:
            return
        try:
            self._system.shield.hide(window, wanted=is_wanted)
        except WindowError as error:
            self._tell_once(error.line())

    def _no_keys(self, error: WindowError) -> None:
        self._tell_once(error.line())

    def _tell_once(self, sentence: str) -> None:
        if sentence not in self._told:
            self._told.add(sentence)
            self._tell(sentence)


def _chords(keys: "Mapping[Act, str]") -> dict[str, Chord]:
    return {act.value: chord for act, key in keys.items() if (chord := chord_of(key))}


def _taken(keys: "Mapping[Act, str]", refused: frozenset[str]) -> str:
    from app.ui.actions import SPECS
    from app.ui.tr import tr

    named = [tr(_KEY, key=key, act=tr(SPECS[act].title)) for act, key in keys.items() if act.value in refused]
    return tr(_TAKEN, keys=", ".join(named))
