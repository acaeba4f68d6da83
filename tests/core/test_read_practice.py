"""A stored call as lines to be answered: which lines, and what goes with each."""

from dataclasses import replace

import pytest

from app.core.document import CallDocument
from app.core.errors import InputError
from app.core.events import Channel, LineState
from app.core.read_practice import exchanges_of, title_of
from app.core.wordless import figures_alone
from tests.core.calls import document, prompt, said, whole_call

A, C = Channel.AGENT, Channel.CALLER


def test_the_agent_who_greets_has_the_first_word() -> None:
    call = document(said(A, 0, 2, "Good morning."), said(C, 3, 5, "My parcel!"), said(A, 6, 8, "I look.", number=2))
    assert [(one.caller, one.answer) for one in exchanges_of(call)] == [
        ("", "Good morning."),
        ("My parcel!", "I look."),
    ]


def test_what_a_side_says_in_one_go_is_one_line() -> None:
    call = document(
        said(C, 0, 2, "Hello."), said(C, 3, 5, "My parcel!", number=2),
        said(A, 6, 8, "I am sorry."), said(A, 9, 12, "I look.", number=2),
        said(C, 13, 15, "Thanks.", number=3),
    )  # fmt: skip
    assert [(one.caller, one.answer) for one in exchanges_of(call)] == [
        ("Hello. My parcel!", "I am sorry. I look."),
        ("Thanks.", ""),
    ]


def test_prompts_stand_with_the_line_that_they_came_to() -> None:
    call = document(
        prompt(0.0, "greet"), said(A, 0, 2), said(C, 3, 9), prompt(9.5, "ask"), said(A, 11, 14, number=2),
        prompt(15.0, "name"), said(C, 20, 22, number=2), prompt(90.0, "close"),
    )  # fmt: skip
    assert [[shown.rule for shown in one.prompts] for one in exchanges_of(call)] == [
        ["greet"],
        ["ask", "name"],
        ["close"],
    ]


def test_what_somebody_else_said_on_the_callers_line_is_no_line() -> None:
    announced = replace(said(C, 3, 9, "Please hold the line.", number=2), line=LineState.ANNOUNCEMENT)
    call = document(said(C, 0, 2, "Hello."), announced, said(A, 10, 12))
    assert [one.caller for one in exchanges_of(call)] == ["Hello."]


@pytest.mark.parametrize(
    "call",
    [
        figures_alone(document(*whole_call())),
        document(said(Channel.UNKNOWN, 1, 4)),
        document(said(A, 1, 4)),
        document(),
    ],
    ids=["without words", "one channel", "no caller", "nobody"],
)
def test_a_call_without_a_callers_words_cannot_be_practised(call: CallDocument) -> None:
    with pytest.raises(InputError):
        exchanges_of(call)


def test_a_call_is_called_by_what_its_caller_wants_or_said_first() -> None:
    assert title_of(document(*whole_call())) == "I want my money."
    call = document(said(A, 0, 2), said(C, 3, 9, f"My parcel is {'very ' * 30}late."))
    assert title_of(call).startswith("My parcel is very very")
    assert len(title_of(call)) <= 48
