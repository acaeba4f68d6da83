"""Calls of which trends are counted."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from app.core.document import CallDocument
from app.core.events import AgentMove, Channel, Event, Move, Phase, PromiseMade, PromptHeldBack, PromptWithdrawn
from app.core.trends import weeks_until
from tests.core.calls import document, felt, prompt, said, started

A, C = Channel.AGENT, Channel.CALLER
WEEKS = weeks_until(date(2026, 3, 11), 3, lambda day: datetime.combine(day, time(), UTC))
"""From 23 February to 15 March 2026."""
CALM_AGAIN = (felt(40, 0.2, Phase.CALM), felt(60, 0.1, Phase.CALM))
HOT = (said(C, 1, 5, "I have been waiting for two weeks!"), felt(5, 0.7, Phase.HOT, 1, 0.8))
SORRY = AgentMove(at_s=9.0, move=Move.APOLOGY, text="I am sorry.")


def call(
    call_id: str, day: str, *events: Event, agent: str | None = "Sam", source: str = "call.wav", hour: str = "09:15:00"
) -> CallDocument:
    known = replace(started(call_id, f"2026-{day}T{hour}+00:00"), agent=agent, source=source)
    return document(*events, call=known)


def promised(*texts: str) -> list[Event]:
    return [PromiseMade(at_s=15.0, who=A, what=text, when=None) for text in texts]


CALLS = (
    call("before", "02-22", *HOT, hour="23:59:59"),
    call("calm", "02-23", said(C, 1, 5), felt(5, 0.1, Phase.CALM), hour="00:00:00"),
    call("calmed", "03-01", *HOT, SORRY, SORRY, *CALM_AGAIN, *promised("a refund", "a call"), hour="23:59:59"),
    call("hot", "03-02", *HOT, *promised("a refund"), agent="Ann"),
    call("slow", "03-08", *HOT, SORRY, felt(70, 0.2, Phase.CALM), felt(90, 0.1, Phase.CALM), agent="Ann"),
    call("mono", "03-04", said(Channel.UNKNOWN, 1, 5, "The parcel came."), agent=None),
    call("practised", "03-04", *HOT, SORRY, source="practice: first"),
    call("after", "03-16", *HOT, hour="00:00:00"),
)


def rule_call(call_id: str, later: float, day: str = "03-03", source: str = "call.wav") -> CallDocument:
    """A prompt at 10 s and a moment held back at 100 s; a minute after each the level has gone from 0.6 to `later`."""
    events: list[Event] = [
        felt(5, 0.6, Phase.HOT),
        prompt(10.0),
        felt(10.0, 0.6, Phase.HOT),
        PromptWithdrawn(rule="ask", at_s=20.0, why="", followed=True),
        felt(70.0, later, Phase.HOT),
        felt(100.0, 0.6, Phase.HOT),
        PromptHeldBack(rule="ask", at_s=100.0, why="resting"),
        PromptHeldBack(rule="calm", at_s=100.0, why="suspended"),
        felt(160.0, 0.7123456, Phase.HOT),
    ]
    known = replace(started(call_id, f"2026-{day}T09:15:00+00:00"), source=source)
    return document(*events, call=known, duration_s=170.0)


RULED = tuple(rule_call(f"ruled-{number}", 0.2 + 0.01234567 * number) for number in range(12))
