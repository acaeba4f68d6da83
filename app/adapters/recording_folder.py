"""A folder of recordings: which there are, how long they last, and what tells one from a changed one."""

import hashlib
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import soundfile

from app.core.errors import InputError

_WANTED = frozenset({".wav", ".wave", ".flac"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Paths from the folder: `recordings`, `others`, which are left alone, and folders that are `closed` to us."""

    recordings: tuple[str, ...]
    others: tuple[str, ...]
    closed: tuple[str, ...]


def look_into(folder: Path) -> Found:
    """What is in a folder and those in it; hidden files do not count. Raises InputError."""
    if not folder.is_dir():
        raise InputError("There is no folder {folder}.", "Name the folder that the recordings lie in.", folder=folder)
    names, closed = _names(folder)
    if "." in closed:
        raise InputError("{folder} cannot be read.", "Check its permissions.", folder=folder)
    wanted = [name for name in names if Path(name).suffix.lower() in _WANTED]
    others = sorted(set(names) - set(wanted))
    return Found(recordings=tuple(wanted), others=tuple(others), closed=tuple(closed))


def duration_of(file: Path) -> float:
    """Seconds by the head of a file, 0 where that cannot be read: whoever hears it says why."""
    try:
        return float(soundfile.info(str(file)).duration)
    except (soundfile.LibsndfileError, RuntimeError, TypeError, OSError):
        return 0.0


def written_at(file: Path) -> datetime:
    """When a file was last written to, in local time, the epoch where it has gone meanwhile."""
    try:
        return datetime.fromtimestamp(file.stat().st_mtime).astimezone()
    except OSError:
        return datetime.fromtimestamp(0).astimezone()


def mark_of(file: Path) -> str:
    """SHA-256 of what is in a file, empty where it cannot be read: the same recording under the same mark."""
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError:
        return ""


def _names(folder: Path) -> tuple[list[str], list[str]]:
    """Files that are not hidden, and folders that cannot be read."""
    found, closed = list[str](), list[str]()
    for place, folders, files in os.walk(folder, onerror=lambda error: closed.append(_below(folder, error.filename))):
        folders[:] = [name for name in folders if not name.startswith(".")]
        shown = (os.path.join(place, name) for name in files if not name.startswith("."))  # noqa: PTH118 - many names
        found += [_below(folder, path) for path in shown if os.path.isfile(path)]  # noqa: PTH113 - is_file may raise
    return sorted(found), sorted(closed)


def _below(folder: Path, path: str) -> str:
    return Path(path).relative_to(folder).as_posix()
