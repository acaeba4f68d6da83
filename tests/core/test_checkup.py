"""What the doctor says to what was measured."""

import json

import pytest

from app.core.checkup import (
    Check,
    CheckName,
    CheckStatus,
    Delivered,
    PhraseHeard,
    ToneHeard,
    checks_to_json,
    conclusion,
    failed,
    judge_delivery,
    judge_disk,
    judge_input_caller,
    judge_leakage,
    judge_mute,
    judge_phrase,
    judge_separation,
    judge_tone,
    judge_words,
    ok,
    skipped,
    warning,
    worst,
)

OK, WARNING, FAILED = CheckStatus.OK, CheckStatus.WARNING, CheckStatus.FAILED


def phrase(*, has_sound: bool = True, speech_s: float = 2.5, level_dbfs: float = -30.0, clipped: float = 0.0) -> Check:
    heard = PhraseHeard(has_sound=has_sound, speech_s=speech_s, level_dbfs=level_dbfs, clipped=clipped)
    return judge_phrase("Headset", heard)


def test_a_microphone_that_gives_digital_silence_is_never_said_to_work() -> None:
    assert judge_delivery("Headset", Delivered(seconds=1.0, has_sound=False)).status is not OK
    assert judge_delivery("Headset", Delivered(seconds=0.0, has_sound=False)).status is FAILED
    assert phrase(has_sound=False, speech_s=0.0).status is FAILED
    assert judge_delivery("Headset", Delivered(seconds=1.0, has_sound=True)).status is OK


@pytest.mark.parametrize(
    ("check", "status", "words"),
    [
        (phrase(), OK, "good level"),
        (phrase(speech_s=0.1), FAILED, "No speech"),
        (phrase(level_dbfs=-55.0), WARNING, "too quiet"),
        (phrase(level_dbfs=-3.0, clipped=0.02), WARNING, "clips"),
    ],
)
def test_speech_is_good_absent_too_quiet_or_clipping(check: Check, status: CheckStatus, words: str) -> None:
    assert check.status is status
    assert words in check.found
    assert (check.advice == "") is (status is OK)


def test_where_mute_cannot_be_seen_it_says_so() -> None:
    unseen = judge_mute("Headset", is_muted=None)
    assert unseen.status is WARNING
    assert "cannot be seen" in unseen.found
    assert "calmline call mute" in unseen.advice
    assert judge_mute("Headset", is_muted=True).status is FAILED
    assert judge_mute("Headset", is_muted=False).status is OK


def test_words_are_counted_and_not_repeated() -> None:
    good = judge_words("The parcel will be there.", "the parcel, will be there")
    poor = judge_words("The parcel will be there.", "elephants")
    assert (good.status, good.figures) == (OK, {"share": 1.0})
    assert (poor.status, poor.figures) == (WARNING, {"share": 0.0})
    assert "elephants" not in poor.found + poor.advice
    assert "parcel" not in good.found


def test_a_tone_that_does_not_come_back_fails_and_a_muted_player_is_named() -> None:
    assert judge_tone("Headset", None, is_muted=False).status is FAILED
    assert "unmute" in judge_tone("Headset", None, is_muted=True).advice
    late = judge_tone("Headset", ToneHeard(level_dbfs=-33.0, delay_ms=1500), is_muted=False)
    assert late.status is WARNING
    soon = judge_tone("Headset", ToneHeard(level_dbfs=-33.0, delay_ms=60), is_muted=False)
    assert soon.status is OK
    assert "60 ms" in soon.found


@pytest.mark.parametrize(("level_dbfs", "status"), [(-33.0, FAILED), (-50.0, WARNING), (-75.0, OK)])
def test_a_microphone_that_hears_the_player_calls_for_a_headset(level_dbfs: float, status: CheckStatus) -> None:
    played = ToneHeard(level_dbfs=-33.0, delay_ms=60)
    check = judge_leakage("Webcam", ToneHeard(level_dbfs=level_dbfs, delay_ms=70), played)
    assert check.status is status
    assert ("headset" in check.advice) is (status is not OK)
    assert judge_leakage("Webcam", None, played).status is OK


def test_one_device_for_both_sides_fails() -> None:
    assert judge_separation("a", "a").status is FAILED
    assert judge_separation("a", "b").status is OK
    assert judge_separation("a", None).status is CheckStatus.SKIPPED


def test_a_second_input_is_good_once_it_gives_sound() -> None:
    assert judge_input_caller("Line", Delivered(seconds=1.0, has_sound=True)).status is OK
    assert judge_input_caller("Line", Delivered(seconds=1.0, has_sound=False)).status is WARNING
    assert judge_input_caller("Line", Delivered(seconds=0.0, has_sound=False)).status is FAILED


@pytest.mark.parametrize(("free", "status"), [(10**10, OK), (10**8, WARNING), (10**7, FAILED)])
def test_a_full_disk_is_told(free: int, status: CheckStatus) -> None:
    assert judge_disk(free).status is status


SPOKEN = ok(CheckName.PHRASE, "Speech was found.")
TONE = ok(CheckName.TONE, "It came back.")


@pytest.mark.parametrize(
    ("checks", "said"),
    [
        ([SPOKEN, TONE], "both sides"),
        ([SPOKEN, TONE, warning(CheckName.MUTE, "Unseen.", "Mind it.")], "warnings"),
        ([SPOKEN, skipped(CheckName.TONE, "Left out.")], "the caller's side was not heard"),
        ([SPOKEN, ok(CheckName.CALLER, "Opens.")], "the caller's side was not heard"),
        ([SPOKEN, judge_input_caller("Line", Delivered(seconds=1.0, has_sound=True))], "both sides"),
        ([TONE], "the agent's side was not heard"),
        ([SPOKEN, failed(CheckName.TONE, "Nothing came.", "Turn it up.")], "not be heard well"),
    ],
)
def test_the_end_says_whether_a_call_will_be_heard_and_claims_no_side_that_was_not_tried(
    checks: list[Check], said: str
) -> None:
    assert said in conclusion(checks)


def test_warnings_and_what_was_skipped_are_no_failure() -> None:
    odd = warning(CheckName.MUTE, "Unseen.", "Mind it.")
    assert worst([SPOKEN, odd, skipped(CheckName.TONE, "Left out.")]) is WARNING
    assert worst([SPOKEN, odd, failed(CheckName.DISK, "Full.", "Make room.")]) is FAILED
    assert worst([SPOKEN]) is OK


def test_the_report_is_json_with_every_check_in_its_order() -> None:
    report = json.loads(json.dumps(checks_to_json([SPOKEN, TONE], {"version": "1"})))
    assert report["schema"] == "calmline/doctor/1"
    assert (report["status"], report["version"]) == ("ok", "1")
    assert [check["check"] for check in report["checks"]] == ["phrase", "tone"]
    assert set(report["checks"][0]) == {"check", "status", "found", "advice", "figures"}
