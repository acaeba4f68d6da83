"""Event lines read back, and the record of a call that was broken off."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.broken_off import record_of
from app.core.event_lines import event_from_json
from app.core.events import Channel, Checklist, Event, LineChanged, LineState
from app.core.wire import event_to_json
from tests.core.calls import document, ended, said, saying, started, whole_call
from tests.core.test_wire import EVERY_EVENT

CALL: list[Event] = [started(), *whole_call()]


@pytest.mark.parametrize("event", EVERY_EVENT, ids=lambda event: type(event).__name__)
def test_every_event_is_read_back_from_its_line(event: Event) -> None:
    assert event_from_json(json.loads(json.dumps(event_to_json(event, 1.0)))) == event


def test_fields_of_later_versions_are_passed_over() -> None:
    line = event_to_json(ended(9.0), 1.0) | {"mood": "blue"}
    assert event_from_json(line) == ended(9.0)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize("at_s", [float("inf"), float("nan"), -1e9, 1e8])
def test_a_second_that_no_call_has_is_damage(at_s: float) -> None:
    line: dict[str, Any] = event_to_json(ended(9.0), 1.0)
    with pytest.raises(ValueError, match="no second of a call"):
        event_from_json(line | {"at_s": at_s})


@given(st.sampled_from(EVERY_EVENT), st.data())
def test_a_damaged_line_raises_what_its_reader_expects(event: Event, data: st.DataObject) -> None:
    line: dict[str, Any] = event_to_json(event, 1.0)
    line[data.draw(st.sampled_from(sorted(line)))] = data.draw(JSON)
    try:
        event_from_json(line)
    except (LookupError, TypeError, ValueError):
        return


def test_a_whole_journal_is_the_record_itself() -> None:
    assert record_of([*CALL, ended(60.0)]) == document(*whole_call(), duration_s=60.0)


@pytest.mark.parametrize("length", range(1, len(CALL) + 1))
def test_a_call_broken_off_anywhere_is_kept_as_far_as_it_went(length: int) -> None:
    kept = record_of(CALL[:length])
    assert kept is not None
    assert kept.call.broken_off
    assert all(turn.end_s <= kept.call.duration_s for turn in kept.turns)
    assert len(kept.turns) == sum(type(event).__name__ == "TextFinal" for event in CALL[:length])


def test_nothing_is_kept_of_a_call_that_did_not_begin() -> None:
    assert record_of([]) is None
    assert record_of([said(Channel.CALLER, 1.0, 2.0)]) is None


def test_the_sure_words_of_an_open_utterance_are_kept_and_its_guesses_are_not() -> None:
    kept = record_of([started(), saying(1, "my card is [card]", "and a"), saying(1, "", "uh", Channel.AGENT)])
    assert kept is not None
    assert [(turn.text, turn.confidence, turn.heat) for turn in kept.turns] == [("my card is [card]", 0.0, None)]


def test_a_line_that_does_not_fit_is_left_out() -> None:
    held = LineChanged(channel=Channel.CALLER, state=LineState.HOLD, detected=False, at_s=3.0)
    kept = record_of([started(), Checklist(at_s=1.0, items=("One",), done=()), held])
    assert kept is not None
    assert kept.lines == (held,)
