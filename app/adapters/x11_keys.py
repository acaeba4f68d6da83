"""Keys that count everywhere under X11: the server is asked for single ones, and tells of no other."""

import os
import select
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import combinations
from typing import Any, Final

from app.core.chords import Chord, Modifier
from app.core.errors import WindowError

_CORE = {Modifier.SHIFT: 1 << 0, Modifier.CTRL: 1 << 2}
_CAPS_LOCK: Final = 1 << 1
_MODIFIER_BITS: Final = 0xFF
_ROWS_OF = {Modifier.ALT: (("Alt_L", "Alt_R"), 3), Modifier.META: (("Super_L", "Super_R"), 6)}
"""Keys by which a modifier is known among the server's eight, and which one it is as a rule."""
_LOCKS = (("Num_Lock",), ("Scroll_Lock",))
_NAMED = {
    "Space": "space", "Return": "Return", "Enter": "KP_Enter", "Esc": "Escape", "Tab": "Tab", "Backspace": "BackSpace",
    "Ins": "Insert", "Del": "Delete", "Home": "Home", "End": "End", "PgUp": "Prior", "PgDown": "Next", "Left": "Left",
    "Right": "Right", "Up": "Up", "Down": "Down", "Pause": "Pause", "Print": "Print", "Menu": "Menu",
}  # fmt: skip
_CLOSING_S = 2.0
_NO_KEYS, _THEN = "The display gives no keys.", "Calmline's keys work in its own window alone."


class X11Keys:
    """The keys of one display, the person's own where none is named."""

    def __init__(self, display: str | None = None) -> None:
        self._display = display

    def hold(self, keys: Mapping[str, Chord], pressed: Callable[[str], None]) -> "X11HeldKeys":
        """Have `pressed` called on a thread with the name of a key whenever it is pressed. Raises WindowError."""
        try:
            import xcffib
            import xcffib.xproto
        except OSError as error:
            raise WindowError(_NO_KEYS, _THEN) from error
        try:
            return X11HeldKeys(xcffib.connect(self._display), keys, pressed)
        except xcffib.XcffibException as error:
            raise WindowError(_NO_KEYS, _THEN) from error


class X11HeldKeys:
    """Keys on a connection of their own, and the thread that waits for them."""

    def __init__(self, connection: Any, keys: Mapping[str, Chord], pressed: Callable[[str], None]) -> None:
        self._connection = connection
        self._keys = keys
        self._pressed = pressed
        self._root = connection.get_setup().roots[connection.pref_screen].root
        self._released = (0, 0)
        self.refused = self._grab()
        self._awake, self._wake = os.pipe()
        self._thread = threading.Thread(target=self._wait, name="keys", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Let go of all keys."""
        with suppress(OSError):
            os.close(self._wake)
        self._thread.join(_CLOSING_S)

    def _grab(self) -> frozenset[str]:
        """Ask for every key with every state of the locks; the names of those that another program holds."""
        from xcffib.xproto import Grab, GrabMode

        board = _Board(self._connection)
        self._locks = board.locks
        self._names: dict[tuple[int, int], str] = {}
        self._connection.core.UngrabKey(Grab.Any, self._root, 1 << 15)
        asked: dict[str, list[Any]] = {}
        for name, chord in self._keys.items():
            place = board.place(chord)
            asked[name] = []
            if place is None:
                continue
            self._names[place] = name
            code, held = place
            for locks in board.lock_states():
                cookie = self._connection.core.GrabKeyChecked(
                    False, self._root, held | locks, code, GrabMode.Async, GrabMode.Async
                )
                asked[name].append(cookie)
        return frozenset(name for name, cookies in asked.items() if not _granted(cookies))

    def _wait(self) -> None:
        import xcffib

        place = self._connection.get_file_descriptor()
        with suppress(xcffib.XcffibException):
            while True:
                while (event := self._connection.poll_for_event()) is not None:
                    self._follow(event)
                readable, _, _ = select.select([place, self._awake], [], [])
                if self._awake in readable:
                    break
        self._connection.disconnect()
        os.close(self._awake)

    def _follow(self, event: Any) -> None:
        from xcffib.xproto import KeyPressEvent, KeyReleaseEvent, MappingNotifyEvent

        match event:
            case KeyPressEvent():
                repeats = (event.detail, event.time) == self._released
                name = self._names.get((event.detail, event.state & _MODIFIER_BITS & ~self._locks))
                if name is not None and not repeats:
                    self._pressed(name)
            case KeyReleaseEvent():
                self._released = (event.detail, event.time)
            case MappingNotifyEvent():
                self._grab()


class _Board:
    """Where keys lie on the keyboard, and which modifiers are on which of the server's bits."""

    def __init__(self, connection: Any) -> None:
        setup = connection.get_setup()
        self._first: int = setup.min_keycode
        count = setup.max_keycode - self._first + 1
        mapping = connection.core.GetKeyboardMapping(self._first, count).reply()
        self._wide = mapping.keysyms_per_keycode
        self._symbols: Sequence[int] = list(mapping.keysyms)
        modifiers = connection.core.GetModifierMapping().reply()
        codes, wide = list(modifiers.keycodes), modifiers.keycodes_per_modifier
        self._rows = [set(codes[row * wide : (row + 1) * wide]) - {0} for row in range(8)]
        self._bits = _CORE | {one: self._bit(names, rule) for one, (names, rule) in _ROWS_OF.items()}
        self._lock_bits = {_CAPS_LOCK} | {bit for names in _LOCKS if (bit := self._bit(names, None))}
        self.locks = sum(self._lock_bits)

    def place(self, chord: Chord) -> tuple[int, int] | None:
        """Code of the key and bits of what is held beside it, None where the keyboard has no such key."""
        code = self._code(_symbol(chord.key))
        return None if code is None else (code, sum(self._bits[one] for one in chord.modifiers))

    def lock_states(self) -> Iterator[int]:
        """Every state that the locks can be in."""
        for count in range(len(self._lock_bits) + 1):
            yield from (sum(some) for some in combinations(self._lock_bits, count))

    def _code(self, symbol: int | None) -> int | None:
        """The key that gives a symbol, without Shift where there is one."""
        if symbol is None:
            return None
        for column in range(self._wide):
            with suppress(ValueError):
                return self._first + self._symbols[column :: self._wide].index(symbol)
        return None

    def _bit(self, names: Sequence[str], rule: int | None) -> int:
        """The bit of the modifier that one of these keys gives; else of the one it is as a rule, 0 without a rule."""
        codes = {self._code(_keysym(name)) for name in names}
        found = [row for row, keys in enumerate(self._rows) if keys & codes]
        row = found[0] if found else rule
        return 0 if row is None else 1 << row


def _granted(cookies: Sequence[Any]) -> bool:
    """Whether all were; every answer has to be taken."""
    from xcffib.xproto import AccessError

    answers = []
    for cookie in cookies:
        try:
            cookie.check()
        except AccessError:
            answers.append(False)
        else:
            answers.append(True)
    return bool(answers) and all(answers)


def _symbol(key: str) -> int | None:
    """The server's number for what a key gives without Shift."""
    if len(key) == 1:
        return ord(key.lower())
    return _keysym(_NAMED.get(key, key if key.startswith("F") else ""))


def _keysym(name: str) -> int | None:
    from xcffib import keysymdef

    found: int | None = getattr(keysymdef, f"XK_{name}", None)
    return found
