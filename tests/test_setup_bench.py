"""The bench of the first run over devices of the test's, and once with the real speech engine."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

import pytest

from app.adapters.settings_files import load_settings, settings_file
from app.compose import Parts, load_parts
from app.core.checkup import CheckName, CheckStatus
from app.core.errors import ModelError, SettingError
from app.core.events import Channel
from app.core.ports import SILENCE_DBFS
from app.core.setup import ModelState, SetupPage, Verdict
from app.runtime.tone import make_tone
from app.settings import Settings
from app.setup_bench import Outside, SetupBench
from tests.adapters.engine import engine, pcm
from tests.conditions import until
from tests.desktops import BROKEN, CAMERA, EARPIECE, HEADSET, SAID, Desktop, OneSentence

AGENT, CALLER = Channel.AGENT, Channel.CALLER


@cache
def voice() -> bytes:
    """Four seconds of a real voice."""
    return pcm(CALLER, 4.2, 8.4)


@cache
def parts() -> Parts:
    return load_parts(Settings(), OneSentence())


@contextmanager
def bench(
    desktop: Desktop, given: Callable[[], Parts] = parts, adopted: list[Settings] | None = None
) -> Iterator[SetupBench]:
    """A bench that has let go of every device at the end."""
    made = SetupBench(
        load_settings(),
        Outside(
            parts=given,
            model=ModelState,
            fetch=lambda: None,
            adopt=(adopted if adopted is not None else []).append,
            sound=lambda: desktop,
            output=desktop.output,
            voice=voice,
        ),
    )
    made.start()
    try:
        yield made
    finally:
        made.close()
        until(made.is_over)
        assert desktop.is_free()


def test_microphones_have_levels_and_one_that_does_not_open_says_why() -> None:
    with bench(Desktop(voice())) as made:
        made.turn_to(SetupPage.VOICE)
        until(lambda: any(it.loudest_dbfs > -40 for it in made.state.devices))
        found = {it.device.id: it for it in made.state.devices}
        assert found[CAMERA.id].loudest_dbfs == SILENCE_DBFS
        assert found[BROKEN.id].trouble == f"{BROKEN.id} is in use. Close what uses it."
        assert found[EARPIECE.id].level_dbfs is None
        assert made.state.defaults == {AGENT: HEADSET.id, CALLER: EARPIECE.id}


def test_a_device_that_is_plugged_in_appears_and_one_that_is_pulled_out_goes() -> None:
    desktop = Desktop()
    desktop.there = [HEADSET]
    with bench(desktop) as made:
        made.turn_to(SetupPage.CALLER)
        until(lambda: [it.device for it in made.state.devices if it.level_dbfs is not None] == [HEADSET])
        desktop.there = [CAMERA]
        made.look_again()
        until(lambda: [it.device for it in made.state.devices if it.level_dbfs is not None] == [CAMERA])


def test_the_tone_comes_back_or_does_not() -> None:
    desktop = Desktop()
    with bench(desktop) as made:
        made.turn_to(SetupPage.CALLER)
        until(lambda: made.state.has_looked)
        made.play_tone(None)
        assert made.state.tone.is_playing
        until(lambda: not made.state.tone.is_playing)
        statuses = {check.name: check.status for check in made.state.tone.checks}
        assert statuses == {CheckName.TONE: CheckStatus.OK, CheckName.LEAKAGE: CheckStatus.OK}
        desktop.is_deaf = True
        made.play_tone(EARPIECE.id)
        until(lambda: not made.state.tone.is_playing)
        assert made.state.tone.checks[0].status is CheckStatus.FAILED


def test_a_tone_and_a_voice_fall_silent_where_their_page_is_left() -> None:
    desktop = Desktop()
    with bench(desktop) as made:
        made.turn_to(SetupPage.CALLER)
        until(lambda: made.state.has_looked)
        made.play_tone(None)
        until(lambda: desktop.played)
        made.turn_to(SetupPage.TRIAL)
        until(lambda: not made.state.tone.is_playing)
        assert (desktop.played < len(make_tone()), made.state.tone.checks) == (True, ())
        desktop.played = 0
        made.play_voice()
        until(lambda: desktop.played)
    assert desktop.played < len(voice()) / 2


def test_a_sound_library_that_fails_otherwise_is_told_and_all_goes_on_after_it() -> None:
    desktop = Desktop()
    with bench(desktop) as made:
        made.turn_to(SetupPage.CALLER)
        until(lambda: made.state.has_looked)
        desktop.is_broken = True
        made.play_tone(EARPIECE.id)
        until(lambda: not made.state.tone.is_playing)
        assert made.state.tone.checks[0].status is CheckStatus.FAILED
        made.look_again()
        until(lambda: made.state.trouble == "The devices cannot be measured. Look again, or restart Calmline.")
        desktop.is_broken = False
        until(lambda: not made.state.trouble and made.state.devices)
        made.turn_to(SetupPage.TRIAL)
        until(lambda: made.state.trial.verdict(AGENT) is Verdict.FLAT)
        desktop.is_broken = True
        made.play_voice()
        until(lambda: not made.state.trial.is_playing)
        assert made.state.trial.trouble == "The sound could not be played. Choose another device, or restart Calmline."


def test_a_tone_without_anything_that_plays_says_so() -> None:
    desktop = Desktop()
    desktop.there = [HEADSET]
    with bench(desktop) as made:
        made.turn_to(SetupPage.CALLER)
        until(lambda: made.state.has_looked)
        made.play_tone(None)
        until(lambda: not made.state.tone.is_playing)
        assert [check.found for check in made.state.tone.checks] == ["There is nothing that plays."]


def test_words_that_are_read_make_a_side_work_and_silence_does_not() -> None:
    with bench(Desktop(voice())) as made:
        made.turn_to(SetupPage.TRIAL)
        until(lambda: made.state.trial.verdict(AGENT) is Verdict.WORKS)
        assert SAID in made.state.trial.words(AGENT)
        assert made.state.trial.verdict(CALLER) is not Verdict.WORKS
        made.turn_to(SetupPage.KEEPING)
        assert made.state.tried[AGENT] is Verdict.WORKS
        assert made.state.tried[CALLER] is not Verdict.WORKS
        made.keep({"microphone": None})
        assert made.state.tried[AGENT] is Verdict.WORKS


def test_a_device_that_is_chosen_anew_has_not_been_tried() -> None:
    with bench(Desktop(voice())) as made:
        made.turn_to(SetupPage.VOICE)
        until(lambda: made.state.has_looked)
        made.turn_to(SetupPage.TRIAL)
        until(lambda: made.state.trial.verdict(AGENT) is Verdict.WORKS)
        made.turn_to(SetupPage.VOICE)
        made.keep({"microphone": CAMERA.id})
        assert AGENT not in made.state.tried


def test_on_silence_nothing_works() -> None:
    with bench(Desktop()) as made:
        made.turn_to(SetupPage.TRIAL)
        until(lambda: {made.state.trial.verdict(side) for side in (AGENT, CALLER)} == {Verdict.FLAT})


def test_the_real_engine_reads_the_agent_and_then_the_voice_that_is_played() -> None:
    """The two sides as on a desk, in real time, with nothing of the test's but the devices."""
    real = load_parts(Settings(), engine())
    with bench(Desktop(voice()), lambda: real) as made:
        made.turn_to(SetupPage.VOICE)
        until(lambda: made.state.has_looked)
        made.turn_to(SetupPage.TRIAL)
        until(lambda: made.state.trial.verdict(AGENT) is Verdict.WORKS)
        assert "fifteen" in made.state.trial.words(AGENT) or "15" in made.state.trial.words(AGENT)
        until(lambda: made.state.trial.sides[AGENT].heard_s > made.state.trial.sides[AGENT].last_voice_s + 1)
        made.play_voice()
        assert made.state.trial.is_playing
        until(lambda: made.state.trial.verdict(CALLER) is Verdict.WORKS)
        until(lambda: not made.state.trial.is_playing)
        assert not made.state.trial.leaks


