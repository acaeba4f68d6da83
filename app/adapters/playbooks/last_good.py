"""The last good set of a centre's own playbooks: it stays in use while a changed file has an error."""

import shutil
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from app.adapters.playbooks.folders import PlaybookFolders
from app.adapters.private_files import make_private_folder
from app.core.errors import PlaybookError
from app.core.message import Message, sentences
from app.core.playbook import Playbook

_STAYS = "Until then version {version} of {date} stays in use."
_INSTEAD = "Until then the playbook {title} is used instead."


class LastGood:
    """Loads playbooks by name, and keeps the files of each that it was made of when it last was good."""

    def __init__(self, own: Path, kept: Path, bundled: Path, signals: frozenset[str]) -> None:
        self._own = own
        self._kept = kept
        self._bundled = bundled
        self._signals = signals

    def load(self, name: str) -> tuple[Playbook, str]:
        """The playbook of this name or path, and what to tell of it, "" for nothing.

        Raises PlaybookError where a path was named, or where there is nothing good to fall back on.
        """
        try:
            playbook, sources = self._shelf(self._own).load_with_sources(name)
        except PlaybookError as error:
            return self._load_good(name, error)
        own = {path: text for path, text in sources.items() if path.parent == self._own}
        self._keep(name, own)
        return playbook, ""

    def _shelf(self, *own: Path) -> PlaybookFolders:
        return PlaybookFolders((*own, self._bundled), self._signals)

    def _load_good(self, name: str, error: PlaybookError) -> tuple[Playbook, str]:
        """What was kept of it; else the bundled one of that name."""
        if name != Path(name).name or name.endswith(".toml"):
            raise error
        for shelf in (self._shelf(self._kept / name), self._shelf()):
            with suppress(PlaybookError):
                playbook, sources = shelf.load_with_sources(name)
                is_kept = any(path.parent != self._bundled for path in sources)
                return playbook, stays(error, playbook) if is_kept else instead(error, playbook)
        raise error

    def _keep(self, name: str, own: dict[Path, str]) -> None:
        """Put the files in the place of the earlier ones, all at once; a full disk keeps no call from being held."""
        if name != Path(name).name or not own:
            return
        try:
            folder = self._kept / name
            if _texts(folder.glob("*")) == {path.name: text for path, text in own.items()}:
                return
            make_private_folder(self._kept)
            made = Path(tempfile.mkdtemp(dir=self._kept, prefix=".new-"))
            for path, text in own.items():
                (made / path.name).write_text(text, encoding="utf-8")
            shutil.rmtree(folder, ignore_errors=True)
            made.rename(folder)
        except (OSError, UnicodeDecodeError):
            return


def _texts(paths: Iterable[Path]) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in paths}


def stays(error: PlaybookError, playbook: Playbook) -> Message:
    """What is wrong, and that the version from before is used."""
    return sentences(error.line(), Message(_STAYS, version=playbook.version, date=playbook.date))


def instead(error: PlaybookError, playbook: Playbook) -> Message:
    """What is wrong, and that another playbook is used."""
    return sentences(error.line(), Message(_INSTEAD, title=playbook.title))
