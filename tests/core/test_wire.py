"""Documents and events as JSON, in the shape the contract names."""

import json
from dataclasses import fields, replace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.document import CallDocument, document_of
from app.core.events import (
    AgentMove,
    AudioGap,
    Channel,
    Checklist,
    Disclosed,
    Event,
    Health,
    HealthCode,
    LineChanged,
    LineState,
    Mark,
    Marked,
    Move,
    Phase,
    PromiseMade,
    PromptHeldBack,
    PromptUsed,
    ScoringSet,
    Telling,
    WantHeard,
)
from app.core.state import CallState, apply
from app.core.wire import document_from_json, document_to_json, event_to_json
from tests.core.calls import document, ended, felt, prompt, said, saying, started, whole_call, withdrawn

KEYS = {
    "": "schema call turns curve prompts moves summary lines gaps marks disclosure",
    "call": "id source started_at duration_s agent caller reference model playbook scorer broken_off capture",
    "turns": "n speaker start_s end_s text confidence heat line",
    "curve": "at_s level trend phase by_hand",
    "prompts": "at_s stage rule title say because until_s followed",
    "moves": "at_s move text",
    "marks": "kind at_s",
    "disclosure": "told how at_s rule",
    "lines": "channel state detected at_s",
    "gaps": "channel start_s end_s",
    "summary": "peak_level peak_at_s start_level end_level time_to_calm_s escalations talk_share interruptions "
    "longest_silence_s response_gap_s stages prompts wants promises next_steps",
}
SUMMARY_KEYS = {
    "talk_share": "agent caller both silence",
    "interruptions": "agent caller",
    "prompts": "shown used followed dismissed",
}


def as_json(kept: CallDocument) -> Any:
    """What another program reads."""
    return json.loads(json.dumps(document_to_json(kept), allow_nan=False))


@pytest.fixture
def written() -> Any:
    return as_json(document(*whole_call()))


@pytest.mark.parametrize("part", KEYS)
def test_every_key_of_the_contract_is_there(written: Any, part: str) -> None:
    value = written[part] if part else written
    for entry in value if isinstance(value, list) else [value]:
        assert set(KEYS[part].split()) <= set(entry)


@pytest.mark.parametrize("part", SUMMARY_KEYS)
def test_every_key_inside_the_summary_is_there(written: Any, part: str) -> None:
    assert set(written["summary"][part]) >= set(SUMMARY_KEYS[part].split())


def test_what_is_unknown_is_null_and_what_there_is_none_of_is_empty() -> None:
    empty = as_json(document())
    assert empty["schema"] == "calmline/call/1"
    assert (empty["call"]["caller"], empty["call"]["reference"]) == (None, None)
    assert not any(empty[part] for part in ("turns", "curve", "prompts", "moves", "lines", "gaps"))
    for key in ("peak_level", "peak_at_s", "start_level", "end_level", "time_to_calm_s", "response_gap_s"):
        assert empty["summary"][key] is None


def test_turns_are_counted_from_one_over_both_sides_in_order_of_their_start() -> None:
    turns = [said(Channel.CALLER, 7, 9), said(Channel.AGENT, 1, 3), said(Channel.AGENT, 7.5, 8, number=2)]
    shown = as_json(document(*turns))["turns"]
    assert [(turn["n"], turn["speaker"], turn["start_s"]) for turn in shown] == [
        (1, "agent", 1), (2, "caller", 7), (3, "agent", 7.5),
    ]  # fmt: skip


def test_only_callers_have_heat(written: Any) -> None:
    assert [(turn["speaker"], turn["heat"]) for turn in written["turns"]] == [
        ("agent", None), ("caller", 0.8), ("agent", None),
    ]  # fmt: skip


def test_provisional_points_are_left_out() -> None:
    point = felt(5, 0.4, Phase.RISING)
    provisional = replace(point, provisional=True)
    assert [kept["at_s"] for kept in as_json(document(point, provisional))["curve"]] == [5]


def test_prompts_are_as_they_were_shown(written: Any) -> None:
    assert [(card["rule"], card["at_s"], card["until_s"], card["followed"]) for card in written["prompts"]] == [
        ("greet", 0, 4, True), ("ask", 11.2, 20, False),
    ]  # fmt: skip


def test_times_have_three_digits_and_scores_four() -> None:
    written = as_json(document(felt(1.23456789, 0.123456789, Phase.CALM), duration_s=7.98765))
    assert (written["curve"][0]["at_s"], written["curve"][0]["level"]) == (1.235, 0.1235)
    assert written["call"]["duration_s"] == 7.988


def test_a_document_that_was_read_back_is_written_the_same(written: Any) -> None:
    assert as_json(document_from_json(written)) == written
    empty = as_json(document())
    assert as_json(document_from_json(empty)) == empty


