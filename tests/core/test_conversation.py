"""From words and voices to curve, moves and prompts: when a prompt comes, waits or is dropped."""

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given

from app.core.chronicle import SpeechEnded, SpeechStarted, Tick
from app.core.conversation import MIN_CONFIDENCE, Conversation
from app.core.events import (
    AgentMove,
    AngerPoint,
    Channel,
    Event,
    Health,
    HealthCode,
    Move,
    PromiseMade,
    Prompt,
    PromptWithdrawn,
    Stage,
    TextFinal,
    TextPartial,
    Trend,
    WantHeard,
)
from app.core.playbook import Moment, When
from app.core.ports import Heat, ScoreRequest
from tests.core.bounds import LINES, said_in
from tests.core.situations import playbook, rule
from tests.core.talk import VOCABULARY, Says, agent, answered, caller, facts, heats, hold

FURIOUS = Heat(value=0.95, words=("ridiculous",), signals=("outrage",))
HEAT = heats({"ridiculous": FURIOUS, "third time": Heat(value=0.6, signals=("repeat_contact",))})
AFTER_CALLER = playbook(rule("ask", stage=Stage.CLOSE, cooldown_s=0, max_per_call=99, show_s=8))
NOTHING = playbook()


def prompts(events: Iterable[Event]) -> list[tuple[str, float]]:
    return [(event.rule, round(event.at_s, 3)) for event in events if isinstance(event, Prompt)]


def moves(events: Iterable[Event]) -> list[tuple[Move, float]]:
    return [(event.move, event.at_s) for event in events if isinstance(event, AgentMove)]


def points(events: Iterable[Event]) -> list[AngerPoint]:
    return [event for event in events if isinstance(event, AngerPoint)]


# --- when a prompt comes ---------------------------------------------------------------------------------------


def test_a_rule_of_the_start_is_shown_at_second_zero() -> None:
    opening = playbook(rule("greet", stage=Stage.OPEN, when=When(moment=Moment.START)))
    assert prompts(hold(opening, [], 5)) == [("greet", 0.0)]


def test_a_prompt_comes_after_the_caller_has_stopped() -> None:
    assert prompts(hold(AFTER_CALLER, [caller(1, 4)], 10)) == [("ask", 5.2)]


def test_it_comes_at_once_when_the_agent_begins_to_answer_before() -> None:
    assert prompts(hold(AFTER_CALLER, [caller(1, 4), agent(4.5, 8)], 10)) == [("ask", 4.5)]


def test_a_prompt_that_came_too_late_for_the_answer_waits_for_the_callers_next_turn() -> None:
    said = [caller(1, 4), agent(2.5, 7), caller(8, 13)]
    assert prompts(hold(AFTER_CALLER, said, 12.9)) == [("ask", 12.032)]


def test_one_that_is_not_true_any_more_by_then_is_not_shown() -> None:
    while_low = When(moment=Moment.CALLER_PAUSE, level_max=0.2)
    rules = playbook(rule("low", stage=Stage.CLOSE, when=while_low))
    said = [caller(1, 4), agent(2.5, 7), caller(8, 9, "This is ridiculous."), caller(9.7, 14)]
    assert prompts(hold(rules, said, 13.9, HEAT)) == []


def test_one_whose_move_the_agent_has_made_by_then_is_not_shown() -> None:
    sorry = playbook(rule("sorry", stage=Stage.CLOSE, done_by=(Move.APOLOGY,)))
    said = [caller(1, 4), agent(2.5, 7, "I am sorry about that."), caller(8, 13)]
    assert prompts(hold(sorry, said, 12.9)) == []