def test_nothing_of_the_test_is_kept() -> None:
    with bench(Desktop(voice())) as made:
        made.turn_to(SetupPage.TRIAL)
        until(lambda: made.state.trial.verdict(AGENT) is Verdict.WORKS)
    home = load_settings().home
    assert not list(home.glob("*")) if home.exists() else True


def test_without_a_model_the_test_says_what_to_do() -> None:
    def missing() -> Parts:
        raise ModelError("The speech model is not installed.", "Install it.")

    with bench(Desktop(), missing) as made:
        made.turn_to(SetupPage.TRIAL)
        until(lambda: made.state.trial.trouble)
        assert made.state.trial.trouble == "The speech model is not installed. Install it."
        assert made.state.trial.verdict(AGENT) is Verdict.UNTRIED


def test_what_is_chosen_is_kept_with_its_product_and_handed_on() -> None:
    adopted: list[Settings] = []
    with bench(Desktop(), adopted=adopted) as made:
        made.turn_to(SetupPage.VOICE)
        until(lambda: made.state.has_looked)
        made.keep({"microphone": CAMERA.id, "keep": "full", "consent": "announced"})
        kept = load_settings()
        assert (kept.microphone, kept.consent) == (CAMERA.id, "announced")
        assert adopted[-1].microphone == CAMERA.id
        with pytest.raises(SettingError) as caught:
            made.keep({"caller": "desk:gone"})
        assert caught.value.name == "caller"


def test_that_it_was_opened_is_known_from_then_on_even_where_nothing_was_chosen() -> None:
    with bench(Desktop()) as made:
        made.keep({})
    assert settings_file(load_settings().home).exists()
