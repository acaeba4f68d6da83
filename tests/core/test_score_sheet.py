"""What is exported of a call's scores."""

import json
from dataclasses import replace

from app.core.score_port import Kind, Reply, State
from app.core.score_sheet import for_export, score_data, score_sheet
from app.core.scorecard import read_card
from app.core.scoring import Given, read_answers
from tests.core.cards import F, N, P
from tests.core.test_score_words import CARD, score
from tests.ui.calls import document

GIVEN = {"a": Given(answer=P, turn=2), "b": Given(answer=F, turn=99, remark="none named"), "safety": Given(answer=N)}


def test_a_score_is_told_with_its_answers_the_lines_they_rest_on_and_the_reply() -> None:
    one = replace(score(GIVEN, reply=Reply.DISPUTED, text="I did."), done_at="2026-11-26T12:00:00+00:00")
    sheet = score_sheet(one, document(), lambda moment: moment[:10])
    assert sheet.title == "Review by Ann, 2026-11-26: 25\u00a0%"
    assert sheet.notes == ("1 passed, 1 failed, 1 not applicable", "Joe disputes it: “I did.”")
    assert [(line.answer, line.rests, line.remark) for line in sheet.lines] == [
        ("Pass", "0:05", ""), ("Fail", "", "none named"), ("N/A", "", ""),
    ]  # fmt: skip


def test_drafts_and_what_reviewers_calibrate_by_stay_in_the_store() -> None:
    done = score(GIVEN)
    blind, draft = replace(done, kind=Kind.BLIND), replace(done, state=State.DRAFT)
    agreed = replace(done, kind=Kind.AGREED)
    assert for_export([done, blind, draft, agreed]) == (done, agreed)


def test_a_score_as_json_holds_its_card_and_answers() -> None:
    data = json.loads(json.dumps(score_data(score(GIVEN))))
    assert (data["kind"], data["reviewer"], data["share"], data["failed"], data["reply"]) == (
        "review", "Ann", 0.25, [], None,
    )  # fmt: skip
    assert read_card(data["card"], "exported") == CARD
    assert read_answers(data["answers"]) == GIVEN
