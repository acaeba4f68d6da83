"""Where calls are kept and told of: the store, the team's lexicon, journals and the pipe."""

from collections.abc import Iterator

from app.adapters.call_pipe import CallPipe
from app.adapters.disks import SystemDisks
from app.adapters.journal import Journal, LeftJournal, left_journals
from app.core.disks import check_disk
from app.core.errors import StoreError
from app.core.ports import CallStore, Disks, TeamStore
from app.core.team import TeamLexicon
from app.runtime.told import VERBS, Tell
from app.settings import Settings

SYSTEM_DISKS = SystemDisks()


def open_store(settings: Settings, disks: Disks = SYSTEM_DISKS) -> CallStore:
    """The call store, made when it is not there yet. Raises StoreError, also on a network share."""
    from app.adapters.call_store import SqlCallStore

    _check_disk(settings, disks)
    return SqlCallStore(settings.store_file, with_words=settings.keeps_words)


def store_notices(settings: Settings, disks: Disks = SYSTEM_DISKS) -> tuple[str, ...]:
    """What is to be told before the first call, so that nobody learns at its end that it is not kept."""
    try:
        _check_disk(settings, disks)
    except StoreError as error:
        return (error.line(),) if settings.is_kept else ()
    return ()


def open_team(settings: Settings, disks: Disks = SYSTEM_DISKS) -> TeamStore:
    """The team's lexicon, kept beside the calls. Raises StoreError, also on a network share."""
    from app.adapters.team_store import SqlTeamStore

    _check_disk(settings, disks)
    return SqlTeamStore(settings.store_file)


def read_team(settings: Settings) -> TeamLexicon:
    """The newest version of the team's lexicon, the empty one before the first call was kept. Raises StoreError."""
    try:
        if not settings.store_file.exists():
            return TeamLexicon()
    except OSError as error:
        raise StoreError(
            "{store_file} cannot be read.", "Check the folder's permissions.", store_file=settings.store_file
        ) from error
    store = open_team(settings)
    try:
        return store.lexicon()
    finally:
        store.close()


def open_pipe(settings: Settings, tell: Tell) -> CallPipe:
    """Let `calmline call` reach a call or a window. Raises PipeError, also where another one is reached already."""
    return CallPipe(settings.home, tuple(VERBS), tell)


def begin_journal(settings: Settings, disks: Disks = SYSTEM_DISKS) -> Journal:
    """The journal of a call that is about to begin; it writes nothing before, and nothing on a network share."""
    return Journal(settings.home, lambda: _check_disk(settings, disks))


def journals_left(settings: Settings) -> Iterator[LeftJournal]:
    """The journals of calls that were broken off."""
    return left_journals(settings.home)


def _check_disk(settings: Settings, disks: Disks) -> None:
    """Raises StoreError where calls in the user's folder would leave the computer."""
    check_disk(disks.disk_of(str(settings.home)), str(settings.home))
