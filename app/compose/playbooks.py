"""The playbooks, and the one of a call."""

from contextlib import suppress
from typing import TYPE_CHECKING

from app.compose.judging import read_lexicon
from app.core.checklists import Opening, opening_of
from app.core.danger import Danger
from app.core.errors import CalmlineError, PlaybookError
from app.core.playbook import Playbook
from app.paths import bundled
from app.settings import Settings

if TYPE_CHECKING:
    from app.adapters.playbooks.folders import PlaybookFolders


def open_playbooks(settings: Settings | None = None) -> "PlaybookFolders":
    """The folders playbooks are looked up in."""
    from app.adapters.playbooks.folders import PlaybookFolders

    return PlaybookFolders((settings or Settings()).playbook_folders, _signals())


def load_playbook(settings: Settings) -> tuple[Playbook, str]:
    """The playbook of a call, and what to tell where it is an earlier version of it. Raises PlaybookError."""
    from app.adapters.playbooks.last_good import LastGood

    shelf = LastGood(settings.own_playbooks, settings.good_playbooks, bundled("playbooks"), _signals())
    playbook, note = shelf.load(settings.playbook)
    return playbook.told_by(settings.rule), note


def rule_titles(settings: Settings) -> dict[str, str]:
    """What playbooks call their rules, by the ids of these; before all others the one that calls go by."""
    shelf, titles = open_playbooks(settings), dict[str, str]()
    for name in (settings.playbook, *shelf.names()):
        with suppress(PlaybookError):  # told when a call begins
            titles = {rule.id: rule.title for rule in shelf.load(name).rule} | titles
    return titles


def load_opening(settings: Settings) -> Opening:
    """What the playbook wants done at the beginning of a call; an error of it is told when a call begins."""
    try:
        playbook, _ = load_playbook(settings)
    except CalmlineError:
        return Opening(begin=settings.begin)
    return opening_of(playbook, settings.begin)


def _signals() -> frozenset[str]:
    """What a rule can ask for in the caller's words. Raises LexiconError."""
    return frozenset([*(category.name for category in read_lexicon().categories), *map(str, Danger)])
