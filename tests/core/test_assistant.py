"""The whole core: frames in, requests and events out, the same whatever order the answers come in."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.assistant import CallAssistant, Outcome
from app.core.events import (
    AngerPoint,
    AudioGap,
    CallEnded,
    CallStarted,
    Channel,
    Disclosed,
    Health,
    HealthCode,
    LineChanged,
    LineState,
    Mark,
    Marked,
    Prompt,
    Stage,
    Telling,
    TextFinal,
    TextPartial,
)
from app.core.playbook import Moment, When
from app.core.ports import Heat, MovesRequest, ScoreRequest, TranscribeRequest, Transcript
from tests.core.calls import started
from tests.core.situations import playbook, rule
from tests.core.speech import QUIET, frames, quiet, voice
from tests.core.talk import VOCABULARY

BOTH = (Channel.AGENT, Channel.CALLER)
PLAYBOOK = playbook(
    rule("greet", stage=Stage.OPEN, when=When(moment=Moment.START), show_s=2),
    rule("ask", stage=Stage.CLOSE, cooldown_s=0),
)
CALLER = [*voice(2), *quiet(5), *voice(2), *quiet(1), *voice(2), *quiet(2)]
AGENT = [*quiet(4), *voice(2), *quiet(9)][: len(CALLER)]
TEXTS = {
    (Channel.AGENT, 1): "What can I do about it?",
    (Channel.CALLER, 1): "This is the third time.",
    (Channel.CALLER, 2): "Nobody listens to me.",
    (Channel.CALLER, 3): "I want my money.",
}


class Call:
    """Steps an assistant by hand and keeps what comes out of it."""

    def __init__(self, channels: tuple[Channel, ...] = BOTH, *, live: bool = False) -> None:
        self.assistant = CallAssistant(channels, PLAYBOOK, VOCABULARY, live=live)
        self.requests: list[TranscribeRequest] = []
        self.events: list[Outcome] = []
        self.keep(self.assistant.start(started()))

    def keep(self, outcomes: Sequence[Outcome]) -> None:
        for outcome in outcomes:
            match outcome:
                case TranscribeRequest():
                    self.requests.append(outcome)
                case ScoreRequest():
                    heat = Heat(value=0.8, signals=("outrage",))
                    self.keep(self.assistant.judge(outcome, heat))
                case MovesRequest():
                    moves = [VOCABULARY.agent.read(sentence) for sentence in outcome.sentences]
                    self.keep(self.assistant.note_moves(outcome, moves))
                case _:
                    self.events.append(outcome)

    def hear(self, *sides: Sequence[float], channels: tuple[Channel, ...] = BOTH) -> "Call":
        for column in zip(*(frames(side, channel) for side, channel in zip(sides, channels, strict=True)), strict=True):
            for frame in column:
                self.keep(self.assistant.hear(frame))
        return self

    def read(self, request: TranscribeRequest, text: str | None = None, confidence: float = 0.9) -> None:
        said = TEXTS[request.channel, request.number] if text is None else text
        self.keep(self.assistant.read(request, Transcript(text=said, confidence=confidence)))

    def close(self) -> "Call":
        self.keep(self.assistant.close())
        return self

    def end(self) -> list[Outcome]:
        self.keep(self.assistant.end())
        return self.events


def outcome_of(order: Sequence[int] = ()) -> list[Outcome]:
    """Each time the request that `order` picks of those waiting is answered."""
    call = Call().hear(AGENT, CALLER).close()
    picks, answered = iter(order), list[TranscribeRequest]()
    while waiting := [request for request in call.requests if request not in answered]:
        answered.append(waiting[next(picks, 0) % len(waiting)])
        call.read(answered[-1])
    return call.end()


def test_a_call_begins_with_its_start_and_the_opening_prompt_and_ends_with_its_end() -> None:
    events = outcome_of()
    assert isinstance(events[0], CallStarted)
    assert isinstance(events[1], Prompt)
    assert isinstance(events[-1], CallEnded)
    assert events[-1].duration_s == pytest.approx(14, abs=0.1)


@given(st.lists(st.integers(0, 1), max_size=4))
def test_the_order_in_which_words_come_changes_nothing(order: list[int]) -> None:
    assert outcome_of(order) == outcome_of()


def test_words_read_while_the_call_goes_on_change_nothing_either() -> None:
    call = Call()
    answered = 0
    for pair in zip(frames(AGENT, Channel.AGENT), frames(CALLER, Channel.CALLER), strict=True):
        for frame in pair:
            call.keep(call.assistant.hear(frame))
        for request in call.requests[answered:]:
            call.read(request)
            answered += 1
    call.close()
    while answered < len(call.requests):
        call.read(call.requests[answered])
        answered += 1
    assert call.end() == outcome_of()


def test_finals_come_in_order_of_their_end_with_a_point_after_each_of_the_callers() -> None:
    told = [event for event in outcome_of() if isinstance(event, TextFinal | AngerPoint)]
    numbered = [(type(event).__name__, event.number) for event in told if isinstance(event, TextFinal) or event.number]
    assert numbered == [
        ("TextFinal", 1), ("AngerPoint", 1), ("TextFinal", 1), ("TextFinal", 2), ("AngerPoint", 2), ("TextFinal", 3),
        ("AngerPoint", 3),
    ]  # fmt: skip


def test_where_both_speak_on_one_channel_there_are_only_words() -> None:
    one = (Channel.UNKNOWN,)
    call = Call(one).hear(CALLER, channels=one).close()
    for request in call.requests:
        call.read(request, "This is ridiculous, I want my money.")
    kinds = [type(event) for event in call.end()]
    assert kinds == [CallStarted, TextFinal, TextFinal, TextFinal, CallEnded]


# --- live ------------------------------------------------------------------------------------------------------


def live_call(*guesses: str) -> tuple[Call, list[TranscribeRequest], TranscribeRequest]:
    """The caller's first turn has been heard, its partial requests answered in turn: those requests, and its final."""
    call = Call(live=True)
    asked: list[TranscribeRequest] = []
    for pair in zip(frames(AGENT[:94], Channel.AGENT), frames(CALLER[:94], Channel.CALLER), strict=True):
        for frame in pair:
            call.keep(call.assistant.hear(frame))
        heard = [request for request in call.requests if request.channel is Channel.CALLER and not request.final]
        if len(heard) > len(asked) and len(asked) < len(guesses):
            call.read(heard[-1], guesses[len(asked)])
            asked = heard
    requests = [request for request in call.requests if request.channel is Channel.CALLER]
    return call, [request for request in requests if not request.final], requests[-1]


