"""How far a call is scored, for a list of calls."""

from dataclasses import replace

import pytest

from app.core.score_port import Kind, Reply, Score, State
from app.core.score_words import standing_told, standing_words
from app.core.standing import Standing, Step, for_person, standing_of
from tests.core.cards import F, N, P, card, given, item

CARD = card(item("a"), item("b", 3), item("safety", critical=True))


def score(number: int = 1, *, kind: Kind = Kind.REVIEW, is_done: bool = True, reply: Reply | None = None) -> Score:
    answers = given(a=P, b=F, safety=N)
    return Score(
        number=number,
        call_id="c1",
        card=CARD,
        kind=kind,
        state=State.DONE if is_done else State.DRAFT,
        reviewer="Ann",
        answers=answers,
        share=0.25 if is_done else None,
        made_at="2026-11-26T12:00:00+00:00",
        done_at="2026-11-26T12:30:00+00:00" if is_done else None,
        reply=reply,
        reply_text="I did ask." if reply else "",
    )


def test_a_call_that_nobody_has_scored_has_no_standing() -> None:
    assert standing_of([]) is None


def test_the_newest_score_that_is_done_counts_before_a_draft() -> None:
    first, second, draft = score(1), score(2), score(3, is_done=False)
    assert standing_of([first, second, draft]) == Standing(step=Step.DONE, score=second)
    assert standing_of([draft]) == Standing(step=Step.DRAFT)


def test_an_agreed_score_counts_before_what_a_reviewer_says_later() -> None:
    agreed = score(2, kind=Kind.AGREED)
    assert standing_of([score(1), agreed, score(3)]) == Standing(step=Step.AGREED, score=agreed)


@pytest.mark.parametrize("kind", [Kind.REVIEW, Kind.AGREED])
def test_a_score_that_the_agent_disputes_is_disputed_whoever_gave_it(kind: Kind) -> None:
    disputed = score(kind=kind, reply=Reply.DISPUTED)
    assert standing_of([disputed]) == Standing(step=Step.DISPUTED, score=disputed)
    acknowledged = replace(disputed, reply=Reply.ACKNOWLEDGED)
    found = standing_of([acknowledged])
    assert found is not None
    assert found.step is not Step.DISPUTED


def test_blind_scores_have_no_figure_until_one_is_agreed_on() -> None:
    blind = score(1, kind=Kind.BLIND)
    assert standing_of([blind, score(2, kind=Kind.BLIND)]) == Standing(step=Step.BLIND)
    assert standing_of([blind, score(2, kind=Kind.AGREED, is_done=False)]) == Standing(step=Step.BLIND)


def test_an_agent_is_told_of_no_draft_and_of_no_blind_score_of_others() -> None:
    agreed = score(2, kind=Kind.AGREED, is_done=False)
    scores = [score(1, kind=Kind.BLIND), agreed, score(3)]
    assert for_person(scores, "joe", "Joe") == (score(3),)
    assert for_person(scores, "Ann", "Joe") == tuple(scores)
    assert for_person([agreed], "Ann", "Ann") == (agreed,)


def test_a_standing_is_a_figure_with_a_mark_or_a_word() -> None:
    of = {
        "25\N{NO-BREAK SPACE}%": score(),
        "25\N{NO-BREAK SPACE}% =": score(kind=Kind.AGREED),
        "25\N{NO-BREAK SPACE}% !": score(reply=Reply.DISPUTED),
        "Draft": score(is_done=False),
        "Blind": score(kind=Kind.BLIND),
        "Failed": replace(score(), answers=given(a=P, b=P, safety=F)),
    }
    for words, one in of.items():
        standing = standing_of([one])
        assert standing is not None
        assert standing_words(standing) == words


def test_a_standing_is_told_with_the_line_of_a_dispute() -> None:
    disputed = standing_of([score(reply=Reply.DISPUTED)])
    assert disputed is not None
    assert standing_told(disputed, "today", "Joe") == [
        "Review by Ann, today: 25\N{NO-BREAK SPACE}%",
        "Joe disputes it: “I did ask.”",
    ]
    blind = standing_of([score(kind=Kind.BLIND)])
    assert blind is not None
    assert standing_told(blind, "", "Joe") == ["Scored blind; no score is agreed on yet."]
