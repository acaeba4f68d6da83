"""Tries out everything that a call needs, device by device, and tells what was found."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Protocol

from app.core.checkup import (
    PHRASE,
    Check,
    CheckName,
    PhraseHeard,
    failed,
    failed_with,
    judge_delivery,
    judge_disk,
    judge_input_caller,
    judge_mute,
    judge_phrase,
    judge_separation,
    judge_words,
    ok,
    skipped,
    warning,
)
from app.core.errors import AudioError, CalmlineError
from app.core.events import Channel
from app.core.masking import mask
from app.core.ports import (
    CallStore,
    Capture,
    Device,
    DeviceKind,
    Player,
    SoundSystem,
    SpeechDetector,
    Transcriber,
    TranscribeRequest,
)
from app.runtime.levels import level_dbfs
from app.runtime.listening import Heard, Listener, measure_phrase
from app.runtime.tone_trial import Beside, ToneTrial, on_a_thread

PHRASE_S = 5.0

_DELIVERY_S = 1.0
_LEFT_OUT = "This side of the call is left out."
_CONNECT = "Connect a headset; on Linux see that PipeWire or PulseAudio runs."
_MISSING = {
    CheckName.MICROPHONE: "There is no microphone.",
    CheckName.CALLER: "There is nothing that plays the caller's voice.",
}
_KINDS = {
    "microphones": DeviceKind.INPUT,
    "players": DeviceKind.PLAYBACK,
    "playing applications": DeviceKind.APPLICATION,
}
_HEAR_IT = "Play something in the softphone, and look whether the level moves in calmline devices."


class Person(Protocol):
    """Whoever sits before the computer."""

    def say(self, phrase: str) -> None:
        """Ask for a phrase; returns when they are about to say it."""
        ...

    def show_level(self, level_dbfs: float, left_s: float) -> None:
        """How loud they are, and for how long they are still listened to."""
        ...

    def read(self, text: str) -> None:
        """What was written down, masked; for nobody else."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The device of one side of the call; None where there is none or it is left out."""

    device_id: str | None
    is_left_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The devices that a call would be heard from, and what is to be told about the choice."""

    microphone: Side
    caller: Side
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What is tried out. Each may raise a CalmlineError when it is used."""

    system: SoundSystem
    sides: Callable[[Sequence[Device]], Sides]
    player: Callable[[], Player]
    detector: Callable[[], SpeechDetector]
    transcriber: Callable[[], Transcriber]
    store: Callable[[], CallStore]
    free_bytes: Callable[[], int]