def partials(call: Call) -> list[TextPartial]:
    return [event for event in call.events if isinstance(event, TextPartial)]


def test_partials_show_what_is_stable_and_what_is_a_guess_until_the_final() -> None:
    call, _, final = live_call("This is a", "This is the", "This is the third")
    call.read(final)
    assert [(partial.stable, partial.guess) for partial in partials(call)] == [
        ("", "This is a"), ("", "This is the"), ("This is", "the third"),
    ]  # fmt: skip
    [told] = [event for event in call.events if isinstance(event, TextFinal)]
    assert {(partial.number, partial.start_s) for partial in partials(call)} == {(told.number, told.start_s)}


def test_a_partial_that_comes_after_its_final_is_dropped() -> None:
    call, asked, final = live_call()
    call.read(final)
    call.read(asked[0], "This is the")
    assert partials(call) == []


def test_one_partial_of_an_utterance_is_out_at_a_time() -> None:
    _, unanswered, _ = live_call()
    _, answered, _ = live_call("This is a", "This is the third")
    assert len(unanswered) == 1
    assert len(answered) > len(unanswered)


def test_a_partial_that_comes_after_a_newer_one_is_dropped() -> None:
    call, asked, _ = live_call("This is a", "This is the third")
    told = partials(call)
    call.read(asked[0], "This is a")
    assert partials(call) == told


def test_partials_are_masked() -> None:
    call, _, _ = live_call("It is 4111 1111 1111", "It is 4111 1111 1111 1111")
    assert partials(call)
    assert not any(letter.isdigit() for partial in partials(call) for letter in partial.stable + partial.guess)


def test_falling_behind_and_catching_up_is_told_once_each() -> None:
    call = Call(live=True)
    speech = [*voice(1), *quiet(9)]
    call.hear([QUIET] * len(speech), speech)
    final = next(request for request in call.requests if request.final)
    call.read(final, "This is the third time.")
    call.hear(quiet(1), quiet(1))
    health = [event for event in call.events if isinstance(event, Health)]
    assert [event.code for event in health] == [HealthCode.BEHIND, HealthCode.LISTENING]
    assert health[0].lag_s > 5
    assert health[1].lag_s == 0
    assert call.assistant.lag_s == 0


