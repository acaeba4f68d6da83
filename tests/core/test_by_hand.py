"""A call of which nothing is heard: what the agent says of it by hand."""

from dataclasses import replace
from functools import reduce

import pytest

from app.compose import open_playbooks
from app.core.allowance import Dial
from app.core.by_hand import MOODS, STEPS, HandCall
from app.core.consent import Capture, Consent
from app.core.document import CallDocument, Disclosure, document_of
from app.core.events import (
    AgentMove,
    AngerPoint,
    Channel,
    Disclosed,
    Event,
    LineChanged,
    LineState,
    Mark,
    Marked,
    Move,
    Phase,
    Prompt,
    PromptUsed,
    PromptWithdrawn,
    Stage,
    Telling,
    Trend,
)
from app.core.playbook import Boundary, Moment, Playbook, When
from app.core.state import CallState, apply
from tests.core.calls import started
from tests.core.situations import playbook, rule

LISTEN = rule("listen", stage=Stage.LISTEN, when=When(moment=Moment.CALLER_PAUSE, phase=(Phase.RISING, Phase.HOT)))
ASK_HOT = rule("ask.hot", stage=Stage.ASK, when=When(moment=Moment.CALLER_PAUSE, phase=(Phase.HOT,)), priority=5)
ASK_COOL = rule("ask.cool", stage=Stage.ASK, when=When(moment=Moment.CALLER_PAUSE, phase=(Phase.FALLING,)))
WORDS = rule("ask.words", stage=Stage.ASK, when=When(moment=Moment.CALLER_PAUSE, caller_says=("refund",)), priority=9)
WARN = rule("warn", stage=Stage.BOUNDARY, when=When(moment=Moment.CALLER_PAUSE, abused=True, warned=False), priority=20)
END = rule("end", stage=Stage.BOUNDARY, when=When(moment=Moment.CALLER_PAUSE, abused=True, warned=True), priority=21)
ALL = (LISTEN, ASK_HOT, ASK_COOL, WORDS, WARN, END)


class Hand:
    """A call and all that it told."""

    def __init__(self, book: Playbook | None = None, dial: Dial = Dial.FULL) -> None:
        self.call = HandCall(book or playbook(*ALL), dial)
        begun = replace(started(), capture=Capture.NONE, consent=Consent.REQUIRED)
        self.events: list[Event] = self.call.start(begun)

    def at(self, at_s: float, *marks: Mark) -> list[Event]:
        """What is told at a second, as the agent says something."""
        told = self.call.pass_time(at_s)
        for mark in marks:
            told += self.call.mark(mark)
        self.events += told
        return told

    def ended(self, at_s: float) -> CallDocument:
        """The document."""
        self.events += self.call.end(at_s)
        return document_of(reduce(apply, self.events, CallState()))


@pytest.fixture(scope="module")
def general() -> Playbook:
    return open_playbooks().load("general")


def points(events: list[Event]) -> list[AngerPoint]:
    return [event for event in events if isinstance(event, AngerPoint)]


def shown(events: list[Event]) -> list[str]:
    return [event.rule for event in events if isinstance(event, Prompt)]


@pytest.mark.parametrize("mark", MOODS)
def test_what_the_agent_says_of_the_caller_is_a_point_of_the_curve(mark: Mark) -> None:
    [point] = points(Hand().at(4.0, mark))
    assert (point.at_s, point.phase, point.level) == (4.0, MOODS[mark].phase, MOODS[mark].level)
    assert point.by_hand
    assert (point.heat, point.words, point.number) == (None, (), None)


def test_nothing_is_on_the_curve_before_the_agent_has_said_anything() -> None:
    hand = Hand()
    assert points([*hand.events, *hand.at(30.0)]) == []
    assert hand.ended(60.0).summary.peak_level is None


def test_the_direction_follows_from_what_was_said_before() -> None:
    hand = Hand()
    said = [Mark.CALM, Mark.RISING, Mark.HOT, Mark.HOT, Mark.COOLING, Mark.CALM]
    trends = [points(hand.at(10.0 * n, mark))[-1].trend for n, mark in enumerate(said, start=1)]
    assert trends == [Trend.STEADY, Trend.RISING, Trend.RISING, Trend.RISING, Trend.FALLING, Trend.FALLING]


def test_what_was_said_holds_until_something_else_is_said() -> None:
    hand = Hand()
    hand.at(10.0, Mark.CALM)
    for second in (10.5, 11.0, 12.0):
        hand.at(second)
    hand.at(12.5, Mark.HOT)
    curve = [(point.at_s, point.phase, point.by_hand) for point in hand.ended(13.0).curve]
    calm = [(10.0, Phase.CALM, True), (11.0, Phase.CALM, False), (12.0, Phase.CALM, False)]
    assert curve == [*calm, (12.5, Phase.CALM, False), (12.5, Phase.HOT, True)]


def test_a_caller_who_heats_up_brings_the_playbooks_prompt() -> None:
    hand = Hand()
    assert shown(hand.at(5.0, Mark.CALM)) == []
    assert shown(hand.at(9.0, Mark.RISING)) == ["listen"]


