"""Who cut in, who was silent: figures about spans of speech."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.timing import clipped, gaps, interrupts, longest_gap, overlaps, total, union

SPANS = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: (min(pair), max(pair))))


@dataclass(frozen=True)
class Said:
    start_s: float
    end_s: float
    text: str = "but listen to me"


@pytest.mark.parametrize(
    ("start_s", "text", "is_interruption"),
    [
        (9.0, "but listen to me", True),
        (9.25, "but listen to me", True),
        (9.4, "but listen to me", False),
        (9.0, "mm-hm", False),
        (9.0, "right, okay", False),
        (10.0, "but listen to me", False),
    ],
)
def test_an_interruption_takes_seven_tenths_of_overlap_and_three_words(
    start_s: float, text: str, *, is_interruption: bool
) -> None:
    assert interrupts(Said(start_s, 12.0, text), [(5.0, 10.0)]) is is_interruption


def test_who_began_first_is_not_interrupting() -> None:
    assert not interrupts(Said(5.0, 10.0), [(7.0, 12.0)])
    assert not interrupts(Said(5.0, 10.0), [(4.9, 12.0)])


def test_nobody_interrupts_silence() -> None:
    assert not interrupts(Said(1.0, 3.0), [])


def test_a_short_remark_inside_a_long_turn_interrupts_when_it_lasts() -> None:
    assert interrupts(Said(6.0, 6.7, "no no no"), [(0.0, 20.0)])
    assert not interrupts(Said(6.0, 6.6, "no no no"), [(0.0, 20.0)])


def test_spans_that_touch_are_joined() -> None:
    assert union([(4, 5), (1, 2), (2, 3), (1, 1.5)]) == [(1, 3), (4, 5)]


@pytest.mark.parametrize(
    ("spans", "gap_s"),
    [([], 10), ([(0, 10)], 0), ([(3, 4)], 6), ([(4, 5)], 5), ([(2, 3), (7, 9)], 4), ([(0, 12)], 0)],
)
def test_longest_gap_in_ten_seconds(spans: list[tuple[float, float]], gap_s: float) -> None:
    assert longest_gap(spans, 10) == gap_s


@given(SPANS)
def test_joined_spans_cover_the_same_seconds(spans: list[tuple[int, int]]) -> None:
    seconds = {second for start, end in spans for second in range(start, end)}
    assert total(union(spans)) == len(seconds)


@given(SPANS, st.integers(0, 60))
def test_gaps_and_spans_share_the_time(spans: list[tuple[int, int]], duration_s: int) -> None:
    spoken = clipped(union(spans), 0, duration_s)
    assert total(gaps(spoken, duration_s)) + total(spoken) == duration_s


@given(SPANS, SPANS)
def test_what_overlaps_is_in_both_once(some: list[tuple[int, int]], others: list[tuple[int, int]]) -> None:
    one, other = union(some), union(others)
    both = overlaps(one, other)
    assert total(both) == total(one) + total(other) - total(union([*one, *other]))
