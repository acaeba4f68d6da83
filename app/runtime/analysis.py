"""The course of an analysis: each recording is stored as soon as it is analysed, or listed with its reason."""

from collections.abc import Callable, Iterable
from typing import Protocol

from app.core.analysis import Answer, Failure, Progress, Recorded, Refused
from app.core.document import CallDocument
from app.core.errors import StoreError

LOST = (
    "The process that analysed it has ended, by want of memory or by a fault of the speech engine. "
    "Try it alone: calmline replay FILE"
)


class Save(Protocol):
    """Keeps one document."""

    def __call__(self, document: CallDocument, /) -> None:
        """Raises StoreError."""
        ...


def analyse(
    answers: Iterable[tuple[Recorded, Answer]],
    save: Save,
    progress: Progress,
    tell: Callable[[Progress, Recorded], None],
) -> Progress:
    """Keep what comes in, and tell after each recording how far it is."""
    for recorded, answer in answers:
        progress = progress.with_done(recorded, _kept(recorded, answer, save))
        tell(progress, recorded)
    return progress


def _kept(recorded: Recorded, answer: Answer, save: Save) -> Failure | None:
    if isinstance(answer, Refused):
        return Failure(file=recorded.file, reason=answer.reason)
    try:
        save(answer)
    except StoreError as error:
        return Failure(file=recorded.file, reason=error.line())
    return None
