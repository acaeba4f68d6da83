"""Where exported files are put: a file, or a folder that is made for its owner alone."""

import os
from collections.abc import Sequence
from pathlib import Path

from app.adapters.output_files import WholeFile
from app.adapters.private_files import make_private_folder
from app.core.errors import InputError, TakenError


class ExportPlace:
    """A folder where `to` is one or ends like one, or `is_folder`; else one file."""

    def __init__(self, to: str, *, is_folder: bool, may_replace: bool) -> None:
        self._to = Path(to).expanduser()
        ends_like_folder = to.endswith(tuple(filter(None, ("/", os.sep, os.altsep))))
        self._is_folder = is_folder or ends_like_folder or os.path.isdir(self._to)  # noqa: PTH112 - is_dir may raise
        self._may_replace = may_replace

    @property
    def where(self) -> str:
        """The whole path of the file or the folder."""
        return str(self._to.absolute())

    def check(self, names: Sequence[str]) -> None:
        """Make the folder, and see that all files can come to be. Raises InputError, TakenError."""
        if self._is_folder:
            self._make_folder()
        there = [path for path in map(self._path, names) if os.path.lexists(path)]
        if there and not self._may_replace:
            raise _taken(there)
        for name in names[:1]:
            WholeFile(self._path(name)).discard()

    def write(self, name: str, contents: bytes) -> None:
        """Put a file there, whole or not at all, for its owner alone. Raises InputError."""
        path = self._path(name)
        with WholeFile(path) as file:
            file.write(contents)

    def _path(self, name: str) -> Path:
        return self._to / name if self._is_folder else self._to

    def _make_folder(self) -> None:
        try:
            if not self._to.is_dir():
                make_private_folder(self._to)
        except OSError as error:
            raise InputError(
                "The folder {folder} cannot be made.",
                "Choose a folder where you may write, or a file.",
                folder=self._to,
            ) from error


def _taken(there: Sequence[Path]) -> TakenError:
    advice = "Choose another place, or replace what is there with --force."
    more = len(there) - 1
    says = "{path} is there already, and {more} more are." if more else "{path} is there already."
    return TakenError(says, advice, count=len(there), path=there[0], more=more)
