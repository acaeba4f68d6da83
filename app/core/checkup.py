"""What `calmline doctor` finds: what was measured becomes checks in plain words, each with what to do next."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.core.errors import CalmlineError

SCHEMA = "calmline/doctor/1"
PHRASE = "The parcel will be at your door on Friday morning."
"""What whoever sits before the computer is asked to say."""

_LEAST_SPEECH_S = 0.5
_QUIET_DBFS = -45.0
_MOST_CLIPPED = 0.001
_WORDS_ENOUGH = 0.5
_LATE_MS = 1000
_SAME_DB = -6.0
_LEAK_DB = -35.0
_MB = 1_000_000
_LITTLE_DISK = 500 * _MB
_NO_DISK = 50 * _MB

_OTHER_MICROPHONE = "choose another microphone with --microphone; calmline devices lists them"


class CheckName(StrEnum):
    """What is looked at, in the order in which it is."""

    SOUND_SYSTEM = "sound_system"
    MICROPHONE = "microphone"
    MUTE = "mute"
    PHRASE = "phrase"
    WORDS = "words"
    CALLER = "caller"
    TONE = "tone"
    LEAKAGE = "leakage"
    SEPARATE_DEVICES = "separate_devices"
    SPEECH_MODEL = "speech_model"
    CALL_STORE = "call_store"
    DISK = "disk"


class CheckStatus(StrEnum):
    """How a check came out; only what has failed keeps a call from being heard."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"
    SKIPPED = "skipped"


