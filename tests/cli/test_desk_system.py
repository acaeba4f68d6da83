"""What the settings ask of the system, with a system that stands in for the real one."""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from threading import Event

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.compose import window_system
from app.core.chords import Chord
from app.core.errors import WindowError
from app.core.window_system import DOCK, EVERYWHERE, HIDE, NO_KEYS, NO_KEYS_HERE, ON_TOP, WindowSystem
from app.desk_system import DeskSystem
from app.runtime.told import VERBS
from app.settings import Settings
from app.ui.actions import Act
from tests.conditions import LONG_S, until

NOTHING: Mapping[str, str] = {}
KEYS = {Act.PAUSE: "Ctrl+Alt+Shift+P", Act.MOMENT: "Ctrl+Alt+Shift+B", Act.DEMO: ""}


@dataclass
class Held:
    """Keys that are held until they are closed."""

    keys: Mapping[str, Chord]
    pressed: Callable[[str], None]
    refused: frozenset[str]
    release: Event
    is_closed: bool = False

    def close(self) -> None:
        self.release.wait(LONG_S)
        self.is_closed = True


@dataclass
class System:
    """Hides windows and holds keys as it is told to; lets go of none before `release` is set."""

    hides: bool = True
    gives: bool = True
    taken: frozenset[str] = frozenset()
    hidden: dict[int, bool] = field(default_factory=dict)
    holdings: list[Held] = field(default_factory=list)
    release: Event = field(default_factory=Event)
    most: int = 0
    asked: int = 0

    def __post_init__(self) -> None:
        self.release.set()

    def hide(self, window: int, *, wanted: bool) -> None:
        if not self.hides:
            raise WindowError("Nothing hides.", "Share windows.")
        self.hidden[window] = wanted

    def hold(self, keys: Mapping[str, Chord], pressed: Callable[[str], None]) -> Held:
        self.asked += 1
        if not self.gives:
            raise WindowError("No keys.", "Use the window.")
        self.holdings.append(Held(keys, pressed, self.taken, self.release))
        self.most = max(self.most, sum(not holding.is_closed for holding in self.holdings))
        return self.holdings[-1]

    def held(self) -> set[str]:
        """Names of the keys that are held now."""
        return {name for holding in self.holdings if not holding.is_closed for name in holding.keys}

    def holds(self, *names: str) -> bool:
        """Wait until these keys are held, and no other."""
        until(lambda: self.held() == set(names))
        return True


@dataclass
class Desk:
    """A desk on a system, with what it was told and what was pressed."""

    system: System
    told: list[str] = field(default_factory=list)
    pressed: list[str] = field(default_factory=list)
    lacks: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        there = WindowSystem(shield=self.system, keys=self.system, lacks=self.lacks)
        self.side = DeskSystem(there, self.pressed.append, self.told.append)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def desks() -> Iterator[Callable[..., Desk]]:
    made: list[Desk] = []

    def make(system: System, lacks: Mapping[str, str] = NOTHING) -> Desk:
        made.append(Desk(system, lacks=lacks))
        return made[-1]

    yield make
    for desk in made:
        desk.side.close()


Desks = Callable[..., Desk]


def test_windows_are_hidden_and_keys_held_as_the_settings_say(window: QWidget, desks: Desks) -> None:
    desk = desks(System())
    desk.side.follow(Settings(), KEYS)
    assert desk.system.hidden[window.internalWinId()]
    assert desk.system.holds("pause", "moment")
    desk.system.holdings[-1].pressed("pause")
    assert desk.pressed == ["pause"]
    desk.side.follow(Settings(hide_from_capture=False, keys_everywhere=False), KEYS)
    assert not desk.system.hidden[window.internalWinId()]
    assert desk.system.holds()
    assert desk.told == []


def test_other_keys_take_the_place_of_the_old_ones_at_once(desks: Desks) -> None:
    desk = desks(System())
    desk.side.follow(Settings(), KEYS)
    desk.side.follow(Settings(), {Act.HELP: "F9"})
    assert desk.system.holds("help")


@pytest.mark.usefixtures("window")
def test_a_system_that_does_not_hide_is_told_once_and_the_rest_goes_on(qtbot: QtBot, desks: Desks) -> None:
    desk = desks(System(hides=False))
    desk.side.follow(Settings(), KEYS)
    another = QWidget()
    qtbot.addWidget(another)
    another.show()
    assert desk.told == ["Nothing hides. Share windows."]
    assert desk.system.holds("pause", "moment")


