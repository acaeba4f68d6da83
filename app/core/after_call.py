"""What the agent says of a call once it is over."""

from dataclasses import dataclass

from app.core.document import After, CallDocument
from app.core.summary import Promised


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """The agent's own word on a call: how it ended, a note, and what was wanted and promised as it really was."""

    after: After
    wants: tuple[str, ...]
    promises: tuple[Promised, ...]


def said_of(document: CallDocument) -> Corrected:
    """What a document says so far."""
    summary = document.summary
    return Corrected(after=document.after or After(), wants=summary.wants, promises=summary.promises)
