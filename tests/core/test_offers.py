"""When a start and an end are offered."""

from collections.abc import Iterable

from app.core.events import Channel
from app.core.offers import AGAIN_S, BOTH_WITHIN_S, OVER_S, SILENCE_S, EndOffer, StartOffer
from app.core.ports import FRAME_S

A, C = Channel.AGENT, Channel.CALLER
Stretch = tuple[float, frozenset[Channel]]
NOBODY, AGENT, CALLER = frozenset[Channel](), frozenset({A}), frozenset({C})


class Clock:
    """Has an offer hear stretches of who speaks, and tells since which second it is offered."""

    def __init__(self, offer: StartOffer | EndOffer) -> None:
        self.offer = offer
        self.frame = 0
        self.is_offered = False

    def hear(self, *stretches: Stretch) -> list[tuple[float, bool]]:
        changes = []
        for at_s, speaks in self._frames(stretches):
            for channel in (A, C):
                now = self.offer.hear(channel, 0.9 if channel in speaks else 0.1, at_s)
            if now is not self.is_offered:
                self.is_offered = now
                changes.append((at_s, now))
        return changes

    def _frames(self, stretches: Iterable[Stretch]) -> Iterable[tuple[float, frozenset[Channel]]]:
        for length_s, speaks in stretches:
            for _ in range(round(length_s / FRAME_S)):
                yield self.frame * FRAME_S, speaks
                self.frame += 1


def test_speech_on_both_sides_within_a_few_seconds_offers_a_start_until_it_is_quiet() -> None:
    clock = Clock(StartOffer())
    [(since_s, is_offered)] = clock.hear((5, NOBODY), (2, CALLER), (1, NOBODY), (2, AGENT))
    assert is_offered
    assert 8 < since_s < 9.5
    assert [now for _, now in clock.hear((OVER_S - 1, NOBODY), (2, NOBODY))] == [False]


def test_one_side_alone_is_no_call_nor_are_two_that_do_not_answer_each_other() -> None:
    clock = Clock(StartOffer())
    assert clock.hear((60, AGENT), (BOTH_WITHIN_S + 1, NOBODY), (60, CALLER)) == []


def test_a_click_is_no_voice() -> None:
    click: Stretch = (2 * FRAME_S, frozenset({A, C}))
    assert Clock(StartOffer()).hear(*[click, (0.2, NOBODY)] * 60) == []


def test_a_start_that_was_declined_is_offered_again_after_a_silence_alone() -> None:
    clock = Clock(StartOffer())
    talk: list[Stretch] = [(2, CALLER), (2, AGENT)]
    clock.hear(*talk)
    clock.offer.decline()
    assert [now for _, now in clock.hear(*talk * 5)] == [False]
    assert [now for _, now in clock.hear((AGAIN_S + 1, NOBODY), *talk)] == [True]


def test_twenty_seconds_of_silence_on_both_sides_offer_the_end_and_a_voice_takes_it_back() -> None:
    clock = Clock(EndOffer())
    [(since_s, _)] = clock.hear((30, CALLER), (SILENCE_S + 1, NOBODY))
    assert abs(since_s - 30 - SILENCE_S) < 0.1
    assert [now for _, now in clock.hear((1, AGENT))] == [False]
    assert clock.hear((15, NOBODY), (1, CALLER), (15, NOBODY)) == []


def test_an_end_that_was_declined_is_not_offered_before_somebody_has_spoken() -> None:
    clock = Clock(EndOffer())
    clock.hear((SILENCE_S + 1, NOBODY))
    clock.offer.decline()
    assert [now for _, now in clock.hear((60, NOBODY))] == [False]
    assert [now for _, now in clock.hear((1, CALLER), (SILENCE_S + 1, NOBODY))] == [True]


def test_while_nobody_is_expected_to_speak_the_silence_does_not_count() -> None:
    offer = EndOffer()
    offer.rest(100.0)
    assert not offer.hear(A, 0.0, 119.0)
    assert offer.hear(A, 0.0, 120.5)
