"""Where calls are kept and told of: the store, the team's lexicon, journals and the pipe."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from app.adapters.disks import SystemDisks
from app.adapters.store_keys import StoreKeys, given_passphrase
from app.adapters.system_keyring import SystemKeyring
from app.core.disks import check_disk
from app.core.document import CallDocument
from app.core.errors import StoreDamagedError, StoreError
from app.core.keeping import KeptFiles
from app.core.message import Message
from app.core.ports import CallStore, Disks, TeamStore
from app.core.store_key import KeyPlace
from app.paths import key_folder
from app.runtime.purging import Purged, purge
from app.runtime.told import VERBS, Tell
from app.settings import Settings

if TYPE_CHECKING:
    from app.adapters.call_pipe import CallPipe
    from app.adapters.journal import Journal, LeftJournal
    from app.core.call_search import CallRow
    from app.core.read_practice import SavedLesson
    from app.core.review_port import ReviewStore
    from app.core.score_port import ScoreStore
    from app.core.standing import Standing
    from app.core.team import TeamLexicon
    from app.core.trend_port import TrendStore

_KEY_IN_FILE = (
    "Calls are encrypted, but there is no keyring here: their key lies in a file. "
    "To protect it by a passphrase: calmline key passphrase"
)

SYSTEM_DISKS = SystemDisks()
SYSTEM_KEYS = StoreKeys(SystemKeyring(), key_folder, given_passphrase)


def open_store(settings: Settings, disks: Disks = SYSTEM_DISKS, keys: StoreKeys = SYSTEM_KEYS) -> CallStore:
    """The call store, made when it is not there yet. Raises StoreError, also on a network share."""
    _check_disk(settings, disks)
    return _opened(settings, keys)


def open_kept(settings: Settings, disks: Disks = SYSTEM_DISKS, keys: StoreKeys = SYSTEM_KEYS) -> CallStore:
    """The call store to look into and to take away from; one on a network share is opened if it is there already.

    Raises StoreError.
    """
    return _opened(settings, keys) if _has_store(settings) else open_store(settings, disks, keys)


def _opened(settings: Settings, keys: StoreKeys) -> CallStore:
    """Raises StoreError."""
    from app.adapters.call_store import SqlCallStore

    return SqlCallStore(settings.store_file, _key(settings, keys), with_words=settings.keeps_words)


def _key(settings: Settings, keys: StoreKeys) -> bytes:
    """Raises StoreKeyError."""
    return keys.key_of(settings.store_file, is_strict=settings.is_key_strict)


def store_notices(settings: Settings, disks: Disks = SYSTEM_DISKS) -> tuple[str, ...]:
    """What is to be told before the first call, so that nobody learns at its end that it is not kept."""
    try:
        _check_disk(settings, disks)
    except StoreError as error:
        return (error.line(),) if settings.is_kept else ()
    return ()


def key_notices(settings: Settings, keys: StoreKeys = SYSTEM_KEYS) -> tuple[str, ...]:
    """What is to be told of the key of the calls before the first call; a key is made where there is none.

    It may ask the system's keyring, and so takes as long as that does.
    """
    if not settings.is_kept:
        return ()
    try:
        is_new = keys.place_of(settings.store_file) is None
        _key(settings, keys)
        place = keys.place_of(settings.store_file)
    except StoreError as error:
        return (error.line(),)
    return (Message(_KEY_IN_FILE),) if is_new and place is KeyPlace.FILE else ()


def open_team(settings: Settings, disks: Disks = SYSTEM_DISKS, keys: StoreKeys = SYSTEM_KEYS) -> TeamStore:
    """The team's lexicon, kept beside the calls. Raises StoreError, also on a network share."""
    from app.adapters.team_store import SqlTeamStore

    _check_disk(settings, disks)
    return SqlTeamStore(settings.store_file, _key(settings, keys))


def open_reviews(settings: Settings, disks: Disks = SYSTEM_DISKS, keys: StoreKeys = SYSTEM_KEYS) -> "ReviewStore":
    """What reviewers write at calls, kept beside them. Raises StoreError, also on a network share."""
    _check_disk(settings, disks)
    return open_kept_reviews(settings, keys)


def open_kept_reviews(settings: Settings, keys: StoreKeys = SYSTEM_KEYS) -> "ReviewStore":
    """What was written at calls that are kept already, wherever that is. Raises StoreError."""
    from app.adapters.review_store import SqlReviewStore

    return SqlReviewStore(settings.store_file, _key(settings, keys))


