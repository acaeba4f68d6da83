"""Scores as they are said."""

import pytest

from app.core.calibration import Kappa, Verdict, calibrate
from app.core.score_port import Kind, Reply, Round, Score, State
from app.core.score_words import (
    agreement_words,
    failure_of,
    figure_of,
    item_words,
    kappa_words,
    reply_of,
    round_words,
    title_of,
    words_of,
)
from app.core.scoring import Answers, result_of
from tests.core.cards import F, N, P, card, given, item

CARD = card(item("a"), item("b", 3), item("safety", critical=True))


def score(answers: Answers, state: State = State.DONE, reply: Reply | None = None, text: str = "") -> Score:
    return Score(
        number=1,
        call_id="c1",
        card=CARD,
        kind=Kind.REVIEW,
        state=state,
        reviewer="Ann",
        answers=answers,
        share=result_of(CARD, answers).share,
        made_at="2026-11-26T12:00:00+00:00",
        reply=reply,
        reply_text=text,
    )


@pytest.mark.parametrize(
    ("answers", "figure", "words"),
    [
        (given(a=P, b=F, safety=N), "25\u00a0%", "1 passed, 1 failed, 1 not applicable"),
        (given(a=P), "100\u00a0%", "1 passed, 2 open"),
        (given(a=N, b=N, safety=N), "No score", "3 not applicable"),
        (given(a=P, b=P, safety=F), "Failed", "2 passed, 1 failed"),
    ],
)
def test_a_score_is_told_as_a_figure_and_in_words(answers: Answers, figure: str, words: str) -> None:
    one = score(answers)
    assert (figure_of(one.result), words_of(one)) == (figure, words)


def test_a_critical_failure_is_named_with_what_the_rest_comes_to() -> None:
    assert failure_of(result_of(CARD, given(a=P, b=F, safety=F))) == (
        "“Was safety done?” That is critical and failed, so the call has failed. "
        "Without it the score comes to 20\u00a0%."
    )
    assert failure_of(result_of(CARD, given(a=P, b=F, safety=P))) == ""


def test_a_score_is_named_by_kind_reviewer_and_figure_and_a_draft_as_such() -> None:
    assert title_of(score(given(a=P, b=P, safety=P)), "26 Nov") == "Review by Ann, 26 Nov: 100\u00a0%"
    assert title_of(score({}, State.DRAFT), "") == "Review, draft of Ann"


def test_what_the_agent_says_to_it_is_told() -> None:
    assert reply_of(score({}), "Joe") == ""
    assert reply_of(score({}, reply=Reply.ACKNOWLEDGED), "Joe") == "Joe has acknowledged it."
    assert reply_of(score({}, reply=Reply.DISPUTED, text="I did."), "Joe") == "Joe disputes it: “I did.”"


def test_how_far_a_blind_round_is() -> None:
    assert round_words(Round()) == ""
    assert round_words(Round(done=1, begun=2)).startswith("1 of 2 blind scores are done.")
    assert round_words(Round(done=2, begun=2)) == (
        "2 have scored this call blind. Others see their answers once a score is agreed on."
    )


def test_agreement_is_told_with_its_kappa_or_why_there_is_none() -> None:
    blind = {"Ann": given(a=P, b=P, safety=N), "Bob": given(a=P, b=F, safety=N)}
    found = calibrate(CARD, [blind])
    assert agreement_words(found).startswith("Answered alike: 67\u00a0%. Agreement beyond chance (kappa): too little")
    many = calibrate(CARD, [blind] * 4)
    assert "over 4 calls" in agreement_words(many)
    assert item_words(many.items[1]) == "0\u00a0% alike"
    assert item_words(calibrate(CARD, [blind] * 5 + [{**blind, "Bob": given(a=P, b=P, safety=N)}] * 5).items[1]) == (
        "50\u00a0% alike, kappa 0.00"
    )
    assert "0.62" in kappa_words(Kappa(value=0.6213, verdict=Verdict.TOLD, judgements=15))
    undefined = Kappa(value=None, verdict=Verdict.UNDEFINED, judgements=15)
    assert "one answer throughout" in kappa_words(undefined)
