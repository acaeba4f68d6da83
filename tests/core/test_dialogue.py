"""Written lines get the times and facts of a spoken call."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.chronicle import SpeechEnded, SpeechStarted, Tick
from app.core.dialogue import Line, facts_of, timed
from app.core.events import Channel, TextFinal

A, C = Channel.AGENT, Channel.CALLER


def times(*lines: Line) -> list[tuple[float | None, float | None]]:
    return [(line.start_s, line.end_s) for line in timed(lines)]


def test_without_times_a_line_lasts_four_tenths_a_word_with_seven_tenths_between() -> None:
    [first, second] = times(Line(speaker=C, text="one two three"), Line(speaker=A, text="one"))
    assert first == pytest.approx((0, 1.2))
    assert second == pytest.approx((1.9, 2.3))


def test_given_times_are_kept_and_the_next_line_goes_on_from_them() -> None:
    [first, second, third] = times(
        Line(speaker=C, text="one", start_s=5, end_s=8), Line(speaker=A, text="one two", start_s=9),
        Line(speaker=C, text="one"),
    )  # fmt: skip
    assert first == (5, 8)
    assert second == pytest.approx((9, 9.8))
    assert third == pytest.approx((10.5, 10.9))


def test_an_empty_line_lasts_as_long_as_one_word() -> None:
    assert times(Line(speaker=C, text=""))[0] == pytest.approx((0, 0.4))


SECONDS = st.none() | st.floats(0, 100)


@given(st.lists(st.tuples(st.text(max_size=20), SECONDS, SECONDS), max_size=6))
def test_no_line_ends_before_it_starts(lines: list[tuple[str, float | None, float | None]]) -> None:
    given_lines = [
        Line(speaker=C, text=text, start_s=start_s, end_s=end_s)
        for text, start_s, end_s in lines
        if start_s is None or end_s is None or start_s <= end_s
    ]
    for line in timed(given_lines):
        assert line.start_s is not None
        assert line.end_s is not None
        assert line.start_s <= line.end_s


def test_lines_are_masked_before_anything_reads_them() -> None:
    assert timed([Line(speaker=C, text="It is 4111 1111 1111 1111.")])[0].text == "It is [card]."


def test_a_line_gives_the_facts_of_a_spoken_utterance() -> None:
    facts = list(facts_of(Line(speaker=C, text="one two three", start_s=1.0, end_s=2.0), 7))
    assert facts[0] == SpeechStarted(channel=C, at_s=1.0)
    assert [fact.at_s for fact in facts if isinstance(fact, Tick)] == pytest.approx([1.024, 1.28, 1.536, 1.792])
    assert facts[-2:] == [
        SpeechEnded(channel=C, start_s=1.0, at_s=2.0),
        TextFinal(number=7, channel=C, start_s=1.0, end_s=2.0, text="one two three", confidence=1.0),
    ]
