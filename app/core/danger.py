"""Kinds of danger and loss in a caller's words, before which everything else waits."""

from enum import StrEnum
from typing import Final


class Danger(StrEnum):
    """What a caller's words tell of; the value is the signal that rules of a playbook ask for."""

    SELF_HARM = "self_harm"
    THREAT = "threat"
    MEDICAL = "medical"
    CHILD = "child"
    BEREAVEMENT = "bereavement"


POSSIBLE_DANGER: Final = "possible_danger"
"""The signal of words that may tell of any of these, where it is too unsure to say so."""

ALL_DANGERS: Final = frozenset([*map(str, Danger), POSSIBLE_DANGER])
"""Every signal of danger or loss."""
