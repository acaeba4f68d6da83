"""What the agent says of a call once it is over."""

from dataclasses import dataclass, replace

from app.core.document import After, CallDocument
from app.core.masking import mask
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


def corrected(document: CallDocument, said: Corrected) -> CallDocument:
    """The document with the agent's word; what was typed is masked like what was spoken, and empty lines go."""
    promises = tuple(
        replace(promise, what=mask(promise.what.strip()), when=mask(promise.when or "") or None)
        for promise in said.promises
        if promise.what.strip()
    )
    wants = tuple(mask(want.strip()) for want in said.wants if want.strip())
    after = replace(said.after, note=mask(said.after.note.strip()))
    return replace(
        document,
        summary=replace(document.summary, wants=wants, promises=promises),
        after=None if after == After() else after,
    )