def test_words_that_come_more_than_three_seconds_late_bring_no_prompt_for_the_answer() -> None:
    conversation = Conversation(AFTER_CALLER, VOCABULARY)
    words = TextFinal(number=1, channel=Channel.CALLER, start_s=1, end_s=4, text="It is late.", confidence=0.9)
    conversation.happen(SpeechStarted(channel=Channel.CALLER, at_s=1))
    conversation.happen(SpeechEnded(channel=Channel.CALLER, start_s=1, at_s=4))
    conversation.happen(Tick(at_s=7.25))
    [*_, request] = conversation.happen(words)
    assert isinstance(request, ScoreRequest)
    later = [request, *conversation.happen(Tick(at_s=7.5))]
    assert prompts(event for outcome in later for event in answered(conversation, outcome)) == []


def test_a_prompt_that_would_come_after_the_end_of_the_call_is_not_shown() -> None:
    assert prompts(hold(AFTER_CALLER, [caller(1, 4)], 4.5)) == []


def test_a_caller_who_goes_on_drops_the_prompt_that_was_due() -> None:
    assert prompts(hold(AFTER_CALLER, [caller(1, 4), caller(4.8, 6)], 10)) == [("ask", 7.2)]


def test_a_card_that_came_while_the_caller_spoke_stays_until_the_agent_had_time_to_answer() -> None:
    brief = playbook(rule("listen", stage=Stage.CLOSE, show_s=5, when=When(moment=Moment.CALLER_TURN)))
    for said, gone_s in [([caller(1, 20)], 23), ([caller(1, 20), agent(21, 26)], 27)]:
        events = hold(brief, said, 40)
        [gone] = [event for event in events if isinstance(event, PromptWithdrawn)]
        assert gone.why == "expired"
        assert gone_s <= gone.at_s <= gone_s + 0.3


def test_a_rule_for_the_callers_turn_comes_while_they_speak() -> None:
    long_turn = playbook(rule("listen", stage=Stage.CLOSE, when=When(moment=Moment.CALLER_TURN)))
    [(name, at_s)] = prompts(hold(long_turn, [caller(1, 9)], 12))
    assert name == "listen"
    assert 5.0 <= at_s <= 5.3


def test_a_turn_goes_on_over_a_short_pause_and_a_backchannel_but_not_over_an_answer() -> None:
    long_turn = playbook(rule("listen", stage=Stage.CLOSE, when=When(moment=Moment.CALLER_TURN)))
    goes_on = [caller(1, 4), agent(4.1, 4.6, "Mm-hm."), caller(5, 7)]
    answered = [caller(1, 4), agent(4.1, 5.5, "I see, go on."), caller(5.6, 8)]
    assert len(prompts(hold(long_turn, goes_on, 10))) == 1
    assert prompts(hold(long_turn, answered, 10)) == []


def test_a_rule_for_a_long_silence_comes_when_nobody_has_spoken_for_so_long() -> None:
    rules = playbook(rule("offer", stage=Stage.CLOSE, when=When(moment=Moment.SILENCE, silence_s=6)))
    [(name, at_s)] = prompts(hold(rules, [caller(1, 3), agent(4, 6), caller(30, 31)], 40))
    assert name == "offer"
    assert 12.0 <= at_s <= 12.3


def test_what_the_caller_says_is_looked_for_in_their_whole_turn_and_in_no_earlier_one() -> None:
    wants_it = When(moment=Moment.CALLER_PAUSE, caller_says=("third time",))
    rules = playbook(rule("read_back", stage=Stage.CLOSE, when=wants_it, cooldown_s=0, show_s=1))
    said = [
        caller(1, 3, "It is the third time."),
        caller(3.5, 5, "And nobody came."),
        agent(8, 10, "I see, go on."),
        caller(12, 14, "So what now?"),
    ]
    assert prompts(hold(rules, said, 20)) == [("read_back", 6.2)]


