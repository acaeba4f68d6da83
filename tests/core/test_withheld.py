"""What waits behind a number that nobody knows yet, and until when, whatever time its words take to come."""

from collections.abc import Sequence

import pytest

from app.core.chronicle import Fact, SpeechEnded, SpeechStarted, Tick
from app.core.events import Channel, LineChanged, LineState, TextFinal
from app.core.masking import RunningMask
from app.core.masking.guard import GUARD_S
from app.core.withheld import Withheld
from tests.core.talk import Says, agent, caller, facts

BOTH = (Channel.AGENT, Channel.CALLER)


def time_of(fact: Fact) -> float:
    return fact.end_s if isinstance(fact, TextFinal) else fact.at_s


def told(
    said: Sequence[Says], until_s: float, *, late_s: float = 0.0, changes: Sequence[LineChanged] = ()
) -> list[tuple[float, Fact]]:
    """What comes out, with the second of the call at which it does; words come some seconds after their end."""
    withheld = Withheld(BOTH, RunningMask())
    timed: list[tuple[float, int, Fact]] = [(change.at_s, 1, change) for change in changes]
    happened: list[Fact] = [*facts(said, until_s)]
    for fact in happened:
        is_final = isinstance(fact, TextFinal)
        timed.append((time_of(fact) + (late_s if is_final else 0.0), 2 if is_final and late_s else 0, fact))
    out: list[tuple[float, Fact]] = []
    for at_s, _, fact in sorted(timed, key=lambda one: one[:2]):
        if isinstance(fact, TextFinal):
            withheld.read(fact)
        else:
            withheld.take(fact)
        out += [(at_s, due) for due in withheld.due()]
    withheld.finish()
    return out + [(until_s, due) for due in withheld.due()]


def words(out: Sequence[tuple[float, Fact]]) -> list[str]:
    return [fact.text for _, fact in out if isinstance(fact, TextFinal)]


def waited(out: Sequence[tuple[float, Fact]], text: str) -> float:
    """How long after its end a text comes out."""
    return next(at_s - fact.end_s for at_s, fact in out if isinstance(fact, TextFinal) and fact.text == text)


IN_PARTS = [
    caller(1, 2, "Right, 4904."),
    agent(2.5, 3.2, "Mm-hm."),
    caller(4, 5, "9738."),
    agent(5.4, 6, "Okay."),
    caller(6.5, 9, "3747 7964."),
]
HARMLESS = [caller(1, 2, "It says 4904."), agent(2.5, 3.2, "Mm-hm."), caller(9, 11, "I have been waiting for weeks.")]
TALKED_OVER = [
    caller(1, 2, "It says 4904."),
    agent(4.5, 9, "Right, so that will be with you by the end of the week."),
    caller(6, 7, "9738."),
]


@pytest.mark.parametrize("said", [IN_PARTS, HARMLESS, TALKED_OVER])
@pytest.mark.parametrize("late_s", [0.4, 2.3, 5.1, 30])
def test_what_comes_out_depends_on_no_clock(said: Sequence[Says], late_s: float) -> None:
    assert words(told(said, 20, late_s=late_s)) == words(told(said, 20))


@pytest.mark.parametrize("said", [IN_PARTS, HARMLESS, TALKED_OVER])
def test_nothing_is_lost_and_all_comes_in_order_of_time(said: Sequence[Says]) -> None:
    out = [fact for _, fact in told(said, 20)]
    assert len(out) == len(facts(said, 20))
    assert [time_of(fact) for fact in out] == sorted(map(time_of, out))


def test_a_number_that_goes_on_after_a_nod_is_hidden_from_its_first_digit_on() -> None:
    assert not any(letter.isdigit() for letter in "".join(words(told(IN_PARTS, 20))))


def test_a_number_that_does_not_go_on_waits_for_three_seconds() -> None:
    out = told(HARMLESS, 20)
    assert waited(out, "It says 4904.") == pytest.approx(GUARD_S, abs=0.3)
    assert waited(out, "I have been waiting for weeks.") == 0


def test_what_happens_meanwhile_waits_too_and_no_longer() -> None:
    out = told(HARMLESS, 20)
    assert all(at_s - time_of(fact) <= GUARD_S + 0.3 for at_s, fact in out)
    assert all(at_s == time_of(fact) for at_s, fact in out if time_of(fact) < 2 or time_of(fact) > 2 + GUARD_S)


def test_while_somebody_speaks_who_may_go_on_with_it_it_waits() -> None:
    out = told([caller(1, 2, "It says 4904."), agent(4.5, 9, "That will be with you by Friday then, I think.")], 20)
    assert waited(out, "It says 4904.") == 7


@pytest.mark.parametrize("state", [LineState.PAUSED, LineState.HOLD, LineState.MUTED])
def test_on_a_pause_a_hold_and_a_mute_it_is_decided_at_once(state: LineState) -> None:
    change = LineChanged(channel=Channel.CALLER, state=state, at_s=2.5, detected=False)
    out = told([caller(1, 2, "It says 4904.")], 20, changes=[change])
    assert waited(out, "It says 4904.") == 0.5
    assert words(told([caller(1, 2, "It says 4904.")], 20, changes=[change], late_s=4)) == ["It says 4904."]


def test_at_the_end_of_the_call_it_is_decided_at_once() -> None:
    out = told([caller(1, 2, "It says 4904.")], 2.1)
    assert words(out) == ["It says 4904."]
    assert {type(fact) for _, fact in out} == {SpeechStarted, SpeechEnded, TextFinal, Tick}
