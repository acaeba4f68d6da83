"""One card at a time, chosen by priority, and gone when it is old, done, untrue or worse than another."""

from typing import Any

import pytest

from app.core.allowance import Dial
from app.core.coach import Coach
from app.core.events import Event, Move, Phase, Prompt, PromptHeldBack, PromptUsed, PromptWithdrawn, Stage
from app.core.playbook import Moment, When
from tests.core.situations import now, playbook, rule

HOT_ONLY = When(moment=Moment.CALLER_PAUSE, phase=(Phase.HOT,))


def shown(events: list[Event]) -> list[str]:
    return [event.rule for event in events if isinstance(event, Prompt)]


def gone(events: list[Event]) -> list[tuple[str, float, str, bool | None]]:
    return [
        (event.rule, event.at_s, event.why, event.followed) for event in events if isinstance(event, PromptWithdrawn)
    ]


def test_a_prompt_carries_its_rule_and_how_long_it_may_stay() -> None:
    coach = Coach(playbook(rule("ask", say="Which card?", because="They wait.", show_s=8)))
    [prompt] = coach.consider(now(10))
    assert prompt == Prompt(
        at_s=10, stage=Stage.ASK, rule="ask", title="ask", say="Which card?", because="They wait.", until_s=18
    )


def test_nothing_that_fits_is_no_prompt() -> None:
    assert Coach(playbook()).consider(now()) == []
    assert Coach(playbook(rule(when=HOT_ONLY))).consider(now(phase=Phase.CALM)) == []


def test_the_highest_priority_that_fits_is_shown_and_the_first_among_equals() -> None:
    coach = Coach(playbook(rule("low", priority=1), rule("high", priority=9), rule("too", priority=9)))
    assert shown(coach.consider(now())) == ["high"]


def test_reasons_are_filled_in_and_without_one_the_plain_line_stands() -> None:
    told = rule("a", because="{why}, getting angrier.", because_plain="Getting angrier.", cooldown_s=0)
    coach = Coach(playbook(told))
    first, *_ = coach.consider(now(10, why="third call"))
    coach.finish(now(11, moment=Moment.END))
    second, *_ = coach.consider(now(60))
    assert isinstance(first, Prompt)
    assert isinstance(second, Prompt)
    assert (first.because, second.because) == ("Third call, getting angrier.", "Getting angrier.")


def test_facts_are_handed_back_in_the_line_to_say_and_without_them_the_plain_line_stands() -> None:
    handed_back = rule("a", say="So {facts}.", say_plain="Let me say it back.")
    for facts, line in [("third call, refund", "So third call, refund."), ("", "Let me say it back.")]:
        [prompt] = Coach(playbook(handed_back)).consider(now(10, facts=facts))
        assert isinstance(prompt, Prompt)
        assert prompt.say == line


def test_one_card_at_a_time() -> None:
    coach = Coach(playbook(rule("a", priority=5, cooldown_s=0, max_per_call=99), rule("b", priority=4)))
    on_screen: set[str] = set()
    for second in range(0, 60, 2):
        for event in [*coach.advance(second), *coach.consider(now(second))]:
            match event:
                case Prompt():
                    assert not on_screen
                    on_screen.add(event.rule)
                case PromptWithdrawn():
                    on_screen.remove(event.rule)
                case _:
                    raise AssertionError(event)


def test_a_rule_rests_for_its_cooldown() -> None:
    coach = Coach(playbook(rule("a", cooldown_s=60, show_s=5)))
    coach.consider(now(10))
    coach.advance(15)
    assert coach.consider(now(69.9)) == []
    assert shown(coach.consider(now(70))) == ["a"]


@pytest.mark.parametrize(
    ("stage", "rest_s"),
    [(Stage.LISTEN, 45), (Stage.ASK, 12), (Stage.RESOLVE, 12), (Stage.BOUNDARY, 6), (Stage.SAFETY, 6)],
)
def test_a_stage_rests_listening_longest_and_what_is_urgent_not_at_all(stage: Stage, rest_s: float) -> None:
    coach = Coach(playbook(rule("a", stage=stage, priority=5, show_s=5, cooldown_s=60), rule("b", stage=stage)))
    coach.consider(now(10))
    coach.advance(15)
    if rest_s > 6:
        assert coach.consider(now(10 + rest_s - 0.1)) == []
    assert shown(coach.consider(now(10 + rest_s))) == ["b"]


