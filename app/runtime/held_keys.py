"""Holds keys, and lets go of them, beside the windows' thread, which never waits for the system."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.core.chords import Chord
from app.core.errors import WindowError
from app.core.window_system import HeldKeys, KeyHolder

_CLOSING_S = 5.0

Refused = Callable[[frozenset[str]], None]
"""Takes the names of keys that cannot be had."""


@dataclass(frozen=True, slots=True)
class _Wish:
    keys: Mapping[str, Chord]
    refused: Refused


_NOTHING = _Wish({}, lambda _: None)


class KeysInTurn:
    """Holds the keys that were wanted last, once those from before are let go of.

    `pressed` is called with the name of a key and `failed` where the system gives none, in any thread.
    """

    def __init__(
        self,
        holder: KeyHolder,
        pressed: Callable[[str], None],
        failed: Callable[[WindowError], None],
    ) -> None:
        self._holder = holder
        self._pressed = pressed
        self._failed = failed
        self._changed = threading.Condition()
        self._wanted: _Wish | None = None
        self._is_closing = False
        self._held: HeldKeys | None = None
        self._thread: threading.Thread | None = None

    def hold(self, keys: Mapping[str, Chord], refused: Refused) -> None:
        """Hold these keys from now on; returns at once."""
        self._wish(_Wish(keys, refused))

    def let_go(self) -> None:
        """Hold none from now on; returns at once."""
        self._wish(_NOTHING)

    def close(self) -> None:
        """Let go of all, and wait for that, but not for long."""
        with self._changed:
            self._wanted, self._is_closing = _NOTHING, True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join(_CLOSING_S)

    def _wish(self, wish: _Wish) -> None:
        with self._changed:
            if self._is_closing:
                return
            self._wanted = wish
            self._changed.notify()
            if self._thread is None:
                self._thread = threading.Thread(target=self._follow, name="key-turns", daemon=True)
                self._thread.start()

    def _follow(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._wanted is not None)
                wish, self._wanted = self._wanted or _NOTHING, None
                is_last = self._is_closing
            self._turn_to(wish)
            if is_last:
                return

    def _turn_to(self, wish: _Wish) -> None:
        if self._held is not None:
            self._held.close()
            self._held = None
        if not wish.keys:
            return
        try:
            self._held = self._holder.hold(wish.keys, self._pressed)
        except WindowError as error:
            self._failed(error)
            return
        if self._held.refused:
            wish.refused(self._held.refused)
