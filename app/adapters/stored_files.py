"""Looks at what is stored: files with sizes and modes, never at what is in them."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from app.adapters.pipe_place import socket_folders
from app.adapters.store_file import FileFaultError, opened
from app.core.privacy import Entry
from app.paths import key_folder


def mode_of(path: Path) -> int | None:
    """Permissions of a file or folder, None where it is not there or the system has no such modes."""
    if sys.platform == "win32":
        return None
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        return None


def entries_in(folder: Path) -> Iterator[Entry]:
    """Every file and folder in a folder, by paths from there; what goes meanwhile is left out."""
    for path in sorted(folder.rglob("*")):
        entry = _entry(path, path.relative_to(folder).as_posix())
        if entry is not None:
            yield entry


def outside_entries() -> tuple[Entry, ...] | None:
    """What is there of all that is written outside the user's folder, None where that is not known."""
    if sys.platform != "linux":
        return None
    listed = (_entry(path, str(path)) for path in outside_places())
    return tuple(entry for entry in listed if entry is not None)


def outside_places() -> list[Path]:
    """Where system libraries and the local pipe write on Linux: caches of fonts and drivers, sound servers' folders."""
    home = Path.home()
    caches = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    configured = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    runtime, user = os.environ.get("XDG_RUNTIME_DIR"), os.getuid()
    return [
        *(caches / name for name in ("fontconfig", "mesa_shader_cache", "mesa_shader_cache_db", "nvidia")),
        key_folder(),
        configured / "pulse",
        *(link.resolve() for link in (configured / "pulse").glob("*-runtime")),
        *([Path(runtime) / "pulse"] if runtime else []),
        Path(f"/dev/shm/jack_db-{user}"),  # noqa: S108 - only looked at
        *(base / f"calmline-{user}" for base in dict.fromkeys(socket_folders())),
    ]


def count_calls(store: Path, key: bytes | None) -> int | None:
    """Calls in a store, which is opened to be read only; None where there is none or it cannot be read.

    Without a key it is one that anybody can read. Where nobody writes to it SQLite is told so, since it would leave
    files beside it.
    """
    is_in_use = store.with_name(f"{store.name}-wal").exists()
    try:
        with opened(store, key, busy_s=1.0, query="mode=ro" if is_in_use else "mode=ro&immutable=1") as connection:
            (count,) = connection.execute("select count(*) from calls").fetchone()
    except FileFaultError:
        return None
    return int(count)


def _entry(path: Path, name: str) -> Entry | None:
    try:
        about = path.stat()
    except OSError:
        return None
    is_folder = path.is_dir()
    return Entry(path=name, size_bytes=0 if is_folder else about.st_size, mode=mode_of(path), is_folder=is_folder)
