"""The course of an analysis: each recording is stored as soon as it is analysed, or listed with its reason."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Protocol

from app.core.analysis import Answer, Failure, Progress, Recorded, Refused
from app.core.document import CallDocument
from app.core.errors import HeldError, StoreBusyError, StoreDamagedError

LOST = (
    "The process that analysed it has ended, by want of memory or by a fault of the speech engine. "
    "Try it alone: calmline replay FILE"
)


class Save(Protocol):
    """Keeps one document."""

    def __call__(self, document: CallDocument, /) -> None:
        """Raises StoreError."""
        ...


_TRIES = 3
"""Where something else writes to the store; each waits as long as the store does."""


def analyse(
    answers: Iterable[tuple[Recorded, Answer]], save: Save, progress: Progress
) -> Iterator[tuple[Progress, Recorded]]:
    """Keep what comes in, and tell after each recording how far it is.

    Raises StoreError where nothing can be stored any more, as on a full disk: all that came then would be lost.
    """
    for recorded, answer in answers:
        progress = progress.with_done(recorded, _kept(recorded, answer, save))
        yield progress, recorded


def _kept(recorded: Recorded, answer: Answer, save: Save) -> Failure | None:
    """Raises StoreError."""
    if isinstance(answer, Refused):
        return Failure(file=recorded.file, reason=answer.reason)
    try:
        _save(answer, save)
    except (HeldError, StoreBusyError, StoreDamagedError) as error:
        return Failure(file=recorded.file, reason=error.line())
    return None


def _save(document: CallDocument, save: Save) -> None:
    """Raises StoreError."""
    for _ in range(_TRIES - 1):
        with suppress(StoreBusyError):
            save(document)
            return
    save(document)
