"""Written dialogues are judged by the core that hears calls."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.compose import load_judges, open_playbooks, read_vocabulary
from app.core.conversation import Vocabulary
from app.core.dialogue import Judged, Line
from app.core.events import Channel, Prompt
from app.core.playbook import Playbook
from app.runtime.perform import Judges
from app.runtime.written import judge_dialogue

A, C = Channel.AGENT, Channel.CALLER


@cache
def parts() -> tuple[Judges, Playbook, Vocabulary]:
    return load_judges(), open_playbooks().load("general"), read_vocabulary()


def judged(*lines: tuple[Channel, str]) -> list[Judged]:
    return judge_dialogue([Line(speaker=speaker, text=text) for speaker, text in lines], *parts())


def test_caller_lines_have_heat_and_level_and_agent_lines_neither() -> None:
    agent, caller = judged((A, "This is ridiculous."), (C, "This is ridiculous!"))
    assert (agent.heat, agent.level) == (None, None)
    assert caller.heat is not None
    assert caller.level is not None
    assert 0 < caller.level < caller.heat <= 1


@pytest.mark.parametrize("text", ["", " ", "..."])
def test_a_caller_line_without_words_has_numbers_too(text: str) -> None:
    [line] = judged((C, text))
    assert (line.heat, line.level) == (0, 0)


def test_anger_builds_up_over_lines_and_brings_prompts() -> None:
    angry = (C, "This is the third time I call and nobody is listening to me! This is ridiculous!")
    lines = judged(angry, (A, "Our policy is ten days."), angry, (A, "You have to call somebody else."), angry)
    levels = [line.level for line in lines if line.level is not None]
    assert levels == sorted(levels)
    assert levels[-1] > 0.5
    assert [event for line in lines for event in line.events if isinstance(event, Prompt)]


def test_each_dialogue_begins_at_zero() -> None:
    first, second = judged((C, "This is ridiculous!")), judged((C, "This is ridiculous!"))
    assert first == second


def test_texts_are_masked() -> None:
    assert judged((C, "It is 4111 1111 1111 1111."))[0].text == "It is [card]."


@given(st.lists(st.tuples(st.sampled_from([A, C]), st.text(max_size=40)), max_size=8))
def test_any_dialogue_has_one_judged_line_for_each_line(lines: list[tuple[Channel, str]]) -> None:
    found = judged(*lines)
    assert len(found) == len(lines)
    assert all(line.level is None or 0 <= line.level <= 1 for line in found)
