"""While the caller is not there nothing is scored, prompted or cooled, and afterwards all goes on as before."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.chronicle import Fact, SpeechEnded
from app.core.conversation import MIN_CONFIDENCE, Conversation
from app.core.events import (
    AgentMove,
    AngerPoint,
    Channel,
    Event,
    LineChanged,
    LineState,
    Move,
    Prompt,
    Stage,
    TextFinal,
    TextPartial,
    WantHeard,
)
from app.core.playbook import Moment, Playbook, When
from app.core.ports import Heat
from tests.core.situations import playbook, rule
from tests.core.talk import VOCABULARY, Says, agent, answered, caller, facts

C = Channel.CALLER
HOLD, OPEN = LineState.HOLD, LineState.OPEN
FURIOUS = Heat(value=0.95, words=("ridiculous",), signals=("outrage",))
ASK = playbook(rule("ask", stage=Stage.CLOSE, cooldown_s=0, max_per_call=99, show_s=2))
LISTEN = playbook(rule("listen", when=When(moment=Moment.CALLER_TURN, turn_s=1.0), cooldown_s=0, max_per_call=99))
NOTHING = playbook()
AWAY = [LineState.HOLD, LineState.OTHER, LineState.ANNOUNCEMENT, LineState.MUSIC, LineState.UNSCORED]


def hold(
    book: Playbook,
    said: Sequence[Says],
    until_s: float,
    away: Sequence[tuple[float, float]] = (),
    state: LineState = HOLD,
    heat: Heat = FURIOUS,
) -> list[Event]:
    """A conversation with a furious caller, during whose absences their channel carries something else."""
    told = [_by_others(fact, away, state) for fact in facts(said, until_s)]
    for start_s, end_s in away:
        for at_s, line in ((start_s, state), (end_s, OPEN)):
            told.append(LineChanged(channel=C, state=line, detected=False, at_s=at_s))
    conversation = Conversation(book, VOCABULARY)
    events = conversation.start()
    for fact in sorted(told, key=_when):
        for outcome in conversation.happen(fact):
            events += answered(conversation, outcome, lambda _: heat)
    return events + conversation.finish(until_s)


def _when(fact: Fact) -> float:
    return fact.end_s if isinstance(fact, TextFinal) else fact.at_s


def _by_others(fact: Fact, away: Sequence[tuple[float, float]], state: LineState) -> Fact:
    if isinstance(fact, SpeechEnded | TextFinal) and fact.channel is C:
        end_s = _when(fact)
        if any(start_s < end_s and fact.start_s < until_s for start_s, until_s in away):
            return replace(fact, line=state)
    return fact


def points(events: Sequence[Event]) -> list[AngerPoint]:
    return [event for event in events if isinstance(event, AngerPoint)]


def prompts(events: Sequence[Event]) -> list[float]:
    return [round(event.at_s, 1) for event in events if isinstance(event, Prompt)]


@pytest.mark.parametrize("state", AWAY)
def test_what_others_say_is_shown_and_never_scored(state: LineState) -> None:
    events = hold(NOTHING, [caller(10, 14, "This is ridiculous, I want my money.")], 30, [(5, 20)], state)
    assert [event.text for event in events if isinstance(event, TextFinal)] == ["This is ridiculous, I want my money."]
    assert points(events) == []
    assert not [event for event in events if isinstance(event, WantHeard)]


@pytest.mark.parametrize(("start_s", "end_s"), [(10, 14), (3, 7), (18, 22)])
def test_an_utterance_that_others_share_is_not_scored_either(start_s: float, end_s: float) -> None:
    assert points(hold(NOTHING, [caller(start_s, end_s)], 40, [(5, 20)])) == []


def test_a_change_is_told_and_the_other_channels_lines_stop_nothing() -> None:
    conversation = Conversation(ASK, VOCABULARY)
    muted = LineChanged(channel=Channel.AGENT, state=LineState.MUTED, detected=True, at_s=1.0)
    assert conversation.happen(muted) == [muted]
    assert prompts(hold(ASK, [caller(10, 14)], 20)) == [15.2]


def test_the_level_stands_still_while_the_caller_is_away_and_goes_on_where_it_was() -> None:
    said = [caller(1, 5), caller(6, 10)]
    without = points(hold(NOTHING, said, 60))
    with_hold = points(hold(NOTHING, said, 160, [(20, 120)]))
    assert not [point for point in with_hold if 20.5 < point.at_s <= 120]
    cooled = {round(point.at_s): point.level for point in without}
    again = {round(point.at_s): point.level for point in with_hold}
    assert again[150] == pytest.approx(cooled[50], rel=0.01)


@given(st.floats(12, 40), st.floats(0.5, 300))
def test_being_away_moves_the_level_neither_up_nor_down(start_s: float, seconds: float) -> None:
    said = [caller(1, 5), caller(6, 10), Says(C, start_s + seconds / 3, start_s + seconds / 2, "Ridiculous.")]
    events = points(hold(NOTHING, said, start_s + seconds + 5, [(start_s, start_s + seconds)]))
    before = [point.level for point in events if point.at_s <= start_s][-1]
    after = next(point.level for point in events if point.at_s > start_s + seconds)
    assert after <= before
    assert after == pytest.approx(before, rel=0.03)


def test_no_new_prompt_comes_while_the_caller_is_away() -> None:
    away = [(14.5, 30.0)]
    assert prompts(hold(ASK, [caller(10, 14), caller(20, 22), agent(25, 27)], 40, away)) == []
    assert prompts(hold(LISTEN, [caller(20, 28)], 40, away)) == []


def test_prompts_come_again_when_the_caller_is_back() -> None:
    assert prompts(hold(ASK, [caller(10, 14), caller(35, 38)], 45, [(14.5, 30.0)])) == [39.2]


def test_nobody_interrupts_or_lets_finish_who_is_not_there() -> None:
    said = [caller(1, 5), caller(20, 26), agent(21, 24, "Let me have a look."), agent(27, 29, "I see, go on.")]
    moves = [event.move for event in hold(NOTHING, said, 40) if isinstance(event, AgentMove)]
    assert Move.INTERRUPTION in moves
    away = [event.move for event in hold(NOTHING, said, 40, [(10, 26.5)]) if isinstance(event, AgentMove)]
    assert not {Move.INTERRUPTION, Move.PAUSE} & set(away)


def test_a_voice_that_is_known_to_be_no_callers_only_at_its_end_leaves_no_trace() -> None:
    """An announcement: the change comes with its end."""
    said = [caller(1, 4), caller(10, 16), agent(12, 14, "Let me have a look at it.")]
    conversation = Conversation(NOTHING, VOCABULARY)
    events: list[Event] = []
    for fact in facts(said, 20):
        told = fact
        if isinstance(fact, SpeechEnded | TextFinal) and fact.channel is C and fact.start_s == 10:
            told = replace(fact, line=LineState.ANNOUNCEMENT)
        if isinstance(told, SpeechEnded) and told.line is not OPEN:
            for at_s, state in ((10.0, LineState.ANNOUNCEMENT), (16.0, OPEN)):
                change = LineChanged(channel=C, state=state, detected=True, at_s=at_s)
                events += [event for one in conversation.happen(change) for event in answered(conversation, one)]
        for outcome in conversation.happen(told):
            events += answered(conversation, outcome, lambda _: FURIOUS)
    scored = [point.number for point in events if isinstance(point, AngerPoint) and point.number]
    assert scored == [1]
    levels = [point.level for point in events if isinstance(point, AngerPoint)]
    assert levels == sorted(levels, reverse=True)


DANGER = Heat(value=0.9, words=("end it",), signals=("outrage", "self_harm"))
SAFE = rule("safe", when=When(moment=Moment.CALLER_PAUSE, signals=("self_harm",)), stage=Stage.SAFETY, priority=1000)
BACK = rule("back", when=When(moment=Moment.RETURN), stage=Stage.CLOSE)


def unscored(book: Playbook, heat: Heat, said: Sequence[Says], away: tuple[float, float]) -> list[Event]:
    """A caller who is not scored for a while, and whose every utterance is judged so."""
    return hold(book, said, 60, [away], LineState.UNSCORED, heat)


def test_danger_is_heard_while_scoring_is_off_and_nothing_else_of_the_words_counts() -> None:
    book = playbook(SAFE, rule("ask", cooldown_s=0, max_per_call=99))
    events = unscored(book, DANGER, [caller(10, 14, "I want to end it.")], (5, 40))
    assert [event.rule for event in events if isinstance(event, Prompt)] == ["safe"]
    assert points(events) == []
    assert not [event for event in events if isinstance(event, WantHeard)]
    assert prompts(unscored(book, FURIOUS, [caller(10, 14)], (5, 40))) == []


def test_words_that_were_hardly_understood_are_no_danger_while_scoring_is_off() -> None:
    said = "I want to end it."
    spoken = rule("said", when=When(moment=Moment.CALLER_PAUSE, caller_says=("end it",)), stage=Stage.SAFETY)
    for book in playbook(SAFE), playbook(spoken):
        assert prompts(unscored(book, DANGER, [caller(10, 14, said, MIN_CONFIDENCE)], (5, 40)))
        assert prompts(unscored(book, DANGER, [caller(10, 14, said, MIN_CONFIDENCE - 0.01)], (5, 40))) == []


def test_what_is_still_being_said_is_read_for_danger_only_where_the_words_before_it_were_understood() -> None:
    conversation = Conversation(playbook(SAFE), VOCABULARY, live=True)
    conversation.happen(LineChanged(channel=C, state=LineState.UNSCORED, detected=False, at_s=1.0))
    conversation.happen(
        TextFinal(number=1, channel=C, start_s=2.0, end_s=4.0, text="Oh.", confidence=0.1, line=LineState.UNSCORED)
    )
    part = TextPartial(number=2, channel=C, start_s=5.0, end_s=7.0, stable="I want to end it", guess="")
    assert conversation.glimpse(part, for_danger=True) == []


def test_danger_is_heard_while_it_is_still_being_said() -> None:
    conversation = Conversation(playbook(SAFE), VOCABULARY, live=True)
    conversation.happen(LineChanged(channel=C, state=LineState.UNSCORED, detected=False, at_s=1.0))
    part = TextPartial(number=1, channel=C, start_s=5.0, end_s=7.0, stable="I want to end it", guess="")
    [request] = conversation.glimpse(part, for_danger=True)
    assert [type(event) for event in conversation.foresee(request, DANGER)] == [Prompt]


def test_scoring_that_is_on_again_is_no_return_from_hold() -> None:
    book, said = playbook(BACK), [caller(1, 3)]
    assert prompts(hold(book, said, 40, [(5, 20)])) == [20.0]
    assert prompts(hold(book, said, 40, [(5, 20)], LineState.UNSCORED)) == []
