"""Frames of both channels become requests and facts in order of time, whatever order the words come in."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.chronicle import Fact, SpeechEnded, SpeechStarted, Tick
from app.core.events import Channel, TextFinal, TextPartial
from app.core.hearing import Hearing
from app.core.ports import FRAME_S, TranscribeRequest, Transcript
from app.core.utterances import Segmentation
from tests.core.speech import QUIET, frames, quiet, voice

BOTH = (Channel.AGENT, Channel.CALLER)

# Both begin at the same moment; the caller ends first, the agent speaks again later.
AGENT = [*voice(3), *quiet(2), *voice(1), *quiet(3)]
CALLER = [*voice(1), *quiet(1.5), *voice(1), *quiet(5.5)]
ENDS = [(Channel.CALLER, 1), (Channel.AGENT, 1), (Channel.CALLER, 2), (Channel.AGENT, 2)]


def hearing(*, wait_for_words: bool = True, partials: bool = False) -> Hearing:
    return Hearing(BOTH, Segmentation(), wait_for_words=wait_for_words, partials=partials)


def hear(ears: Hearing, agent: Sequence[float], caller: Sequence[float]) -> list[TranscribeRequest]:
    """Feed both channels frame by frame, the shorter filled up with silence."""
    length = max(len(agent), len(caller))
    sides = ((Channel.AGENT, agent), (Channel.CALLER, caller))
    filled = [frames([*side, *[QUIET] * (length - len(side))], channel) for channel, side in sides]
    pairs = zip(*filled, strict=True)
    return [request for pair in pairs for frame in pair for request in ears.hear(frame)]


def answering(ears: Hearing, caller: Sequence[float], late: int = 0) -> list[TranscribeRequest]:
    """The requests of a caller who is answered `late` frames after each."""
    asked: list[TranscribeRequest] = []
    waiting: list[tuple[int, TranscribeRequest]] = []
    for index, (one, other) in enumerate(
        zip(frames([QUIET] * len(caller), Channel.AGENT), frames(caller, Channel.CALLER), strict=True)
    ):
        new = [request for frame in (one, other) for request in ears.hear(frame)]
        for _, request in [pair for pair in waiting if pair[0] <= index]:
            ears.guessed(request, words(request))
            new += ears.written(request, words(request)) if request.final else []
        waiting = [pair for pair in waiting if pair[0] > index]
        asked += new
        waiting += [(index + late, request) for request in new]
    return asked


def partials_of(requests: Sequence[TranscribeRequest]) -> list[TranscribeRequest]:
    return [request for request in requests if not request.final]


def words(request: TranscribeRequest) -> Transcript:
    return Transcript(text=f"{request.channel} {request.number}", confidence=0.9)


def time_of(fact: Fact) -> float:
    return fact.end_s if isinstance(fact, TextFinal) else fact.at_s


def names_of(facts: list[Fact]) -> list[tuple[Channel, int]]:
    return [(fact.channel, fact.number) for fact in facts if isinstance(fact, TextFinal)]


def test_a_channel_that_runs_ahead_waits_for_the_other() -> None:
    ears = hearing()
    for frame in frames([*voice(1), *quiet(1)], Channel.AGENT):
        assert ears.hear(frame) == []
    assert ears.now_s == 0
    requests = [request for frame in frames(quiet(2), Channel.CALLER) for request in ears.hear(frame)]
    assert [(request.channel, request.number) for request in requests] == [(Channel.AGENT, 1)]
    assert ears.now_s == pytest.approx(2, abs=FRAME_S)


def write(ears: Hearing, requests: Sequence[TranscribeRequest], order: Sequence[int] = ()) -> list[Fact]:
    """Answer finals as they are asked for, each time the one that `order` picks; the facts that come out."""
    waiting = [request for request in requests if request.final]
    released = list(ears.release())
    picks = iter(order)
    while waiting:
        request = waiting.pop(next(picks, 0) % len(waiting))
        waiting += ears.written(request, words(request))
        released += ears.release()
    return released


@given(st.lists(st.integers(0, 1), max_size=4))
def test_facts_come_in_order_of_time_and_finals_by_their_end_whatever_order_the_words_come_in(
    order: list[int],
) -> None:
    ears = hearing()
    released = write(ears, [*hear(ears, AGENT, CALLER), *ears.finish()], order)
    assert [time_of(fact) for fact in released] == sorted(time_of(fact) for fact in released)
    assert sorted(names_of(released), key=ENDS.index) == names_of(released)
    assert len(names_of(released)) == 4


def test_the_order_of_words_changes_no_fact() -> None:
    def facts(order: Sequence[int]) -> list[Fact]:
        ears = hearing()
        return write(ears, [*hear(ears, AGENT, CALLER), *ears.finish()], order)

    assert facts([1, 1, 1, 1]) == facts([0, 0, 0, 0])


LOW_S = 8.2


def hard_cut(
    answer_after: int, *, partials: bool = False, engine: Callable[[TranscribeRequest], Transcript] | None = None
) -> tuple[list[Fact], list[TranscribeRequest]]:
    """A caller who never pauses is cut at LOW_S while the agent says a word; requests answered so many frames later."""
    ears = hearing(partials=partials)
    agent = [*quiet(8.4), *voice(0.6), *quiet(4)]
    low = {round(LOW_S / FRAME_S), round(LOW_S / FRAME_S) + 1}
    caller = [
        replace(frame, level=0.0 if frame.index in low else 0.3)
        for frame in frames([*voice(11), *quiet(2)], Channel.CALLER)
    ]
    facts: list[Fact] = []
    asked: list[TranscribeRequest] = []
    waiting: list[tuple[int, TranscribeRequest]] = []
    for index, pair in enumerate(zip(frames(agent, Channel.AGENT), caller, strict=False)):
        new = [request for frame in pair for request in ears.hear(frame)]
        due, waiting = [one for at, one in waiting if at <= index], [one for one in waiting if one[0] > index]
        for request in due:
            ears.guessed(request, (engine or words)(request))
            new += ears.written(request, words(request)) if request.final else []
        asked += new
        waiting += [(index + answer_after, request) for request in new]
        facts += ears.release()
    return facts + write(ears, [*ears.finish(), *(request for _, request in waiting)]), asked


@pytest.mark.parametrize("answer_after", [0, 20, 60])
def test_a_voice_that_is_cut_long_after_the_cut_puts_no_fact_out_of_order(answer_after: int) -> None:
    facts, _ = hard_cut(answer_after)
    assert [time_of(fact) for fact in facts] == sorted(time_of(fact) for fact in facts)
    assert facts == hard_cut(1)[0]


def test_words_from_behind_a_cut_are_not_promised_to_what_is_before_it() -> None:
    def seconds(request: TranscribeRequest) -> Transcript:
        """A word for every second that was heard, and a token."""
        heard = range(int(request.end_s))
        return Transcript(text=" ".join(map(str, heard)), confidence=0.9, tokens=tuple(heard))

    _, asked = hard_cut(3, partials=True, engine=seconds)
    [first] = [request for request in asked if request.final and abs(request.end_s - LOW_S) < 0.1]
    newest_s = max(request.end_s for request in asked if not request.final and request.end_s <= first.end_s)
    assert (first.promised, first.draft) == (tuple("0123456"), tuple(range(int(newest_s))))


def test_no_fact_after_an_unwritten_utterance_is_released_while_words_are_waited_for() -> None:
    ears = hearing()
    [request] = hear(ears, [*voice(1), *quiet(4)], [])
    before = list(ears.release())
    assert max(time_of(fact) for fact in before) <= request.end_s
    ears.written(request, words(request))
    after = list(ears.release())
    assert isinstance(after[0], TextFinal)
    assert time_of(after[-1]) > request.end_s


def test_without_waiting_facts_flow_and_words_follow_when_they_come() -> None:
    ears = hearing(wait_for_words=False)
    requests = hear(ears, AGENT, CALLER)
    flowing = list(ears.release())
    assert not names_of(flowing)
    assert time_of(flowing[-1]) > 6
    assert names_of(write(ears, requests, [1, 1])) == ENDS


def test_each_voice_starts_and_ends_once() -> None:
    ears = hearing(wait_for_words=False)
    hear(ears, AGENT, CALLER)
    facts = list(ears.release())
    starts = [(fact.channel, round(fact.at_s, 1)) for fact in facts if isinstance(fact, SpeechStarted)]
    ends = [(fact.channel, round(fact.at_s, 1)) for fact in facts if isinstance(fact, SpeechEnded)]
    assert starts == [(Channel.AGENT, 0.0), (Channel.CALLER, 0.0), (Channel.CALLER, 2.5), (Channel.AGENT, 5.0)]
    assert ends == [(Channel.CALLER, 1.0), (Channel.AGENT, 3.0), (Channel.CALLER, 3.5), (Channel.AGENT, 6.0)]


def test_four_ticks_a_second_pass() -> None:
    ears = hearing()
    hear(ears, quiet(10.24), [])
    ears.finish()
    ticks = [fact.at_s for fact in ears.release() if isinstance(fact, Tick)]
    assert ticks == pytest.approx([(n + 1) * 0.256 for n in range(40)])


def test_lag_is_how_long_the_oldest_unwritten_utterance_has_been_over() -> None:
    ears = hearing(wait_for_words=False)
    assert ears.lag_s == 0
    [request] = hear(ears, [*voice(1), *quiet(4)], [])
    assert ears.lag_s == pytest.approx(4, abs=2 * FRAME_S)
    ears.written(request, words(request))
    list(ears.release())
    assert ears.lag_s == 0


def test_a_final_waits_for_the_words_of_the_one_before_on_its_channel() -> None:
    ears = hearing()
    [first] = hear(ears, [*[*voice(1), *quiet(1)] * 2], [])
    assert ears.lag_s == pytest.approx(3, abs=3 * FRAME_S)
    [second] = ears.written(first, words(first))
    assert first.context == ()
    assert [spoken.text for spoken in second.context] == ["agent 1"]
    assert first.audio.startswith(second.context[0].pcm)
    assert ears.written(second, words(second)) == []


def test_partials_are_asked_for_only_live() -> None:
    assert partials_of(hear(hearing(), AGENT, CALLER)) == []
    partials = partials_of(answering(hearing(partials=True), AGENT))
    assert len(partials) >= 4
    assert [request.end_s for request in partials] == sorted(request.end_s for request in partials)


def test_partials_come_every_third_of_a_second_and_less_often_while_the_engine_is_slow() -> None:
    def ends(late: int) -> list[float]:
        asked = answering(hearing(partials=True), [*voice(5), *quiet(1)], late)
        return [request.end_s for request in partials_of(asked)][:-1]

    assert ends(0)[0] <= 0.5
    assert all(0.25 <= after - before <= 0.4 for before, after in pairwise(ends(0)))
    assert all(0.85 <= after - before <= 1.0 for before, after in pairwise(ends(20)))


def test_nothing_unchanged_is_decoded_again() -> None:
    asked = answering(hearing(partials=True), [*voice(1), *quiet(0.4), *voice(1), *quiet(0.4)])
    assert len({(request.end_s, request.final) for request in asked}) == len(asked)


@pytest.mark.parametrize("late", [0, 5, 20])
def test_a_pause_is_decoded_like_a_final_and_the_end_of_the_utterance_not_again(late: int) -> None:
    ears = hearing(wait_for_words=False, partials=True)
    asked = answering(ears, [*voice(2), *quiet(0.2), *voice(2), *quiet(2)], late=late)
    pauses = [(request.number, round(request.end_s, 1)) for request in asked if request.final]
    assert pauses == [(1, 2.0), (1, 4.2)]
    finals = [fact for fact in ears.release() if isinstance(fact, TextFinal)]
    assert [(fact.text, round(fact.end_s, 1)) for fact in finals] == [("caller 1", 4.2)]


@pytest.mark.parametrize("said_s", [1, 3, 5, 7.5])
def test_a_pause_is_given_the_silence_that_a_final_has(said_s: float) -> None:
    def final(*, partials: bool) -> TranscribeRequest:
        requests = hear(hearing(partials=partials), [*voice(said_s), *quiet(1)], [])
        return next(request for request in requests if request.final)

    assert len(final(partials=True).audio) == len(final(partials=False).audio)


def test_partials_have_the_number_and_start_of_their_final() -> None:
    ears = hearing(partials=True)
    live = hear(ears, AGENT, CALLER)
    for request in [request for request in live if request.final]:
        live += ears.written(request, words(request))
    starts = {(request.channel, request.number): request.start_s for request in live if request.final}
    partials = [request for request in live if not request.final]
    assert partials
    assert all(starts[request.channel, request.number] == request.start_s for request in partials)


def final_of(text: str, voice_s: float) -> TextFinal:
    ears = hearing()
    [request] = hear(ears, [*voice(voice_s), *quiet(2)], [])
    ears.written(request, Transcript(text=text, confidence=0.8))
    [final] = [fact for fact in ears.release() if isinstance(fact, TextFinal)]
    return final


def test_a_final_is_masked_and_carries_its_times_and_confidence() -> None:
    final = final_of("It is 4111 1111 1111 1111.", 3)
    assert final.text == "It is [card]."
    assert (final.start_s, final.end_s) == pytest.approx((0, 3), abs=FRAME_S)
    assert final.confidence == 0.8


def test_more_words_than_anybody_could_say_in_the_time_are_withdrawn() -> None:
    assert final_of("Thanks for watching, please like and subscribe.", 0.2).text == ""
    assert final_of("No.", 0.2).text == "No."
    assert final_of("You people have had my money for a month now.", 2).text != ""


@pytest.mark.parametrize("pause_s", [0.1, 0.3, 1.0])
def test_of_a_card_number_read_in_groups_at_most_six_digits_are_shown(pause_s: float) -> None:
    groups = {n * (1.2 + pause_s): group for n, group in enumerate(("My card is 4111.", "2222.", "3333.", "4444."))}
    ears = hearing()
    requests = hear(ears, [], [*[*voice(1.2), *quiet(pause_s)] * len(groups), *quiet(2)])
    while requests:
        request = requests.pop(0)
        inside = [group for at_s, group in groups.items() if request.start_s <= at_s + 2 * FRAME_S < request.end_s]
        requests += ears.written(request, Transcript(text=" ".join(inside), confidence=0.9))
    said = " ".join(fact.text for fact in ears.release() if isinstance(fact, TextFinal))
    assert digits_in(said) <= 6
    assert said.endswith("[card].")


def digits_in(text: str) -> int:
    return sum(letter.isdigit() for letter in text)


class Caller:
    """A caller who says words at known times, heard live: answers come so many seconds after they were asked for."""

    def __init__(self, said: dict[float, str], *, partial_s: float, final_s: float) -> None:
        self.ears = hearing(wait_for_words=False, partials=True)
        self.shown: list[TextPartial] = []
        self.finals: list[TextFinal] = []
        self._said = said
        self._late_s = {False: partial_s, True: final_s}
        self._waiting: list[tuple[float, TranscribeRequest]] = []

    def speak(self, voices: Sequence[float]) -> None:
        sides = frames([QUIET] * len(voices), Channel.AGENT), frames(voices, Channel.CALLER)
        for pair in zip(*sides, strict=True):
            self._ask([request for frame in pair for request in self.ears.hear(frame)])
            due = [request for at_s, request in self._waiting if at_s <= self.ears.now_s]
            self._waiting = [one for one in self._waiting if one[0] > self.ears.now_s]
            for request in due:
                self._answer(request)
            self.finals += [fact for fact in self.ears.release() if isinstance(fact, TextFinal)]

    def _ask(self, requests: Sequence[TranscribeRequest]) -> None:
        self._waiting += [(self.ears.now_s + self._late_s[request.final], request) for request in requests]

    def _answer(self, request: TranscribeRequest) -> None:
        heard = [text for at_s, text in self._said.items() if request.start_s <= at_s + 2 * FRAME_S < request.end_s]
        transcript = Transcript(text=" ".join(heard), confidence=0.9 if heard else 0.0)
        self.ears.guessed(request, transcript)
        if request.final:
            self._ask(self.ears.written(request, transcript))
        self.shown += self.ears.shown()


GROUPS = ("My card is 4111.", "2222.", "3333.", "4444.")


@pytest.mark.parametrize("final_s", [0.5, 1.3, 1.8])
@pytest.mark.parametrize("pause_s", [0.1, 0.32, 0.42])
def test_while_a_card_number_is_read_at_most_six_of_its_digits_are_on_the_screen(
    pause_s: float, final_s: float
) -> None:
    caller = Caller({n * (1.4 + pause_s): group for n, group in enumerate(GROUPS)}, partial_s=0.26, final_s=final_s)
    caller.speak([*[*voice(1.4), *quiet(pause_s)] * 4, *quiet(6)])
    assert max(digits_in(f"{partial.stable} {partial.guess}") for partial in caller.shown) <= 6
    assert all(after.stable.startswith(before.stable) for before, after in pairwise(caller.shown))
    assert " ".join(final.text for final in caller.finals) == "My card is [card]."


@pytest.mark.parametrize("final_s", [0.5, 1.5, 3.5])
def test_of_groups_with_long_pauses_at_most_six_digits_are_shown_though_the_finals_come_late(final_s: float) -> None:
    caller = Caller({n * 2.0 + 0.2: group for n, group in enumerate(GROUPS)}, partial_s=0.26, final_s=final_s)
    caller.speak([*[*voice(1.4), *quiet(0.6)] * 4, *quiet(12)])
    shown: dict[int, int] = {}
    for partial in caller.shown:
        digits = digits_in(f"{partial.stable} {partial.guess}")
        shown[partial.number] = max(digits, shown.get(partial.number, 0))
    assert len(shown) == len(GROUPS)
    assert sum(shown.values()) <= 6
    assert caller.finals[-1].text == "[card]."


def test_the_words_of_a_part_are_stable_while_the_voice_goes_on() -> None:
    caller = Caller({0.5: "I've called", 3.5: "three times", 6.5: "about it."}, partial_s=0.3, final_s=0.5)
    caller.speak([*[*voice(2.6), *quiet(0.416)] * 2, *voice(1), *quiet(2)])
    stable = [partial.stable for partial in caller.shown]
    assert list(dict.fromkeys(stable)) == ["", "I've called", "I've called three times"]
    [final] = caller.finals
    assert final.text == "I've called three times about it."
    assert all(partial.number == final.number and partial.start_s == final.start_s for partial in caller.shown)


def test_an_utterance_that_was_written_in_parts_is_one_for_whoever_listens() -> None:
    ears = hearing()
    requests = hear(ears, [], [*[*voice(2.6), *quiet(0.416)] * 2, *voice(1), *quiet(2)])
    confidences = iter((0.9, 0.6, 0.9))
    while requests:
        request = requests.pop(0)
        requests += ears.written(request, Transcript(text="Two words.", confidence=next(confidences)))
    told = [fact for fact in ears.release() if not isinstance(fact, Tick)]
    assert [type(fact) for fact in told] == [SpeechStarted, TextFinal, SpeechEnded]
    [final] = [fact for fact in told if isinstance(fact, TextFinal)]
    assert (final.start_s, final.end_s) == pytest.approx((0, 7.03), abs=2 * FRAME_S)
    assert final.text == "Two words. Two words. Two words."
    assert final.confidence == pytest.approx(0.8)


def test_what_follows_a_number_that_nobody_knows_yet_waits_with_it_alike_live_and_in_a_recording() -> None:
    said = {1: "It says 4904.", 2: "9738.", 3: "3747 7964."}
    caller = [*voice(1), *quiet(1.5), *voice(1), *quiet(1.5), *voice(1), *quiet(6)]

    def finals(*, live: bool) -> list[str]:
        ears = hearing(wait_for_words=not live)
        requests, texts = hear(ears, [], caller), []
        for request in requests:
            texts += [fact.text for fact in ears.release() if isinstance(fact, TextFinal)]
            requests += ears.written(request, Transcript(text=said[request.number], confidence=0.9))
        return texts + [fact.text for fact in ears.release() if isinstance(fact, TextFinal)]

    assert len(finals(live=False)) == 3
    assert finals(live=True) == finals(live=False)
    assert not any(letter.isdigit() for letter in "".join(finals(live=True)))


def test_words_that_never_come_hold_nothing_back_once_they_are_given_up() -> None:
    ears = hearing()
    requests = [*hear(ears, [*voice(1), *quiet(4)], [*quiet(2), *voice(1), *quiet(2)]), *ears.finish()]
    ears.written(requests[1], words(requests[1]))
    assert names_of(list(ears.release())) == []
    ears.give_up()
    assert names_of(list(ears.release())) == [(Channel.CALLER, 1)]
