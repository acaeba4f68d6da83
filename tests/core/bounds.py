"""Calls at random, and what holds for the prompts of any call with any playbook."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import strategies as st

from app.core.events import Channel, Event, Prompt, PromptWithdrawn, Stage
from tests.core.talk import Says, agent, caller

_TEXTS = (
    "This is ridiculous.",
    "It is the third time.",
    "Okay.",
    "",
    "I will call you, sorry.",
    "Where is my parcel?",
    "That is our policy.",
    "You are an idiot.",
    "Thank you, that is all, bye.",
    "I want to die.",
)

LINES = st.lists(
    st.tuples(
        st.sampled_from([Channel.AGENT, Channel.CALLER]),
        st.floats(0.1, 12),
        st.floats(0.0, 20),
        st.sampled_from(_TEXTS),
    ),
    max_size=25,
)
"""Who speaks, for how long, how long after their last line, and what they say."""


def said_in(lines: Sequence[tuple[Channel, float, float, str]]) -> tuple[list[Says], float]:
    """The lines with their times, and when the last is over."""
    said, ends = [], {Channel.AGENT: 0.0, Channel.CALLER: 0.0}
    for channel, length_s, gap_s, text in lines:
        start_s = ends[channel] + 0.7 + gap_s
        ends[channel] = start_s + length_s
        said.append((caller if channel is Channel.CALLER else agent)(start_s, ends[channel], text))
    return said, max(ends.values())


def assert_within_bounds(said: Sequence[Says], events: Sequence[Event]) -> None:
    """One card at a time, seldom a new one, and none that changes from 1 s into the agent's turn on.

    Safety is bound by none of this, and what is left for the agent at the end of a call stays.
    """
    cards = [event for event in events if isinstance(event, Prompt | PromptWithdrawn)]
    shown = [card for card in cards if isinstance(card, Prompt)]
    assert [type(card) for card in cards] == ([Prompt, PromptWithdrawn] * len(shown))[: len(cards)]
    assert all(before.at_s <= after.at_s for before, after in pairwise(cards))
    bound = [card for card in shown if card.stage is not Stage.SAFETY]
    for first in bound:
        assert sum(first.at_s <= other.at_s < first.at_s + 60 for other in bound) <= 4
        assert sum(first.at_s <= other.at_s < first.at_s + 600 for other in bound) <= 8
        assert sum(first.title == other.title for other in bound) <= 2
    urgent_s = {card.at_s for card in shown if card.stage is Stage.SAFETY}
    for card in cards:
        if card.at_s not in urgent_s and not (isinstance(card, PromptWithdrawn) and card.why == "call ended"):
            assert not _is_within_an_answer(card.at_s, said, events[-1]), card


def _is_within_an_answer(at_s: float, said: Sequence[Says], last: Event) -> bool:
    is_last_word = last.at_s == at_s if isinstance(last, Prompt) else False
    return not is_last_word and any(
        line.channel is Channel.AGENT and line.start_s + 1 < at_s < line.end_s for line in said
    )
