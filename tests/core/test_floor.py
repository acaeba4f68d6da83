"""When the agent has the floor, so that nothing on the card may change."""

import pytest

from app.core.floor import Floor


def answering(start_s: float = 10.0) -> Floor:
    floor = Floor()
    floor.agent_starts(start_s)
    return floor


@pytest.mark.parametrize(("at_s", "is_agents"), [(10.5, False), (11.0, False), (11.1, True), (60.0, True)])
def test_it_is_the_agents_from_a_second_into_their_turn(at_s: float, *, is_agents: bool) -> None:
    assert answering().is_agents(at_s) is is_agents


def test_nobody_has_it_before_anybody_spoke() -> None:
    assert not Floor().is_agents(5)


@pytest.mark.parametrize(("at_s", "is_agents"), [(15.9, True), (16.0, False)])
def test_a_second_of_silence_after_the_agents_words_gives_it_back(at_s: float, *, is_agents: bool) -> None:
    floor = answering()
    floor.agent_stops(15)
    assert floor.is_agents(at_s) is is_agents


def test_a_caller_who_begins_takes_it_at_once() -> None:
    floor = answering()
    floor.agent_stops(15)
    floor.caller_starts(15.2)
    assert not floor.is_agents(15.3)


def test_a_turn_goes_on_over_a_pause_of_the_agents_own() -> None:
    floor = answering()
    floor.agent_stops(15)
    floor.agent_starts(15.8)
    assert floor.is_agents(16)


def test_a_turn_after_the_caller_spoke_begins_anew() -> None:
    floor = answering()
    floor.agent_stops(15)
    floor.caller_starts(15.2)
    floor.agent_starts(15.8)
    assert not floor.is_agents(16.5)
    assert floor.is_agents(16.9)


def test_a_caller_who_talks_into_the_answer_does_not_take_it() -> None:
    floor = answering()
    floor.caller_starts(12)
    assert floor.is_agents(13)