Figures = Mapping[str, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What was found, without a word that anybody said, and what to do next."""

    name: StrEnum
    status: CheckStatus
    found: str
    advice: str = ""
    figures: Figures = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """What a device gave: how many seconds, and whether any of it was more than digital silence."""

    seconds: float
    has_sound: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseHeard:
    """A spoken phrase: `level_dbfs` is that of the speech; `clipped` the share of its samples at full scale."""

    has_sound: bool
    speech_s: float
    level_dbfs: float
    clipped: float

    @property
    def has_speech(self) -> bool:
        """Whether somebody spoke."""
        return self.speech_s >= _LEAST_SPEECH_S


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneHeard:
    """The tone as a device gave it back."""

    level_dbfs: float
    delay_ms: int


def ok(name: StrEnum, found: str, advice: str = "", figures: Figures | None = None) -> Check:
    """A check that came out well."""
    return Check(name=name, status=CheckStatus.OK, found=found, advice=advice, figures=figures or {})


def warning(name: StrEnum, found: str, advice: str, figures: Figures | None = None) -> Check:
    """A check that a call can live with."""
    return Check(name=name, status=CheckStatus.WARNING, found=found, advice=advice, figures=figures or {})


def failed(name: StrEnum, found: str, advice: str, figures: Figures | None = None) -> Check:
    """A check that keeps a call from being heard."""
    return Check(name=name, status=CheckStatus.FAILED, found=found, advice=advice, figures=figures or {})


def skipped(name: StrEnum, why: str, advice: str = "") -> Check:
    """A check that could not be made."""
    return Check(name=name, status=CheckStatus.SKIPPED, found=why, advice=advice)


def failed_with(name: StrEnum, error: CalmlineError) -> Check:
    """A check that ended in an error."""
    return failed(name, error.message, error.advice)


def judge_delivery(device: str, given: Delivered) -> Check:
    """Whether the microphone delivers. One that gives digital silence only is never said to work."""
    figures = {"seconds": round(given.seconds, 2)}
    if not given.seconds:
        advice = f"Plug it in again, close what else uses it, or {_OTHER_MICROPHONE}."
        return failed(CheckName.MICROPHONE, f"{device} opens, and nothing comes from it.", advice, figures)
    if not given.has_sound:
        found = f"{device} opens, and gives nothing but digital silence so far."
        return warning(CheckName.MICROPHONE, found, "The spoken phrase shows whether it works.", figures)
    return ok(CheckName.MICROPHONE, f"{device} opens and gives sound.", figures=figures)


def judge_mute(device: str, *, is_muted: bool | None) -> Check:
    """Whether the system hears the microphone, and what it cannot know."""
    if is_muted:
        advice = "Unmute it in the system's sound settings or at the headset, then run calmline doctor again."
        return failed(CheckName.MUTE, f"{device} is muted.", advice)
    command = "To keep from being heard, use calmline call mute"
    if is_muted is None:
        found = f"Whether {device} is muted cannot be seen on this system."
        return warning(CheckName.MUTE, found, f"{command}, besides the headset's own button.")
    found = f"{device} is not muted. A mute button inside the softphone cannot be seen."
    return ok(CheckName.MUTE, found, f"{command}, besides the softphone's own button.")


def judge_phrase(device: str, heard: PhraseHeard) -> Check:
    """Whether somebody spoke, and loudly enough."""
    level = round(heard.level_dbfs, 1)
    figures = {"speech_s": round(heard.speech_s, 2), "level_dbfs": level, "clipped": round(heard.clipped, 4)}
    if not heard.has_sound:
        advice = (
            "Look for a mute switch on the headset, allow this program to use the microphone in the system's privacy "
            f"settings, or {_OTHER_MICROPHONE}."
        )
        return failed(CheckName.PHRASE, f"Nothing at all came from {device}.", advice, figures | {"level_dbfs": None})
    if not heard.has_speech:
        advice = f"Run calmline doctor again and say the phrase. If you did, come closer, or {_OTHER_MICROPHONE}."
        return failed(CheckName.PHRASE, f"No speech was found in what {device} heard.", advice, figures)
    if heard.clipped > _MOST_CLIPPED:
        advice = "Turn the microphone down in the system's sound settings, or move it away from the mouth."
        return warning(CheckName.PHRASE, f"Speech was found, and it clips ({level:.0f} dBFS).", advice, figures)
    if level < _QUIET_DBFS:
        advice = "Turn the microphone up in the system's sound settings, or come closer."
        return warning(CheckName.PHRASE, f"Speech was found, and it is too quiet ({level:.0f} dBFS).", advice, figures)
    return ok(CheckName.PHRASE, f"Speech was found, at a good level ({level:.0f} dBFS).", figures=figures)


def judge_words(asked: str, written: str) -> Check:
    """How many of the words that were asked for were written down; neither text goes into the check."""
    wanted, given = _words(asked), _words(written)
    share = sum(word in given for word in wanted) / len(wanted)
    figures = {"share": round(share, 2)}
    if share < _WORDS_ENOUGH:
        advice = "If you said the phrase, come closer to the microphone, or try a larger model: calmline models list."
        found = f"{share:.0%} of the phrase's words were written down."
        return warning(CheckName.WORDS, found, advice, figures)
    return ok(CheckName.WORDS, f"{share:.0%} of the phrase's words were written down.", figures=figures)


def judge_input_caller(device: str, given: Delivered) -> Check:
    """A second input as the caller's side, which cannot be played to."""
    figures = {"seconds": round(given.seconds, 2)}
    if not given.seconds:
        advice = "Plug it in again, or choose another device with --caller; calmline devices lists them."
        return failed(CheckName.CALLER, f"{device} opens, and nothing comes from it.", advice, figures)
    if not given.has_sound:
        advice = "Let somebody speak on the line, and run calmline doctor again or look at calmline devices."
        return warning(CheckName.CALLER, f"{device} opens, and gives digital silence so far.", advice, figures)
    return ok(CheckName.CALLER, f"{device} opens and gives sound.", figures=figures)


def judge_tone(device: str, heard: ToneHeard | None, *, is_muted: bool | None) -> Check:
    """Whether what the player plays is heard on the caller's side."""
    if heard is None:
        found = f"A tone was played on {device} and did not come back: the caller would not be heard."
        if is_muted:
            return failed(CheckName.TONE, found, f"{device} is muted: unmute it in the system's sound settings.")
        advice = "Turn it up, or choose the device that the softphone plays on with --caller; see calmline devices."
        return failed(CheckName.TONE, found, advice)
    figures = {"level_dbfs": round(heard.level_dbfs, 1), "delay_ms": heard.delay_ms}
    found = f"A tone played on {device} came back after {heard.delay_ms} ms ({heard.level_dbfs:.0f} dBFS)."
    if heard.delay_ms > _LATE_MS:
        return warning(CheckName.TONE, found, "Prompts would come late: close what keeps the computer busy.", figures)
    return ok(CheckName.TONE, found, f"Let the softphone play on {device} too.", figures)


def judge_leakage(device: str, heard: ToneHeard | None, played: ToneHeard) -> Check:
    """Whether the microphone hears the caller."""
    if heard is None:
        return ok(CheckName.LEAKAGE, f"{device} does not hear what is played.")
    below = heard.level_dbfs - played.level_dbfs
    figures = {"relative_db": round(below, 1)}
    if below > _SAME_DB:
        found = f"{device} hears what is played as loudly as the caller's side does: both would have the same words."
        return failed(CheckName.LEAKAGE, found, f"Use a headset, or {_OTHER_MICROPHONE}.", figures)
    found = f"{device} hears what is played, {-below:.0f} dB more quietly."
    if below > _LEAK_DB:
        advice = "Use a headset, or turn the loudspeakers down: the caller's words would count as the agent's."
        return warning(CheckName.LEAKAGE, found, advice, figures)
    return ok(CheckName.LEAKAGE, found, figures=figures)


def judge_separation(microphone: str | None, caller: str | None) -> Check:
    """Whether the two sides are heard from two devices, given by their ids."""
    if microphone is None or caller is None:
        return skipped(CheckName.SEPARATE_DEVICES, "Only one side of the call is heard.")
    if microphone == caller:
        advice = "Choose what the softphone plays on with --caller; calmline devices lists what there is."
        return failed(CheckName.SEPARATE_DEVICES, "Both sides of the call come from one device.", advice)
    return ok(CheckName.SEPARATE_DEVICES, "The two sides come from two devices.")


def judge_disk(free_bytes: int) -> Check:
    """Whether there is room for calls."""
    figures = {"free_mb": free_bytes // _MB}
    found = f"{free_bytes // _MB:,} MB are free."
    if free_bytes < _NO_DISK:
        return failed(CheckName.DISK, found, "Make room on the disk, or calls cannot be kept.", figures)
    if free_bytes < _LITTLE_DISK:
        return warning(CheckName.DISK, found, "Make room on the disk soon.", figures)
    return ok(CheckName.DISK, found, figures=figures)


def worst(checks: Iterable[Check]) -> CheckStatus:
    """Failed where anything has failed, else warning where anything gave one, else ok."""
    seen = {check.status for check in checks}
    return next((it for it in (CheckStatus.FAILED, CheckStatus.WARNING) if it in seen), CheckStatus.OK)


def conclusion(checks: Sequence[Check]) -> str:
    """Whether a call will be heard, in one sentence."""
    if worst(checks) is CheckStatus.FAILED:
        return (
            "A call would not be heard well yet. Do what stands at the failed checks, then run calmline doctor again."
        )
    sides = {"the agent's": _proves_agent, "the caller's": _proves_caller}
    untried = [side for side, proves in sides.items() if not any(map(proves, checks))]
    if untried:
        return f"Nothing failed, and {' and '.join(untried)} side was not heard: a call may be silent there."
    if worst(checks) is CheckStatus.WARNING:
        return "A call will be heard. Look at the warnings."
    return "A call will be heard, both sides of it."


def checks_to_json(checks: Sequence[Check], about: Mapping[str, Any]) -> dict[str, Any]:
    """A report for a help desk: no word that anybody said is in it."""
    return report_of(SCHEMA, conclusion(checks), checks, about)


def report_of(schema: str, sentence: str, checks: Sequence[Check], about: Mapping[str, Any]) -> dict[str, Any]:
    """Checks as one JSON report, which `sentence` concludes."""
    listed = [
        {
            "check": check.name,
            "status": check.status,
            "found": check.found,
            "advice": check.advice,
            "figures": dict(check.figures),
        }
        for check in checks
    ]
    return {
        "schema": schema,
        "status": worst(checks),
        "conclusion": sentence,
        **about,
        "checks": listed,
    }


def _proves_agent(check: Check) -> bool:
    return check.name is CheckName.PHRASE and check.status in {CheckStatus.OK, CheckStatus.WARNING}


def _proves_caller(check: Check) -> bool:
    if check.name is CheckName.CALLER:
        return check.status is CheckStatus.OK and "seconds" in check.figures
    return check.name is CheckName.TONE and check.status in {CheckStatus.OK, CheckStatus.WARNING}


def _words(text: str) -> set[str]:
    kept = "".join(sign if sign.isalnum() else " " for sign in text.lower())
    return set(kept.split())
