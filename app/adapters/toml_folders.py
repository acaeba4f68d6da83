"""Folders of TOML files that are looked up by name; one may lie on a share that is gone, or be closed to somebody."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_NOT_MADE = (2, 3)
"""Windows has no such file, and no such path."""


def names_in(folders: Iterable[Path]) -> list[str]:
    """Names of the files in the folders; of one that cannot be looked into there are none."""
    names = set[str]()
    for folder in folders:
        with suppress(OSError):
            names |= {path.stem for path in folder.glob("*.toml")}
    return sorted(names)


def out_of_reach(folders: Iterable[Path]) -> list[Path]:
    """Those that cannot be looked into; one that nobody made is not among them."""
    return [folder for folder in folders if _is_out_of_reach(folder)]


def _is_out_of_reach(folder: Path) -> bool:
    try:
        next(folder.iterdir(), None)
    except FileNotFoundError as error:
        # a link to nowhere; on Windows a share that is gone is "not found" as well, by a number of its own
        return os.path.lexists(folder) or getattr(error, "winerror", None) not in {None, *_NOT_MADE}
    except OSError:
        return True
    return False


def is_there(path: Path) -> bool:
    """Whether there is such a file; where that cannot be known, reading it tells what is wrong."""
    try:
        return path.is_file()
    except OSError:
        return True