def read_lessons(settings: Settings) -> "tuple[SavedLesson, ...]":
    """The calls that were saved for practice. Raises StoreError."""
    if not _has_store(settings):
        return ()
    store = open_reviews(settings)
    try:
        return store.lessons()
    finally:
        store.close()


def read_call(settings: Settings, call_id: str) -> CallDocument:
    """One stored call. Raises StoreError."""
    store = open_store(settings)
    try:
        return store.load(call_id)
    finally:
        store.close()


def open_trends(settings: Settings, keys: StoreKeys = SYSTEM_KEYS) -> "TrendStore":
    """Trends of the stored calls; the store is made when it is not there yet. Raises StoreError."""
    from app.adapters.trend_store import SqlTrendStore

    return SqlTrendStore(settings.store_file, _key(settings, keys))


def open_scores(settings: Settings, disks: Disks = SYSTEM_DISKS, keys: StoreKeys = SYSTEM_KEYS) -> "ScoreStore":
    """The scores of calls, kept beside them. Raises StoreError, also on a network share."""
    _check_disk(settings, disks)
    return open_kept_scores(settings, keys)


def open_kept_scores(settings: Settings, keys: StoreKeys = SYSTEM_KEYS) -> "ScoreStore":
    """The scores of calls that are kept already, wherever that is. Raises StoreError."""
    from app.adapters.score_store import SqlScoreStore

    return SqlScoreStore(settings.store_file, _key(settings, keys))


def look_at_scores(settings: Settings, calls: "Sequence[CallRow]", viewer: str | None) -> "dict[str, Standing]":
    """How far calls are scored, by their ids, as far as the viewer may know; nothing where one is damaged.

    Raises StoreError.
    """
    from app.core.standing import standings

    store = open_kept_scores(settings)
    try:
        with suppress(StoreDamagedError):
            return standings(store, calls, viewer)
    finally:
        store.close()
    return {}


def read_team(settings: Settings) -> "TeamLexicon":
    """The newest version of the team's lexicon, the empty one before the first call was kept. Raises StoreError."""
    from app.core.team import TeamLexicon

    if not _has_store(settings):
        return TeamLexicon()
    store = open_team(settings)
    try:
        return store.lexicon()
    finally:
        store.close()


def open_pipe(settings: Settings, tell: Tell) -> "CallPipe":
    """Let `calmline call` reach a call or a window. Raises PipeError, also where another one is reached already."""
    from app.adapters.call_pipe import CallPipe

    return CallPipe(settings.home, tuple(VERBS), tell)


def begin_journal(settings: Settings, disks: Disks = SYSTEM_DISKS, keys: StoreKeys = SYSTEM_KEYS) -> "Journal":
    """The journal of a call that is about to begin; it writes nothing before, and nothing on a network share."""
    from app.adapters.journal import Journal

    seal = partial(keys.journal_seal, settings.store_file, is_strict=settings.is_key_strict)
    return Journal(settings.home, lambda: _check_disk(settings, disks), seal)


def journals_left(settings: Settings, keys: StoreKeys = SYSTEM_KEYS) -> "Iterator[LeftJournal]":
    """The journals of calls that were broken off."""
    from app.adapters.journal import left_journals

    return left_journals(settings.home, partial(_key, settings, keys))


def _check_disk(settings: Settings, disks: Disks) -> None:
    """Raises StoreError where calls in the user's folder would leave the computer."""
    check_disk(disks.disk_of(str(settings.home)), str(settings.home))


def purge_kept(
    settings: Settings,
    now: datetime,
    may_go_on: Callable[[], bool] = lambda: True,
    *,
    with_journals: bool = True,
    disks: Disks = SYSTEM_DISKS,
) -> Purged:
    """Take away what is older than it is kept, from the store, its copies and the journals. Raises StoreError."""
    store = partial(open_kept, settings, disks) if _has_store(settings) else None
    journals = journals_left(settings) if with_journals else ()
    return purge(store, journals, now, settings.days, may_go_on)


def look_at_files(settings: Settings) -> KeptFiles:
    """The files that calls are kept in. Raises StoreError."""
    from app.adapters.kept_files import kept_files

    try:
        return kept_files(settings.home, settings.store_file)
    except OSError as error:
        raise _unreadable(settings) from error


def _has_store(settings: Settings) -> bool:
    """Whether anything was ever kept. Raises StoreError where that cannot be seen."""
    try:
        return settings.store_file.exists()
    except OSError as error:
        raise _unreadable(settings) from error


def _unreadable(settings: Settings) -> StoreError:
    return StoreError("{store_file} cannot be read.", "Check the folder's permissions.", store_file=settings.store_file)
