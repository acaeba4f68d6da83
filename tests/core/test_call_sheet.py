"""What is exported of a call: what its page shows, and what is missing of it."""

from dataclasses import replace

from app.core.call_sheet import WORDS_GONE, call_sheet
from app.core.document import After, Outcome
from app.core.events import Channel, LineChanged, LineState
from app.core.page_figures import page_figures, quarter_figures
from app.core.wordless import figures_alone
from tests.core.calls import document, said, whole_call

WHEN = "4 Mar 2026, 09:15"


def test_a_sheet_has_the_head_figures_prompts_marks_and_words_of_the_page() -> None:
    call = document(*whole_call())
    sheet = call_sheet(call, WHEN)
    assert sheet.title == "Sam with a caller, 4 Mar 2026, 09:15"
    assert sheet.about.startswith("1:40 long  ·  from call.wav")
    assert sheet.notices == ()
    assert sheet.figures == (*page_figures(call), *quarter_figures(call))
    assert [(line.time, line.stage, line.title, line.followed) for line in sheet.prompts] == [
        ("0:00", "Open", "Ask one thing", "yes"),
        ("0:11", "Ask", "Ask one thing", "no"),
    ]
    assert sheet.marks == (("0:32", "The agent needed help"),)
    assert [(line.speaker, line.words, line.note) for line in sheet.said] == [
        ("Agent", "Good morning, what can I do?", ""),
        ("Caller", "I want my money. My card is [card].", "Hot"),
        ("Agent", "I will send it by five.", ""),
    ]


def test_outcome_and_note_of_the_agent_stand_below_the_figures() -> None:
    call = replace(document(*whole_call()), after=After(outcome=Outcome.PASSED_ON, note="Back on Friday"))
    figures = {figure.name: figure.text for figure in call_sheet(call, WHEN).figures}
    assert (figures["Outcome"], figures["Note"]) == ("Transferred", "Back on Friday")


def test_a_call_that_lost_its_words_says_so_and_keeps_its_figures() -> None:
    call = document(*whole_call())
    sheet = call_sheet(figures_alone(call), WHEN)
    assert (sheet.notices, sheet.said) == ((WORDS_GONE,), ())
    kept = {figure.name: figure.text for figure in sheet.figures}
    assert (kept["Peak"], kept["Caller wants"], kept["Promised"]) == ("Hot, at 0:10", "Not kept", "Not kept")


def test_a_call_in_which_nobody_spoke_has_lost_nothing() -> None:
    assert call_sheet(document(), WHEN).notices == ()


def test_a_call_that_was_cut_short_says_so() -> None:
    call = document(*whole_call())
    [notice] = call_sheet(replace(call, call=replace(call.call, broken_off=True)), WHEN).notices
    assert notice.startswith("Calmline ended before the call did")


def test_words_that_were_heard_badly_are_marked_as_unsure() -> None:
    heard = said(Channel.AGENT, 1.0, 2.0)
    for confidence, note in ((0.41, "unsure"), (0.42, "")):
        [line] = call_sheet(document(replace(heard, confidence=confidence)), WHEN).said
        assert line.note == note


def test_unsure_words_of_somebody_else_are_marked_as_both() -> None:
    spoken = replace(said(Channel.CALLER, 1.0, 2.0), confidence=0.1, line=LineState.OTHER)
    [line] = call_sheet(document(spoken), WHEN).said
    assert line.note == "unsure, does not count"


def test_what_somebody_else_said_on_the_callers_line_does_not_count() -> None:
    other = LineChanged(channel=Channel.CALLER, state=LineState.OTHER, detected=False, at_s=0.0)
    spoken = replace(said(Channel.CALLER, 1.0, 2.0), line=LineState.OTHER)
    [line] = call_sheet(document(other, spoken), WHEN).said
    assert line.note == "does not count"