class Checkup:
    """One run of all checks, each told as soon as it is done; `microphone` and `caller` are the devices' ids then."""

    def __init__(
        self,
        bench: Bench,
        person: Person,
        *,
        with_tone: bool = True,
        listener: Listener | None = None,
        beside: Beside = on_a_thread,
    ) -> None:
        self._bench = bench
        self._person = person
        self._with_tone = with_tone
        self._listener = listener or Listener()
        self._trial = ToneTrial(self._listener, beside)
        self._transcriber: Transcriber | None = None
        self.microphone: str | None = None
        self.caller: str | None = None

    def checks(self) -> Iterator[Check]:
        """Every check in its order. Devices are let go of when the last of theirs is done."""
        try:
            found = self._bench.system.devices()
            sides = self._bench.sides(found)
        except AudioError as error:
            yield failed_with(CheckName.SOUND_SYSTEM, error)
            yield from _skip_devices()
        else:
            self.microphone, self.caller = sides.microphone.device_id, sides.caller.device_id
            yield _judge_system(found, sides.notes)
            with ExitStack() as cleanup:
                yield from self._hear_both(sides, cleanup)
        yield from self._look_at_the_rest()

    def _hear_both(self, sides: Sides, cleanup: ExitStack) -> Iterator[Check]:
        agent = yield from self._hear_agent(sides.microphone, cleanup)
        yield from self._hear_caller(sides.caller, agent, cleanup)
        yield judge_separation(sides.microphone.device_id, sides.caller.device_id)

    def _hear_agent(self, side: Side, cleanup: ExitStack) -> Generator[Check, None, Heard | None]:
        """Check the microphone; returns it where it is open and not muted."""
        capture = yield from self._open(CheckName.MICROPHONE, side, cleanup)
        if capture is None:
            yield from _skip("There is no microphone to hear.", CheckName.MUTE, CheckName.PHRASE, CheckName.WORDS)
            return None
        heard, name = Heard(capture), capture.device.name
        self._listener.listen([heard], _DELIVERY_S)
        is_muted = capture.muted()
        if is_muted:
            yield ok(CheckName.MICROPHONE, f"{name} opens.")
        else:
            yield judge_delivery(name, heard.delivered)
        yield judge_mute(name, is_muted=is_muted)
        if is_muted:
            yield from _skip(f"{name} is muted.", CheckName.PHRASE, CheckName.WORDS)
            return None
        yield from self._hear_phrase(heard)
        return heard

    def _hear_phrase(self, heard: Heard) -> Iterator[Check]:
        self._person.say(PHRASE)
        heard.forget()
        self._listener.listen([heard], PHRASE_S, on_piece=self._show_level)
        if heard.error is not None:
            yield failed_with(CheckName.PHRASE, heard.error)
            yield skipped(CheckName.WORDS, "The microphone went away.")
            return
        try:
            phrase = measure_phrase(bytes(heard.pcm), self._bench.detector())
        except CalmlineError as error:
            yield failed_with(CheckName.PHRASE, error)
            yield skipped(CheckName.WORDS, "Whether somebody spoke is not known.")
            return
        yield judge_phrase(heard.capture.device.name, phrase)
        yield self._write_down(bytes(heard.pcm), phrase)

    def _show_level(self, piece: bytes, left_s: float) -> None:
        if piece:
            self._person.show_level(level_dbfs(piece), left_s)

    def _write_down(self, pcm: bytes, phrase: PhraseHeard) -> Check:
        if not phrase.has_speech:
            return skipped(CheckName.WORDS, "There was no speech to write down.")
        request = TranscribeRequest(
            channel=Channel.AGENT, number=1, start_s=0.0, end_s=PHRASE_S, context=(), audio=pcm, final=True
        )
        try:
            text = self._load_transcriber().transcribe(request).text
        except CalmlineError as error:
            return skipped(CheckName.WORDS, error.message, error.advice)
        self._person.read(mask(text))
        return judge_words(PHRASE, text)

    def _hear_caller(self, side: Side, agent: Heard | None, cleanup: ExitStack) -> Iterator[Check]:
        capture = yield from self._open(CheckName.CALLER, side, cleanup)
        if capture is None:
            yield from _skip("There is no caller's device to hear.", CheckName.TONE, CheckName.LEAKAGE)
            return
        device = capture.device
        if device.kind is DeviceKind.INPUT:
            heard = Heard(capture)
            self._listener.listen([heard], _DELIVERY_S)
            yield judge_input_caller(device.name, heard.delivered)
            yield from _skip(f"{device.name} is an input: nothing can be played to it.", CheckName.TONE)
            yield from _skip("No tone was played.", CheckName.LEAKAGE)
            return
        yield ok(CheckName.CALLER, f"{device.name} opens.")
        if device.kind is DeviceKind.APPLICATION:
            yield skipped(CheckName.TONE, f"{device.name} is an application: nobody else can play in it.", _HEAR_IT)
            yield from _skip("No tone was played.", CheckName.LEAKAGE)
        elif not self._with_tone:
            yield skipped(CheckName.TONE, "The tone was left out with --no-tone.", _HEAR_IT)
            yield from _skip("No tone was played.", CheckName.LEAKAGE)
        else:
            yield from self._play_tone(Heard(capture), agent)

    def _play_tone(self, caller: Heard, agent: Heard | None) -> Iterator[Check]:
        try:
            yield from self._trial.checks(self._bench.player(), caller, agent)
        except AudioError as error:
            yield failed_with(CheckName.TONE, error)
            yield from _skip("No tone was played.", CheckName.LEAKAGE)

    def _open(self, name: CheckName, side: Side, cleanup: ExitStack) -> Generator[Check, None, Capture | None]:
        """The device of a side, None with the reason told where it does not open."""
        if side.device_id is None:
            if side.is_left_out:
                yield skipped(name, _LEFT_OUT)
            else:
                yield failed(name, _MISSING[name], "Connect one; calmline devices lists what is there.")
            return None
        try:
            capture = self._bench.system.open(side.device_id)
        except AudioError as error:
            yield failed_with(name, error)
            return None
        cleanup.callback(capture.close)
        return capture

    def _look_at_the_rest(self) -> Iterator[Check]:
        try:
            yield ok(CheckName.SPEECH_MODEL, f"The speech model {self._load_transcriber().name} is there and loads.")
        except CalmlineError as error:
            yield failed_with(CheckName.SPEECH_MODEL, error)
        try:
            self._bench.store().close()
            yield ok(CheckName.CALL_STORE, "Calls can be kept.")
        except CalmlineError as error:
            yield failed_with(CheckName.CALL_STORE, error)
        yield judge_disk(self._bench.free_bytes())

    def _load_transcriber(self) -> Transcriber:
        if self._transcriber is None:
            self._transcriber = self._bench.transcriber()
        return self._transcriber


def _judge_system(found: Sequence[Device], notes: Sequence[str]) -> Check:
    if not found:
        return failed(CheckName.SOUND_SYSTEM, "There is no sound device.", _CONNECT)
    counts = {name: sum(device.kind is kind for device in found) for name, kind in _KINDS.items()}
    told = ", ".join(f"{number} {name if number != 1 else name.removesuffix('s')}" for name, number in counts.items())
    if notes:
        advice = "Connect the missing device, or name others with --microphone and --caller."
        return warning(CheckName.SOUND_SYSTEM, f"It answers: {told}. {' '.join(notes)}", advice, counts)
    return ok(CheckName.SOUND_SYSTEM, f"It answers: {told}.", figures=counts)


def _skip(why: str, *names: CheckName) -> Iterator[Check]:
    return (skipped(name, why) for name in names)


def _skip_devices() -> Iterator[Check]:
    names = list(CheckName)
    between = names[names.index(CheckName.MICROPHONE) : names.index(CheckName.SPEECH_MODEL)]
    return _skip("The sound system does not answer.", *between)
