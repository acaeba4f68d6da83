"""What the first run offers, and what it may say of a side: "works" needs words of that side."""

from dataclasses import replace

import pytest

from app.core.events import Channel
from app.core.ports import DeviceKind
from app.core.setup import Metered, SetupState, TrialState, Verdict, better, offered
from tests.core.setups import (
    BROKEN,
    CAMERA,
    EARPIECE,
    HEADSET,
    LOOKED,
    SOFTPHONE,
    SPEAKERS,
    final,
    frames,
    heard,
    silent,
    tried,
)

AGENT, CALLER = Channel.AGENT, Channel.CALLER


def test_microphones_are_offered_with_the_computers_default_first() -> None:
    rows = offered(LOOKED, AGENT, None)
    assert [row.value for row in rows] == [None, HEADSET.id, CAMERA.id, BROKEN.id]
    assert rows[0].metered == rows[1].metered


def test_the_callers_devices_come_by_kind_without_the_agents_microphone() -> None:
    rows = offered(LOOKED, CALLER, None, other=HEADSET.id)
    wanted = [None, EARPIECE.id, SPEAKERS.id, SOFTPHONE.id, CAMERA.id, BROKEN.id]
    assert [row.value for row in rows] == wanted


def test_a_chosen_device_that_is_unplugged_stays_offered() -> None:
    rows = offered(SetupState(has_looked=True), AGENT, HEADSET.id)
    assert [(row.value, row.metered) for row in rows] == [(None, None), (HEADSET.id, None)]
    assert [row.value for row in offered(LOOKED, CALLER, HEADSET.id, other=HEADSET.id)].count(HEADSET.id) == 1


def test_without_a_device_of_a_kind_there_is_no_default() -> None:
    only = SetupState(devices=(Metered(device=SOFTPHONE),), defaults={CALLER: None})
    assert only.metered(None, CALLER) is None
    assert SOFTPHONE.kind is DeviceKind.APPLICATION


def test_nothing_is_said_before_anything_was_heard() -> None:
    assert {TrialState().verdict(side) for side in (AGENT, CALLER)} == {Verdict.UNTRIED}


def test_silence_never_works_whatever_an_engine_makes_of_it() -> None:
    trial = silent()
    assert trial.verdict(AGENT) is Verdict.FLAT
    invented = trial.follows(final(AGENT, "Thank you.")).follows(final(CALLER, "Thank you."))
    assert {invented.verdict(side) for side in (AGENT, CALLER)} == {Verdict.FLAT}


def test_a_side_works_once_words_of_it_were_read_and_the_other_does_not() -> None:
    trial = tried()
    assert trial.verdict(AGENT) is Verdict.WORKS
    assert trial.verdict(CALLER) is Verdict.WAITING
    assert trial.words(AGENT) == "The parcel will be at your door on Friday morning."
    assert trial.words(CALLER) == "Hi. I am calling about a washing"
    assert trial.follows(final(CALLER, "Hi. I am calling.")).verdict(CALLER) is Verdict.WORKS


def test_a_final_without_words_proves_nothing() -> None:
    assert tried(reads=False).follows(final(AGENT, "")).verdict(AGENT) is Verdict.WAITING


def test_a_voice_of_which_no_words_come_is_told_after_a_while() -> None:
    trial = heard(TrialState(), frames(AGENT, 2))
    assert trial.verdict(AGENT) is Verdict.WAITING
    quiet = heard(trial, frames(AGENT, 5, speech=0.0, level=0.001, begin=62))
    assert quiet.verdict(AGENT) is Verdict.NO_WORDS


def test_sound_without_a_voice_is_told_after_a_while() -> None:
    assert heard(TrialState(), frames(AGENT, 4, speech=0.0)).verdict(AGENT) is Verdict.WAITING
    assert heard(TrialState(), frames(AGENT, 9, speech=0.0)).verdict(AGENT) is Verdict.NO_VOICE


def test_the_played_voice_in_the_microphone_does_not_prove_the_microphone() -> None:
    trial = heard(TrialState(), frames(AGENT, 1)).plays()
    assert trial.is_playing
    leaked = heard(trial, frames(AGENT, 4, begin=31)).follows(final(AGENT, "I am calling", start_s=1.5, end_s=3.0))
    assert leaked.leaks
    assert leaked.verdict(AGENT) is Verdict.WAITING
    assert leaked.words(AGENT) == ""
    ended = heard(leaked.has_played(), frames(AGENT, 6, begin=156))
    assert not ended.is_playing
    late = final(AGENT, "door on Friday", start_s=7.0, end_s=9.0, number=2)
    assert ended.follows(late).verdict(AGENT) is Verdict.WORKS


def test_the_played_voice_proves_the_callers_side() -> None:
    trial = heard(TrialState(), frames(CALLER, 5)).plays().follows(final(CALLER, "I am calling", end_s=4.0))
    assert trial.verdict(CALLER) is Verdict.WORKS
    assert not trial.leaks


def test_a_voice_that_could_not_be_played_was_not_played() -> None:
    trial = TrialState().plays().has_played("Nothing plays. Plug it in.")
    assert (trial.played, trial.trouble) == ((), "Nothing plays. Plug it in.")
    assert replace(trial, trouble="").fails("Gone.").trouble == "Gone."


@pytest.mark.parametrize("later", [Verdict.UNTRIED, Verdict.FLAT, Verdict.WAITING])
def test_what_has_worked_with_a_device_has_worked(later: Verdict) -> None:
    assert better(Verdict.WORKS, later) is Verdict.WORKS
    assert better(Verdict.NO_WORDS, later) is later