def test_a_rule_comes_at_most_so_often_in_a_call() -> None:
    coach = Coach(playbook(rule("a", cooldown_s=0, max_per_call=2, show_s=5)))
    prompts = []
    for second in range(0, 100, 10):
        coach.advance(second)
        prompts += shown(coach.consider(now(second)))
    assert prompts == ["a", "a"]


def test_a_card_expires_when_its_time_is_over() -> None:
    coach = Coach(playbook(rule("a", show_s=8)))
    coach.consider(now(10))
    assert coach.advance(17.9) == []
    assert gone(coach.advance(18)) == [("a", 18, "expired", None)]
    assert coach.advance(31) == []


def test_a_card_gives_way_after_four_seconds_or_at_once_to_a_higher_priority() -> None:
    first, second = rule("a", priority=5), rule("b", stage=Stage.VALIDATE, priority=4, when=HOT_ONLY)
    coach = Coach(playbook(first, second))
    coach.consider(now(10, phase=Phase.RISING))
    assert coach.consider(now(13.9)) == []
    replaced = coach.consider(now(14))
    assert gone(replaced) == [("a", 14, "replaced", None)]
    assert shown(replaced) == ["b"]

    urgent = Coach(playbook(first, rule("urgent", stage=Stage.SAFETY, priority=9, when=HOT_ONLY)))
    urgent.consider(now(10, phase=Phase.RISING))
    assert shown(urgent.consider(now(10.5))) == ["urgent"]


def test_a_safety_card_is_not_replaced_by_another_rule_while_it_stays() -> None:
    safety = When(moment=Moment.CALLER_PAUSE, caller_says=("hurt myself",))
    coach = Coach(playbook(rule("safety", stage=Stage.SAFETY, priority=1000, when=safety, show_s=30), rule("ask")))
    assert shown(coach.consider(now(10, caller="I will hurt myself."))) == ["safety"]
    later = [event for second in range(12, 40, 4) for event in coach.consider(now(second, caller="Fix my router."))]
    assert later == []


def test_a_card_that_is_no_longer_true_goes() -> None:
    coach = Coach(playbook(rule("a", when=HOT_ONLY)))
    coach.consider(now(10))
    assert gone(coach.consider(now(12, phase=Phase.CALM))) == [("a", 12, "no longer true", None)]


def test_a_card_is_done_when_the_agent_makes_one_of_its_moves() -> None:
    coach = Coach(playbook(rule("a", done_by=(Move.OPEN_QUESTION, Move.OPTIONS))))
    coach.consider(now(10))
    coach.made([Move.APOLOGY], 12)
    assert coach.advance(12) == []
    coach.made([Move.APOLOGY, Move.OPTIONS], 13)
    assert gone(coach.advance(13)) == [("a", 13, "followed", True)]
    coach.made([Move.OPTIONS], 14)
    assert coach.advance(14) == []


def test_a_move_from_before_the_card_does_not_follow_it() -> None:
    coach = Coach(playbook(rule("a", done_by=(Move.OPTIONS,))))
    coach.consider(now(10))
    coach.made([Move.OPTIONS], 9)
    assert coach.advance(11) == []


def test_a_card_was_not_followed_only_where_the_agent_had_a_turn_and_there_was_something_to_do() -> None:
    for done_by, spoke, followed in [
        ((Move.OPTIONS,), True, False),
        ((Move.OPTIONS,), False, None),
        ((), True, None),
    ]:
        coach = Coach(playbook(rule("a", done_by=done_by)))
        coach.consider(now(10))
        if spoke:
            coach.agent_spoke(15)
        assert gone(coach.finish(now(20, moment=Moment.END))) == [("a", 20, "call ended", followed)]


