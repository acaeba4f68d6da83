"""A number that nobody knows yet holds its text back, and all that follows, until it is known what it is."""

import pytest

from app.core.events import Channel
from app.core.masking import RunningMask, Said, masked
from app.core.masking.guard import GUARD_S

A, C = Channel.AGENT, Channel.CALLER
Turn = tuple[Channel, str]


def in_turns(*turns: Turn, gap_s: float = 0.6) -> list[Said]:
    said, at_s = list[Said](), 0.0
    for channel, text in turns:
        said.append(Said(channel, text, at_s, at_s + 1.5))
        at_s += 1.5 + gap_s
    return said


@pytest.mark.parametrize(
    "turns",
    [
        ((C, "Right, 4904."), (A, "Mm-hm."), (C, "9738."), (A, "Okay."), (C, "3747."), (C, "And 7964.")),
        ((C, "Right, 4904."), (A, "4904."), (C, "9738."), (A, "9738, yes."), (C, "3747."), (C, "7964.")),
        ((A, "I have got 3733."), (C, "Uh-huh."), (A, "937596."), (C, "Right."), (A, "And 47355.")),
        ((C, "it's one one nine"), (A, "Mm-hm."), (C, "seven four"), (A, "Okay."), (C, "two oh six three")),
        ((C, "4904."), (A, "Sorry, was that 4904?"), (C, "Yes. 9738."), (A, "Go on."), (C, "3747 7964.")),
        ((C, "Four nine oh four."), (C, "Nine seven three eight.")),
        ((C, "4904 9."), (A, "Is that the card number?"), (C, "Yes it is.")),
        ((C, "4904."), (A, "And the next four?"), (C, "9738.")),
    ],
)
def test_a_number_that_nobody_asked_for_is_hidden_from_its_first_group_on(turns: tuple[Turn, ...]) -> None:
    assert not any(letter.isdigit() for letter in "".join(masked(in_turns(*turns))))
    words = " ".join(masked(in_turns(*turns))).casefold()
    assert not {"four", "nine", "oh", "seven"} & set(words.replace(".", " ").split()) - {"four?"}


@pytest.mark.parametrize(
    "turns",
    [
        ((C, "It says 4904."), (A, "Thank you, let me look that up for you now.")),
        ((C, "It says 4904."), (A, "4904."), (C, "Yes, 4904.")),
        ((C, "It says 4904."), (A, "Is that the order number?"), (C, "Yes. I paid 250 for it.")),
        ((C, "It says 4904."), (A, "Mm-hm."), (C, "And I have been waiting for three weeks.")),
        ((C, "I am looking for 4904."), (C, "It is in room 12, they said, on the third floor.")),
    ],
)
def test_what_turns_out_to_be_something_else_is_let_go_as_it_is(turns: tuple[Turn, ...]) -> None:
    assert masked(in_turns(*turns)) == [text for _, text in turns]


@pytest.mark.parametrize(
    "said",
    [
        "My order number is 44179.",
        "The reference is 4417 9231.",
        "I paid 250.",
        "It was at half past 9.",
        "I have been with you since 2019.",
        "I have waited for three weeks.",
        "It costs me $1200.",
        "I called nine one one.",
        "My bill was ten ninety-nine and now it's up to seventeen ninety-nine.",
        "I was booked on the 0712.",
    ],
)
def test_a_number_of_which_it_is_known_what_it_is_waits_for_nothing(said: str) -> None:
    assert RunningMask().read(C, said, 0, 2) == [said]


def test_an_answer_to_the_question_for_an_order_waits_for_nothing() -> None:
    mask = RunningMask()
    assert mask.read(A, "What's your order number?", 0, 2) == ["What's your order number?"]
    assert mask.read(C, "4417.", 2.5, 4) == ["4417."]


def test_a_number_is_let_go_some_seconds_after_its_last_digit_and_what_waited_behind_it_too() -> None:
    mask = RunningMask()
    assert mask.read(C, "It says 4904.", 0, 2) == []
    assert mask.read(A, "Okay.", 2.5, 3) == []
    assert mask.decide(2 + GUARD_S - 0.01) == []
    assert mask.decide(2 + GUARD_S) == ["It says 4904.", "Okay."]
    assert mask.finish() == []


def test_when_the_call_ends_nothing_waits_any_longer() -> None:
    mask = RunningMask()
    assert mask.read(C, "It says 4904.", 0, 2) == []
    assert mask.finish() == ["It says 4904."]


def test_after_it_is_known_later_groups_wait_for_nothing() -> None:
    mask = RunningMask()
    assert mask.read(C, "It says 4904.", 0, 2) == []
    assert mask.read(C, "9738.", 2.5, 4) == ["It says [account].", "[account]."]
    [last] = mask.read(C, "3747.", 4.5, 6)
    assert not any(letter.isdigit() for letter in last)
