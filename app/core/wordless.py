"""A call document without what was said, for those who keep figures alone."""

from dataclasses import replace

from app.core.document import CallDocument


def without_words(document: CallDocument) -> CallDocument:
    """The same call, when and how it went, with every text empty that holds words of the call."""
    return replace(
        document,
        turns=tuple(replace(turn, text="") for turn in document.turns),
        curve=tuple(replace(point, words=(), by=()) for point in document.curve),
        prompts=tuple(replace(shown, say="", because="") for shown in document.prompts),
        moves=tuple(replace(move, text="") for move in document.moves),
        summary=replace(document.summary, wants=(), promises=(), next_steps=()),
    )
