"""An ended call replayed with a playbook: the same playbook shows the same, another one something else."""

from dataclasses import replace

import pytest

from app.compose import load_judges, open_playbooks, read_vocabulary
from app.core.conversation import Conversation
from app.core.document import CallDocument, document_of
from app.core.events import Channel, Event, Phase
from app.core.playbook import Moment, Playbook, When
from app.core.ports import MovesRequest, ScoreRequest
from app.core.state import CallState, apply
from app.runtime.backtest import Backtest, Firing, counted
from app.runtime.perform import Judges
from tests.core.calls import ended, started
from tests.core.situations import playbook, rule
from tests.core.talk import agent, caller, facts

CALL = (
    agent(1, 4, "Good morning, this is Ann, what can I do for you?"),
    caller(5, 10, "This is the third time I call and nobody listens to me! This is ridiculous!"),
    agent(11, 14, "I am afraid that is our policy."),
    caller(15, 20, "I do not care about your policy, this is an absolute disgrace, I am furious!"),
    agent(21, 25, "You have been passed around three times, that should not have happened."),
    caller(26, 30, "It should not. I want my money back today."),
    agent(31, 36, "I am sending it now, it is there by five."),
    caller(40, 44, "All right, thank you, that is all. Bye."),
)
CALM = (agent(1, 4, "Good morning, what can I do for you?"), caller(5, 10, "I would like to move house in May."))


@pytest.fixture(scope="module")
def judges() -> Judges:
    return load_judges()


@pytest.fixture(scope="module")
def general() -> Playbook:
    return open_playbooks().load("general")


@pytest.fixture(scope="module")
def call(judges: Judges, general: Playbook) -> CallDocument:
    return held(judges, general, CALL, 60)


def held(judges: Judges, general: Playbook, said: tuple[object, ...], until_s: float) -> CallDocument:
    """The document of a call that is held with a playbook."""
    conversation = Conversation(general, read_vocabulary())
    events: list[Event] = [started(), *conversation.start()]
    for fact in facts(said, until_s):  # type: ignore[arg-type]
        for outcome in conversation.happen(fact):
            match outcome:
                case ScoreRequest():
                    events += conversation.judge(outcome, judges.heat(outcome))
                case MovesRequest():
                    events += conversation.note_moves(outcome, judges.moves(outcome))
                case _:
                    events.append(outcome)
    state = CallState()
    for event in [*events, *conversation.finish(until_s), ended(until_s)]:
        state = apply(state, event)
    return document_of(state)


def test_with_its_own_playbook_a_call_has_the_prompts_it_had(
    call: CallDocument, judges: Judges, general: Playbook
) -> None:
    found = Backtest(judges, read_vocabulary()).firings(call, general)
    assert call.prompts
    assert [firing.rule for firing in found] == [prompt.rule for prompt in call.prompts]
    assert [firing.at_s for firing in found] == pytest.approx([prompt.at_s for prompt in call.prompts], abs=0.3)


def test_another_playbook_fires_where_it_fits(call: CallDocument, judges: Judges) -> None:
    hot = playbook(rule("hot", when=When(moment=Moment.CALLER_PAUSE, phase=(Phase.HOT,)), cooldown_s=0))
    found = Backtest(judges, read_vocabulary()).firings(call, hot)
    assert found
    assert {(firing.rule, firing.phase, firing.in_calm_call) for firing in found} == {("hot", Phase.HOT, False)}


def test_a_call_that_never_left_calm_is_told_as_such(judges: Judges, general: Playbook) -> None:
    calm = held(judges, general, CALM, 20)
    closing = playbook(rule("bye", stage=general.rule[0].stage, when=When(moment=Moment.CALLER_PAUSE)))
    [firing] = Backtest(judges, read_vocabulary()).firings(calm, closing)
    assert (firing.in_calm_call, firing.phase) == (True, Phase.CALM)


def test_a_call_of_both_voices_on_one_channel_shows_nothing(
    call: CallDocument, judges: Judges, general: Playbook
) -> None:
    joined = replace(call, turns=tuple(replace(turn, channel=Channel.UNKNOWN) for turn in call.turns))
    assert Backtest(judges, read_vocabulary()).firings(joined, general) == []


def test_firings_are_counted_by_rule_and_phase_beside_those_of_the_set_of_now() -> None:
    def fired(name: str, at_s: float, phase: Phase = Phase.HOT, *, calm: bool = False) -> Firing:
        return Firing(rule=name, call_id="c1", at_s=at_s, phase=phase, in_calm_call=calm)

    own = [fired("a", 1), fired("a", 2, Phase.RISING), fired("b", 3, Phase.CALM, calm=True)]
    counts = {one.rule: one for one in counted(["a", "b", "c"], own, [fired("a", 1), fired("gone", 2)])}
    assert (counts["a"].count, counts["a"].count_now) == (2, 1)
    assert counts["a"].by_phase == {Phase.RISING: 1, Phase.HOT: 1}
    assert counts["b"].in_calm_calls == 1
    assert (counts["c"].count, counts["gone"].count, counts["gone"].count_now) == (0, 0, 1)
    assert counts["a"].moments == (("c1", 1), ("c1", 2))
