from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.adapters.team_store import SqlTeamStore
from app.core.errors import InputError
from app.ui.screenshots import save_picture
from app.ui.supervisor_window import SIZE, SupervisorWindow
from tests.adapters.sealed import KEY
from tests.memory_store import MemoryStore


def test_a_window_becomes_a_picture_and_stays_hidden(qtbot: QtBot, tmp_path: Path) -> None:
    window = SupervisorWindow(MemoryStore(), SqlTeamStore(tmp_path / "calls.sqlite3", KEY))
    qtbot.addWidget(window)
    save_picture(window, tmp_path / "calls.png")
    assert QImage(str(tmp_path / "calls.png")).size() == SIZE
    assert not window.isVisible()


def test_a_picture_that_cannot_be_written_names_its_file(qtbot: QtBot, tmp_path: Path) -> None:
    window = SupervisorWindow(MemoryStore(), SqlTeamStore(tmp_path / "calls.sqlite3", KEY))
    qtbot.addWidget(window)
    with pytest.raises(InputError, match=r"calls\.png"):
        save_picture(window, tmp_path / "missing" / "calls.png")
