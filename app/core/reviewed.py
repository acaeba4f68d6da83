"""What can be asked of a call's reviews: how far it is scored, and whether something was written at it."""

from enum import StrEnum


class Scored(StrEnum):
    """How far a call is scored, as far as whoever asks may know.

    `SCORED` is every call with a score that counts, also where that is disputed or agreed on.
    """

    NOT = "not"
    DRAFT = "draft"
    BLIND = "blind"
    SCORED = "scored"
    DISPUTED = "disputed"
    AGREED = "agreed"


class Noted(StrEnum):
    """What was written at a call; `OPEN` is a coaching note that is not done, `ANY` a note of either kind."""

    ANY = "any"
    COMMENT = "comment"
    COACHING = "coaching"
    OPEN = "open"
    NONE = "none"