def test_the_reasons_of_a_prompt_are_the_last_two_heard_within_a_minute() -> None:
    said = [
        caller(1, 3, "Nobody listens to me."),
        caller(70, 73, "It is the third time."),
        caller(74, 77, "This is ridiculous."),
    ]
    table = heats(
        {
            "listens": Heat(value=0.5, signals=("unheard",)),
            "third time": Heat(value=0.6, signals=("repeat_contact",)),
            "ridiculous": FURIOUS,
        }
    )
    rules = playbook(rule("ask", stage=Stage.CLOSE, because="{why}", cooldown_s=0, show_s=1))
    reasons = [event.because for event in hold(rules, said, 90, table) if isinstance(event, Prompt)]
    assert reasons == ["Not heard", "Third call, has had enough"]


# --- what the agent did ------------------------------------------------------------------------------------------


def test_moves_and_promises_are_read_from_the_agents_words() -> None:
    events = hold(NOTHING, [agent(1, 4, "Sorry about that. I will call you tomorrow.")], 8)
    assert moves(events) == [(Move.APOLOGY, 4), (Move.COMMITMENT, 4)]
    [promise] = [event for event in events if isinstance(event, PromiseMade)]
    assert (promise.at_s, promise.who, promise.what, promise.when) == (
        4, "agent", "I will call you tomorrow.", "tomorrow",
    )  # fmt: skip


def test_the_callers_words_are_no_move_of_the_agent() -> None:
    assert moves(hold(NOTHING, [caller(1, 4, "Sorry, I will call again.")], 8)) == []


def test_a_card_the_agent_follows_is_done_once_they_have_stopped_speaking() -> None:
    rules = playbook(rule("ask", stage=Stage.CLOSE, done_by=(Move.OPEN_QUESTION,)))
    events = hold(rules, [caller(1, 4), agent(6, 8, "What happened then?")], 12)
    [gone] = [event for event in events if isinstance(event, PromptWithdrawn)]
    assert (gone.why, gone.followed) == ("followed", True)
    assert 9.0 <= gone.at_s <= 9.3


def test_a_card_the_agent_had_time_for_and_did_not_follow_was_not_followed() -> None:
    rules = playbook(rule("ask", stage=Stage.CLOSE, done_by=(Move.OPEN_QUESTION,)))
    events = hold(rules, [caller(1, 4), agent(6, 8, "That is our policy here.")], 30)
    [gone] = [event for event in events if isinstance(event, PromptWithdrawn)]
    assert (gone.why, gone.followed) == ("expired", False)


@pytest.mark.parametrize(
    ("start_s", "text", "is_interruption"),
    [(5.0, "But listen to me", True), (5.4, "But listen to me", False), (5.0, "Right, okay.", False)],
)
def test_cutting_in_takes_seven_tenths_of_a_second_and_three_words(
    start_s: float, text: str, *, is_interruption: bool
) -> None:
    events = hold(NOTHING, [caller(1, 6), agent(start_s, 8, text)], 10)
    assert ((Move.INTERRUPTION, 8) in moves(events)) is is_interruption


ANGRY = [caller(1, 4, "This is ridiculous."), caller(9, 12, "Just ridiculous!"), caller(17, 20, "Really ridiculous!")]


@pytest.mark.parametrize(("breath_s", "is_pause"), [(0.3, False), (0.6, True), (2.9, True), (3.2, False)])
def test_a_breath_before_answering_a_heated_caller_is_a_pause(breath_s: float, *, is_pause: bool) -> None:
    events = hold(NOTHING, [*ANGRY, agent(20 + breath_s, 28)], 32, HEAT)
    assert (moves(events) == [(Move.PAUSE, 20 + breath_s)]) is is_pause


def test_a_breath_before_answering_a_calm_caller_is_nothing_special() -> None:
    assert moves(hold(NOTHING, [caller(1, 4), agent(5, 8)], 12)) == []


# --- the curve -----------------------------------------------------------------------------------------------------


def test_only_the_caller_moves_the_curve() -> None:
    events = hold(NOTHING, [agent(1, 4, "This is ridiculous."), caller(5, 8, "This is ridiculous.")], 9, HEAT)
    assert [point.number for point in points(events) if point.number is not None] == [2]


