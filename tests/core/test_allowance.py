"""What keeps a rule that fits from being shown."""

from typing import Any

import pytest

from app.core.allowance import Allowance, Dial, Held
from app.core.events import Phase, Stage
from app.core.playbook import Moment
from tests.core.situations import now, rule

BEEN_HOT = frozenset({Phase.CALM, Phase.HOT})


def test_the_full_dial_holds_nothing_back() -> None:
    assert Allowance(Dial.FULL).held(rule(), now(phase=Phase.FALLING)) is None


@pytest.mark.parametrize(
    ("phase", "held"),
    [(Phase.HOT, None), (Phase.ABUSIVE, None), (Phase.RISING, Held.DIAL), (Phase.FALLING, Held.DIAL)],
)
def test_the_light_dial_leaves_what_helps_while_the_caller_is_hot(phase: Phase, held: Held | None) -> None:
    assert Allowance(Dial.LIGHT).held(rule(), now(phase=phase)) is held


def test_the_light_dial_leaves_boundaries_and_the_last_word_after_a_hot_call() -> None:
    light = Allowance(Dial.LIGHT)
    assert light.held(rule(stage=Stage.BOUNDARY), now(phase=Phase.FALLING)) is None
    assert light.held(rule(stage=Stage.CLOSE), now(phase=Phase.CALM, moment=Moment.END)) is None


@pytest.mark.parametrize("dial", Dial)
def test_no_dial_holds_safety_back(dial: Dial) -> None:
    assert Allowance(dial).held(rule(stage=Stage.SAFETY), now(phase=Phase.CALM)) is None


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage is not Stage.SAFETY])
def test_the_curve_alone_leaves_safety_alone(stage: Stage) -> None:
    assert Allowance(Dial.CURVE).held(rule(stage=stage), now()) is Held.DIAL


def test_a_boundary_that_the_agent_asks_for_comes_in_a_call_that_never_left_calm() -> None:
    calm: dict[str, Any] = {"phase": Phase.CALM, "been": frozenset({Phase.CALM})}
    allowance = Allowance(Dial.FULL)
    assert allowance.held(rule(stage=Stage.BOUNDARY), now(abused=True, **calm)) is None
    assert allowance.held(rule(stage=Stage.BOUNDARY), now(**calm)) is Held.UNCALLED_FOR
    assert allowance.held(rule(stage=Stage.ASK), now(abused=True, **calm)) is Held.UNCALLED_FOR


def test_what_was_settled_waits_for_a_new_rise() -> None:
    allowance = Allowance(Dial.FULL)
    allowance.settle(rule("ask"), 20)
    assert allowance.held(rule("ask"), now(100, rise_s=10)) is Held.UNCALLED_FOR
    assert allowance.held(rule("ask"), now(100, rise_s=90)) is None


def test_a_rule_that_rests_says_so() -> None:
    allowance = Allowance(Dial.FULL)
    allowance.show(rule("ask", cooldown_s=60), 10)
    assert allowance.held(rule("ask", cooldown_s=60), now(69)) is Held.RESTING
    assert allowance.held(rule("other"), now(15)) is Held.SAME_STAGE
