"""Masking of whole families of forms of which blind sets showed one; and what looks like them."""

import pytest

from app.core.events import Channel
from app.core.masking import Said, masked

A, C = Channel.AGENT, Channel.CALLER
Turns = tuple[tuple[Channel, str], ...]


def shown(*turns: tuple[Channel, str]) -> list[str]:
    return masked(Said(*turn, 2.5 * number, 2.5 * number + 2) for number, turn in enumerate(turns))


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("Could I take the last four digits of your card?", "Sure, it's four five three nine, one four double eight."),
        ("Last four of the account, please?", "Um, it's two nine double one oh four seven three."),
        ("Just the last four numbers for me?", "4539 1488 0343."),
    ],
)
def test_all_of_a_number_is_hidden_though_only_its_end_was_asked_for(asked: str, answered: str) -> None:
    hidden = shown((A, asked), (C, answered))[1]
    assert not any(word in hidden.casefold() for word in ("nine", "four", "eight", "4539"))


def test_an_end_that_was_asked_for_stays() -> None:
    turns = ((A, "Could I take the last four digits of your card?"), (C, "Four four seven one."))
    assert shown(*turns) == [text for _, text in turns]


@pytest.mark.parametrize(
    ("asked", "answered", "left"),
    [
        ("Expiration date and zip?", "11/28, and 97214.", "[code], and 97214."),
        ("What's the expiry date and your postcode?", "09/27, and LS6 2AB.", "[code], and LS6 2AB."),
        ("Your birthday, sir?", "August nineteenth, uh, forty-seven.", "[birth date]."),
        ("And your birthday, Mrs. Lowe?", "The second of May, sixty-one.", "The [birth date]."),
    ],
)
def test_dates_that_are_asked_for_with_something_else_or_by_name_are_hidden(
    asked: str, answered: str, left: str
) -> None:
    assert shown((A, asked), (C, answered))[1] == left


@pytest.mark.parametrize(
    "paper", ["as on the PAN card", "as it appears on your Aadhaar card", "as shown on the PAN card"]
)
def test_a_birth_date_is_one_whatever_paper_it_stands_on(paper: str) -> None:
    turns = shown((A, f"Tell me your date of birth {paper}."), (C, "19 April 1983."), (A, "19 April 1983. Thank you."))
    assert turns[1:] == ["[birth date].", "[birth date]. Thank you."]


@pytest.mark.parametrize(
    "said",
    [
        "Use marigold.lane, um, at, um, btinternet.com.",
        "It's marigold dot lane at, uh, harbourmail dot net.",
        "Send it to marigold at, er, um, gmail dot com.",
    ],
)
def test_an_address_is_hidden_with_pauses_around_its_at(said: str) -> None:
    [hidden] = shown((C, f"My e-mail? {said}"))
    assert "marigold" not in hidden
    assert "com" not in hidden.split()
    assert "net" not in hidden


def test_digits_that_are_written_to_the_name_of_an_address_go_with_it() -> None:
    turns = ((A, "Which e-mail?"), (C, "redbarn1987 at aol dot com."), (A, "It's the redbarn1987 one."))
    assert shown(*turns)[2] == "It's the [email] one."


@pytest.mark.parametrize(
    "told", ["that sounds like your card", "that looks like the card", "it looks like my debit card"]
)
def test_the_rest_of_a_card_is_hidden_that_was_taken_for_the_number_of_a_thing(told: str) -> None:
    turns = (
        (A, "Can I have the order number?"),
        (C, "It's 4107 2394."),
        (A, f"That's not an order number, {told}."),
        (C, "Oh, so it is. Well, the rest is 1455 2230."),
    )
    assert "1455" not in shown(*turns)[3]


@pytest.mark.parametrize(
    "said",
    [
        "You sent me to branch 0147 and they sent me back to 0126.",
        "I was at branch 0147 on Monday.",
        "My status runs out on March 31, I've done 38 flights.",
        "Our tenancy runs out on June 30.",
        "I was at, um, my mother's for 20 days.",
        "Is your birthday coming up in 3 weeks?",
    ],
)
def test_what_only_looks_like_these_stays(said: str) -> None:
    assert shown((C, said)) == [said]