def test_words_that_were_hardly_understood_are_written_down_and_not_scored() -> None:
    events = hold(NOTHING, [caller(1, 4, "This is ridiculous.", MIN_CONFIDENCE - 0.01)], 9, HEAT)
    assert [event.text for event in events if isinstance(event, TextFinal)] == ["This is ridiculous."]
    assert points(events) == []


def test_an_empty_utterance_is_not_scored() -> None:
    assert points(hold(NOTHING, [caller(1, 4, "")], 9)) == []


def test_the_level_decays_once_a_second_in_silence_and_not_while_the_caller_speaks() -> None:
    events = points(hold(NOTHING, [*ANGRY, caller(30, 36)], 40, HEAT))
    decay = [point.at_s for point in events if point.number is None]
    assert all(after - before >= 1 for before, after in pairwise(point.at_s for point in events))
    assert len([at_s for at_s in decay if 20 < at_s < 30]) >= 7
    assert [at_s for at_s in decay if 30 < at_s < 36] == []


def test_there_are_no_decay_points_while_the_level_is_zero() -> None:
    assert [point.number for point in points(hold(NOTHING, [caller(1, 4)], 60))] == [1]


def test_what_the_caller_wants_is_kept_once_in_their_own_words() -> None:
    said = [caller(1, 4, "Hello. I want a refund."), caller(6, 9, "I want a refund! I want it now.")]
    wants = [(event.at_s, event.text) for event in hold(NOTHING, said, 12) if isinstance(event, WantHeard)]
    assert wants == [(4, "I want a refund."), (9, "I want it now.")]


@given(LINES)
def test_the_curve_of_any_call_is_in_order(lines: list[tuple[Channel, float, float, str]]) -> None:
    said, end_s = said_in(lines)
    curve = points(hold(AFTER_CALLER, said, end_s + 5, HEAT))
    assert all(before.at_s <= after.at_s for before, after in pairwise(curve))
    assert all(0 <= point.level <= 1 for point in curve)


# --- words that are still being said ---------------------------------------------------------------------------


def glimpsed(conversation: Conversation, stable: str, number: int = 1) -> list[ScoreRequest]:
    return conversation.glimpse(
        TextPartial(number=number, channel=Channel.CALLER, start_s=1.0, end_s=3.0, stable=stable, guess="and")
    )


def test_stable_words_are_judged_again_once_there_are_three_more() -> None:
    conversation = Conversation(NOTHING, VOCABULARY)
    said = ["this is", "this is the", "this is the third", "this is the third time now"]
    asked = [request.text for text in said for request in glimpsed(conversation, text)]
    assert asked == ["this is the", "this is the third time now"]
    assert [request.text for request in glimpsed(conversation, "no not again", number=2)] == ["no not again"]


def test_what_is_still_being_said_gives_a_provisional_point() -> None:
    conversation = Conversation(NOTHING, VOCABULARY)
    [request] = glimpsed(conversation, "this is ridiculous")
    [point] = points(conversation.foresee(request, FURIOUS))
    assert (point.provisional, point.number, point.at_s) == (True, 1, 3.0)
    assert conversation.level == 0.0


def test_a_judgement_that_comes_after_the_final_gives_no_point() -> None:
    conversation = Conversation(NOTHING, VOCABULARY)
    [request] = glimpsed(conversation, "this is ridiculous")
    conversation.happen(
        TextFinal(number=1, channel=Channel.CALLER, start_s=1.0, end_s=4.0, text="This is fine.", confidence=0.1)
    )
    assert conversation.foresee(request, FURIOUS) == []


# --- words that cannot be judged -------------------------------------------------------------------------------

UNSURE = 0.35


def health(events: Iterable[Event]) -> list[tuple[HealthCode, float]]:
    return [(event.code, event.at_s) for event in events if isinstance(event, Health)]


