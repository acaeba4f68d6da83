"""Cues are found whatever letters they are written in, and nothing is left to be made ready for the first text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.masking import get_ready, mask
from app.core.masking.cues import cues_of

SAID = (
    "Can I take the long number on the front of the card? It's 4111 1111 1111 1111, expiry 04/29.",
    "And the three digits on the back are 739. My sort code is 20-14-53, account 55779911.",
    "I was born on the third of May 1962, and my mobile is 07700 900123.",
    "It's jo dot smith at gmail dot com, and the order number is 4417909.",
)


@pytest.mark.parametrize("said", SAID)
def test_capitals_make_no_difference(said: str) -> None:
    assert list(cues_of(said.upper())) == list(cues_of(said.lower())) == list(cues_of(said)) != []


@pytest.mark.parametrize("said", ["my ſort code is 20-14-53", "MY SECURİTY CODE IS 739", "my securıty code is 739"])
def test_letters_of_which_the_small_one_is_another_or_two_stay_in_their_places(said: str) -> None:
    plain = said.translate(str.maketrans("ſİı", "sIi"))
    assert list(cues_of(said)) == list(cues_of(plain)) != []


@given(st.text())
def test_a_cue_is_a_part_of_the_text(said: str) -> None:
    assert all(0 <= cue.start < cue.end <= len(said) for cue in cues_of(said))


def test_no_text_waits_for_an_expression_once_the_masks_are_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    get_ready()
    made: list[str] = []
    make = re.compile

    def noted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        made.append(pattern)
        return make(pattern, flags)

    monkeypatch.setattr(re, "compile", noted)
    for said in SAID:
        mask(said)
    assert made == []
