"""A call from start to end in four quarters, whose sum is the whole."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.consent import Capture
from app.core.document import CallDocument
from app.core.events import Channel, Event, Phase
from app.core.page_figures import quarter_figures
from app.core.quarters import Quarter, quarters_of
from app.core.timeline import dead_air
from app.core.wordless import figures_alone
from tests.core.calls import document, felt, prompt, said, started

A, C = Channel.AGENT, Channel.CALLER
CALLS: list[list[Event]] = [
    [said(A, 0, 5), said(C, 4, 30), said(A, 28, 33, number=2), said(C, 60, 99, number=2), prompt(25.0), prompt(100.0)],
    [felt(10, 0.2, Phase.CALM), felt(40, 0.9, Phase.HOT), felt(60, 0.9, Phase.HOT), felt(90, 0.1, Phase.CALM)],
    [],
]
SPANS = st.lists(st.tuples(st.sampled_from([A, C]), st.integers(0, 90), st.integers(1, 30)), max_size=12)
LEVELS = st.lists(st.tuples(st.integers(0, 99), st.floats(0, 1)), max_size=12, unique_by=lambda point: point[0])


def calm(*points: tuple[float, float]) -> list[Event]:
    return [felt(at_s, level, Phase.CALM) for at_s, level in sorted(points)]


def test_a_call_has_four_quarters_of_the_same_length() -> None:
    quarters = quarters_of(document(duration_s=120))
    assert [(one.start_s, one.end_s) for one in quarters] == [(0, 30), (30, 60), (60, 90), (90, 120)]


def test_a_call_without_length_has_none() -> None:
    assert quarters_of(document(duration_s=0)) == ()


def test_levels_are_means_over_time_along_the_curve_and_peaks() -> None:
    quarters = quarters_of(document(*calm((0, 0.0), (50, 1.0), (75, 1.0), (75.1, 0.2)), duration_s=100))
    assert [one.mean_level for one in quarters] == pytest.approx([0.25, 0.75, 1.0, 0.2], abs=0.01)
    assert [one.peak_level for one in quarters] == pytest.approx([0.5, 1.0, 1.0, 1.0], abs=0.01)


def test_before_the_caller_is_first_scored_no_level_is_known_and_after_it_the_last_one_stays() -> None:
    quarters = quarters_of(document(*calm((40, 0.6))))
    assert [one.mean_level for one in quarters] == [None, 0.6, 0.6, 0.6]


def test_talk_silence_interruptions_and_prompts_of_a_quarter() -> None:
    first, second, third, last = quarters_of(document(*CALLS[0]))
    assert first.talk_share is not None
    assert (first.talk_share.agent, first.talk_share.caller, first.talk_share.both) == (0.16, 0.8, 0.04)
    assert (second.dead_airs, second.dead_air_s, third.dead_airs, third.dead_air_s) == (1, 17, 0, 10)
    assert [(one.interruptions.agent, one.interruptions.caller) for one in (first, second) if one.interruptions] == [
        (0, 1), (1, 0),
    ]  # fmt: skip
    assert (first.prompts, second.prompts, last.prompts) == (0, 1, 1)


def test_what_is_not_known_of_the_call_is_not_known_of_a_quarter() -> None:
    mono = quarters_of(document(said(Channel.UNKNOWN, 1, 90)))
    by_hand = quarters_of(document(call=replace(started(), capture=Capture.NONE)))
    wordless = quarters_of(figures_alone(document(*CALLS[0])))
    assert {one.talk_share for one in (*mono, *by_hand)} == {None}
    assert {one.interruptions for one in (*mono, *by_hand, *wordless)} == {None}
    assert {one.dead_air_s for one in by_hand} == {0}


@given(SPANS, LEVELS, st.integers(1, 130))
def test_the_quarters_add_up_to_the_whole(
    spans: list[tuple[Channel, int, int]], levels: list[tuple[int, float]], duration_s: int
) -> None:
    inside = [(channel, start, min(start + length, duration_s)) for channel, start, length in spans]
    turns = [said(*span, number=n) for n, span in enumerate(inside) if span[1] < span[2]]
    points = calm(*((at_s, level) for at_s, level in levels if at_s <= duration_s))
    prompts = [prompt(at_s) for _, at_s, _ in spans if at_s <= duration_s]
    call = document(*turns, *points, *prompts, duration_s=duration_s)
    quarters = quarters_of(call)
    assert sum(one.prompts for one in quarters) == call.summary.prompts.shown
    assert_same_silences(quarters, call)
    assert_same_shares(quarters, call)
    assert_same_levels(quarters, call)


def assert_same_silences(quarters: tuple[Quarter, ...], call: CallDocument) -> None:
    silences = dead_air(call)
    assert sum(one.dead_airs for one in quarters) == len(silences)
    assert sum(one.dead_air_s for one in quarters) == pytest.approx(sum(end - start for start, end in silences))
    assert call.summary.interruptions is not None
    cuts = [one.interruptions for one in quarters if one.interruptions is not None]
    assert sum(one.agent for one in cuts) == call.summary.interruptions.agent
    assert sum(one.caller for one in cuts) == call.summary.interruptions.caller


def assert_same_shares(quarters: tuple[Quarter, ...], call: CallDocument) -> None:
    whole, parts = call.summary.talk_share, [one.talk_share for one in quarters if one.talk_share is not None]
    assert whole is not None
    for side in ("agent", "caller", "both", "silence"):
        assert sum(getattr(part, side) for part in parts) / 4 == pytest.approx(getattr(whole, side), abs=2e-4)


def assert_same_levels(quarters: tuple[Quarter, ...], call: CallDocument) -> None:
    peaks = [one.peak_level for one in quarters if one.peak_level is not None]
    assert max(peaks, default=None) == pytest.approx(call.summary.peak_level)
    points = [(point.at_s, point.level) for point in call.curve]
    known = [one for one in quarters if one.mean_level is not None]
    if not points or points[0][0] == call.call.duration_s:
        return
    points.append((call.call.duration_s, points[-1][1]))
    area = sum((after - at) * (level + then) / 2 for (at, level), (after, then) in pairwise(points))
    parts = [(one.mean_level or 0.0) * (one.end_s - max(one.start_s, points[0][0])) for one in known]
    assert sum(parts) == pytest.approx(area, abs=1e-6)


def test_a_quarter_in_words_has_no_figure_for_anger_and_leaves_out_what_there_is_none_of() -> None:
    call = document(*CALLS[0], *calm((0, 0.0), (20, 0.7), (25, 0.1), (50, 0.1)))
    texts = [(figure.name, figure.text) for figure in quarter_figures(call)]
    space = "\N{NO-BREAK SPACE}"
    assert texts[0] == (
        "First quarter, 0:00 to 0:25",
        f"Tense, at most Nearly hot; agent 16{space}%, caller 80{space}%, both at once 4{space}%; caller cut in once",
    )
    assert texts[2] == (
        "Third quarter, 0:50 to 1:15",
        f"Calm; caller 60{space}%, silence 40{space}%; dead air 10{space}s",
    )


def test_a_quarter_before_the_caller_spoke_says_that_the_mood_is_not_known() -> None:
    assert quarter_figures(document(*calm((40, 0.6))))[0].text.startswith("Mood not known; silence 100")
