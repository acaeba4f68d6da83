"""Keys that count everywhere, on a real X server, with the keyboard in another program's window."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from app.adapters.x11_keys import X11HeldKeys, X11Keys
from app.core.chords import chord_of
from app.core.errors import WindowError
from tests.adapters.display import Display, Window, display, has_display
from tests.conditions import until

pytestmark = [has_display, pytest.mark.skipif(sys.platform != "linux", reason="X11 is the display of Linux")]

CTRL, ALT, SHIFT = "Control_L", "Alt_L", "Shift_L"


@pytest.fixture(scope="module")
def server() -> Iterator[Display]:
    with display() as running:
        yield running


@pytest.fixture
def crm(server: Display) -> Iterator[Window]:
    window = Window(server)
    yield window
    window.close()


class Pressed(list[str]):
    """Names of the keys that were pressed."""

    def come(self, *names: str) -> None:
        until(lambda: len(self) >= len(names))
        assert self == list(names)
        self.clear()


@contextmanager
def held(server: Display, pressed: Pressed, **keys: str) -> Iterator[X11HeldKeys]:
    chords = {name: chord for name, key in keys.items() if (chord := chord_of(key))}
    with closing(X11Keys(server.name).hold(chords, pressed.append)) as holding:
        yield holding


def test_a_key_counts_while_another_program_has_the_keyboard_and_keeps_it(server: Display, crm: Window) -> None:
    pressed = Pressed()
    with held(server, pressed, pause="Ctrl+Alt+Shift+P", settings="Ctrl+Alt+Shift+,", curve="F9") as holding:
        assert holding.refused == frozenset()
        server.press(CTRL, ALT, SHIFT, "p")
        pressed.come("pause")
        server.press(CTRL, SHIFT, ALT, "comma")
        server.press("F9")
        pressed.come("settings", "curve")
        assert server.focus() == crm.id


def test_no_other_key_is_told_and_each_reaches_the_program_that_has_the_keyboard(server: Display, crm: Window) -> None:
    pressed = Pressed()
    with held(server, pressed, pause="Ctrl+Alt+Shift+P"):
        server.press("p")
        server.press(CTRL, "p")
        server.press(SHIFT, "q")
        typed = crm.typed()
        assert [code for code in typed if code == server.code("p")] == [server.code("p")] * 2
        server.press(CTRL, ALT, SHIFT, "p")
        pressed.come("pause")
        assert server.code("p") not in crm.typed()


@pytest.mark.parametrize("locks", [["Num_Lock"], ["Caps_Lock"], ["Num_Lock", "Caps_Lock"]])
def test_the_locks_make_no_difference(server: Display, crm: Window, locks: list[str]) -> None:
    assert crm.id
    pressed = Pressed()
    with held(server, pressed, pause="Ctrl+Alt+Shift+P"):
        for lock in locks:
            server.press(lock)
        try:
            server.press(CTRL, ALT, SHIFT, "p")
            pressed.come("pause")
        finally:
            for lock in locks:
                server.press(lock)


def test_a_key_that_another_program_holds_is_named_and_the_others_count(server: Display) -> None:
    pressed = Pressed()
    with (
        held(server, Pressed(), theirs="Ctrl+Alt+Shift+P"),
        held(server, pressed, pause="Ctrl+Alt+Shift+P", mark="Ctrl+Alt+Shift+B", gone="Ctrl+€") as holding,
    ):
        assert holding.refused == {"pause", "gone"}
        server.press(CTRL, ALT, SHIFT, "b")
        pressed.come("mark")


def test_keys_that_are_let_go_of_are_free_again(server: Display, crm: Window) -> None:
    pressed = Pressed()
    with held(server, pressed, pause="Ctrl+Alt+Shift+P"):
        pass
    with held(server, Pressed(), other="Ctrl+Alt+Shift+P") as holding:
        assert holding.refused == frozenset()
    server.press(CTRL, ALT, SHIFT, "p")
    assert server.code("p") in crm.typed()
    assert pressed == []


def test_keys_are_found_again_when_the_keyboard_is_laid_out_anew(server: Display) -> None:
    pressed = Pressed()
    old, new = server.code("p"), server.code("q")
    with held(server, pressed, pause="Ctrl+Alt+Shift+P"):
        held_keys = [server.code(name) for name in (CTRL, ALT, SHIFT)]
        first = server.connection.core.GetKeyboardMapping(min(old, new), abs(new - old) + 1).reply()
        symbols, wide = list(first.keysyms), first.keysyms_per_keycode
        swapped = symbols[-wide:] + symbols[wide:-wide] + symbols[:wide]
        core = server.connection.core
        core.ChangeKeyboardMapping(abs(new - old) + 1, min(old, new), wide, swapped)
        try:
            until(lambda: server.tap([*held_keys, new]) or pressed)
            assert set(pressed) == {"pause"}
        finally:
            core.ChangeKeyboardMapping(abs(new - old) + 1, min(old, new), wide, symbols)
            server.settle()


def test_without_a_server_it_is_said() -> None:
    with pytest.raises(WindowError):
        X11Keys(":4711").hold({}, lambda _: None)


def test_a_server_that_ends_takes_nothing_with_it() -> None:
    with display() as short_lived:
        holding = X11Keys(short_lived.name).hold({}, lambda _: None)
    holding.close()
    assert not holding._thread.is_alive()