def test_nothing_lags_while_words_are_waited_for() -> None:
    call = Call().hear([QUIET] * 600, [*voice(1), *[QUIET] * 569])
    assert not [event for event in call.events if isinstance(event, Health)]


def test_the_end_says_how_many_partials_were_asked_for_and_not_shown() -> None:
    def dropped(call: Call) -> int:
        ended = call.end()[-1]
        assert isinstance(ended, CallEnded)
        return ended.dropped_partials

    shown, _, _ = live_call("This is a")
    asked = sum(not request.final for request in shown.requests)
    assert dropped(shown) == asked - 1 > 0
    assert dropped(Call().hear(AGENT, CALLER).close()) == 0


# --- lines -----------------------------------------------------------------------------------------------------


def changes(call: Call) -> list[tuple[Channel, LineState, bool]]:
    return [(event.channel, event.state, event.detected) for event in call.events if isinstance(event, LineChanged)]


def test_a_line_is_changed_by_command_and_by_what_the_source_finds() -> None:
    call = Call(live=True)
    found = LineChanged(channel=Channel.AGENT, state=LineState.MUTED, detected=True, at_s=0.0)
    call.keep(call.assistant.set_line(Channel.CALLER, LineState.HOLD))
    call.keep(call.assistant.notice(found))
    call.hear(quiet(1), quiet(1))
    call.keep(call.assistant.notice(found))
    call.hear(quiet(1), quiet(1))
    assert changes(call) == [
        (Channel.CALLER, LineState.HOLD, False), (Channel.AGENT, LineState.MUTED, True),
    ]  # fmt: skip


def test_what_else_a_source_tells_is_passed_on() -> None:
    gap = AudioGap(channel=Channel.CALLER, start_s=1.0, end_s=2.0)
    assert Call().assistant.notice(gap) == [gap]


def test_a_mute_asks_for_the_words_before_it_at_once() -> None:
    call = Call(live=True).hear(voice(2), quiet(2))
    call.keep(call.assistant.set_line(Channel.AGENT, LineState.MUTED))
    assert call.requests[-1].final


def test_a_pause_asks_for_the_words_before_it_and_hears_none_of_either_side_until_it_is_over() -> None:
    call = Call(live=True).hear(voice(2), quiet(2))
    call.keep(call.assistant.pause())
    asked = len(call.requests)
    assert call.requests[-1].final
    call.hear(voice(3), voice(3))
    assert len(call.requests) == asked
    call.keep(call.assistant.resume())
    talk = [*voice(2), *quiet(2)]
    call.hear([0.0] * len(talk), talk)
    assert len(call.requests) > asked
    assert [state for _, state, _ in changes(call)] == [LineState.PAUSED] * 2 + [LineState.OPEN] * 2


@pytest.mark.parametrize("mark", [Mark.HELP, Mark.MOMENT, Mark.ABUSE])
def test_a_mark_is_recorded_with_its_second(mark: Mark) -> None:
    call = Call(live=True).hear(quiet(2), quiet(2))
    call.keep(call.assistant.mark(mark))
    [marked] = [event for event in call.events if isinstance(event, Marked)]
    assert (marked.kind, marked.at_s) == (mark, call.assistant.now_s)


def test_a_tick_of_the_disclosure_is_told_on_one_channel_too() -> None:
    for channels in ((Channel.AGENT, Channel.CALLER), (Channel.UNKNOWN,)):
        call = Call(channels)
        call.keep(call.assistant.mark(Mark.TOLD))
        told = [event for event in call.events if isinstance(event, Disclosed)]
        assert [(event.told, event.how) for event in told][-1] == (True, Telling.TICKED)
        assert not [event for event in call.events if isinstance(event, Marked)]


def test_where_both_speak_on_one_channel_its_line_is_told_too() -> None:
    one = (Channel.UNKNOWN,)
    call = Call(one)
    call.keep(call.assistant.set_line(Channel.UNKNOWN, LineState.HOLD))
    call.keep(call.assistant.set_line(Channel.CALLER, LineState.HOLD))
    call.hear(CALLER, channels=one)
    assert changes(call) == [(Channel.UNKNOWN, LineState.HOLD, False)]


def test_a_live_call_is_watched_and_a_replay_is_not() -> None:
    talk = [*voice(26), *quiet(1)]
    for live in (True, False):
        call = Call(live=live).hear(talk, [0.0] * len(talk))
        codes = {event.code for event in call.events if isinstance(event, Health)}
        assert (HealthCode.CALLER_SILENT in codes) is live
