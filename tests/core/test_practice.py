"""Whose turn it is while a person answers a recorded caller; and the course itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import InputError
from app.core.practice import (
    ANSWERED_AFTER_S,
    GOODBYE_S,
    LESSONS,
    PATIENCE_S,
    TurnTaking,
    is_practice,
    lesson_after,
    lesson_named,
    lesson_of,
)

STEP_S = 0.1


def begun(turns_s: list[float], speech: list[bool]) -> list[tuple[int, float]]:
    """Which caller's turn began when, of an agent who spoke in these tenths of a second."""
    taking = TurnTaking(turns_s)
    found = []
    for number, speaks in enumerate(speech):
        index = taking.hear(STEP_S, speaks=speaks)
        if index is not None:
            found.append((index, (number + 1) * STEP_S))
    return found


def tenths(*parts: tuple[bool, float]) -> list[bool]:
    return [speaks for speaks, seconds in parts for _ in range(round(seconds / STEP_S))]


def test_the_caller_answers_once_the_agent_has_finished() -> None:
    [(index, at_s)] = begun([5.0], tenths((True, 3), (False, 2)))
    assert index == 0
    assert at_s == pytest.approx(3 + ANSWERED_AFTER_S, abs=0.11)


def test_a_breath_in_the_middle_of_an_answer_does_not_end_it() -> None:
    assert begun([5.0], tenths((True, 2), (False, 1), (True, 2), (False, 1))) == []


def test_an_agent_who_says_nothing_is_not_waited_for_for_ever() -> None:
    [(_, at_s)] = begun([30.0], tenths((False, 20)))
    assert at_s == pytest.approx(PATIENCE_S, abs=0.11)


def test_a_click_is_no_answer() -> None:
    [(_, at_s)] = begun([30.0], tenths((True, 0.1), (False, 20)))
    assert at_s == pytest.approx(PATIENCE_S, abs=0.11)


def test_what_is_spoken_into_the_callers_turn_is_no_answer_to_it() -> None:
    speech = tenths((True, 1), (False, 1.3), (False, 1), (True, 1), (False, 6), (True, 1), (False, 1.3))
    assert [index for index, _ in begun([4.0, 4.0], speech)] == [0, 1]
    assert [index for index, _ in begun([4.0, 4.0], speech[:-14])] == [0]


def test_an_echo_of_the_callers_last_word_is_no_answer() -> None:
    speech = tenths((True, 1), (False, 1.2), (True, 4.3), (False, 7))
    assert [index for index, _ in begun([4.0, 4.0], speech)] == [0]


def test_the_call_is_over_when_the_last_turn_is_answered_or_left_without_an_answer() -> None:
    for last in tenths((True, 1), (False, 1.3)), tenths((False, GOODBYE_S + 0.2)):
        taking = TurnTaking([2.0])
        for speaks in tenths((True, 1), (False, 1.2), (False, 2)):
            taking.hear(STEP_S, speaks=speaks)
        assert not taking.is_over
        for speaks in [*tenths((False, 0.5)), *last]:
            taking.hear(STEP_S, speaks=speaks)
        assert taking.is_over


@given(turns_s=st.lists(st.floats(0.5, 6), max_size=4), speech=st.lists(st.booleans(), max_size=600))
def test_turns_come_once_each_in_order_and_never_into_speech_or_another_turn(
    turns_s: list[float], speech: list[bool]
) -> None:
    found = begun(turns_s, speech)
    assert [index for index, _ in found] == list(range(len(found)))
    ends_s = 0.0
    for index, at_s in found:
        assert at_s >= ends_s
        quiet_from_s = max(at_s - ANSWERED_AFTER_S, ends_s + 0.5)
        assert not any(speech[round(quiet_from_s / STEP_S) + 1 : round(at_s / STEP_S)])
        ends_s = at_s + turns_s[index]


@given(turns_s=st.lists(st.floats(0.5, 6), max_size=4))
def test_a_silent_agent_hears_the_whole_call_and_its_end(turns_s: list[float]) -> None:
    taking = TurnTaking(turns_s)
    longest_s = sum(turns_s) + (len(turns_s) + 1) * (PATIENCE_S + 1)
    for _ in range(round(longest_s / STEP_S)):
        taking.hear(STEP_S, speaks=False)
    assert taking.is_over


def test_lessons_follow_one_another_and_are_found_by_name_and_by_source() -> None:
    first, second, third = LESSONS
    assert (lesson_after(first), lesson_after(second), lesson_after(third)) == (second, third, None)
    for lesson in LESSONS:
        assert lesson_named(lesson.name) is lesson is lesson_of(lesson.source)
        assert is_practice(lesson.source)
    assert lesson_of("call.wav") is None
    assert not is_practice("practice.wav")
    with pytest.raises(InputError, match="fourth"):
        lesson_named("fourth")
