"""What has to come before a call is listened to: how callers are told of it, and whether it is listened to at all."""

from enum import Enum, StrEnum


class Consent(StrEnum):
    """How callers learn that a call is written down.

    TELL: by the agent, who may do so while it is listened to. ANNOUNCED: before the call. REQUIRED: by the agent, and
    nothing is listened to before that.
    """

    TELL = "tell"
    ANNOUNCED = "announced"
    REQUIRED = "required"


class Region(StrEnum):
    """Whose agreement the law wants where callers are: the company has decided, one side's, or everybody's."""

    OWN = "own"
    ONE_AGREES = "one_agrees"
    ALL_AGREE = "all_agree"


class Capture(StrEnum):
    """What was heard of a call: its sound, or nothing, where the agent said by hand how it went."""

    SOUND = "sound"
    NONE = "none"


NOT_HEARD = "without listening"
"""The source of a call of which nothing was heard."""


class Begin(Enum):
    """How a call begins: it is listened to, once the caller was told, or not at all."""

    LISTENING = "listening"
    ASKING = "asking"
    BY_HAND = "by hand"


def rule_of(consent: str, region: str) -> Consent:
    """The rule that counts: where everybody has to agree, nothing is listened to before the caller was told."""
    return Consent.REQUIRED if region == Region.ALL_AGREE else Consent(consent)