def test_no_prompt_comes_by_itself_where_the_agent_wants_none() -> None:
    hand = Hand(dial=Dial.CURVE)
    assert shown(hand.at(9.0, Mark.HOT)) == []
    assert shown(hand.at(10.0, Mark.LISTEN)) == ["listen"]


def test_a_step_brings_the_prompt_that_goes_with_how_the_caller_is() -> None:
    hand = Hand()
    hand.at(5.0, Mark.COOLING)
    assert shown(hand.at(9.0, Mark.ASK)) == ["ask.cool"]
    hand.at(20.0, Mark.HOT)
    assert shown(hand.at(30.0, Mark.ASK)) == ["ask.hot"]


def test_a_step_that_is_asked_for_again_brings_what_came_least() -> None:
    book = playbook(rule("first", priority=2), rule("second", priority=1))
    hand = Hand(book)
    assert [*shown(hand.at(5.0, Mark.ASK)), *shown(hand.at(6.0, Mark.ASK)), *shown(hand.at(7.0, Mark.ASK))] == [
        "first",
        "second",
        "first",
    ]


def test_a_step_never_brings_a_prompt_that_answers_particular_words() -> None:
    assert shown(Hand(playbook(WORDS)).at(5.0, Mark.ASK)) == []


@pytest.mark.parametrize(
    "when",
    [
        When(moment=Moment.RETURN),
        When(moment=Moment.SILENCE),
        When(moment=Moment.END),
        When(moment=Moment.CALLER_TURN, turn_s=4.0),
        When(moment=Moment.CALLER_PAUSE, made=(Move.EXCUSE,)),
    ],
)
def test_a_step_never_brings_a_prompt_for_another_moment(when: When) -> None:
    assert shown(Hand(playbook(rule("other", when=when))).at(5.0, Mark.ASK)) == []


@pytest.mark.parametrize("mark", STEPS)
def test_a_step_without_a_rule_shows_nothing(mark: Mark) -> None:
    assert shown(Hand(playbook()).at(5.0, mark)) == []


def test_the_boundary_goes_step_by_step_with_each_warning() -> None:
    hand = Hand(replace(playbook(*ALL), boundary=Boundary(warnings=1)))
    assert shown(hand.at(5.0, Mark.ABUSE)) == ["warn"]
    assert AgentMove(at_s=8.0, move=Move.WARNING, text="") in hand.at(8.0, Mark.WARNED)
    assert shown(hand.at(30.0, Mark.ABUSE)) == ["end"]
    assert hand.ended(40.0).marks == (Marked(kind=Mark.ABUSE, at_s=5.0), Marked(kind=Mark.ABUSE, at_s=30.0))


def test_the_card_is_used_sent_away_and_goes_by_itself() -> None:
    hand = Hand()
    hand.at(5.0, Mark.ASK)
    assert any(isinstance(event, PromptUsed) for event in hand.at(6.0, Mark.USED))
    assert any(isinstance(event, PromptWithdrawn) for event in hand.at(7.0, Mark.DISMISSED))
    hand.at(10.0, Mark.ASK)
    assert any(isinstance(event, PromptWithdrawn) for event in hand.at(10.0 + ASK_HOT.show_s))


def test_a_caller_who_did_not_want_to_be_heard_stands_in_the_record_with_the_rule() -> None:
    hand = Hand()
    assert hand.at(0.0, Mark.REFUSED) == [Disclosed(told=True, how=Telling.REFUSED, at_s=0.0)]
    kept = hand.ended(60.0)
    assert kept.disclosure == Disclosure(told=True, how=Telling.REFUSED, at_s=0.0, rule=Consent.REQUIRED)
    assert kept.call.capture is Capture.NONE


def test_what_nobody_heard_is_unknown_in_the_figures() -> None:
    summary = Hand().ended(60.0).summary
    assert (summary.talk_share, summary.interruptions, summary.longest_silence_s) == (None, None, None)


def test_a_hold_is_known_and_what_is_of_sound_changes_nothing() -> None:
    hand = Hand()
    hand.at(3.0)
    held = hand.call.set_line(Channel.CALLER, LineState.HOLD)
    assert held == [LineChanged(channel=Channel.CALLER, state=LineState.HOLD, detected=False, at_s=3.0)]
    assert len(hand.call.resume()) == 1
    untold = (
        hand.call.resume(),
        hand.call.pause(),
        hand.call.set_scored(scored=False),
        hand.call.set_line(Channel.AGENT, LineState.MUTED),
        hand.call.mark(Mark.TOLD),
    )
    assert untold == ([], [], [], [], [])


def test_the_bundled_playbook_has_a_prompt_for_every_step_and_state(general: Playbook) -> None:
    for mood in MOODS:
        for step, stage in STEPS.items():
            hand = Hand(general)
            hand.at(5.0, mood)
            prompts = [event for event in hand.at(9.0, step) if isinstance(event, Prompt)]
            assert [(prompt.stage, bool(prompt.say), "{" in prompt.say) for prompt in prompts] == [(stage, True, False)]
