"""A call document without what was said, for those who keep figures alone and for calls that have grown old."""

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


def figures_alone(document: CallDocument) -> CallDocument:
    """The same, without the agent's own note either."""
    bare = without_words(document)
    return bare if bare.after is None else replace(bare, after=replace(bare.after, note=""))


def has_words(document: CallDocument) -> bool:
    """Whether there is anything in it that was said, or noted, or comes of it."""
    return figures_alone(document) != document


def lost_words(document: CallDocument) -> bool:
    """Whether something was said of which no word is there."""
    return bool(document.turns) and not any(turn.text.strip() for turn in document.turns)
