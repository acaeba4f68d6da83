"""What followed a rule's prompts, beside like moments without one."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from operator import add
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.document import CallDocument, HeldBack
from app.core.events import Phase, Stage
from app.core.followed import ENOUGH, Followed, RuleSums, followed_of, sums_of, what_followed
from app.core.state import ShownPrompt
from tests.core.calls import document, felt


def prompt(rule: str, change: float | None, *, followed: bool | None = None, **marks: bool) -> ShownPrompt:
    later = None if change is None else 0.6 + change
    return ShownPrompt(
        at_s=10, stage=Stage.ASK, rule=rule, title="t", say="", because="", until_s=20,
        followed=followed, level=0.6, level_60s=later, **marks,
    )  # fmt: skip


def held(rule: str, change: float, why: str = "resting", at_s: float = 90) -> HeldBack:
    return HeldBack(at_s=at_s, rule=rule, why=why, level=0.6, level_60s=0.6 + change)


def calls(prompts: Sequence[ShownPrompt] = (), moments: Sequence[HeldBack] = ()) -> list[CallDocument]:
    return [replace(document(felt(5, 0.6, Phase.HOT)), prompts=tuple(prompts), held_back=tuple(moments))]


def of(rule: str, documents: list[CallDocument]) -> Followed:
    return next(one for one in what_followed(documents) if one.rule == rule)


def test_prompts_are_counted_by_what_became_of_them() -> None:
    found = of(
        "ask",
        calls([
            prompt("ask", 0.0, followed=True, used=True),
            prompt("ask", 0.0, followed=False),
            prompt("ask", None, dismissed=True),
        ]),
    )  # fmt: skip
    assert (found.shown, found.followed, found.had_chance, found.used, found.dismissed) == (3, 1, 2, 1, 1)
    assert found.measured == 2


def test_the_change_of_the_level_is_that_of_the_minute_after() -> None:
    found = of("ask", calls([prompt("ask", -0.2), prompt("ask", -0.4)], [held("ask", 0.1)]))
    assert found.after == pytest.approx(-0.3)
    assert found.without == pytest.approx(0.1)


def test_too_few_moments_tell_nothing() -> None:
    few = [prompt("ask", -0.2)] * (ENOUGH - 1)
    assert of("ask", calls(few, [held("ask", 0.1)] * 50)).difference is None
    assert of("ask", calls([prompt("ask", -0.2)] * 50, [held("ask", 0.1)] * (ENOUGH - 1))).difference is None


def test_a_clear_difference_is_told_and_an_unclear_one_is_not() -> None:
    spread = [-0.1, 0.0, 0.1, 0.05, -0.05] * 4
    calmer = [prompt("ask", change - 0.4) for change in spread]
    as_before = [prompt("ask", change) for change in spread]
    moments = [held("ask", change) for change in spread]
    clear = of("ask", calls(calmer, moments)).difference
    unclear = of("ask", calls(as_before, moments)).difference
    assert clear is not None
    assert unclear is not None
    assert (clear.is_told, unclear.is_told) == (True, False)
    assert clear.low <= clear.mean <= clear.high < 0


def test_moments_in_which_somebody_was_in_need_are_compared_with_nothing() -> None:
    assert of("ask", calls([prompt("ask", 0.1)], [held("ask", 0.1, why="suspended")])).held_back == 0


def test_the_same_calls_give_the_same_figures() -> None:
    documents = calls([prompt("ask", 0.01 * n) for n in range(20)], [held("ask", -0.01 * n) for n in range(20)])
    assert what_followed(documents) == what_followed(documents)


def test_a_moment_close_to_a_prompt_of_the_same_rule_is_none_without_it() -> None:
    found = of("ask", calls([prompt("ask", 0.1)], [held("ask", 0.1, at_s=40), held("other", 0.1, at_s=40)]))
    assert found.held_back == 0
    assert of("other", calls([prompt("ask", 0.1)], [held("other", 0.1, at_s=40)])).held_back == 1


def test_a_card_that_was_taken_back_was_not_shown() -> None:
    assert of("ask", calls([prompt("ask", 0.1), prompt("ask", 0.1, taken_back=True)])).shown == 1


def test_practice_counts_for_nothing() -> None:
    held_calls = calls([prompt("ask", -0.2)], [held("ask", 0.1)])
    practised = [replace(it, call=replace(it.call, source="practice: second")) for it in held_calls]
    assert what_followed(practised) == []
    assert what_followed([*held_calls, *practised]) == what_followed(held_calls)


CHANGES = st.lists(st.floats(-0.6, 0.4), max_size=30)


@given(CHANGES, CHANGES, st.randoms(use_true_random=False))
def test_what_calls_add_one_by_one_is_what_they_say_together_in_any_order(
    after: list[float], without: list[float], chance: Random
) -> None:
    each = [
        *(calls([prompt("ask", change, followed=True)]) for change in after),
        *(calls(moments=[held("ask", change)]) for change in without),
    ]
    documents = [one for [one] in each]
    chance.shuffle(documents)
    sums = reduce(add, (sums_of(one)["ask"] for one in documents), RuleSums())
    assert (sums.shown, sums.measured, sums.held_back) == (len(after), len(after), len(without))
    if documents:
        assert what_followed(documents) == [followed_of("ask", sums)]


def test_moments_that_are_all_alike_differ_by_just_that() -> None:
    found = of("ask", calls([prompt("ask", -0.3)] * 20, [held("ask", 0.1)] * 20)).difference
    assert found is not None
    assert found.mean == pytest.approx(-0.4)
    assert found.low == found.mean == found.high
    same = of("ask", calls([prompt("ask", -0.3)] * 20, [held("ask", -0.3)] * 30)).difference
    assert same is not None
    assert not same.is_told
