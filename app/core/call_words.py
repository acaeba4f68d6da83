"""Plain words for an ended call, in the terms of the trade: the same on the page, on paper and in lists."""

import math
from collections.abc import Sequence

from app.core.document import Outcome
from app.core.events import Mark, Stage
from app.core.message import Joined, Message
from app.core.moods import mood_of
from app.core.playbook import ANNOUNCED, TELL_THEM

_MINUTE_S = 60
_STEPS_S = (15, 30, 60, 120, 300, 600, 1200, 3600)
MOST_TICKS = 7
"""Times on an axis."""
_SECONDS = "{seconds}\u00a0s"
_TIMES = {0: "never", 1: "once", 2: "twice"}
_OFTEN = {0: "Never", 1: "Once", 2: "Twice"}

STAGES = {
    Stage.OPEN: "Open",
    Stage.LISTEN: "Listen",
    Stage.ASK: "Ask",
    Stage.VALIDATE: "Validate",
    Stage.RESOLVE: "Resolve",
    Stage.BOUNDARY: "Boundary",
    Stage.SAFETY: "Safety",
    Stage.CLOSE: "Close",
}

FOLLOWED = {True: "yes", False: "no", None: "-"}

NOT_COUNTED = "does not count"
"""Beside a turn on the caller's channel that was not the caller's, or whose mood was not to be followed."""

UNSURE = "unsure"
"""Beside a turn whose words were heard so badly that they may be others."""

OUTCOMES = {
    Outcome.RESOLVED: "Resolved",
    Outcome.FOLLOW_UP: "Follow-up",
    Outcome.PASSED_ON: "Transferred",
    Outcome.OPEN: "Still open",
    Outcome.BROKEN_OFF: "Cut off",
}

_DONE, _OPEN = "✓", "○"

MARKS = {
    Mark.HELP: "The agent needed help",
    Mark.MOMENT: "The agent marked this moment",
    Mark.ABUSE: "The agent marked abuse",
}


def clock(seconds: float) -> str:
    """Call time as m:ss."""
    whole = max(0, int(seconds))
    return f"{whole // _MINUTE_S}:{whole % _MINUTE_S:02d}"


def time_ticks(end_s: float, most: int = MOST_TICKS, start_s: float = 0.0) -> list[tuple[float, str]]:
    """Seconds and their m:ss, no more than `most`."""
    step_s = next((step for step in _STEPS_S if (end_s - start_s) / step < most), _STEPS_S[-1])
    first = math.ceil(start_s / step_s) * step_s
    return [(float(at_s), clock(at_s)) for at_s in range(first, int(end_s), step_s)]


def span(seconds: float) -> Message:
    """A length of time as one says it: 0.7 s, 42 s, 1 min 12 s."""
    if seconds < 10:  # noqa: PLR2004 - below ten seconds the tenth matters
        return Message(_SECONDS, seconds=round(float(seconds), 1))
    whole = round(seconds)
    if whole < _MINUTE_S:
        return Message(_SECONDS, seconds=whole)
    minutes, rest = divmod(whole, _MINUTE_S)
    if rest:
        return Message("{minutes}\u00a0min {seconds}\u00a0s", minutes=minutes, seconds=rest)
    return Message("{minutes}\u00a0min", minutes=minutes)


def times(count: int) -> Message:
    """How often, as one says it."""
    return Message(_TIMES.get(count, "{count} times"), count=count)


def often(count: int) -> Message:
    """How often, where that is all that is said."""
    return Message(_OFTEN[count]) if count in _OFTEN else times(count)


def percent(share: float) -> Message:
    """A share of 0..1."""
    return Message("{percent}\u00a0%", percent=round(share * 100))


def mood_word(level: float, *, turned_hot: bool) -> Message:
    """How angry the caller was at a level (0..1) of a call in which they turned hot, or never did."""
    return Message(mood_of(level, turned_hot=turned_hot))


def checklist_text(items: Sequence[str], done: Sequence[bool]) -> Message:
    """One line for each item, with a sign that tells whether it is done."""
    lines = zip(items, done, strict=True)
    return Joined("\n", (Joined("  ", (_DONE if is_done else _OPEN, own_line(item))) for item, is_done in lines))


def own_line(item: str) -> str:
    """A playbook's line is in the language of its calls; Calmline's own can be translated."""
    if item == ANNOUNCED:
        return Message(ANNOUNCED)
    return Message(TELL_THEM) if item == TELL_THEM else item
