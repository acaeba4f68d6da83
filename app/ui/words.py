"""Plain words for what the windows show, in the terms of the trade."""

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

from app.core.events import LineState, Phase, Stage, Trend
from app.core.moods import Level
from app.ui.tr import tr

_MINUTE_S = 60
_SECONDS = "{seconds}\u00a0s"
_TIMES = {0: "never", 1: "once", 2: "twice"}
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

NOT_COUNTED = "does not count"
"""Beside a turn on the caller's channel that was not the caller's, or whose mood was not to be followed."""

FOLLOWED = {True: "yes", False: "no", None: "-"}


def level_word(level: Level) -> str:
    """A level in the language that is installed."""
    return tr(level.value)


_ARROWS = str.maketrans("", "", "↗→↘")


def without_sign(text: str) -> str:
    """The words of a trend without its arrow, as one says them."""
    return text.translate(_ARROWS).strip()


def clock(seconds: float) -> str:
    """Call time as m:ss."""
    whole = max(0, int(seconds))
    return f"{whole // _MINUTE_S}:{whole % _MINUTE_S:02d}"


def span(seconds: float) -> str:
    """A length of time as one says it: 0.7 s, 42 s, 1 min 12 s."""
    if seconds < 10:  # noqa: PLR2004 - below ten seconds the tenth matters
        return tr(_SECONDS, seconds=QLocale().toString(float(seconds), "f", 1))
    whole = round(seconds)
    if whole < _MINUTE_S:
        return tr(_SECONDS, seconds=whole)
    minutes, rest = divmod(whole, _MINUTE_S)
    if rest:
        return tr("{minutes}\u00a0min {seconds}\u00a0s", minutes=minutes, seconds=rest)
    return tr("{minutes}\u00a0min", minutes=minutes)


def times(count: int) -> str:
    """How often, as one says it."""
    return tr(_TIMES.get(count, "{count} times"), count=count)


def percent(share: float) -> str:
    """A share of 0..1."""
    return tr("{percent}\u00a0%", percent=round(share * 100))


def moment(started_at: str, style: str = "") -> str:
    """When a call began, on this computer's clock, in a style of Qt's; a text that is no ISO time stays as it is."""
    try:
        began = datetime.fromisoformat(started_at)
    except ValueError:
        return started_at
    local = QDateTime.fromSecsSinceEpoch(int(began.timestamp()))
    return QLocale().toString(local, style or tr(_MOMENT))
