"""Kinds of danger and loss in a caller's words, before which everything else waits."""

from enum import StrEnum


class Danger(StrEnum):
    """What a caller's words tell of; the value is the signal that rules of a playbook ask for."""

    SELF_HARM = "self_harm"
    THREAT = "threat"
    MEDICAL = "medical"
    CHILD = "child"
    BEREAVEMENT = "bereavement"