def test_a_document_read_back_has_the_same_figures_turns_and_prompts() -> None:
    kept = document(*whole_call())
    back = document_from_json(as_json(kept))
    assert (back.call, back.moves, back.summary) == (kept.call, kept.moves, kept.summary)
    assert as_json(back)["prompts"] == as_json(kept)["prompts"]
    assert [turn.text for turn in back.turns] == [turn.text for turn in kept.turns]


def test_a_document_from_before_lines_and_gaps_were_kept_is_read_with_none(written: Any) -> None:
    turns = [{name: turn[name] for name in turn if name != "line"} for turn in written["turns"]]
    old = {name: written[name] for name in written if name not in {"lines", "gaps"}} | {"turns": turns}
    kept = document_from_json(old)
    assert (kept.lines, kept.gaps) == ((), ())
    assert {turn.line for turn in kept.turns} == {LineState.OPEN}


def test_another_schema_is_refused(written: Any) -> None:
    with pytest.raises(ValueError, match="schema"):
        document_from_json(written | {"schema": "calmline/call/2"})


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from([part for part in KEYS if part]), JSON)
def test_a_damaged_document_raises_what_the_store_expects(part: str, junk: Any) -> None:
    damaged = as_json(document(*whole_call())) | {part: junk}
    try:
        document_from_json(damaged)
    except (KeyError, TypeError, ValueError):
        return


def test_a_call_that_has_not_ended_has_no_document() -> None:
    with pytest.raises(ValueError, match="ended"):
        document_of(CallState(started=started()))


EVERY_EVENT: list[Event] = [
    started(),
    saying(1, "my", "card"),
    said(Channel.CALLER, 1, 2),
    felt(1, 0.5, Phase.HOT),
    AgentMove(at_s=1, move=Move.APOLOGY, text="Sorry."),
    WantHeard(at_s=1, text="I want it."),
    PromiseMade(at_s=1, who="agent", what="I will.", when=None),
    prompt(1),
    withdrawn(2, followed=None),
    PromptUsed(rule="ask", at_s=1),
    PromptHeldBack(rule="ask", at_s=1, why="resting"),
    Marked(kind=Mark.MOMENT, at_s=1),
    Checklist(at_s=1, items=("Greet",), done=(False,)),
    AudioGap(channel=Channel.AGENT, start_s=1, end_s=2),
    LineChanged(channel=Channel.CALLER, state=LineState.HOLD, detected=False, at_s=1),
    Health(code=HealthCode.LISTENING, advice="Listening.", lag_s=0, at_s=0),
    ended(9),
    Disclosed(told=True, how=Telling.AGENT, at_s=1.5),
    ScoringSet(scored=False, at_s=1),
]


def test_the_lines_tested_here_are_those_of_every_event() -> None:
    assert {type(event) for event in EVERY_EVENT} == set(get_args(Event))


@pytest.mark.parametrize("event", EVERY_EVENT, ids=lambda event: type(event).__name__)
def test_an_event_line_has_its_type_the_wall_time_and_every_field(event: Event) -> None:
    line = json.loads(json.dumps(event_to_json(event, 1.23456), allow_nan=False))
    assert line["type"] == type(event).__name__
    assert line["wall_s"] == 1.235
    assert set(line) == {"type", "wall_s", *(field.name for field in fields(event))}


@pytest.mark.parametrize(
    ("event", "keys"),
    [
        (EVERY_EVENT[1], "number channel start_s end_s stable guess"),
        (EVERY_EVENT[2], "number channel start_s end_s text confidence"),
        (EVERY_EVENT[3], "at_s level trend phase words provisional"),
        (EVERY_EVENT[8], "rule at_s why"),
        (EVERY_EVENT[15], "code advice lag_s"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_event_lines_have_the_fields_of_the_contract(event: Event, keys: str) -> None:
    assert set(keys.split()) <= set(event_to_json(event, 0.0))


@pytest.mark.parametrize("channel", [Channel.AGENT, Channel.CALLER])
def test_a_channel_is_written_by_its_name(channel: Channel) -> None:
    assert json.loads(json.dumps(event_to_json(said(channel, 1, 2), 0.0)))["channel"] == channel.value


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ([], {"told": None, "how": None, "at_s": None}),
        ([Disclosed(told=False, how=None, at_s=0.0)], {"told": False, "how": None, "at_s": None}),
        ([Disclosed(told=True, how=Telling.TICKED, at_s=4.0)], {"told": True, "how": "ticked", "at_s": 4.0}),
    ],
)
def test_a_document_says_whether_the_caller_was_told_of_the_record(told: list[Event], kept: dict[str, object]) -> None:
    state = CallState()
    for event in (started(), *told, ended(9)):
        state = apply(state, event)
    written = as_json(document_of(state))
    assert written["disclosure"] == kept | {"rule": None}
    assert document_from_json(written) == document_of(state)
    del written["disclosure"]
    assert document_from_json(written).disclosure.told is None
