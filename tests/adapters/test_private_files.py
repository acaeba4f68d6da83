"""What Calmline makes is for its owner alone, whatever it was before and whatever others' habits are."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.adapters.call_store import SqlCallStore
from app.adapters.private_files import make_private_folder
from app.adapters.settings_files import change_settings, load_settings
from tests.adapters.sealed import KEY
from tests.cli.commands import calmline

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")


@pytest.fixture(autouse=True)
def _open_habits() -> Iterator[None]:
    """Others may read what is made, unless it is closed."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def standard_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that Calmline chooses by itself."""
    monkeypatch.delenv("CALMLINE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return load_settings().home


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def modes_below(folder: Path) -> dict[str, int]:
    return {str(path.relative_to(folder)): mode(path) for path in folder.rglob("*")}


def test_a_store_that_others_could_read_is_closed_with_all_that_lies_beside_it(calmline_home: Path) -> None:
    calmline_home.mkdir()
    file = calmline_home / "calls.sqlite3"
    SqlCallStore(file, KEY).close()
    left = [file, *(calmline_home / f"{file.name}{end}" for end in ("-wal", "-shm", ".before-repair-1"))]
    for path in left:
        path.touch()
        path.chmod(0o644)
    store = SqlCallStore(file, KEY)
    modes = modes_below(calmline_home)
    store.close()
    assert len(modes) >= 2
    assert set(modes.values()) == {0o600}


def test_the_folder_that_calmline_chose_is_closed_where_somebody_left_it_open(standard_home: Path) -> None:
    standard_home.mkdir(parents=True, mode=0o755)
    change_settings(load_settings(), {"text_size": 120})
    assert mode(standard_home) == 0o700
    assert modes_below(standard_home) == {"settings.toml": 0o600}


def test_a_folder_that_was_named_stays_open_to_whoever_else_needs_it(calmline_home: Path) -> None:
    calmline_home.mkdir(mode=0o755)
    make_private_folder(calmline_home)
    assert mode(calmline_home) == 0o755
    make_private_folder(calmline_home / "journals")
    assert mode(calmline_home / "journals") == 0o700


def test_what_a_command_writes_is_for_its_owner_alone(calmline_home: Path, tmp_path: Path) -> None:
    exports = tmp_path / "exports"
    exports.mkdir()
    commands = [
        ("settings", "set", "text_size", "120"),
        ("lexicon", "propose", "the loyalty points", "--angrier"),
        ("lexicon", "accept", "1"),
        ("lexicon", "export", str(exports / "team.toml")),
        ("score", "-", "--json", str(exports / "scores.jsonl")),
    ]
    for command in commands:
        done = calmline(*command, given='{"speaker": "caller", "text": "Where is it?"}\n')
        assert (done.status, done.err) == (0, "")
    assert mode(calmline_home) == 0o700
    assert {"settings.toml", "calls.sqlite3"} <= modes_below(calmline_home).keys()
    assert set((modes_below(calmline_home) | modes_below(exports)).values()) == {0o600}