def test_three_unclear_utterances_in_a_row_are_told_once_and_what_follows_is_not_judged() -> None:
    said = [caller(10 * n, 10 * n + 4, "This is ridiculous now.", confidence=UNSURE) for n in range(1, 6)]
    events = hold(NOTHING, said, 70, HEAT)
    assert health(events) == [(HealthCode.UNCLEAR, 34)]
    assert [point.number for point in points(events) if point.number is not None] == [1, 2]


def test_clear_utterances_end_the_advice_and_are_judged_again() -> None:
    unclear = [caller(10 * n, 10 * n + 4, confidence=UNSURE) for n in range(1, 4)]
    events = hold(NOTHING, [*unclear, caller(40, 44), caller(50, 54)], 70, HEAT)
    assert health(events) == [(HealthCode.UNCLEAR, 34), (HealthCode.LISTENING, 44)]
    assert [point.number for point in points(events) if point.number is not None] == [1, 2, 4, 5]


def test_one_clear_utterance_among_unclear_ones_is_enough() -> None:
    said = [caller(10 * n, 10 * n + 4, confidence=0.9 if n % 3 == 0 else UNSURE) for n in range(1, 7)]
    assert health(hold(NOTHING, said, 90)) == []


def test_nothing_is_judged_early_while_the_caller_is_unclear() -> None:
    conversation = Conversation(NOTHING, VOCABULARY)
    for number in range(1, 4):
        conversation.happen(
            TextFinal(
                number=number,
                channel=Channel.CALLER,
                start_s=number,
                end_s=number + 1,
                text="One two three four.",
                confidence=UNSURE,
            )
        )
    assert glimpsed(conversation, "this is ridiculous", number=4) == []


def test_an_unclear_word_or_two_say_nothing_about_a_language() -> None:
    said = [caller(10 * n, 10 * n + 1, "Mm, yes.", confidence=UNSURE) for n in range(1, 6)]
    assert health(hold(NOTHING, said, 70)) == []


# --- one breath ------------------------------------------------------------------------------------------------


def asked(*said: Says) -> list[tuple[str, ...]]:
    """What is judged together with each caller utterance."""
    conversation = Conversation(NOTHING, VOCABULARY)
    outcomes = [outcome for fact in facts(said, 20) for outcome in conversation.happen(fact)]
    return [outcome.before for outcome in outcomes if isinstance(outcome, ScoreRequest)]


def test_an_utterance_is_judged_with_what_was_said_in_the_same_breath() -> None:
    assert asked(caller(1, 2, "Honestly."), caller(2.7, 5, "It is a bit frustrating.")) == [(), ("Honestly.",)]


def test_an_utterance_after_a_pause_is_judged_by_itself() -> None:
    assert asked(caller(1, 2, "Honestly."), caller(4, 6, "It is a bit frustrating.")) == [(), ()]


def test_words_that_were_hardly_heard_are_not_judged_with_what_follows() -> None:
    unsure = caller(1, 2, "Honestly.", confidence=MIN_CONFIDENCE - 0.01)
    assert asked(unsure, caller(2.7, 5, "It is a bit frustrating.")) == [()]


# --- a new rise ------------------------------------------------------------------------------------------------


def test_who_gets_clearly_angrier_is_listened_to_again_though_the_trend_never_turned() -> None:
    listening = playbook(rule("listen", stage=Stage.LISTEN, cooldown_s=0, max_per_call=9, show_s=4))
    said = [
        caller(1, 4, "Third time, this is the third time."),
        agent(4.4, 5),
        caller(6, 10, "Third time, and I told you of the third time."),
        agent(10.4, 11),
        caller(24, 28, "This is ridiculous, absolutely ridiculous."),
    ]
    mild = heats({"ridiculous": FURIOUS, "ird time": Heat(value=0.5, signals=("repeat_contact",))})
    events = hold(listening, said, 35, mild)
    assert {point.trend for point in points(events)} == {Trend.RISING}
    assert [at_s for _, at_s in prompts(events)][-1] > 24