def test_a_stage_that_was_shown_opens_the_rules_that_come_after_it() -> None:
    after_listen = When(moment=Moment.CALLER_PAUSE, after=(Stage.LISTEN,))
    listen = rule("listen", stage=Stage.LISTEN, max_per_call=1, show_s=5)
    coach = Coach(playbook(rule("validate", stage=Stage.VALIDATE, priority=9, when=after_listen), listen))
    assert shown(coach.consider(now(10))) == ["listen"]
    coach.advance(15)
    assert shown(coach.consider(now(16))) == ["validate"]


def test_in_a_call_that_never_left_calm_only_opening_closing_and_safety_are_shown() -> None:
    for stage in Stage:
        coach = Coach(playbook(rule("a", stage=stage)))
        is_shown = shown(coach.consider(now(10, phase=Phase.CALM, been=frozenset({Phase.CALM})))) == ["a"]
        assert is_shown is (stage in {Stage.OPEN, Stage.CLOSE, Stage.SAFETY})
        assert shown(coach.consider(now(20, phase=Phase.CALM))) == ([] if is_shown else ["a"])


def test_what_the_agent_did_is_not_asked_for_again_until_the_caller_gets_angrier_anew() -> None:
    coach = Coach(playbook(rule("a", done_by=(Move.OPTIONS,), cooldown_s=0)))
    coach.consider(now(10, rise_s=8))
    coach.made([Move.OPTIONS], 13)
    coach.advance(13)
    assert coach.consider(now(60, rise_s=8)) == []
    assert shown(coach.consider(now(70, rise_s=65))) == ["a"]


def test_a_prompt_that_was_missed_comes_in_the_callers_next_turn_only() -> None:
    coach = Coach(playbook(rule("a", when=HOT_ONLY)))
    coach.miss(now(10))
    speaking = {"moment": Moment.CALLER_TURN}
    assert coach.consider_turn(now(20, phase=Phase.CALM, **speaking)) == []
    assert shown(coach.consider_turn(now(20, **speaking))) == ["a"]
    assert coach.consider_turn(now(80, **speaking)) == []


def test_a_prompt_that_was_missed_is_forgotten_at_the_next_pause() -> None:
    coach = Coach(playbook(rule("a", when=HOT_ONLY), rule("b", stage=Stage.LISTEN, priority=-1)))
    coach.miss(now(10))
    assert shown(coach.consider(now(30, phase=Phase.FALLING))) == ["b"]
    assert coach.consider_turn(now(50, moment=Moment.CALLER_TURN)) == []


def test_the_next_act_after_what_the_agent_did_comes_first_while_the_caller_speaks_then_listening() -> None:
    after_excuse = When(moment=Moment.CALLER_PAUSE, made=(Move.EXCUSE,), within_s=20)
    of_their_words = When(moment=Moment.CALLER_PAUSE, made=(Move.EXCUSE,), caller_says=("again",))
    speaking = now(20, moment=Moment.CALLER_TURN, moves=((12.0, Move.EXCUSE),), caller="again")
    assert shown(Coach(playbook(rule("act", when=after_excuse))).consider_turn(speaking)) == ["act"]
    assert Coach(playbook(rule("act", when=of_their_words))).consider_turn(speaking) == []
    listening = rule("listen", stage=Stage.LISTEN, when=When(moment=Moment.CALLER_TURN))
    coach = Coach(playbook(rule("act", when=after_excuse, priority=9), listening))
    assert shown(coach.consider_turn(speaking)) == ["act"]
    assert coach.consider_turn(now(23, moment=Moment.CALLER_TURN, moves=((12.0, Move.EXCUSE),))) == []
    assert shown(coach.consider_turn(now(24, moment=Moment.CALLER_TURN, moves=((12.0, Move.EXCUSE),)))) == ["listen"]


# --- what the agent says of the card, and what was held back ------------------------------------------------------


def test_a_card_that_is_put_away_goes_and_its_rule_waits_for_a_new_rise() -> None:
    coach = Coach(playbook(rule("a", cooldown_s=0)))
    coach.consider(now(10))
    assert gone(coach.dismiss(12)) == [("a", 12, "dismissed", None)]
    assert coach.consider(now(100)) == []
    assert shown(coach.consider(now(200, rise_s=150))) == ["a"]


