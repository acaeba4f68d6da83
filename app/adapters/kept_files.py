"""The files that calls are kept in: how many there are, how large and how old."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from app.adapters.journal import journal_files
from app.adapters.store_copies import copies_of
from app.core.keeping import Files, KeptFiles


def kept_files(home: Path, store: Path) -> KeptFiles:
    """What lies there now. Raises OSError."""
    beside = (store, *(store.with_name(f"{store.name}{end}") for end in ("-wal", "-shm")))
    return KeptFiles(
        store=_summed(file for file in beside if file.exists()),
        journals=_summed(journal_files(home)),
        copies=_summed(copies_of(store)),
    )


def _summed(files: Iterable[Path]) -> Files:
    found = [file.stat() for file in files]
    oldest = min((one.st_mtime for one in found), default=None)
    return Files(
        count=len(found),
        size_bytes=sum(one.st_size for one in found),
        oldest=None if oldest is None else datetime.fromtimestamp(oldest, UTC),
    )
