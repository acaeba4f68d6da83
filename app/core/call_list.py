"""Ended calls as a list: a row for each, the page's figures in words, and the same as numbers to calculate with."""

from dataclasses import asdict
from datetime import datetime

from app.core.call_search import CallRow
from app.core.call_sheet import note_of, outcome_of
from app.core.call_words import span
from app.core.document import CallDocument
from app.core.message import Message
from app.core.page_figures import page_figures
from app.core.score_words import STEPS, figure_of
from app.core.standing import Standing

Cell = str | int | float | datetime | None
"""What is a Message can still be translated; None and "" are an empty cell."""

CALLS = Message("Calls")
"""What the list is called."""

_UNKNOWN = "-"
_ABOUT = tuple(map(Message, ("Call", "When", "Agent", "Caller", "Reference", "Source", "Length")))
_FIGURES = tuple(
    map(
        Message,
        (
            "Peak",
            "Time to calm",
            "Start to end",
            "Turned hot",
            "Prompts",
            "Stages",
            "Who spoke",
            "Cut in",
            "Caller wants",
            "Promised",
            "Checklist",
            "Caller informed",
            "Answered after",
            "Longest silence",
            "Dead air",
            "Apologised",
            "Took it on",
            "What they did",
        ),
    )
)
_KEPT = tuple(map(Message, ("Outcome", "Note", "What is kept", "Legal hold", "Flagged", "Reviewed", "Scored", "Score")))
_NUMBERS = (
    "started_at",
    "duration_s",
    "peak_level",
    "peak_at_s",
    "start_level",
    "end_level",
    "time_to_calm_s",
    "escalations",
    "talk_share.agent",
    "talk_share.caller",
    "talk_share.both",
    "talk_share.silence",
    "interruptions.agent",
    "interruptions.caller",
    "longest_silence_s",
    "response_gap_s",
    "prompts.shown",
    "prompts.used",
    "prompts.followed",
    "prompts.dismissed",
)
"""Fields of the call document, by the names that they have there."""
_SHARE = "scores.share"
_DIGITS = 4

COLUMNS: tuple[str, ...] = (*_ABOUT, *_FIGURES, *_KEPT, *_NUMBERS, _SHARE)
"""Names of the columns: words first, then the fields of the call document, whose names are the same everywhere."""


def cells_of(row: CallRow, document: CallDocument, standing: Standing | None = None) -> tuple[Cell, ...]:
    """One call, a cell for each of COLUMNS; `standing` says how far it is scored."""
    call = document.call
    figures = {str(figure.name): figure.text for figure in page_figures(document)}
    about = (call.id, _began(call.started_at), call.agent, call.caller, call.reference, call.source)
    kept = Message("words and figures") if row.has_words else Message("figures alone")
    return (
        *about,
        span(int(call.duration_s)),  # whole seconds, as its page counts them
        *(_known(figures.get(name, "")) for name in _FIGURES),
        outcome_of(document),
        note_of(document),
        kept,
        *(Message("yes") if holds else "" for holds in (row.is_held, row.is_flagged, row.is_reviewed)),
        *_scored(standing),
        *_numbers(document),
        _rounded(standing.score.share) if standing and standing.score else None,
    )


def _scored(standing: Standing | None) -> tuple[str, str]:
    if standing is None:
        return "", ""
    return Message(STEPS[standing.step]), figure_of(standing.score.result) if standing.score else ""


def _began(started_at: str) -> datetime | str:
    try:
        return datetime.fromisoformat(started_at)
    except ValueError:
        return started_at


def _known(text: str) -> str:
    return "" if text == _UNKNOWN else text


def _numbers(document: CallDocument) -> tuple[Cell, ...]:
    fields = asdict(document.summary) | {
        "started_at": document.call.started_at,
        "duration_s": document.call.duration_s,
    }
    found = list[Cell]()
    for name in _NUMBERS:
        outer, _, inner = name.partition(".")
        value = fields[outer]
        if inner:
            value = value[inner] if value else None
        found.append(_rounded(value))
    return tuple(found)


def _rounded(value: Cell) -> Cell:
    return round(value, _DIGITS) if isinstance(value, float) else value
