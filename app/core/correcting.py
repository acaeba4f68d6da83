"""Puts the agent's own word on a call into its document."""

from dataclasses import replace

from app.core.after_call import Corrected
from app.core.document import After, CallDocument
from app.core.masking import mask


def corrected(document: CallDocument, said: Corrected) -> CallDocument:
    """The document with the agent's word; what was typed is masked by the rules alone, and empty lines go."""
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
