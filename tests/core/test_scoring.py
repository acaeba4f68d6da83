"""What answers on a card come to."""

import json

import pytest
from hypothesis import given as drawn

from app.core.errors import InputError
from app.core.scorecard import Scorecard
from app.core.scoring import LONGEST, Answer, Answers, Given, answers_data, changed, masked, read_answers, result_of
from tests.core.cards import F, N, P, card, given, item, scored

CARD = card(item("a"), item("b", 3), item("safety", critical=True), item("warmth", 5, counts=False))


@pytest.mark.parametrize(
    ("answers", "share"),
    [
        (given(a=P, b=P, safety=P, warmth=F), 1.0),
        (given(a=P, b=F, safety=P, warmth=P), 2 / 5),
        (given(a=F, b=P, safety=N, warmth=P), 3 / 4),
        (given(a=N, b=N, safety=N, warmth=P), None),
        (given(a=P), 1.0),
        ({}, None),
        (given(unknown=F, a=P), 1.0),
    ],
)
def test_the_share_is_the_weight_that_passed_over_that_which_counts_and_applies(
    answers: Answers, share: float | None
) -> None:
    assert result_of(CARD, answers).share == (share if share is None else pytest.approx(share))


def test_a_critical_item_that_failed_fails_the_call_and_is_named() -> None:
    result = result_of(CARD, given(a=P, b=P, safety=F, warmth=P))
    assert result.share == 0.0
    assert result.rest == pytest.approx(4 / 5)
    assert [one.id for one in result.failed] == ["safety"]


def test_what_does_not_count_stands_apart_and_what_is_open_is_named() -> None:
    result = result_of(CARD, given(a=P, warmth=F))
    assert [(one.id, answer) for one, answer in result.apart] == [("warmth", F)]
    assert [one.id for one in result.open] == ["b", "safety"]
    assert not result.is_whole
    assert result_of(CARD, given(a=P, b=N, safety=P, warmth=F)).is_whole


@drawn(scored())
def test_the_share_lies_between_none_and_all_and_is_0_with_a_critical_failure(
    one: tuple[Scorecard, dict[str, Given]],
) -> None:
    made, answers = one
    result = result_of(made, answers)
    assert result.share is None or 0.0 <= result.share <= 1.0
    if result.failed:
        assert result.share == 0.0
        assert all(one.critical for one in result.failed)
    assert {one.id for one in result.open} == {id_ for id_, kept in answers.items() if kept.answer is None}


@drawn(scored())
def test_a_pass_in_place_of_a_failure_never_lowers_the_share(one: tuple[Scorecard, dict[str, Given]]) -> None:
    made, answers = one
    better = {id_: Given(answer=P if kept.answer is F else kept.answer) for id_, kept in answers.items()}
    before, after = result_of(made, answers).share, result_of(made, better).share
    assert (before is None) == (after is None)
    assert before is None or after is None or after >= before


@drawn(scored())
def test_what_does_not_count_changes_no_share(one: tuple[Scorecard, dict[str, Given]]) -> None:
    made, answers = one
    aside = {one.id for one in made.items if not one.counts}
    turned = {id_: Given(answer=N) if id_ in aside else kept for id_, kept in answers.items()}
    assert result_of(made, answers).share == result_of(made, turned).share


def test_remarks_are_masked_before_they_are_kept_and_what_says_nothing_is_not_kept() -> None:
    answers = {
        "a": Given(answer=Answer.FAILED, turn=4, remark=" read out 4111 1111 1111 1111 "),
        "b": Given(),
        "c": Given(remark="see the end"),
    }
    assert masked(answers) == {
        "a": Given(answer=Answer.FAILED, turn=4, remark="read out [card]"),
        "c": Given(remark="see the end"),
    }


@drawn(scored())
def test_answers_that_were_kept_are_read_back(one: tuple[Scorecard, dict[str, Given]]) -> None:
    _, answers = one
    assert read_answers(json.loads(json.dumps(answers_data(answers)))) == answers


def test_a_long_remark_of_before_stays_and_is_not_made_longer() -> None:
    before = {"a": Given(answer=P, remark="x" * (LONGEST + 9))}
    assert changed(before, {"a": Given(answer=F, remark="x" * (LONGEST + 9))})["a"].answer is F
    with pytest.raises(InputError, match="too long"):
        changed(before, {"a": Given(answer=P, remark="x" * (LONGEST + 10))})


@pytest.mark.parametrize("kept", [{"a": {}}, {"a": {"answer": "maybe", "turn": None, "remark": ""}}, {"a": None}])
def test_answers_that_are_damaged_are_told(kept: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        read_answers(kept)
