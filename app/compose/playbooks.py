"""The playbooks, and the one of a call."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.compose.judging import read_lexicon
from app.core.checklists import Opening, opening_of
from app.core.danger import Danger
from app.core.errors import CalmlineError, PlaybookError
from app.core.playbook import Playbook
from app.paths import bundled
from app.settings import DEFAULT_PLAYBOOK, Settings

if TYPE_CHECKING:
    from app.adapters.playbooks.folders import PlaybookFolders
    from app.adapters.playbooks.last_good import LastGood

LoadPlaybook = Callable[[Settings], tuple[Playbook, str]]
"""Gives the playbook of a call, and what to tell of it, "" for nothing. May raise PlaybookError."""


def open_playbooks(settings: Settings | None = None) -> "PlaybookFolders":
    """The folders playbooks are looked up in."""
    from app.adapters.playbooks.folders import PlaybookFolders

    return PlaybookFolders((settings or Settings()).playbook_folders, _signals())


def load_playbook(settings: Settings) -> tuple[Playbook, str]:
    """The playbook of a call, and what to tell where it is an earlier version of it. Raises PlaybookError."""
    playbook, note = _last_good(settings).load(settings.playbook)
    return playbook.told_by(settings.rule), note


class DeskPlaybooks:
    """The playbooks of a desk's calls: none of these fails because somebody's file is wrong or gone."""

    def __init__(self) -> None:
        self._good: dict[str, Playbook] = {}

    def load(self, settings: Settings) -> tuple[Playbook, str]:
        """The playbook of a call, and what to tell of it, "" for nothing.

        Where it cannot be used it is as calls had it last; where none had, it is the shipped one of that name, or the
        general one.
        """
        from app.adapters.playbooks.last_good import instead, stays

        shelf, name = _last_good(settings), settings.playbook
        try:
            playbook, note = shelf.load(name)
            self._good[name] = playbook
        except PlaybookError as error:
            playbook = self._good.get(name) or shelf.load(_stand_in(name))[0]
            note = stays(error, playbook) if name in self._good else instead(error, playbook)
        return playbook.told_by(settings.rule), note


def _last_good(settings: Settings) -> "LastGood":
    from app.adapters.playbooks.last_good import LastGood

    return LastGood(settings.own_playbooks, settings.good_playbooks, bundled("playbooks"), _signals())


def _stand_in(name: str) -> str:
    """The shipped playbook that is used in the place of one of this name or path."""
    named = Path(name).stem
    return named if named in {path.stem for path in bundled("playbooks").glob("*.toml")} else DEFAULT_PLAYBOOK


def rule_titles(settings: Settings) -> dict[str, str]:
    """What playbooks call their rules, by the ids of these; before all others the one that calls go by."""
    shelf, titles = open_playbooks(settings), dict[str, str]()
    for name in (settings.playbook, *shelf.names()):
        with suppress(PlaybookError):  # told when a call begins
            titles = {rule.id: rule.title for rule in shelf.load(name).rule} | titles
    return titles


def load_opening(settings: Settings, playbook_of: LoadPlaybook = load_playbook) -> Opening:
    """What the playbook wants done at the beginning of a call; an error of it is told when a call begins."""
    try:
        playbook, _ = playbook_of(settings)
    except CalmlineError:
        return Opening(begin=settings.begin)
    return opening_of(playbook, settings.begin)


def _signals() -> frozenset[str]:
    """What a rule can ask for in the caller's words. Raises LexiconError."""
    return frozenset([*(category.name for category in read_lexicon().categories), *map(str, Danger)])
