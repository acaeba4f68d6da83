"""Plain words for times, speakers, phases and levels: the terminal never shows anger as a bare number."""

from collections.abc import Mapping

from app.core.events import Channel, LineState, Mark, Telling
from app.core.moods import level_of, mood_of
from app.core.state import ShownPrompt
from app.core.summary import Summary

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
        LineState.OPEN: "The caller is there: mood followed again.",
        LineState.MUTED: "Caller muted: not heard.",
        LineState.PAUSED: "Paused: nothing of the caller is heard or kept.",
        LineState.HOLD: "Caller on hold: mood paused.",
        LineState.MUSIC: "Music on the line: mood paused.",
        LineState.ANNOUNCEMENT: "Announcement: mood paused.",
        LineState.OTHER: "Someone else on the line: mood paused.",
        LineState.UNSCORED: "Mood and prompts are off: words are written down.",
    },
}
"""What a change of a line means to a reader."""

MARKS: Mapping[Mark, str] = {
    Mark.ABUSE: "Marked: the caller is abusive.",
    Mark.HELP: "Marked: the agent needed help.",
    Mark.MOMENT: "Marked: this moment.",
}
"""What a recorded mark means to a reader."""

DISCLOSED: Mapping[Telling, str] = {
    Telling.AGENT: "said in the call",
    Telling.ANNOUNCED: "announced before the call",
    Telling.TICKED: "ticked by the agent",
    Telling.REFUSED: "told, and said no: nothing was heard",
}
"""How a caller learnt that the call is written down."""

_TIMES = ("never", "once", "twice")


def level_word(level: float) -> str:
    """The word for a level in 0..1, inside a line."""
    return level_of(level).value.lower()


def mood_word(level: float, summary: Summary) -> str:
    """The word for a level in 0..1 of a call that is over, inside a line."""
    return mood_of(level, turned_hot=summary.escalations > 0).lower()


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
