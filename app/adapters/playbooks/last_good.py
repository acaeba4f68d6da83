"""The last good set of a centre's own playbooks: it stays in use while a changed file has an error."""

import shutil
from pathlib import Path

from app.adapters.playbooks.folders import PlaybookFolders
from app.core.errors import PlaybookError
from app.core.playbook import Playbook


class LastGood:
    """Loads playbooks by name, and keeps a copy of those of the centre's own files that were good."""

    def __init__(self, own: Path, kept: Path, bundled: Path, signals: frozenset[str]) -> None:
        self._own = own
        self._kept = kept
        self._shelf = PlaybookFolders((own, bundled), signals)
        self._good = PlaybookFolders((kept, bundled), signals)

    def load(self, name: str) -> tuple[Playbook, str]:
        """The playbook of this name or path, and what to tell of it, "" for nothing.

        Raises PlaybookError where a path was named, or where nothing good was kept.
        """
        try:
            playbook = self._shelf.load(name)
        except PlaybookError as error:
            if not any(path.stem == name for path in self._own.glob("*.toml")):
                raise
            return self._load_good(name, error)
        self._keep(name)
        return playbook, ""

    def _load_good(self, name: str, error: PlaybookError) -> tuple[Playbook, str]:
        try:
            playbook = self._good.load(name)
        except PlaybookError:
            raise error from None
        return playbook, f"{error.line()} Until then version {playbook.version} of {playbook.date} stays in use."

    def _keep(self, name: str) -> None:
        """Copy what was read; a disk that cannot take it does not keep a call from being held."""
        try:
            for path in self._shelf.files(name):
                if path.parent == self._own:
                    self._kept.mkdir(parents=True, exist_ok=True, mode=0o700)
                    shutil.copyfile(path, self._kept / path.name)
        except OSError:
            return
