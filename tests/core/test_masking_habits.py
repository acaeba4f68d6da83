"""Masking of habits of speech, and of what Whisper makes of them, in forms of no set; and what looks like them."""

import pytest

from app.core.events import Channel
from app.core.masking import Said, masked

A, C = Channel.AGENT, Channel.CALLER
Turns = tuple[tuple[Channel, str], ...]


def shown(*turns: tuple[Channel, str]) -> list[str]:
    return masked(Said(*turn, 2.5 * number, 2.5 * number + 2) for number, turn in enumerate(turns))


@pytest.mark.parametrize(
    "said",
    [
        "It's four five tree nine, wun four ait ait, owe three four tree, sicks four sick seven.",
        "It's four wan seven five, eight fore sick two, five four tree four, nine sicks four seven.",
        "It's four one to for and to for to one and three ate one nine and six to seven free.",
    ],
)
def test_digits_written_as_words_that_sound_like_them_are_hidden(said: str) -> None:
    assert shown((C, said)) == ["It's [card]."]


def test_a_short_code_of_such_words_is_hidden_across_a_breath() -> None:
    assert shown((A, "What's the security code?"), (C, "It's for, um, ate, uh, to."))[1] == "It's [code]."


@pytest.mark.parametrize("said", ["$45.39 1488 0343 6467", "£4,539 1488 0343 6467", "$4539, 1488, 0343 - 6467"])
def test_the_first_group_of_a_card_is_hidden_where_it_is_written_as_money(said: str) -> None:
    assert shown((C, said)) == ["[card]"]


def test_two_groups_written_as_a_sum_and_a_number_wait_for_the_rest_of_the_card() -> None:
    assert shown((C, "4,539 1488"), (A, "Mm-hm."), (C, "0343 6467"))[0] == "[account]"


@pytest.mark.parametrize(
    "said",
    [
        "Mastercard. Five five oh two.",
        "It's a Visa debit, five five oh two.",
        "It's an Amex, so five five oh two.",
        "I have my Mastercard here. Five five oh two.",
        "I'll use the joint one. Okay, five five oh two.",
        "Do you want it in fours? Five five oh two.",
    ],
)
def test_a_card_named_by_its_brand_or_by_how_it_is_read_is_hidden_from_its_first_group_on(said: str) -> None:
    assert shown((C, said))[0].endswith("[card].")


@pytest.mark.parametrize(
    ("turns", "last"),
    [
        (((C, "4539 1488 0343, and it finishes in seven."),), "[account], and it finishes in [account]."),
        (((C, "4539 1488 0343, and the last bit is six seven."),), "[account], and the last bit is [account]."),
        (((C, "4539 1488 0343, hmm, it's so worn, six four."),), "[account], hmm, it's so worn, [account]."),
        (((A, "Card number?"), (C, "4539"), (C, "No, the last one's a one.")), "No, the last one's a [card]."),
        (
            ((A, "Card number?"), (C, "4539"), (C, "Sorry, that last digit should be a seven.")),
            "Sorry, that last digit should be a [card].",
        ),
        (((A, "What's your sort code?"), (C, "I believe it's four zero.")), "I believe it's [account]."),
        (
            ((C, "four four... it's faint... three four seven oh... one seven three seven"),),
            "[account]... it's faint... [account]",
        ),
    ],
)
def test_ends_corrections_and_pairs_behind_an_aside_are_hidden(turns: Turns, last: str) -> None:
    assert shown(*turns)[-1] == last


@pytest.mark.parametrize(
    "said",
    [
        "It's anna dot, one second, dot meyer at webhaus dot co dot nz.",
        "It's lena underscore, sorry, underscore k at mailbox dot com dot au.",
        "It's tom 1 9 8 4, er, at fastnet dot com dot sg.",
        "It's sara at bluehat dot shop.",
    ],
)
def test_addresses_of_every_country_and_with_a_pause_in_them_are_hidden(said: str) -> None:
    assert shown((C, said)) == ["It's [email]."]


def test_a_part_of_an_address_that_is_read_back_is_hidden() -> None:
    turns = ((C, "It's m dot okoro at lagosnet dot com dot ng."), (A, "M dot Okoro, at lagosnet?"))
    assert shown(*turns)[1] == "[email]?"


@pytest.mark.parametrize(
    ("said", "hidden"),
    [
        ("It's my Polish number, plus four eight, six oh one, two two three, four four five.", "[phone]"),
        ("My PhilHealth number is 12 345678901 2.", "[national id]"),
        ("My TIN is 284 610 773.", "[national id]"),
        ("It expires in March 2028, is that okay for the insurance?", "[code]"),
        ("It's good until May 2029, would that cover the contract?", "[code]"),
    ],
)
def test_what_is_named_in_other_countries_words_or_before_a_question_is_hidden(said: str, hidden: str) -> None:
    assert hidden in shown((C, said))[0]


@pytest.mark.parametrize(
    "said",
    [
        "It's two for one and three for two this week.",
        "I've been sick two days, and off four, then back to five.",
        "There was an owl in the tree, two to three feet up.",
        "We can seat four at a time, or six for two hours.",
        "I paid $45.99 and 12 for postage.",
        "It was 1,250 in 2023 and 1,300 in 2024.",
        "The business one, 45 a month.",
        "The route ends in 12 miles.",
        "Finally, two of them came broken.",
        "The top-up token is 4417 0932 8851 6604 2237.",
        "My requisition is 4471 0922.",
        "The delivery note is 5501 2784.",
        "The despatch note is 55 01 27 84 33.",
        "The French order number is 4471 2290.",
        "My insurance expires end of June 2029, will that matter?",
        "There's a dot at the end of it.",
    ],
)
def test_what_only_looks_like_these_habits_stays(said: str) -> None:
    assert shown((C, said)) == [said]
