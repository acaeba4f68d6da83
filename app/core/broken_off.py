"""The record of a call that was broken off, from the events that were told until then."""

from collections.abc import Iterable
from dataclasses import replace

from app.core.document import CallDocument, document_of
from app.core.events import CallEnded, Event, Prompt, TextFinal, TextPartial
from app.core.state import CallState, apply


def record_of(events: Iterable[Event]) -> CallDocument | None:
    """The document of a call as far as its events go, None where it did not begin.

    Without its end it is marked as broken off, and the words of open utterances that were sure are kept.
    """
    state, last_s = CallState(), 0.0
    for event in events:
        state = _applied(state, event)
        last_s = max(last_s, _second(event))
    if state.started is None:
        return None
    if state.ended is not None:
        return document_of(state)
    for partial in state.partials:
        state = apply(state, _as_far_as_sure(partial))
    document = document_of(apply(state, CallEnded(at_s=last_s, duration_s=last_s)))
    return replace(document, call=replace(document.call, broken_off=True))


def _applied(state: CallState, event: Event) -> CallState:
    """What a damaged line tells may not fit; the rest is kept."""
    try:
        return apply(state, event)
    except (TypeError, ValueError):
        return state


def _second(event: Event) -> float:
    if isinstance(event, Prompt):
        return event.at_s
    return max(float(getattr(event, name, 0.0)) for name in ("at_s", "end_s", "duration_s"))


def _as_far_as_sure(partial: TextPartial) -> TextFinal:
    return TextFinal(
        number=partial.number,
        channel=partial.channel,
        start_s=partial.start_s,
        end_s=partial.end_s,
        text=partial.stable,
        confidence=0.0,
    )
