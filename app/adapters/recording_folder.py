"""A folder of recordings: which there are, how long they last, and what tells one from a changed one."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import soundfile

from app.core.errors import InputError

_WANTED = frozenset({".wav", ".wave", ".flac"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Files by their paths from the folder: `recordings`, and `others`, which are left alone."""

    recordings: tuple[str, ...]
    others: tuple[str, ...]


def look_into(folder: Path) -> Found:
    """What is in a folder and those in it; hidden files do not count. Raises InputError."""
    if not folder.is_dir():
        raise InputError("There is no folder {folder}.", "Name the folder that the recordings lie in.", folder=folder)
    try:
        names = sorted(path.as_posix() for path in _files(folder))
    except OSError as error:
        raise InputError("{folder} cannot be read.", "Check its permissions.", folder=folder) from error
    wanted = [name for name in names if Path(name).suffix.lower() in _WANTED]
    return Found(recordings=tuple(wanted), others=tuple(name for name in names if name not in set(wanted)))


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


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        name = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in name.parts):
            yield name
