"""What the engine says more than once is left where it was said once; the digits are tokens."""

import pytest

from app.adapters.whisper.repeats import without_echo, without_loop


@pytest.mark.parametrize(
    ("said", "once"),
    [
        ("no no no no", "no no no no"),
        ("no, " * 12 + "thanks", "no, thanks"),
        ("I am sorry. " * 8, "I am sorry."),
        ("ha" * 30, "ha"),
        ("Thank you.", "Thank you."),
        ("It is 4000000000001234.", "It is 4000000000001234."),
        ("4-" * 9 + "4", "4-" * 9 + "4"),
        ("", ""),
    ],
)
def test_a_loop_is_said_once(said: str, once: str) -> None:
    assert without_loop(said) == once


@pytest.mark.parametrize(
    ("said", "once"),
    [
        ("1234", "1234"),
        ("1234 567 1234", "1234 567"),
        ("1234 1235", "1234 1235"),
        ("1234 123", "1234"),
        ("123 1234", "123"),
        ("12 12", "12"),
        ("1234123", "1234"),
        ("1234123412", "1234"),
        ("123412", "123412"),
        ("9123123", "9123123"),
        ("91231231", "91231231"),
        ("9123123123", "9123"),
        ("91231231231", "9123"),
        ("", ""),
    ],
)
def test_an_echo_is_left_out_whole_or_as_far_as_it_goes(said: str, once: str) -> None:
    segments = [[int(digit) for digit in segment] for segment in said.split()]
    kept = without_echo(segments, is_number=lambda _: False)
    assert ["".join(map(str, segment)) for segment in kept] == once.split()


@pytest.mark.parametrize("said", ["1234 1234", "12341234", "9123123123"])
def test_a_number_may_be_the_same_twice(said: str) -> None:
    segments = [[int(digit) for digit in segment] for segment in said.split()]
    assert without_echo(segments, is_number=lambda _: True) == segments
