"""A lesson as a call to be shown: recorded or answered, heard aloud or in silence."""

from collections.abc import Callable, Sequence

from app.adapters.lessons import LessonSound, open_lesson
from app.adapters.sound import pick
from app.compose import CallNames, Parts, choose_devices, open_output, open_sound, speech_detectors
from app.core.errors import AudioError
from app.core.ports import AudioSource, Device, DeviceKind, SoundOutput, SoundSystem
from app.core.practice import Lesson, Way
from app.paths import bundled
from app.runtime.lines import LiveLines
from app.runtime.practice import AloudCall, AnsweredCall
from app.runtime.speaker import Speaker
from app.settings import Settings
from app.show import Show

_AGENT = "Daniel"
"""Who answers in the recordings."""


def practice_call(
    parts: Parts,
    lesson: Lesson,
    way: Way,
    *,
    sound: Callable[[], SoundSystem] = open_sound,
    output: Callable[[], SoundOutput] = open_output,
) -> tuple[Show, list[str]]:
    """A lesson of which nothing is kept, and what to tell. Raises AudioError where there is no microphone to answer."""
    settings = parts.settings
    heard = open_lesson(bundled("assets", "practice", f"{lesson.name}.flac"), lesson.source, settings.chunk_s)
    if not way.answers and not way.aloud:
        return _show(parts, heard.recording, way, CallNames(agent=_AGENT)), []
    system = sound() if way.answers else None
    speaker = Speaker(lambda: output().open(_output(settings, system or sound()))) if way.aloud else None
    if system is None:
        aloud = AloudCall(heard.recording, heard.both, speaker) if speaker else heard.recording
        return _show(parts, aloud, way, CallNames(agent=_AGENT)), []
    source, notes = _answered(settings, lesson, heard, system, speaker)
    return _show(parts, source, way, CallNames(agent=settings.agent_name or None)), notes


def microphone_of(settings: Settings, found: Sequence[Device]) -> Device | None:
    """The microphone that an answered lesson hears, of the devices that there are. Raises AudioError."""
    picked = pick(DeviceKind.INPUT, settings.device("microphone"), found, settings.refused).device_id
    return next((device for device in found if device.id == picked), None)


def _answered(
    settings: Settings, lesson: Lesson, heard: LessonSound, system: SoundSystem, speaker: Speaker | None
) -> tuple[AudioSource, list[str]]:
    microphone, _, notes = choose_devices(settings, system.devices(), microphone=None, caller="none")
    if microphone is None:
        raise AudioError("There is no microphone to answer with.", "Connect one, or listen to the recorded agent.")
    lines = LiveLines(system, microphone=microphone, caller=None)
    return AnsweredCall(lesson.source, heard.turns, lines, speech_detectors()(), speaker), notes


def _output(settings: Settings, system: SoundSystem) -> str | None:
    """The output that the caller of real calls is heard on, None for the computer's default one. Raises AudioError."""
    chosen, _ = settings.device("caller")
    outputs = [device.id for device in system.devices() if device.kind is DeviceKind.PLAYBACK]
    return chosen if chosen in outputs else None


def _show(parts: Parts, source: AudioSource, way: Way, names: CallNames) -> Show:
    return Show(parts=parts, source=source, names=names, store=False, live=way.answers, way=way)
