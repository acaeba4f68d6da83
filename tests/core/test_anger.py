"""The anger curve: one noisy line never flips it, several hot turns do, and it comes down again."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.anger import AngerCurve, CurveShape, Utterance
from app.core.events import AngerPoint, Phase, Trend
from app.core.ports import Bearing, Heat

FURIOUS = Heat(value=0.95, words=("ridiculous",), signals=("outrage",))
PLAIN = Heat(value=0.0)
THANKS = Heat(value=0.0, words=("thank you",), signals=("thanks",))
INSULT = Heat(value=0.9, signals=("insult_agent",))
SORRY = Heat(value=0.05, signals=("amends",))
TURN_S = 8.0


class Caller:
    """Speaks one turn after another on a curve of its own, eight seconds apart."""

    def __init__(self) -> None:
        self.curve = AngerCurve()
        self.now_s = 0.0
        self.turn = 0
        self.number = 0

    def says(self, heat: Heat, *, words: int = 12, same_turn: bool = False, confidence: float = 0.9) -> AngerPoint:
        self.turn += not same_turn
        self.number += 1
        start_s, self.now_s = self.now_s + 4, self.now_s + TURN_S
        said = Utterance(
            number=self.number,
            turn=self.turn,
            words=words,
            start_s=start_s,
            end_s=self.now_s,
            confidence=confidence,
        )
        return self.curve.hear(heat, said)

    def keeps_silent(self, seconds: int) -> list[AngerPoint]:
        self.now_s += seconds
        points = [self.curve.quiet(self.now_s - seconds + second + 1) for second in range(seconds)]
        return [point for point in points if point is not None]


@pytest.fixture
def caller() -> Caller:
    return Caller()


@pytest.fixture
def furious(caller: Caller) -> Caller:
    for _ in range(5):
        caller.says(FURIOUS)
    return caller


def test_a_calm_caller_stays_at_zero(caller: Caller) -> None:
    point = caller.says(PLAIN)
    assert (point.level, point.trend, point.phase) == (0.0, Trend.STEADY, Phase.CALM)
    assert caller.keeps_silent(5) == []


def test_one_furious_line_never_leaves_calm(caller: Caller) -> None:
    caller.says(PLAIN)
    points = [caller.says(FURIOUS), *caller.keeps_silent(20), caller.says(PLAIN)]
    assert {point.phase for point in points} == {Phase.CALM}


def test_several_furious_turns_rise_to_hot(caller: Caller) -> None:
    points = [caller.says(FURIOUS) for _ in range(5)]
    assert [point.level for point in points] == sorted(point.level for point in points)
    assert points[-1].phase is Phase.HOT
    assert points[1].trend is Trend.RISING
    assert points[-1].level > 0.8


def test_a_hot_caller_who_thanks_falls_and_becomes_calm(furious: Caller) -> None:
    phases = [furious.says(THANKS).phase for _ in range(6)]
    assert phases[0] in {Phase.HOT, Phase.FALLING}
    assert Phase.FALLING in phases
    assert phases[-1] is Phase.CALM
    assert phases == sorted(phases, key=[Phase.HOT, Phase.FALLING, Phase.CALM].index)
    assert furious.curve.been >= {Phase.HOT, Phase.FALLING, Phase.CALM}


def test_plain_words_cool_more_slowly_than_thanks(furious: Caller) -> None:
    other = Caller()
    for _ in range(5):
        other.says(FURIOUS)
    assert furious.says(THANKS).level < other.says(PLAIN).level


def test_after_falling_new_anger_is_hot_again(furious: Caller) -> None:
    while furious.curve.phase is not Phase.FALLING:
        furious.says(THANKS)
    phases = [furious.says(FURIOUS).phase for _ in range(4)]
    assert phases[-1] is Phase.HOT


def test_a_short_okay_moves_the_level_little(furious: Caller) -> None:
    before = furious.curve.level
    assert before - furious.says(PLAIN, words=1).level < 0.1
    assert furious.curve.phase is Phase.HOT


def test_a_plain_sentence_does_not_take_back_the_heat_of_its_own_turn(caller: Caller) -> None:
    furious = caller.says(FURIOUS).level
    goes_on = caller.says(PLAIN, same_turn=True).level
    assert goes_on >= furious * 0.95
    assert caller.says(PLAIN).level < goes_on


def test_an_insult_in_two_turns_is_abusive(caller: Caller) -> None:
    assert caller.says(INSULT).phase is not Phase.ABUSIVE
    assert caller.says(INSULT).phase is Phase.ABUSIVE


def test_two_insults_in_one_turn_are_not_abusive(caller: Caller) -> None:
    caller.says(INSULT)
    assert caller.says(INSULT, same_turn=True).phase is not Phase.ABUSIVE


def test_an_insult_in_mild_words_cools_next_to_nothing(furious: Caller) -> None:
    before = furious.says(FURIOUS).level
    assert furious.says(Heat(value=0.4, signals=INSULT.signals)).level > 0.9 * before
    assert furious.says(Heat(value=0.4)).level < 0.8 * before


def test_an_insult_long_after_another_is_not_abusive(caller: Caller) -> None:
    caller.says(INSULT)
    caller.keeps_silent(round(CurveShape().insult_memory_s))
    assert caller.says(INSULT).phase is not Phase.ABUSIVE


def test_abuse_is_over_when_the_insults_end_and_the_caller_comes_down(caller: Caller) -> None:
    caller.says(INSULT)
    caller.says(INSULT)
    phases = [caller.says(THANKS).phase for _ in range(16)]
    assert phases[0] is Phase.ABUSIVE
    over = next(index for index, phase in enumerate(phases) if phase is not Phase.ABUSIVE)
    assert Phase.ABUSIVE not in phases[over:]
    assert phases[-1] is Phase.CALM


def test_mild_words_that_were_heard_unsurely_are_no_evidence_for_one_hot_line(caller: Caller) -> None:
    mild, hot = Heat(value=0.34), Heat(value=0.7)
    sure = Caller()
    for _ in range(2):
        caller.says(mild, confidence=0.57)
        sure.says(mild)
    assert caller.says(hot).phase is Phase.CALM
    assert sure.says(hot).phase is Phase.HOT


def test_nobody_turns_hot_with_words_that_let_the_level_fall(caller: Caller) -> None:
    first = caller.says(Heat(value=0.8), words=20)
    second = caller.says(Heat(value=0.43), words=20)
    assert first.level > second.level > CurveShape().hot_at
    assert second.phase is Phase.CALM


def test_abuse_is_over_when_the_caller_says_sorry(caller: Caller) -> None:
    caller.says(INSULT)
    caller.says(INSULT)
    assert caller.says(SORRY, words=4).phase is Phase.FALLING
    assert caller.says(INSULT).phase is Phase.ABUSIVE


def test_sorry_ends_abuse_whatever_was_said_before(caller: Caller) -> None:
    hot = Bearing(own=(5.0, 4.0, 3.0), later=((5.0, 4.0, 3.0), (5.0, 4.0, 3.0)))
    for _ in range(3):
        caller.says(replace(INSULT, bearing=hot))
    assert caller.says(replace(SORRY, bearing=hot), words=4).phase is Phase.FALLING


def test_sorry_that_was_heard_well_enough_ends_abuse(caller: Caller) -> None:
    caller.says(INSULT)
    caller.says(INSULT)
    assert caller.says(SORRY, words=4, confidence=0.5).phase is Phase.FALLING


def test_sorry_that_was_hardly_heard_ends_no_abuse(caller: Caller) -> None:
    caller.says(INSULT)
    caller.says(INSULT)
    assert caller.says(SORRY, words=4, confidence=0.3).phase is Phase.ABUSIVE


def test_siding_with_the_agent_without_an_apology_ends_no_abuse(caller: Caller) -> None:
    caller.says(INSULT)
    caller.says(INSULT)
    assert caller.says(Heat(value=0.15, signals=("siding",)), words=6).phase is Phase.ABUSIVE


def test_sorry_among_insults_ends_no_abuse(caller: Caller) -> None:
    caller.says(INSULT)
    caller.says(INSULT)
    assert caller.says(Heat(value=0.9, signals=("amends", "insult_agent"))).phase is Phase.ABUSIVE


def test_silence_lets_the_level_decay_to_nothing(furious: Caller) -> None:
    points = furious.keeps_silent(900)
    levels = [point.level for point in points]
    assert levels == sorted(levels, reverse=True)
    assert levels[-1] == 0
    assert levels[-2] > 0
    assert points[-1].phase is Phase.CALM
    assert all(point.number is None and point.heat is None for point in points)


def test_a_phase_dwells_before_the_next() -> None:
    curve = AngerCurve(CurveShape(dwell_s=10))
    points = [
        curve.hear(
            FURIOUS if second < 15 else THANKS,
            Utterance(number=second, turn=second, words=20, start_s=second, end_s=second + 1),
        )
        for second in range(60)
    ]  # fmt: skip
    changed_s = [after.at_s for before, after in pairwise(points) if before.phase != after.phase]
    assert len(changed_s) >= 2
    assert all(after - before >= 10 for before, after in pairwise(changed_s))


def test_a_point_tells_what_moved_it(caller: Caller) -> None:
    point = caller.says(FURIOUS)
    assert (point.at_s, point.number, point.heat, point.words) == (TURN_S, 1, 0.95, ("ridiculous",))
    assert not point.provisional


HEARD = st.tuples(
    st.floats(0, 1),
    st.sets(st.sampled_from(["insult_agent", "thanks", "relief", "outrage"])),
    st.booleans(),
    st.integers(0, 300),
    st.floats(0, 400),
)


@given(st.lists(HEARD, max_size=40))
def test_the_level_stays_between_zero_and_one_and_points_in_order(
    utterances: list[tuple[float, set[str], bool, int, float]],
) -> None:
    curve = AngerCurve()
    now_s, turn = 0.0, 0
    points: list[AngerPoint] = []
    for number, (value, signals, is_new_turn, words, gap_s) in enumerate(utterances, start=1):
        turn += is_new_turn
        heat = Heat(value=value, signals=tuple(signals))
        start_s, now_s = now_s, now_s + gap_s
        said = Utterance(number=number, turn=turn, words=words, start_s=start_s, end_s=now_s)
        points.append(curve.hear(heat, said))
        now_s += 1
        decayed = curve.quiet(now_s)
        points += [] if decayed is None else [decayed]
    assert all(0 <= point.level <= 1 for point in points)
    assert [point.at_s for point in points] == sorted(point.at_s for point in points)


@given(st.integers(0, 20), st.floats(0, 1), st.integers(0, 200))
def test_one_line_among_calm_ones_never_leaves_calm(before: int, value: float, words: int) -> None:
    caller = Caller()
    points = [caller.says(PLAIN) for _ in range(before)]
    points.append(caller.says(Heat(value=value), words=words))
    points += [caller.says(PLAIN) for _ in range(5)]
    assert {point.phase for point in points} == {Phase.CALM}


def foreseen(caller: Caller, heat: Heat) -> AngerPoint:
    _, point = caller.curve.ahead(heat, next_utterance(caller))
    return point


def next_utterance(caller: Caller) -> Utterance:
    start_s = caller.now_s + 4
    return Utterance(number=caller.number + 1, turn=caller.turn + 1, words=8, start_s=start_s, end_s=start_s + 2)


def test_hot_words_that_are_still_being_said_raise_the_level_and_leave_the_curve(caller: Caller) -> None:
    caller.says(PLAIN)
    level, phase = caller.curve.level, caller.curve.phase
    point = foreseen(caller, FURIOUS)
    assert point.provisional
    assert point.level > 0.5
    assert (point.phase, point.trend) == (phase, Trend.RISING)
    assert (caller.curve.level, caller.curve.phase, caller.curve.trend) == (level, phase, Trend.STEADY)


def test_calm_words_that_are_still_being_said_lower_nothing(furious: Caller) -> None:
    point = foreseen(furious, THANKS)
    assert (point.level, point.phase, point.trend) == (furious.curve.level, furious.curve.phase, furious.curve.trend)


def test_what_was_foreseen_is_what_the_final_of_the_same_words_gives(caller: Caller) -> None:
    caller.says(PLAIN)
    ahead = foreseen(caller, FURIOUS)
    assert ahead.level == caller.curve.hear(FURIOUS, next_utterance(caller)).level


def test_insults_that_were_hardly_heard_make_nobody_abusive(caller: Caller) -> None:
    points = [caller.says(INSULT, confidence=0.3) for _ in range(3)]
    assert Phase.ABUSIVE not in {point.phase for point in points}


def test_words_that_were_hardly_heard_move_little() -> None:
    unsure, sure = Caller(), Caller()
    assert unsure.says(FURIOUS, confidence=0.3).level < 0.6 * sure.says(FURIOUS, confidence=0.6).level