def test_a_card_that_was_of_use_stays_and_without_a_card_nothing_was() -> None:
    coach = Coach(playbook(rule("a")))
    assert coach.use(5) == []
    assert coach.dismiss(5) == []
    coach.consider(now(10))
    assert coach.use(12) == [PromptUsed(rule="a", at_s=12)]
    assert coach.until_s == 22


def held_back(coach: Coach, at_s: float, **others: Any) -> list[tuple[str, str]]:
    """What was held back at a moment that the coach is asked about."""
    situation = now(at_s, **others)
    coach.consider(situation)
    return [(event.rule, event.why) for event in coach.held_back(situation) if isinstance(event, PromptHeldBack)]


def test_a_rule_that_fits_beside_the_one_shown_is_held_back_once_a_minute() -> None:
    coach = Coach(playbook(rule("a", priority=5, show_s=100, cooldown_s=0), rule("b", stage=Stage.VALIDATE)))
    assert held_back(coach, 10) == [("b", "other")]
    assert held_back(coach, 12) == []
    assert held_back(coach, 70) == [("b", "other")]


def test_a_rule_that_needs_the_card_just_shown_did_not_fit_yet() -> None:
    then = rule("b", when=When(moment=Moment.CALLER_PAUSE, after=(Stage.LISTEN,)))
    coach = Coach(playbook(rule("a", stage=Stage.LISTEN, priority=5), then))
    assert held_back(coach, 10) == []
    assert held_back(coach, 13) == [("b", "other")]


def test_a_rule_that_rests_is_held_back_and_one_that_is_not_called_for_is_not() -> None:
    coach = Coach(playbook(rule("a", cooldown_s=100, show_s=5)))
    coach.consider(now(10))
    coach.advance(20)
    assert held_back(coach, 30) == [("a", "resting")]
    assert held_back(Coach(playbook(rule("a"))), 30, been=frozenset({Phase.CALM})) == []
    assert held_back(Coach(playbook(rule("a", when=HOT_ONLY))), 30, phase=Phase.CALM) == []


def test_what_the_dial_holds_back_is_held_back() -> None:
    coach = Coach(playbook(rule("a")), Dial.CURVE)
    assert coach.consider(now(10)) == []
    assert held_back(coach, 10) == [("a", "dial")]


def test_the_agent_who_marks_abuse_gets_a_boundary_and_nothing_else() -> None:
    coach = Coach(playbook(rule("ask", priority=9), rule("warn", stage=Stage.BOUNDARY)))
    assert shown(coach.limit(now(10, abused=True))) == ["warn"]
    assert coach.limit(now(11, abused=True)) == []


def test_while_insults_go_on_a_boundary_comes_again_though_it_was_followed() -> None:
    warn = rule("warn", stage=Stage.BOUNDARY, cooldown_s=20, done_by=(Move.WARNING,))
    coach = Coach(playbook(warn))
    coach.consider(now(10, abused=True))
    coach.made([Move.WARNING], 12)
    coach.advance(13)
    again = now(35, abused=True, moves=((12.0, Move.WARNING),))
    assert shown(coach.consider(again)) == ["warn"]


def test_a_card_that_is_taken_back_leaves_what_was_before_it() -> None:
    need = rule("need", stage=Stage.SAFETY, priority=9, suspends=True, show_s=5, when=HOT_ONLY)
    hint = rule("hint", stage=Stage.SAFETY, priority=5, suspends=True, show_s=50,
                when=When(moment=Moment.CALLER_PAUSE, caller_says=("perhaps",)))  # fmt: skip
    coach = Coach(playbook(need, hint, rule("warn", stage=Stage.BOUNDARY)))
    coach.consider(now(10))
    coach.advance(16)
    coach.guard(now(20, caller="Perhaps.", foreseen=3, phase=Phase.RISING))
    assert gone(coach.confirm(3, now(21, caller="Never.", phase=Phase.RISING), may_change=True))
    assert coach.consider(now(90, abused=True, phase=Phase.RISING)) == []
