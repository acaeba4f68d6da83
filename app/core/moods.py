"""The words for how a caller is, the same in the windows and in the terminal."""

from enum import Enum

from app.core.anger import CurveShape
from app.core.events import Channel, Phase

_SHAPE = CurveShape()


class Level(Enum):
    """How angry a level of the curve is, in the steps that the phases use."""

    CALM = "Calm"
    TENSE = "Tense"
    HOT = "Hot"


LEVEL_EDGES = (_SHAPE.rising_at, _SHAPE.hot_at)
"""Where tense and hot begin, 0..1."""

PHASES = {
    Phase.CALM: "Calm",
    Phase.RISING: "Heating up",
    Phase.HOT: "Hot",
    Phase.FALLING: "Cooling down",
    Phase.ABUSIVE: "Abusive",
}

SPEAKERS = {Channel.AGENT: "Agent", Channel.CALLER: "Caller", Channel.UNKNOWN: "Speaker"}


def level_of(level: float) -> Level:
    """The word for a level of 0..1."""
    tense_at, hot_at = LEVEL_EDGES
    if level >= hot_at:
        return Level.HOT
    return Level.TENSE if level >= tense_at else Level.CALM
