"""Who speaks at this moment, as soon as it can be told."""

from itertools import pairwise

import pytest

from app.core.events import Channel
from app.core.ports import FRAME_S
from app.core.presence import BREATH_S, Presence, VoiceChanged

BEGIN_S = 1.0


def heard(voices: list[tuple[float, bool]], begins: list[float]) -> list[VoiceChanged]:
    """What changes while a voice is heard, or not, for so many seconds each."""
    presence, found, frame, last_s = Presence(Channel.AGENT), [], 0, 0.0
    for seconds, has_voice in voices:
        for _ in range(round(seconds / FRAME_S)):
            frame += 1
            now_s = frame * FRAME_S
            last_s = now_s if has_voice else last_s
            begin_s = max((at_s for at_s in begins if at_s < now_s), default=0.0)
            if change := presence.hear(begin_s, last_s if begin_s else 0.0, now_s):
                found.append(change)
    return found


def test_a_voice_is_known_with_its_utterance_and_a_pause_after_a_breath() -> None:
    began, paused = heard([(BEGIN_S, False), (2.0, True), (1.0, False)], [BEGIN_S - FRAME_S])
    assert (began.speaks, paused.speaks) == (True, False)
    assert began.at_s == pytest.approx(BEGIN_S, abs=2 * FRAME_S)
    assert paused.at_s == pytest.approx(3.0, abs=2 * FRAME_S)
    assert paused.known_s - paused.at_s == pytest.approx(BREATH_S, abs=FRAME_S)


def test_a_short_gap_between_words_is_no_pause() -> None:
    changes = heard([(1.0, False), (1.0, True), (0.2, False), (1.0, True)], [BEGIN_S - FRAME_S])
    assert [change.speaks for change in changes] == [True]


def test_an_utterance_that_is_cut_where_the_voice_goes_on_is_no_change() -> None:
    changes = heard([(1.0, False), (4.0, True)], [BEGIN_S - FRAME_S, 3.0])
    assert [change.speaks for change in changes] == [True]


def test_a_click_in_a_pause_is_no_voice() -> None:
    changes = heard([(1.0, False), (1.0, True), (0.45, False), (FRAME_S, True), (0.45, False)], [BEGIN_S - FRAME_S])
    assert [change.speaks for change in changes] == [True, False]


def test_who_goes_on_after_a_pause_within_an_utterance_begins_anew() -> None:
    changes = heard([(1.0, False), (1.0, True), (0.45, False), (1.0, True)], [BEGIN_S - FRAME_S])
    assert [change.speaks for change in changes] == [True, False, True]
    assert changes[-1].at_s == pytest.approx(2.45, abs=2 * FRAME_S)
    assert all(before.known_s < after.known_s for before, after in pairwise(changes))
