"""The review of an ended call in a terminal."""

import io
from collections.abc import Iterable
from functools import reduce

import pytest
from rich.console import Console

from app.core.document import document_of
from app.core.events import Channel, Disclosed, Event, Phase, PromiseMade, Telling
from app.core.state import CallState, apply
from app.core.wire import document_from_json, document_to_json
from app.terminal.review import figures
from app.terminal.view import TerminalView
from tests.terminal.calls import angry_call, document, ended, felt, said, started


def _review(events: Iterable[Event], width: int = 80) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=False)
    TerminalView(console).show_review(document(events))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def _figures(*events: Event) -> dict[str, str]:
    return dict(figures(document(events)))


def test_the_page_has_its_parts_in_order() -> None:
    text = _review(angry_call())
    headings = [line.split(" ─")[0] for line in text.splitlines() if line.endswith("──")]
    kept = [heading for heading in headings if heading[0].isalpha()]
    assert kept == ["Review", "Caller's anger", "Figures", "What the caller wants", "What was promised", "Prompts"]


def test_the_header_says_which_call_this_is() -> None:
    text = _review(angry_call())
    assert "  outage.wav\n" in text
    assert "  2026-03-04 09:15, 1:35 long, agent Sam\n" in text


def test_every_prompt_is_listed_under_its_letter_with_what_became_of_it() -> None:
    text = _review(angry_call())
    assert "  A   0:17  listen    Let them finish, then sum it up\n" in text
    assert "not used • third call, getting angrier\n" in text
    assert "  B   0:41  validate  Name what this cost them\n" in text
    assert "done • two weeks, works from home, very angry\n" in text
    assert "no chance to act • calming down\n" in text


def test_wants_and_promises_are_in_the_words_of_the_call() -> None:
    text = _review(angry_call(), width=100)
    assert "  • “I want a refund, now!”\n" in text
    assert "  • Agent: “I will send an engineer tomorrow before noon.” (tomorrow before noon)\n" in text


def test_a_promise_by_somebody_else_keeps_their_name() -> None:
    promise = PromiseMade(at_s=2.0, who="the depot", what="They will ring.", when=None)
    assert "  • the depot: “They will ring.”\n" in _review([started(), promise, ended(9.0)])


def test_figures_are_words_and_times() -> None:
    assert _figures(*angry_call()) == {
        "Peak": "hot, at 0:36",
        "Start and end": "tense → calm",
        "Turned hot": "once",
        "Time to calm": "28 s after first turning hot",
        "Talk share": "agent 19%, caller 25%, both 0%, silence 56%",
        "Interruptions": "by the agent 0, by the caller 0",
        "Longest silence": "22 s",
        "Response gap": "6.4 s before the agent answers (median)",
        "Stages": "listen → validate → resolve",
        "Prompts": "3 shown, 1 followed",
    }


def test_whoever_reached_hot_and_never_turned_hot_was_nearly_hot() -> None:
    found = _figures(started(), felt(5, 0.1, Phase.CALM), felt(9, 0.5, Phase.RISING), ended(12.0))
    assert (found["Peak"], found["Turned hot"]) == ("nearly hot, at 0:09", "never")
    assert found["Start and end"] == "calm → nearly hot"


@pytest.mark.parametrize(
    ("phases", "turned_hot", "time_to_calm"),
    [
        ((Phase.CALM,), "never", "the caller never turned hot"),
        ((Phase.HOT, Phase.HOT), "once", "not within this call"),
        ((Phase.HOT, Phase.CALM, Phase.HOT), "twice", "not within this call"),
        ((Phase.HOT, Phase.CALM, Phase.HOT, Phase.CALM, Phase.HOT), "3 times", "not within this call"),
        ((Phase.ABUSIVE,), "once, abusive at times", "not within this call"),
    ],
)
def test_how_often_the_caller_turned_hot_and_whether_that_ended(
    phases: tuple[Phase, ...], turned_hot: str, time_to_calm: str
) -> None:
    points = [felt(float(second), 0.5, phase) for second, phase in enumerate(phases, start=1)]
    shown = _figures(started(), *points, ended(10.0))
    assert (shown["Turned hot"], shown["Time to calm"]) == (turned_hot, time_to_calm)


def test_a_recording_with_both_voices_on_one_channel_says_why_there_is_no_curve() -> None:
    text = _review([started(agent=None), said(1.0, "Hello.", Channel.UNKNOWN), ended(9.0)])
    assert "No curve: both voices are on one channel, so no mood could be followed." in text
    assert "Talk share        not known" in text


def test_a_call_in_which_the_caller_was_not_judged_says_so() -> None:
    text = _review([started(), said(1.0, "Hello.", Channel.AGENT), ended(9.0)])
    assert "No curve: nothing that the caller said could be judged." in text
    assert "None was shown." in text
    assert text.count("Nothing was heard.") == 2


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_console(width: int) -> None:
    text = _review(angry_call(), width=width)
    assert max(len(line) for line in text.splitlines()) == width
    assert not any(line.endswith(" ") for line in text.splitlines())


def test_a_stored_document_reads_the_same() -> None:
    live = document_of(reduce(apply, angry_call(), CallState()))
    stored = document_from_json(document_to_json(live))
    assert figures(stored) == figures(live)


@pytest.mark.parametrize(
    ("disclosed", "text"),
    [
        (Disclosed(told=True, how=Telling.TICKED, at_s=7.0), "ticked by the agent, at 0:07"),
        (Disclosed(told=True, how=Telling.ANNOUNCED, at_s=0.0), "announced before the call"),
        (Disclosed(told=False, how=None, at_s=0.0), "no, not heard"),
    ],
)
def test_it_says_whether_the_caller_was_told_of_the_record(disclosed: Disclosed, text: str) -> None:
    name = "Caller informed"
    assert _figures(started(), disclosed, ended(10.0))[name] == text
    assert name not in _figures(started(), ended(10.0))
