"""Calls as rows of a list."""

from dataclasses import replace
from datetime import UTC, datetime

from app.core.call_list import COLUMNS, Cell, cells_of
from app.core.call_search import CallRow, row_of
from app.core.call_sheet import call_about
from app.core.document import CallDocument
from app.core.events import CallEnded, Channel
from app.core.figures import figures_of
from app.core.page_figures import page_figures
from app.core.score_port import Kind, Reply
from app.core.standing import standing_of
from app.core.summary import Promised
from app.core.wordless import figures_alone, has_words
from tests.core.calls import document, said, started, whole_call
from tests.core.cards import F, P, given
from tests.core.test_standing import score


def row(call: CallDocument, listed: CallRow | None = None) -> dict[str, Cell]:
    return dict(zip(COLUMNS, cells_of(listed or row_of(call, has_words=has_words(call)), call), strict=True))


def test_a_row_holds_the_figures_of_the_page_in_its_words() -> None:
    call = document(*whole_call())
    cells = row(call)
    assert {figure.name: cells[figure.name] for figure in page_figures(call)} == {
        figure.name: figure.text for figure in page_figures(call)
    }
    assert (cells["Peak"], cells["Turned hot"], cells["Agent"]) == ("Hot, at 0:10", "Once", "Sam")


def test_every_figure_that_a_page_may_show_has_a_column() -> None:
    call = document(*whole_call())
    shown = figures_of(call.summary, checklist=call.checklist, disclosure=replace(call.disclosure, told=False))
    assert {figure.name for figure in shown} <= set(COLUMNS)
    assert len(set(COLUMNS)) == len(COLUMNS)


def test_a_row_holds_the_fields_of_the_document_as_numbers() -> None:
    cells = row(document(*whole_call()))
    assert (cells["duration_s"], cells["peak_level"], cells["escalations"]) == (100.0, 0.61, 1)
    assert (cells["talk_share.agent"], cells["prompts.shown"], cells["interruptions.caller"]) == (0.06, 2, 0)
    assert cells["When"] == datetime(2026, 3, 4, 9, 15, tzinfo=UTC)


def test_a_call_is_as_long_in_the_list_as_on_its_page() -> None:
    call = document(*whole_call())
    call = replace(call, call=replace(call.call, duration_s=75.6))
    assert str(call_about(call.call)).startswith("1:15 long")
    assert row(call)["Length"] == "1\u00a0min 15\u00a0s"


def test_what_is_not_known_is_an_empty_cell() -> None:
    call = document(said(Channel.UNKNOWN, 1, 2), CallEnded(at_s=5, duration_s=5))
    cells = row(call)
    assert cells["peak_level"] is cells["talk_share.agent"] is cells["response_gap_s"] is None
    assert cells["Answered after"] == ""


def test_a_time_that_cannot_be_read_stays_as_it_is() -> None:
    assert row(document(call=started(started_at="yesterday")))["When"] == "yesterday"


def test_what_is_kept_and_a_legal_hold_are_told() -> None:
    call = figures_alone(document(*whole_call()))
    cells = row(call, replace(row_of(call, has_words=False), is_held=True))
    assert (cells["What is kept"], cells["Legal hold"]) == ("figures alone", "yes")
    assert (cells["Flagged"], cells["Reviewed"]) == ("", "")


def test_marks_of_a_supervisor_are_told() -> None:
    call = document(*whole_call())
    cells = row(call, replace(row_of(call, has_words=True), is_flagged=True))
    assert (cells["Flagged"], cells["Reviewed"], cells["Legal hold"]) == ("yes", "", "")
    assert row(call, replace(row_of(call, has_words=True), is_reviewed=True))["Reviewed"] == "yes"


def test_several_promises_stand_in_one_cell() -> None:
    call = document(*whole_call())
    two = (Promised(who="agent", what="I send it.", when=None), Promised(who="agent", what="I call.", when="today"))
    cells = row(replace(call, summary=replace(call.summary, promises=two)))
    assert cells["Promised"] == "“I send it.”\n“I call.” (today)"


def test_how_far_a_call_is_scored_is_told_in_words_and_as_a_number() -> None:
    call = document(*whole_call())
    listed = row_of(call, has_words=True)
    of = {
        ("Disputed", "25\N{NO-BREAK SPACE}%", 0.25): score(reply=Reply.DISPUTED),
        ("Agreed", "25\N{NO-BREAK SPACE}%", 0.25): score(kind=Kind.AGREED),
        ("Done", "Failed", 0.0): replace(score(), answers=given(a=P, safety=F), share=0.0),
        ("", "", None): None,
    }
    for told, one in of.items():
        cells = dict(zip(COLUMNS, cells_of(listed, call, standing_of([one] if one else [])), strict=True))
        assert (cells["Scored"], cells["Score"], cells["scores.share"]) == told
