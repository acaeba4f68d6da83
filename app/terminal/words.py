"""Plain words for times, speakers, phases and levels: the terminal never shows anger as a bare number."""

from bisect import bisect_right
from collections.abc import Mapping

from app.core.anger import CurveShape
from app.core.events import Channel, LineState, Mark, Phase, Telling
from app.core.state import ShownPrompt

_SHAPE = CurveShape()
_FURIOUS_AT = 0.8

HOT_AT = _SHAPE.hot_at
"""Level from which a caller is called angry."""

SPEAKERS: Mapping[Channel, str] = {
    Channel.AGENT: "Agent",
    Channel.CALLER: "Caller",
    Channel.UNKNOWN: "Speaker",
}

PHASES: Mapping[Phase, str] = {
    Phase.CALM: "calm",
    Phase.RISING: "getting angrier",
    Phase.HOT: "angry",
    Phase.FALLING: "calming down",
    Phase.ABUSIVE: "abusive",
}

LINES: Mapping[Channel, Mapping[LineState, str]] = {
    Channel.AGENT: {
        LineState.OPEN: "The agent is heard again.",
        LineState.MUTED: "Agent muted: not heard.",
        LineState.PAUSED: "Paused: nothing of the agent is heard or kept.",
        LineState.HOLD: "Agent on hold.",
        LineState.MUSIC: "Music on the agent's channel: not heard.",
        LineState.ANNOUNCEMENT: "Announcement on the agent's channel.",
        LineState.OTHER: "Someone else speaks for the agent.",
        LineState.UNSCORED: "The agent is heard.",
    },
    Channel.CALLER: {
        LineState.OPEN: "The caller is there: scored again.",
        LineState.MUTED: "Caller muted: not heard.",
        LineState.PAUSED: "Paused: nothing of the caller is heard or kept.",
        LineState.HOLD: "Caller on hold: not scored.",
        LineState.MUSIC: "Music on the line: not scored.",
        LineState.ANNOUNCEMENT: "Announcement: not scored.",
        LineState.OTHER: "Someone else on the line: not scored.",
        LineState.UNSCORED: "Scoring is off: words are written down, not scored.",
    },
}
"""What a change of a line means to a reader."""

MARKS: Mapping[Mark, str] = {
    Mark.ABUSE: "Marked: this is abuse.",
    Mark.HELP: "Marked: the agent needs help.",
    Mark.MOMENT: "Marked: this moment.",
}
"""What a recorded mark means to a reader."""

DISCLOSED: Mapping[Telling, str] = {
    Telling.AGENT: "said in the call",
    Telling.ANNOUNCED: "announced before the call",
    Telling.TICKED: "ticked by the agent",
}
"""How a caller learnt that the call is written down."""

_TIMES = ("never", "once", "twice")
_LEVELS = ("calm", "tense", "annoyed", "angry", "furious")
_LEVELS_FROM = (_SHAPE.calm_below, _SHAPE.rising_at, HOT_AT, _FURIOUS_AT)


def level_word(level: float) -> str:
    """The word for a level in 0..1, with the thresholds that the phases use."""
    return _LEVELS[bisect_right(_LEVELS_FROM, level)]


def clock(at_s: float) -> str:
    """A second of call audio as m:ss, rounded down."""
    minutes, seconds = divmod(int(at_s), 60)
    return f"{minutes}:{seconds:02}"


def length(seconds: float) -> str:
    """A length of time in words."""
    if seconds < 9.95:  # noqa: PLR2004 - from here on one decimal would show 10.0
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def outcome(prompt: ShownPrompt) -> str:
    """What became of a prompt: a figure about the playbook, never held against the agent."""
    if prompt.followed is None:
        return "no chance to act"
    return "done" if prompt.followed else "not used"


def times(count: int) -> str:
    """A count of occasions in words."""
    return _TIMES[count] if count < len(_TIMES) else f"{count} times"
