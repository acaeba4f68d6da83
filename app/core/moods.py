"""The words for how a caller is, the same in the windows and in the terminal."""

from enum import Enum

from app.core.anger import CurveShape
from app.core.events import Channel, Move, Phase

_SHAPE = CurveShape()


class Level(Enum):
    """How angry a level of the curve is, in the steps that the phases use."""

    CALM = "Calm"
    TENSE = "Tense"
    HOT = "Hot"


NEARLY_HOT = "Nearly hot"
"""A level in the step of hot, of a caller who never turned hot: one line alone is no evidence of that."""

LEVEL_EDGES = (_SHAPE.rising_at, _SHAPE.hot_at)
"""Where tense and hot begin, 0..1."""

PHASES = {
    Phase.CALM: "Calm",
    Phase.RISING: "Heating up",
    Phase.HOT: "Hot",
    Phase.FALLING: "Cooling down",
    Phase.ABUSIVE: "Abusive",
}

MOVES = {
    Move.GREETING: "Greeting",
    Move.OPEN_QUESTION: "Open question",
    Move.CLOSED_QUESTION: "Closed question",
    Move.READ_BACK: "Read back",
    Move.ACKNOWLEDGEMENT: "Acknowledged",
    Move.APOLOGY: "Apology",
    Move.EXCUSE: "Excuse",
    Move.BUCK_PASSING: "Passed the blame",
    Move.OWNERSHIP: "Took it on",
    Move.COMMITMENT: "Promise",
    Move.OPTIONS: "Gave a choice",
    Move.EXTRA: "Something extra",
    Move.CALL_BACK: "Offered to call back",
    Move.EXPLANATION: "Explained",
    Move.REASSURANCE: "Reassured",
    Move.REFUSAL: "Refused",
    Move.REFUSAL_WITH_OPTION: "Refused with a way out",
    Move.RETORT: "Answered back",
    Move.WARNING: "Warning",
    Move.HEDGE: "Hedged",
    Move.BLAME_COLLEAGUE: "Blamed a colleague",
    Move.TIP: "Tip",
    Move.ANSWER: "Answered",
    Move.LISTENING: "Listened",
    Move.INTERRUPTION: "Interrupted",
    Move.PAUSE: "Paused",
    Move.SUMMARY: "Summed up",
    Move.THANKS: "Thanks",
}
"""What the agent did, as a supervisor would say it."""

SPEAKERS = {Channel.AGENT: "Agent", Channel.CALLER: "Caller", Channel.UNKNOWN: "Speaker"}


def level_of(level: float) -> Level:
    """The word for a level of 0..1."""
    tense_at, hot_at = LEVEL_EDGES
    if level >= hot_at:
        return Level.HOT
    return Level.TENSE if level >= tense_at else Level.CALM


def mood_of(level: float, *, turned_hot: bool) -> str:
    """The same of a call that is over, where it must not deny how often the caller turned hot."""
    step = level_of(level)
    return NEARLY_HOT if step is Level.HOT and not turned_hot else step.value
