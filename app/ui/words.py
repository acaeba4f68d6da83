"""Plain words for what the windows show, in the terms of the trade."""

import re
from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

from app.core.errors import CalmlineError
from app.core.events import LineState, Phase, Trend
from app.core.moods import Level
from app.ui.tr import tr

_MOMENT = "d MMM yyyy, HH:mm"

PHASE_SHAPES = {
    Phase.CALM: "●",
    Phase.RISING: "▲",
    Phase.HOT: "■",
    Phase.FALLING: "▼",
    Phase.ABUSIVE: "◆",
}

TRENDS = {
    Trend.RISING: "↗ getting angrier",
    Trend.STEADY: "→ holding steady",
    Trend.FALLING: "↘ getting calmer",
}

CALLER_LINES = {
    LineState.OPEN: "Caller",
    LineState.MUTED: "Not heard",
    LineState.PAUSED: "Paused: nothing is heard or kept",
    LineState.HOLD: "On hold: mood paused",
    LineState.MUSIC: "Music: mood paused",
    LineState.ANNOUNCEMENT: "Announcement: mood paused",
    LineState.OTHER: "Someone else: mood paused",
    LineState.UNSCORED: "Mood and prompts are off",
}
"""What stands above the caller's phase."""

AGENT_MUTED = "You are muted: not heard"


_BREAK_HERE = "\u200b"
_BREAKS = re.compile(r"(?<=[/\\_-])")


def breakable(line: str) -> str:
    """A line in which a path may be broken where it has a sign."""
    return _BREAKS.sub(_BREAK_HERE, line)


def told(error: CalmlineError) -> str:
    """What is wrong and what to do, in the language that is installed, for a label of any width."""
    return breakable(tr(error.line()))


def level_word(level: Level) -> str:
    """A level in the language that is installed."""
    return tr(level.value)


_ARROWS = str.maketrans("", "", "↗→↘")


def without_sign(text: str) -> str:
    """The words of a trend without its arrow, as one says them."""
    return text.translate(_ARROWS).strip()


def moment(started_at: str, style: str = "") -> str:
    """When a call began, on this computer's clock, in a style of Qt's; a text that is no ISO time stays as it is."""
    try:
        began = datetime.fromisoformat(started_at)
    except ValueError:
        return started_at
    local = QDateTime.fromSecsSinceEpoch(int(began.timestamp()))
    return QLocale().toString(local, style or tr(_MOMENT))
