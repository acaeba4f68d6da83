from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.core.anger import AMENDS_SIGNAL
from app.core.breath import PAUSE_S, Breath, in_breath
from app.core.events import Channel, TextFinal
from app.core.ports import Bearing, Heat


def _final(text: str, start_s: float, end_s: float) -> TextFinal:
    return TextFinal(number=1, channel=Channel.CALLER, start_s=start_s, end_s=end_s, text=text, confidence=0.9)


def _heard(*finals: TextFinal) -> Breath:
    breath = Breath()
    for final in finals:
        breath.hear(final)
    return breath


def _heat(value: float, own: float, later: float, signals: Sequence[str] = ()) -> Heat:
    return Heat(value=value, signals=tuple(signals), bearing=Bearing(own=(own,), later=((later,),)))


def test_nothing_is_before_the_first_utterance() -> None:
    assert not Breath().before(0.0)


def test_a_short_pause_keeps_a_sentence_together() -> None:
    breath = _heard(_final("Honestly.", 1.0, 2.0))
    assert breath.before(2.0 + PAUSE_S) == ("Honestly.",)


def test_a_real_pause_parts() -> None:
    breath = _heard(_final("Honestly.", 1.0, 2.0))
    assert not breath.before(2.1 + PAUSE_S)


def test_what_was_said_before_a_real_pause_does_not_come_back() -> None:
    breath = _heard(_final("Hello.", 0.0, 1.0), _final("Honestly.", 5.0, 6.0))
    assert breath.before(6.5) == ("Honestly.",)


def test_a_long_breath_keeps_its_last_two_utterances() -> None:
    breath = _heard(*(_final(word, at, at + 0.5) for at, word in enumerate(("One.", "Two.", "Three."))))
    assert breath.before(2.9) == ("Two.", "Three.")


def test_heat_and_bearing_are_those_of_the_breath_and_all_else_of_the_utterance_alone() -> None:
    whole, last = _heat(0.7, 2.0, 3.0, ["insult_agent"]), _heat(0.1, -2.0, -3.0, ["waiting"])
    assert in_breath(whole, last, 2) == replace(_heat(0.7, 2.0, 3.0, ["waiting"]), joined=2)


@pytest.mark.parametrize("value", [0.1, 0.9])
def test_an_apology_counts_by_itself(value: float) -> None:
    last = _heat(0.1, -2.0, -3.0, [AMENDS_SIGNAL])
    assert in_breath(_heat(value, 2.0, 3.0), last, 1) == last


def test_without_a_bearing_the_heat_moves_the_curve_and_stays_as_it_is() -> None:
    assert in_breath(Heat(value=0.7), Heat(value=0.1), 1) == Heat(value=0.1)


def test_what_was_said_before_leaves_room_for_a_long_text() -> None:
    breath = _heard(_final("before " * 40, 1.0, 9.0))
    assert len(breath.before(9.5, "a few words")) == 1
    assert breath.before(9.5, "word " * 30) == ()


def test_of_two_utterances_the_later_one_is_kept_where_both_have_no_room() -> None:
    breath = _heard(_final("before " * 40, 1.0, 9.0), _final("Honestly.", 9.5, 10.0))
    assert breath.before(10.5, "word " * 30) == ("Honestly.",)
