"""What is remarked on a card's words."""

from dataclasses import replace

import pytest

from app.core.events import Stage
from app.core.playbook import Duty, Grant, Item, Moment, Rule, When
from app.core.playbook_wording import remarks_on
from tests.core.situations import playbook

RIGHT = {
    "id": "a", "stage": Stage.ASK, "title": "Ask one thing you can act on", "say": "Which card was it meant to go to?",
    "because": "Still angry.",
}  # fmt: skip


def remarks(**others: object) -> list[str]:
    when = others.pop("when", When(moment=Moment.CALLER_PAUSE))
    one = Rule(**{**RIGHT, "when": when, **others})  # type: ignore[arg-type]
    return [remark.what for remark in remarks_on(playbook(one))]


def test_a_card_as_it_should_be_is_not_remarked_on() -> None:
    assert remarks() == []
    assert remarks(title="You may end this call politely") == []
    assert remarks(say="{facts}. Did I miss anything?", say_plain="Let me say what I have.") == []


@pytest.mark.parametrize(
    ("wrong", "what"),
    [
        ({"title": "Ask one thing that you can act on right now"}, "10 words"),
        ({"title": "Don't talk about the rules"}, "mistake"),
        ({"title": "The caller is angry"}, "no verb"),
        ({"title": "You talk too much"}, "no verb"),
        ({"title": "Hang up"}, "end the call"),
        ({"title": ""}, "empty"),
        ({"say": "one " * 17}, "17 words"),
        ({"say": "Please calm down."}, "calm down"),
        ({"because": "I understand your frustration."}, "frustration"),
        ({"say": "So {facts}."}, "'say_plain'"),
        ({"because": ""}, "why"),
        ({"because": "Level 0.73."}, "figure"),
        ({"because": "Anger at 80 %."}, "figure"),
        ({"when": When(moment=Moment.CALLER_PAUSE, caller_says=("don't know",))}, "never found"),
        ({"when": When(moment=Moment.CALLER_PAUSE, caller_says=("Manager",))}, "never found"),
        ({"when": When(moment=Moment.CALLER_PAUSE, agent_says=(" ",))}, "empty pattern"),
    ],
)
def test_what_is_better_not_said_is_remarked_on(wrong: dict[str, object], what: str) -> None:
    [told] = remarks(**wrong)
    assert what in told


def test_patterns_besides_those_of_rules_and_lines_that_nothing_ticks_are_remarked_on() -> None:
    wrong = replace(
        playbook(),
        grant=(Grant(what="late fee", caller_says=("Late fee",)),),
        opening=(Item(text="Smile"),),
        duty=(Duty(text="Name it", caller_says=("don't",), agent_says=("it",)),),
    )
    told = [remark.line() for remark in remarks_on(wrong)]
    assert len(told) == 3
    assert [part for part in ("Late fee", "Smile", "don't") if not any(part in line for line in told)] == []


def test_nothing_goes_before_safety() -> None:
    when = When(moment=Moment.CALLER_PAUSE)
    safety = Rule(**{**RIGHT, "id": "s", "stage": Stage.SAFETY, "priority": 5, "when": when})  # type: ignore[arg-type]
    other = Rule(**{**RIGHT, "priority": 5, "when": when})  # type: ignore[arg-type]
    assert [remark.rule for remark in remarks_on(playbook(safety, other))] == ["a"]
