"""Whatever is said and whatever a playbook asks for, prompts stay few and still."""

from hypothesis import given
from hypothesis import strategies as st

from app.core.events import Channel, Move, Phase, Stage, Trend
from app.core.playbook import Moment, Rule, When
from app.core.ports import Heat
from tests.core.bounds import LINES, assert_within_bounds, said_in
from tests.core.situations import playbook
from tests.core.talk import heats, hold, hold_live

HEAT = heats(
    {
        "ridiculous": Heat(value=0.95, signals=("outrage",)),
        "idiot": Heat(value=0.95, signals=("insult_agent",)),
        "third time": Heat(value=0.6, signals=("repeat_contact",)),
        "Thank you": Heat(value=0.0, signals=("thanks",)),
    }
)
WHENS = st.builds(
    When,
    moment=st.sampled_from(Moment),
    phase=st.sets(st.sampled_from(Phase), max_size=2).map(tuple),
    trend=st.sets(st.sampled_from(Trend), max_size=1).map(tuple),
    caller_says=st.sampled_from([(), (), ("third time",), ("want",)]),
    missing=st.sets(st.sampled_from(Move), max_size=1).map(tuple),
    turn_s=st.sampled_from([0.0, 5.0]),
)
RULES = st.builds(
    Rule,
    id=st.uuids().map(str),
    stage=st.sampled_from(Stage),
    title=st.sampled_from(["one", "two", "three", "four", "five", "six"]),
    when=WHENS,
    priority=st.integers(0, 9),
    cooldown_s=st.sampled_from([0.0, 10.0]),
    max_per_call=st.sampled_from([1, 99]),
    show_s=st.sampled_from([1.0, 8.0, 60.0]),
    done_by=st.sets(st.sampled_from([Move.APOLOGY, Move.COMMITMENT, Move.PAUSE]), max_size=2).map(tuple),
)


@given(LINES, st.lists(RULES, min_size=1, max_size=8))
def test_any_call_with_any_playbook_stays_within_bounds(
    lines: list[tuple[Channel, float, float, str]], rules: list[Rule]
) -> None:
    said, end_s = said_in(lines)
    assert_within_bounds(said, hold(playbook(*rules), said, end_s + 5, HEAT))


@given(
    LINES,
    st.lists(RULES, min_size=1, max_size=8),
    st.floats(0.2, 1.0),
    st.sampled_from([0.0, 0.4, 1.0, 2.5, 6.0]),
)
def test_so_does_any_live_call_whenever_its_words_come(
    lines: list[tuple[Channel, float, float, str]], rules: list[Rule], known_share: float, delay_s: float
) -> None:
    said, end_s = said_in(lines)
    events = hold_live(playbook(*rules), said, end_s + 5, HEAT, known_share=known_share, delay_s=delay_s)
    assert_within_bounds(said, events)
