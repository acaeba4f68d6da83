"""The panel on real screens: several without a display, and one of an X server that changes its size."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.adapters.settings_files import change_settings, load_settings
from app.core.appearance import Dock
from tests.adapters.display import Display, display, has_display
from tests.cli.forked import ROOT
from tests.conditions import until

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="X11 is the display of Linux")
LEFT, RIGHT = {"x": 0, "y": 0, "width": 1280, "height": 900}, {"x": 1280, "y": 0, "width": 1024, "height": 700}
DPI = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
TITLE = "Calmline"


@dataclass(frozen=True)
class Standing:
    """Where a window is and on which screen; x, y, width and height."""

    screen: str
    frame: tuple[int, int, int, int]
    area: tuple[int, int, int, int]

    @property
    def edges(self) -> tuple[int, int]:
        """How far it is from the left and from the right edge."""
        return self.frame[0] - self.area[0], self.area[0] + self.area[2] - self.frame[0] - self.frame[2]

    @property
    def is_tall(self) -> bool:
        """Whether it is as high as its screen."""
        return (self.frame[1], self.frame[3]) == (self.area[1], self.area[3])


@contextmanager
def panel(told: Path, environment: Mapping[str, str]) -> Iterator[None]:
    """The panel, until the test is over."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.cli.docked", str(told)], cwd=ROOT, env={**os.environ, **environment}
    ) as running:
        try:
            until(lambda: told.exists() or running.poll() is not None)
            yield
        finally:
            running.kill()


def standing(told: Path) -> Standing:
    """Where it has said last that it is."""
    said = json.loads(told.read_text("utf-8"))
    return Standing(screen=said["screen"], frame=tuple(said["frame"]), area=tuple(said["area"]))


def opened(folder: Path, *screens: Mapping[str, int]) -> Standing:
    """Where the panel comes to rest on such screens, the first of them at the left."""
    names = ("left", "right")
    about = {
        "windowFrameMargins": True,
        "screens": [{"name": name, **screen, **DPI} for name, screen in zip(names, screens, strict=False)],
    }
    config, told = folder / "screens.json", folder / "told.json"
    config.write_text(json.dumps(about), encoding="utf-8")
    with panel(told, {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"}):
        return standing(told)


def lay_at(home: Path, *place: int) -> None:
    """Have the panel been there when it was closed."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "window.place").write_text(" ".join(map(str, place)), encoding="utf-8")


def test_at_the_very_first_start_it_stands_at_the_right_edge_of_the_screen(tmp_path: Path) -> None:
    found = opened(tmp_path, LEFT, RIGHT)
    assert (found.screen, found.edges[1], found.is_tall) == ("left", 0, True)


@pytest.mark.parametrize("edge", [Dock.LEFT, Dock.RIGHT])
def test_it_docks_on_the_screen_that_it_was_on(tmp_path: Path, calmline_home: Path, edge: Dock) -> None:
    lay_at(calmline_home, 1500, 100, 380, 500)
    change_settings(load_settings(), {"dock": edge.value})
    found = opened(tmp_path, LEFT, RIGHT)
    assert (found.screen, found.is_tall) == ("right", True)
    assert found.edges[edge is Dock.RIGHT] == 0


def test_where_it_was_put_it_opens_on_another_screen_too(tmp_path: Path, calmline_home: Path) -> None:
    lay_at(calmline_home, 1500, 40, 380, 600)
    change_settings(load_settings(), {"dock": "free"})
    found = opened(tmp_path, LEFT, RIGHT)
    assert (found.screen, found.frame[0] + 2, found.frame[1] + 2) == ("right", 1500, 40)


@pytest.mark.parametrize("edge", Dock)
def test_a_place_on_a_screen_that_is_gone_becomes_the_edge_of_one_that_is_there(
    tmp_path: Path, calmline_home: Path, edge: Dock
) -> None:
    lay_at(calmline_home, 1500, 100, 380, 600)
    change_settings(load_settings(), {"dock": edge.value})
    found = opened(tmp_path, LEFT)
    assert (found.screen, found.edges[edge is not Dock.LEFT]) == ("left", 0)


@has_display
@ON_LINUX
def test_it_follows_a_screen_that_changes_its_size_and_is_free_once_it_was_dragged_away(
    tmp_path: Path, calmline_home: Path
) -> None:
    told = tmp_path / "told.json"
    with display() as server, panel(told, on(server)):
        until(lambda: server.place(TITLE) == (1280 - 380, 0, 380, 1024))
        server.resize(1024, 768)
        until(lambda: server.place(TITLE) == (1024 - 380, 0, 380, 768))
        until(lambda: standing(told).frame == (1024 - 380, 0, 380, 768))
        server.move(TITLE, 200, 20)
        until(lambda: load_settings().dock == "free")
        until(lambda: standing(told).frame[:2] == (200, 20))
        server.resize(500, 700)
        until(lambda: standing(told).edges[1] == 0)
        assert not (calmline_home / "window.place").exists()


def on(server: Display) -> dict[str, str]:
    """What has a program open its windows there."""
    return {"QT_QPA_PLATFORM": "xcb", "DISPLAY": server.name, "QT_QPA_PLATFORMTHEME": "", "WAYLAND_DISPLAY": ""}
