"""Figures of an ended call, each computed by hand."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.events import Channel, Event, LineState, Phase, PromiseMade, Stage, WantHeard
from app.core.summary import Interruptions, Promised, PromptFigures, Summary, TalkShare, summarise
from tests.core.calls import felt, prompt, said, state_of, withdrawn

A, C = Channel.AGENT, Channel.CALLER
CALM, RISING, HOT, FALLING, ABUSIVE = Phase.CALM, Phase.RISING, Phase.HOT, Phase.FALLING, Phase.ABUSIVE


def figures(*events: Event, duration_s: float = 100.0) -> Summary:
    return summarise(state_of(events), duration_s)


def curve(*points: tuple[float, Phase]) -> list[Event]:
    return [felt(at_s, 0.5, phase) for at_s, phase in points]


def test_a_call_without_words_has_no_levels_and_is_all_silence() -> None:
    assert figures(duration_s=30) == Summary(
        peak_level=None,
        peak_at_s=None,
        start_level=None,
        end_level=None,
        time_to_calm_s=None,
        escalations=0,
        talk_share=TalkShare(agent=0, caller=0, both=0, silence=1),
        interruptions=Interruptions(agent=0, caller=0),
        longest_silence_s=30,
        response_gap_s=None,
        stages=(),
        prompts=PromptFigures(shown=0, used=0, followed=0, dismissed=0),
        wants=(),
        promises=(),
        next_steps=(),
    )


def test_peak_start_and_end_level() -> None:
    summary = figures(felt(5, 0.2, CALM), felt(20, 0.8, HOT), felt(40, 0.8, HOT), felt(60, 0.1, CALM))
    assert (summary.start_level, summary.peak_level, summary.peak_at_s, summary.end_level) == (0.2, 0.8, 20, 0.1)


@pytest.mark.parametrize(
    ("points", "seconds"),
    [
        ([(10, CALM), (20, RISING)], None),
        ([(10, HOT), (30, FALLING), (45, CALM), (60, CALM)], 20),
        ([(10, HOT), (30, FALLING), (40, HOT), (50, FALLING), (65, FALLING)], 40),
        ([(10, HOT), (30, FALLING), (44.9, HOT)], None),
        ([(10, ABUSIVE), (50, CALM), (70, CALM)], 40),
        ([(10, HOT), (80, FALLING)], 70),
        ([(10, HOT), (90, FALLING)], None),
        ([(10, HOT), (95, HOT)], None),
    ],
)
def test_time_to_calm_is_from_the_first_hot_point_to_calm_or_falling_held_for_fifteen_seconds(
    points: list[tuple[float, Phase]], seconds: float | None
) -> None:
    assert figures(*curve(*points)).time_to_calm_s == seconds


@pytest.mark.parametrize(
    ("phases", "escalations"),
    [
        ([], 0),
        ([CALM, RISING, CALM], 0),
        ([HOT], 1),
        ([RISING, HOT, ABUSIVE, HOT, FALLING], 1),
        ([HOT, FALLING, HOT, CALM, ABUSIVE], 3),
    ],
)
def test_escalations_are_entries_into_hot(phases: list[Phase], escalations: int) -> None:
    assert figures(*curve(*enumerate(phases))).escalations == escalations


def test_talk_share_counts_overlap_apart() -> None:
    share = figures(said(A, 0, 30), said(A, 30, 40, number=2), said(C, 35, 60), duration_s=100).talk_share
    assert share == TalkShare(agent=0.35, caller=0.2, both=0.05, silence=0.4)


def test_overlapping_utterances_of_one_side_count_once() -> None:
    share = figures(said(A, 0, 30), said(A, 20, 50, number=2), duration_s=100).talk_share
    assert share == TalkShare(agent=0.5, caller=0, both=0, silence=0.5)


SPANS = st.lists(st.tuples(st.sampled_from([A, C]), st.integers(0, 90), st.integers(1, 30)), max_size=12)


@given(SPANS, st.integers(7, 130))
def test_talk_shares_add_up_to_one(spans: list[tuple[Channel, int, int]], duration_s: int) -> None:
    inside = [(channel, start, min(start + length, duration_s)) for channel, start, length in spans]
    turns = [said(*span, number=n) for n, span in enumerate(inside) if span[1] < span[2]]
    share = figures(*turns, duration_s=duration_s).talk_share
    assert share is not None
    assert share.agent + share.caller + share.both + share.silence == pytest.approx(1, abs=1e-9)
    assert min(share.agent, share.caller, share.both, share.silence) >= 0


def test_shares_that_are_rounded_still_add_up_to_one() -> None:
    share = figures(said(A, 0, 2), said(C, 1, 6), duration_s=6).talk_share
    assert share is not None
    assert share.agent + share.caller + share.both + share.silence == pytest.approx(1, abs=1e-9)


def test_interruptions_are_counted_by_who_cut_in() -> None:
    summary = figures(
        said(C, 0, 10),
        said(A, 8, 12, "But listen to me."),
        said(C, 11, 15, "No, you listen.", number=2),
        said(A, 14, 14.5, "Okay.", number=2),
    )
    assert summary.interruptions == Interruptions(agent=1, caller=1)


def test_longest_silence_may_be_at_the_end() -> None:
    assert figures(said(A, 3, 10), said(C, 18, 80)).longest_silence_s == 20
    assert figures(said(A, 3, 10), said(C, 35, 80)).longest_silence_s == 25


def test_response_gap_is_the_median_silence_before_the_agent_answers() -> None:
    turns = [
        said(C, 0, 5), said(A, 6, 10),
        said(C, 11, 15, number=2), said(A, 18, 20, number=2),
        said(C, 21, 25, number=3), said(A, 24, 30, number=3),
        said(C, 31, 35, number=4), said(A, 37, 40, number=4),
        said(C, 41, 45, number=5), said(A, 70, 75, number=5),
    ]  # fmt: skip
    assert figures(*turns).response_gap_s == 2
    assert figures(*turns[:4]).response_gap_s == 2
    assert figures(*turns[:2]).response_gap_s == 1
    assert figures(said(A, 0, 5)).response_gap_s is None


def test_figures_of_two_sides_are_unknown_where_nobody_knows_who_speaks() -> None:
    summary = figures(said(Channel.UNKNOWN, 0, 10))
    assert (summary.talk_share, summary.interruptions, summary.response_gap_s) == (None, None, None)
    assert summary.longest_silence_s == 90


def test_a_call_of_no_length_has_no_talk_share() -> None:
    assert figures(duration_s=0).talk_share is None


def test_prompts_wants_promises_and_next_steps() -> None:
    summary = figures(
        prompt(1, stage=Stage.OPEN),
        withdrawn(2, followed=True),
        prompt(3),
        withdrawn(4, followed=False),
        prompt(5),
        withdrawn(6, followed=None),
        WantHeard(at_s=5, text="I want a refund."),
        PromiseMade(at_s=6, who="agent", what="I will send it.", when="tomorrow"),
        PromiseMade(at_s=7, who="agent", what="I will send it.", when=None),
    )
    assert (summary.prompts.shown, summary.prompts.followed) == (3, 1)
    assert summary.stages == (Stage.OPEN, Stage.ASK)
    assert summary.wants == ("I want a refund.",)
    assert summary.promises == (
        Promised(who="agent", what="I will send it.", when="tomorrow"),
        Promised(who="agent", what="I will send it.", when=None),
    )
    assert summary.next_steps == ("I will send it.",)


def test_what_others_say_on_the_callers_line_is_nobodys_talk_interruption_or_answer() -> None:
    agent = said(A, 10, 20, "Let me have a look at it.")
    caller = said(C, 12, 30, "Your call is important to us.")
    assert figures(agent, caller).talk_share != figures(agent).talk_share
    others = replace(caller, line=LineState.ANNOUNCEMENT)
    alone, shared = figures(agent), figures(agent, others)
    assert (shared.talk_share, shared.interruptions) == (alone.talk_share, alone.interruptions)
    assert shared.response_gap_s is None
