"""Where the panel stands from one start to the next."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.adapters.settings_files import change_settings, load_settings
from app.core.appearance import Dock
from app.core.errors import InputError
from app.core.setting_kinds import Value
from app.core.window_system import NOT_DOCKED
from app.desk_place import DeskPlace, noted
from app.settings import Origin, Settings
from app.ui.agent_window import AgentWindow
from app.ui.bridge import CallBridge
from tests.settling import is_settling


class Desk:
    """A panel and its place; what was told, and what was kept of the settings."""

    def __init__(self, window: AgentWindow, *, lacks: str = "", fails: bool = False) -> None:
        self.window, self.fails = window, fails
        self.settings = load_settings()
        self.told: list[str] = []
        self.place = DeskPlace(window, lambda: self.settings, self._keep, self.told.append, lacks)

    def _keep(self, changes: Mapping[str, Value]) -> None:
        if self.fails:
            raise InputError("The disk is full.", "Make room.")
        self.settings = change_settings(self.settings, changes)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[AgentWindow]:
    bridge = CallBridge()
    made = AgentWindow(bridge, lambda _: None)
    qtbot.addWidget(made)
    yield made
    bridge.close()


def right_edge(window: AgentWindow) -> int:
    return window.screen().availableGeometry().right()


def test_at_the_very_first_start_it_docks_at_the_right_edge(window: AgentWindow) -> None:
    Desk(window).place.open()
    assert window.docking.edge is Dock.RIGHT
    assert window.frameGeometry().right() == right_edge(window)


def test_what_an_agent_chooses_counts_at_once_and_at_the_next_start(window: AgentWindow) -> None:
    desk = Desk(window)
    desk.place.open()
    desk.place.choose(Dock.LEFT)
    assert window.frameGeometry().left() == window.screen().availableGeometry().left()
    assert load_settings().dock == "left"


def test_dragged_away_it_is_free_at_the_next_start_too(qtbot: QtBot, window: AgentWindow) -> None:
    desk = Desk(window)
    desk.place.open()
    window.show()
    qtbot.waitUntil(lambda: not is_settling(window.docking))
    window.move(60, 40)
    qtbot.waitUntil(lambda: load_settings().dock == "free")
    desk.place.keep()
    window.move(0, 0)
    desk.place.open()
    assert (window.x(), window.y()) == (60, 40)


def test_dragged_away_it_becomes_free_once(qtbot: QtBot, window: AgentWindow) -> None:
    desk = Desk(window)
    desk.place.open()
    window.show()
    qtbot.waitUntil(lambda: not is_settling(window.docking))
    changes: list[Dock] = []
    window.docking.changed.connect(lambda: changes.append(window.docking.edge))
    window.move(60, 40)
    qtbot.waitUntil(lambda: load_settings().dock == "free")
    assert changes == [Dock.FREE]


def test_a_free_panel_opens_where_it_lay_and_as_wide(window: AgentWindow) -> None:
    desk = Desk(window)
    desk.settings = change_settings(load_settings(), {"dock": "free"})
    window.setGeometry(60, 40, 430, 700)
    desk.place.keep()
    window.setGeometry(0, 0, 380, 700)
    desk.place.open()
    assert window.geometry().getRect() == (60, 40, 430, 700)


def test_a_free_panel_whose_frame_comes_to_lie_above_the_screen_has_its_title_bar_back(
    qtbot: QtBot, window: AgentWindow
) -> None:
    desk = Desk(window)
    desk.settings = change_settings(load_settings(), {"dock": "free"})
    desk.place.open()
    window.show()
    window.move(60, window.screen().availableGeometry().top() - 30)
    qtbot.waitUntil(lambda: not is_settling(window.docking))
    assert window.frameGeometry().top() >= window.screen().availableGeometry().top()


@pytest.mark.parametrize("written", [b"", b"1 2 3", b"a b c d", b"\x01\xd9\xd0\xcb\x00\x03", b"1 2 3 9999999999999"])
def test_a_note_that_cannot_be_read_counts_as_none(window: AgentWindow, calmline_home: Path, written: bytes) -> None:
    calmline_home.mkdir(parents=True)
    (calmline_home / "window.place").write_bytes(written)
    assert noted(calmline_home) is None
    Desk(window).place.open()
    assert window.frameGeometry().right() == right_edge(window)


def test_where_the_system_gives_windows_their_place_it_docks_nowhere_and_says_why(window: AgentWindow) -> None:
    desk = Desk(window, lacks=NOT_DOCKED)
    desk.place.open()
    assert (window.docking.edge, window.docking.why) == (Dock.FREE, NOT_DOCKED)
    desk.place.choose(Dock.LEFT)
    assert (window.docking.edge, desk.told) == (Dock.FREE, [NOT_DOCKED])
    assert load_settings().dock == "right"


def test_an_edge_that_the_centre_has_set_cannot_be_left(qtbot: QtBot, window: AgentWindow) -> None:
    desk = Desk(window)
    desk.settings = Settings(dock="left", origins={"dock": Origin.POLICY})
    desk.place.open()
    window.show()
    qtbot.waitUntil(lambda: not is_settling(window.docking))
    desk.place.choose(Dock.RIGHT)
    assert (window.docking.edge, desk.told) == (Dock.LEFT, ["Set by your centre"])
    with qtbot.waitSignal(window.docking.freed):
        window.move(300, 200)
    assert (window.docking.edge, window.x()) == (Dock.LEFT, window.screen().availableGeometry().left())


def test_what_cannot_be_noted_is_told_and_counts_until_the_end(window: AgentWindow) -> None:
    desk = Desk(window, fails=True)
    desk.place.open()
    desk.place.choose(Dock.LEFT)
    assert (window.docking.edge, desk.told) == (Dock.LEFT, ["The disk is full. Make room."])