def test_a_key_that_another_program_holds_is_told_once_with_its_act(desks: Desks) -> None:
    desk = desks(System(taken=frozenset({"pause"})))
    desk.side.follow(Settings(), KEYS)
    until(lambda: desk.system.asked == 1)
    desk.side.rest(wanted=True)
    desk.side.rest(wanted=False)
    until(lambda: desk.system.asked == 2)
    desk.side.close()
    [told] = desk.told
    assert told.endswith("Ctrl+Alt+Shift+P (Pause).")


def test_a_system_that_gives_no_keys_is_told_once(desks: Desks) -> None:
    desk = desks(System(gives=False))
    desk.side.follow(Settings(), KEYS)
    until(lambda: desk.system.asked == 1)
    desk.side.follow(Settings(), KEYS)
    until(lambda: desk.system.asked == 2)
    desk.side.close()
    assert desk.told == ["No keys. Use the window."]


def test_keys_rest_while_one_is_chosen(desks: Desks) -> None:
    desk = desks(System())
    desk.side.follow(Settings(), KEYS)
    desk.side.rest(wanted=True)
    assert desk.system.holds()
    desk.side.rest(wanted=False)
    assert desk.system.holds("pause", "moment")


def test_nothing_waits_for_keys_to_be_let_go_of_and_no_key_is_asked_for_before(desks: Desks) -> None:
    desk = desks(System())
    desk.side.follow(Settings(), KEYS)
    assert desk.system.holds("pause", "moment")
    desk.system.release.clear()
    desk.side.follow(Settings(), {Act.PAUSE: "F8"})
    desk.side.follow(Settings(), {Act.PAUSE: "F9"})
    assert len(desk.system.holdings) == 1
    desk.system.release.set()
    until(lambda: str(desk.system.holdings[-1].keys["pause"].key) == "F9")
    assert desk.system.holds("pause")
    assert desk.system.most == 1


@pytest.mark.usefixtures("window")
def test_what_the_system_lacks_is_not_asked_of_it(desks: Desks) -> None:
    desk = desks(System(), lacks={HIDE: "It cannot.", EVERYWHERE: "It cannot."})
    desk.side.follow(Settings(), KEYS)
    assert (desk.system.hidden, desk.system.holdings) == ({}, [])
    assert desk.side.lacks == {HIDE: "It cannot.", EVERYWHERE: "It cannot."}


@pytest.mark.parametrize("text", [NO_KEYS, NO_KEYS_HERE])
def test_the_commands_that_stand_in_for_keys_are_there(text: str) -> None:
    named = text.rpartition("calmline call ")[2].rstrip(".").replace(" or ", ", ").split(", ")
    assert len(named) > 5
    assert set(named) <= set(VERBS)


@pytest.mark.parametrize(
    ("platform", "wayland", "lacks"),
    [
        ("xcb", "", {HIDE}),
        ("xcb", "wayland-0", {HIDE, EVERYWHERE}),
        ("wayland", "wayland-0", {HIDE, ON_TOP, DOCK, EVERYWHERE}),
        ("wayland-egl", "wayland-0", {HIDE, ON_TOP, DOCK, EVERYWHERE}),
        pytest.param(
            "cocoa",
            "",
            {HIDE, EVERYWHERE},
            marks=pytest.mark.skipif(sys.platform == "darwin", reason="here a window may be hidden"),
        ),
        ("offscreen", "", set()),
    ],
)
def test_each_display_says_what_it_lacks(
    monkeypatch: pytest.MonkeyPatch, platform: str, wayland: str, lacks: set[str]
) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", wayland)
    found = window_system(platform)
    assert set(found.lacks) == lacks
    assert (found.keys is not None) is (platform == "xcb" and not wayland)
    assert found.shield is None


@pytest.mark.usefixtures("window")
def test_a_desk_that_closes_lets_go_of_all(desks: Desks) -> None:
    desk = desks(System())
    desk.side.follow(Settings(), KEYS)
    assert desk.system.holds("pause", "moment")
    desk.side.close()
    assert set(desk.system.hidden.values()) == {False}
    assert desk.system.held() == set()
