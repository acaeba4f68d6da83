"""Folders of TOML files that are looked up by name; one may lie on a share that is gone, or be closed to somebody."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def names_in(folders: Iterable[Path]) -> list[str]:
    """Names of the files in the folders; of one that cannot be looked into there are none."""
    names = set[str]()
    for folder in folders:
        with suppress(OSError):
            names |= {path.stem for path in folder.glob("*.toml")}
    return sorted(names)


def is_there(path: Path) -> bool:
    """Whether there is such a file; where that cannot be known, reading it tells what is wrong."""
    try:
        return path.is_file()
    except OSError:
        return True
