"""No card number, security code or account number leaves the runner; what only looks like one stays readable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.masking import mask

UNITS = ("zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = ("ten", "eleven", "twelve", "nineteen")
TENS = ("twenty", "thirty", "ninety")
FILLERS = ("um", "uh", "and", "then", "-", ",", "so", "okay")
SPOKEN_DIGITS = {*UNITS, *TEENS, *TENS}


@pytest.mark.parametrize(
    "number",
    [
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111, 1111, 1111, 1111",
        "4111.1111.1111.1111",
        "4111111111111111",
        "4,111,111,111,111,111",
        "four one one one one one one one one one one one one one one one",
        "four one one one, one one one one. one one one one, one one one one",
        "four triple one, double one double one, one one one one, one one one one",
        "forty one eleven eleven eleven eleven eleven eleven eleven",
        "4111 one one one one 1111 one one one one",
        "4111 um 1111 uh, then 1111 and 1111",
        "4-1-1-1-1-1-1-1-1-1-1-1-1-1-1-1",
        "378282246310005",
    ],
)
def test_a_card_number_is_masked_however_it_is_said(number: str) -> None:
    assert mask(f"My card is {number}. Thanks.") == "My card is [card]. Thanks."


@pytest.mark.parametrize(
    ("digits", "label"),
    [(6, None), (7, "[account]"), (12, "[account]"), (13, "[card]"), (19, "[card]"), (20, "[account]")],
)
def test_the_number_of_digits_decides_the_label(digits: int, label: str | None) -> None:
    for said in ("5" * digits, " ".join(["five"] * digits)):
        assert mask(f"It is {said}") == f"It is {label or said}"


@pytest.mark.parametrize(
    "said",
    [
        "The security code is 123.",
        "My CVV: 1234",
        "The three digits on the back are four five six.",
        "My PIN is one two, three four.",
        "The one-time code is 48 15 16.",
        "the verification code you sent, it's 9 9 1 2",
    ],
)
def test_a_few_digits_after_the_cue_of_a_code_are_masked(said: str) -> None:
    masked = mask(said)
    assert masked.count("[code]") == 1
    assert not any(letter.isdigit() for letter in masked)
    assert "four five" not in masked
    assert "one two" not in masked


@pytest.mark.parametrize(
    "said",
    [
        "I paid $1,234,567.89 for it.",
        "It was 1,250,000 dollars.",
        "That is 129.99 a month, 59.90 before.",
        "Order number 44179, please.",
        "It's four four one seven nine.",
        "Since 2019.",
        "In nineteen ninety nine.",
        "I have been waiting for two weeks, three calls, one hour.",
        "On the 24th of March 2024 at 10:30.",
        "On March 24, 2024.",
        "Between 9:00 and 11:30.",
        "Oh, one of you, oh no.",
        "Twenty-two, thirty-three, forty-four.",
    ],
)
def test_money_years_order_numbers_and_times_are_left_alone(said: str) -> None:
    assert mask(said) == said


@pytest.mark.parametrize(
    "said", ["On 12/05/2024.", "On 2024-05-12.", "Paid in 2023 and 2024.", "In 2019, 2020 and 2021."]
)
def test_dates_and_several_years_are_no_account_numbers(said: str) -> None:
    assert mask(said) == said


def test_a_word_between_two_numbers_keeps_them_apart() -> None:
    said = "Flight 1182 leaves at gate 4417 from terminal 12."
    assert mask(said) == said


def test_several_numbers_are_each_masked() -> None:
    assert mask("Card 4111 1111 1111 1111 belongs to account 12345678, security code 999.") == (
        "Card [card] belongs to account [account], security code [code]."
    )


@given(st.text())
def test_any_text_can_be_masked(text: str) -> None:
    assert isinstance(mask(text), str)


@given(st.lists(st.sampled_from(["5", "17", "4111", "double", "triple", *FILLERS, *UNITS, *TENS, *TEENS])))
def test_no_run_long_enough_for_an_account_keeps_a_digit(said: list[str]) -> None:
    """Once seven plain digits have been said, no later digit of the run stays, however it is said."""
    text = "my number is " + " ".join(["5", "5", "5", "5", "5", "5", "5", *said])
    kept = mask(text).replace(",", " ").split()
    assert not any(letter.isdigit() for word in kept for letter in word)
    assert SPOKEN_DIGITS.isdisjoint(kept)


WORDS = st.sampled_from(
    ["my", "card", "is", "security code", "pin", "4111", "17", "$5.00", "2024", "double", *FILLERS, *UNITS, *TENS]
)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_masking_twice_changes_nothing(text: str) -> None:
    assert mask(mask(text)) == mask(text)


@pytest.mark.parametrize("letter", ["4", "a", ".", "4,", "one ", "at ", "a@", "[card]"])
def test_a_text_of_any_length_is_masked_in_good_time(letter: str) -> None:
    """A pattern that tries every long word at length would not come to an end here."""
    assert "4539" not in mask(letter * 5000 + " 4539 1488 0343 6467")


@pytest.mark.parametrize(
    "number",
    [
        "4\u200b5\u200b3\u200b9\u200b1\u200b4\u200b8\u200b8\u200b0\u200b3\u200b4\u200b3\u200b6\u200b4\u200b6\u200b7",
        "⁴⁵³⁹ ¹⁴⁸⁸ ⁰³⁴³ ⁶⁴⁶⁷",
        "④⑤③⑨①④⑧⑧⓪③④③⑥④⑥⑦",
        "4️⃣5️⃣3️⃣9️⃣1️⃣4️⃣8️⃣8️⃣0️⃣3️⃣4️⃣3️⃣6️⃣4️⃣6️⃣7️⃣",
        "٤٥٣٩ ١٤٨٨ ٠٣٤٣ ٦٤٦٧",
    ],
)
def test_a_card_number_is_masked_whatever_its_figures_look_like(number: str) -> None:
    masked = mask(f"It is {number} thanks")
    assert not any(letter.isdigit() for letter in masked)
    assert "[card]" in masked
