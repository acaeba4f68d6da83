"""What lies in a folder of recordings."""

import os
from pathlib import Path
from typing import Any

import pytest

from app.adapters.recording_folder import look_into
from app.core.errors import InputError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Recordings and others, some hidden, some deeper."""
    for name in ("b.WAV", "a.flac", "notes.txt", ".hidden.wav", "deep/er/c.wave", ".cache/d.wav", "locked/e.wav"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
    (tmp_path / "folder.wav").mkdir()
    return tmp_path


def close(monkeypatch: pytest.MonkeyPatch, closed: Path) -> None:
    """As for somebody who has no right to it; whoever runs the tests may have every right."""
    scan = os.scandir

    def refusing(path: str) -> Any:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refusing)


def test_recordings_are_found_in_folders_below_too_and_what_is_hidden_is_not(folder: Path) -> None:
    found = look_into(folder)
    assert found.recordings == ("a.flac", "b.WAV", "deep/er/c.wave", "locked/e.wav")
    assert (found.others, found.closed) == (("notes.txt",), ())


@pytest.mark.parametrize("closed", ["locked", "deep/er"])
def test_a_folder_that_cannot_be_read_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch, closed: str) -> None:
    close(monkeypatch, folder / closed)
    found = look_into(folder)
    assert found.closed == (closed,)
    assert not [name for name in found.recordings if name.startswith(closed)]


def test_where_the_folder_itself_cannot_be_read_that_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    close(monkeypatch, folder)
    with pytest.raises(InputError, match="cannot be read"):
        look_into(folder)
