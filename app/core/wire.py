"""Events and documents as JSON-ready values, the shapes other programs read; times to 1 ms, scores to 1e-4."""

from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from typing import Any

from app.core.consent import Capture, Consent
from app.core.document import SCHEMA, After, CallDocument, CallFacts, Checked, Disclosure, HeldBack, Outcome
from app.core.events import (
    AgentMove,
    AngerPoint,
    AudioGap,
    Channel,
    Event,
    LineChanged,
    LineState,
    Mark,
    Marked,
    Move,
    Phase,
    Stage,
    Telling,
    Trend,
)
from app.core.state import ShownPrompt, Turn
from app.core.summary import Interruptions, Promised, PromptFigures, Summary, TalkShare

_TIME_DIGITS = 3
_SCORE_DIGITS = 4

Json = dict[str, Any]


def event_to_json(event: Event, wall_s: float) -> Json:
    """One event line: its type, when it was written, and its fields."""
    values = {field.name: getattr(event, field.name) for field in fields(event)}
    return {"type": type(event).__name__, "wall_s": round(wall_s, _TIME_DIGITS)} | _rounded_dict(values)


def document_to_json(document: CallDocument) -> Json:
    """The call document, schema calmline/call/1."""
    return _rounded_dict(
        {
            "schema": document.schema,
            "call": asdict(document.call),
            "turns": [_turn(n, turn) for n, turn in enumerate(document.turns, start=1)],
            "curve": [_point(point) for point in document.curve],
            "prompts": [asdict(prompt) for prompt in document.prompts],
            "moves": [asdict(move) for move in document.moves],
            "summary": asdict(document.summary),
            "lines": [asdict(change) for change in document.lines],
            "gaps": [asdict(gap) for gap in document.gaps],
            "held_back": [asdict(held) for held in document.held_back],
            "checklist": [asdict(checked) for checked in document.checklist],
            "after": asdict(document.after) if document.after else None,
            "marks": [asdict(marked) for marked in document.marks],
            "disclosure": asdict(document.disclosure),
        }
    )


def document_from_json(data: Mapping[str, Any]) -> CallDocument:
    """Read a document back. Raises KeyError, TypeError or ValueError on any other shape."""
    if data["schema"] != SCHEMA:
        raise ValueError("unknown schema")
    return CallDocument(
        call=_facts_back(data["call"]),
        turns=tuple(_turn_back(turn) for turn in data["turns"]),
        curve=tuple(_point_back(point) for point in data["curve"]),
        prompts=tuple(ShownPrompt(**prompt | {"stage": Stage(prompt["stage"])}) for prompt in data["prompts"]),
        moves=tuple(AgentMove(**move | {"move": Move(move["move"])}) for move in data["moves"]),
        summary=_summary_back(data["summary"]),
        lines=tuple(_line_back(change) for change in data.get("lines", ())),
        gaps=tuple(AudioGap(**gap | {"channel": Channel(gap["channel"])}) for gap in data.get("gaps", ())),
        held_back=tuple(HeldBack(**held) for held in data.get("held_back", ())),
        checklist=tuple(Checked(**checked) for checked in data.get("checklist", ())),
        after=_after_back(data.get("after")),
        marks=tuple(Marked(**mark | {"kind": Mark(mark["kind"])}) for mark in data.get("marks", ())),
        disclosure=_disclosure_back(data.get("disclosure")),
    )


def _facts_back(data: Json) -> CallFacts:
    facts = CallFacts(**data)
    return replace(facts, capture=Capture(facts.capture))


def _disclosure_back(data: Json | None) -> Disclosure:
    if data is None:
        return Disclosure()
    how, rule = data["how"], data.get("rule")
    return Disclosure(**data | {"how": Telling(how) if how else None, "rule": Consent(rule) if rule else None})


def _after_back(data: Json | None) -> After | None:
    if data is None:
        return None
    return After(outcome=Outcome(data["outcome"]) if data["outcome"] else None, note=data["note"])


def _turn(n: int, turn: Turn) -> Json:
    return {
        "n": n,
        "speaker": turn.channel,
        "start_s": turn.start_s,
        "end_s": turn.end_s,
        "text": turn.text,
        "confidence": turn.confidence,
        "heat": turn.heat,
        "line": turn.line,
    }


def _turn_back(data: Json) -> Turn:
    return Turn(
        number=data["n"],
        channel=Channel(data["speaker"]),
        start_s=data["start_s"],
        end_s=data["end_s"],
        text=data["text"],
        confidence=data["confidence"],
        heat=data["heat"],
        line=LineState(data.get("line", LineState.OPEN)),
    )


def _line_back(data: Json) -> LineChanged:
    return LineChanged(**data | {"channel": Channel(data["channel"]), "state": LineState(data["state"])})


def _point(point: AngerPoint) -> Json:
    return {
        "at_s": point.at_s,
        "level": point.level,
        "trend": point.trend,
        "phase": point.phase,
        "words": list(point.words),
        "by": list(point.by),
        "by_hand": point.by_hand,
    }


def _point_back(data: Json) -> AngerPoint:
    return AngerPoint(
        at_s=data["at_s"],
        level=data["level"],
        trend=Trend(data["trend"]),
        phase=Phase(data["phase"]),
        words=tuple(data["words"]),
        by=tuple(data.get("by", ())),
        by_hand=data.get("by_hand", False),
    )


def _summary_back(data: Json) -> Summary:
    share, cuts = data["talk_share"], data["interruptions"]
    rebuilt = {
        "talk_share": TalkShare(**share) if share else None,
        "interruptions": Interruptions(**cuts) if cuts else None,
        "stages": tuple(Stage(stage) for stage in data["stages"]),
        "prompts": PromptFigures(**data["prompts"]),
        "wants": tuple(data["wants"]),
        "promises": tuple(Promised(**promise) for promise in data["promises"]),
        "next_steps": tuple(data["next_steps"]),
    }
    return Summary(**{**data, **rebuilt})


def _rounded_dict(values: Json) -> Json:
    return {name: _rounded(value, name) for name, value in values.items()}


def _rounded(value: Any, key: str = "") -> Any:
    """Round every float: seconds where the key says so, scores elsewhere."""
    if isinstance(value, float):
        return round(value, _TIME_DIGITS if key.endswith("_s") else _SCORE_DIGITS)
    if isinstance(value, dict):
        return _rounded_dict(value)
    if isinstance(value, list | tuple):
        return [_rounded(inner, key) for inner in value]
    return value
