"""The doctor's course over devices whose sound and clock belong to the test."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from app.core.checkup import PHRASE, Check, CheckName, CheckStatus
from app.core.errors import AudioError, ModelError, StoreError
from app.core.ports import (
    SAMPLE_BYTES,
    SAMPLE_RATE_HZ,
    CallStore,
    Capture,
    Device,
    DeviceKind,
    Transcriber,
    TranscribeRequest,
    Transcript,
)
from app.runtime.checkup import Bench, Checkup, Side, Sides
from app.runtime.listening import Listener
from tests.runtime.scripted import LoudnessDetector

HEADSET = Device(id="fake:input:headset", name="Headset", kind=DeviceKind.INPUT)
LINE = Device(id="fake:input:line", name="Line", kind=DeviceKind.INPUT)
EARPIECE = Device(id="fake:playback:earpiece", name="Earpiece", kind=DeviceKind.PLAYBACK)
SOFTPHONE = Device(id="fake:application:softphone", name="Softphone", kind=DeviceKind.APPLICATION)

OK, WARNING, FAILED, SKIPPED = CheckStatus.OK, CheckStatus.WARNING, CheckStatus.FAILED, CheckStatus.SKIPPED
VOICE = (1000).to_bytes(SAMPLE_BYTES, "little")
NOTHING = bytes(SAMPLE_BYTES)


class Time:
    """A clock that moves only while somebody waits."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def pause(self, seconds: float) -> None:
        self.now_s += seconds


class Room:
    """A device: one sample over and over from its opening on, and on top of it what is played."""

    def __init__(self, device: Device, time: Time, sample: bytes, *, muted: bool | None) -> None:
        self.device = device
        self.idles = False
        self.closed = False
        self._time = time
        self._sample = sample
        self._muted = muted
        self._played: list[tuple[int, bytes]] = []
        self._given = self._now()

    def _now(self) -> int:
        return round(self._time.now_s * SAMPLE_RATE_HZ)

    def play(self, pcm: bytes) -> None:
        self._played.append((self._now(), pcm))

    def take(self) -> bytes:
        now = self._now()
        heard = bytearray(self._sample * (now - self._given))
        for began, pcm in self._played:
            begin, end = max(began, self._given), min(began + len(pcm) // SAMPLE_BYTES, now)
            if begin < end:
                piece = pcm[(begin - began) * SAMPLE_BYTES : (end - began) * SAMPLE_BYTES]
                at = (begin - self._given) * SAMPLE_BYTES
                heard[at : at + len(piece)] = piece
        self._given = now
        return bytes(heard)

    def overflows(self) -> int:
        return 0

    def muted(self) -> bool | None:
        return self._muted

    def close(self) -> None:
        self.closed = True


@dataclass
class Office:
    """Devices, a player that is heard by `hears`, and a person who reads along."""

    devices_there: Sequence[Device] = (HEADSET, EARPIECE)
    samples: dict[str, bytes] = field(default_factory=lambda: {HEADSET.id: VOICE})
    muted: dict[str, bool | None] = field(default_factory=dict)
    hears: Sequence[Device] = (EARPIECE,)
    words: str = PHRASE
    error: AudioError | None = None
    time: Time = field(default_factory=Time)
    rooms: dict[str, Room] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    levels: list[float] = field(default_factory=list)
    read_words: list[str] = field(default_factory=list)
    name: str = "fake"

    def devices(self) -> list[Device]:
        if self.error is not None:
            raise self.error
        return list(self.devices_there)

    def open(self, device_id: str) -> Capture:
        for device in self.devices_there:
            if device.id == device_id:
                sample = self.samples.get(device_id, NOTHING)
                self.rooms[device_id] = Room(device, self.time, sample, muted=self.muted.get(device_id, False))
                return self.rooms[device_id]
        raise AudioError(f"{device_id} is not there.", "Plug it in.")

    def play(self, device_id: str, pcm: bytes) -> None:
        if device_id not in self.rooms:
            raise AudioError("Nothing plays.", "Plug it in.")
        for device in self.hears:
            if device.id in self.rooms:
                self.rooms[device.id].play(pcm)
        self.time.pause(len(pcm) / SAMPLE_BYTES / SAMPLE_RATE_HZ)

    def say(self, phrase: str) -> None:
        self.asked.append(phrase)

    def show_level(self, level_dbfs: float, left_s: float) -> None:
        assert left_s >= 0
        self.levels.append(level_dbfs)

    def read(self, text: str) -> None:
        self.read_words.append(text)

    def transcribe(self, request: TranscribeRequest) -> Transcript:
        assert request.audio
        return Transcript(text=self.words, confidence=0.9)


class NoStore:
    """A store that does not open."""

    @staticmethod
    def opened() -> CallStore:
        raise StoreError("The call store cannot be opened.", "Check the disk.")


def checks(
    office: Office,
    *,
    microphone: Device | None = HEADSET,
    caller: Device | None = EARPIECE,
    with_tone: bool = True,
    model: Callable[[], Transcriber] | None = None,
    notes: Sequence[str] = (),
) -> dict[CheckName, Check]:
    """What the doctor finds, by the name of the check."""
    sides = Sides(
        microphone=Side(device_id=microphone.id if microphone else None, is_left_out=microphone is None),
        caller=Side(device_id=caller.id if caller else None, is_left_out=caller is None),
        notes=notes,
    )
    bench = Bench(
        system=office,
        sides=lambda _: sides,
        player=lambda: office,
        detector=LoudnessDetector,
        transcriber=model or (lambda: office),
        store=NoStore.opened,
        free_bytes=lambda: 10**10,
    )
    listener = Listener(clock=lambda: office.time.now_s, pause=office.time.pause)
    checkup = Checkup(bench, office, with_tone=with_tone, listener=listener, beside=lambda work: work())
    found = list(checkup.checks())
    assert [check.name for check in found] == list(CheckName)
    assert all(room.closed for room in office.rooms.values())
    return {CheckName(check.name): check for check in found}


def statuses(found: dict[CheckName, Check], *names: CheckName) -> list[CheckStatus]:
    return [found[name].status for name in names]


DEVICE_CHECKS = [name for name in CheckName if name not in {"speech_model", "call_store", "disk"}]


def test_when_all_is_well_every_check_says_so_and_the_tone_has_no_delay() -> None:
    office = Office()
    found = checks(office)
    assert {found[name].status for name in DEVICE_CHECKS} == {OK}
    assert found[CheckName.TONE].figures["delay_ms"] == 0
    assert office.asked == [PHRASE]
    assert office.read_words == [PHRASE]
    assert len(office.levels) > 100


def test_what_is_read_is_masked_and_in_no_check() -> None:
    office = Office(words="My card is 4111 1111 1111 1111")
    found = checks(office)
    assert office.read_words == ["My card is [card]"]
    assert not [check for check in found.values() if "card" in check.found + check.advice]


def test_a_muted_microphone_fails_and_nobody_is_asked_to_speak() -> None:
    office = Office(muted={HEADSET.id: True})
    found = checks(office)
    assert found[CheckName.MUTE].status is FAILED
    assert statuses(found, CheckName.PHRASE, CheckName.WORDS, CheckName.LEAKAGE) == [SKIPPED] * 3
    assert office.asked == []


def test_a_silent_microphone_is_not_said_to_work() -> None:
    found = checks(Office(samples={}))
    assert statuses(found, CheckName.MICROPHONE, CheckName.PHRASE, CheckName.WORDS) == [WARNING, FAILED, SKIPPED]


def test_a_tone_that_the_caller_side_does_not_hear_fails() -> None:
    found = checks(Office(hears=()))
    assert statuses(found, CheckName.TONE, CheckName.LEAKAGE) == [FAILED, SKIPPED]


def test_a_microphone_that_hears_the_tone_is_told() -> None:
    found = checks(Office(hears=(EARPIECE, HEADSET)))
    assert statuses(found, CheckName.TONE, CheckName.LEAKAGE) == [OK, FAILED]


def test_devices_that_do_not_open_fail_and_what_hangs_on_them_is_skipped() -> None:
    found = checks(Office(devices_there=(LINE,)))
    assert statuses(found, CheckName.MICROPHONE, CheckName.CALLER) == [FAILED, FAILED]
    hanging = (CheckName.MUTE, CheckName.PHRASE, CheckName.WORDS, CheckName.TONE, CheckName.LEAKAGE)
    assert set(statuses(found, *hanging)) == {SKIPPED}
    assert found[CheckName.CALLER].advice == "Plug it in."


def test_a_second_input_as_the_caller_is_listened_to_and_not_played_to() -> None:
    office = Office(devices_there=(HEADSET, LINE), samples={HEADSET.id: VOICE, LINE.id: VOICE})
    found = checks(office, caller=LINE)
    assert statuses(found, CheckName.CALLER, CheckName.TONE) == [OK, SKIPPED]
    silent = checks(Office(devices_there=(HEADSET, LINE)), caller=LINE)
    assert silent[CheckName.CALLER].status is WARNING


def test_an_application_cannot_be_tested_by_a_tone_and_it_says_what_to_do() -> None:
    found = checks(Office(devices_there=(HEADSET, SOFTPHONE)), caller=SOFTPHONE)
    assert statuses(found, CheckName.CALLER, CheckName.TONE) == [OK, SKIPPED]
    assert "calmline devices" in found[CheckName.TONE].advice


def test_without_a_tone_nothing_is_played() -> None:
    found = checks(Office(hears=()), with_tone=False)
    assert statuses(found, CheckName.CALLER, CheckName.TONE, CheckName.LEAKAGE) == [OK, SKIPPED, SKIPPED]


def test_one_device_on_both_sides_fails() -> None:
    assert checks(Office(), caller=HEADSET)[CheckName.SEPARATE_DEVICES].status is FAILED


def test_a_side_that_is_left_out_is_skipped_and_one_that_is_missing_fails() -> None:
    found = checks(Office(), microphone=None)
    assert statuses(found, CheckName.MICROPHONE, CheckName.TONE, CheckName.SEPARATE_DEVICES) == [SKIPPED, OK, SKIPPED]


def test_a_silent_sound_system_fails_and_the_rest_is_still_looked_at() -> None:
    found = checks(Office(error=AudioError("No sound server answers.", "Start PipeWire or PulseAudio.")))
    assert found[CheckName.SOUND_SYSTEM].status is FAILED
    assert found[CheckName.SOUND_SYSTEM].advice == "Start PipeWire or PulseAudio."
    assert statuses(found, CheckName.SPEECH_MODEL, CheckName.DISK) == [OK, OK]


def test_a_chosen_device_that_is_not_there_is_a_warning() -> None:
    found = checks(Office(), notes=["The chosen input device is not there; Headset is heard instead."])
    assert found[CheckName.SOUND_SYSTEM].status is WARNING
    assert "Headset is heard instead" in found[CheckName.SOUND_SYSTEM].found


def test_a_model_and_a_store_that_are_not_there_fail_with_their_advice() -> None:
    def missing() -> Transcriber:
        raise ModelError("The model 'x' is not installed.", "Run calmline models install x.")

    found = checks(Office(), model=missing)
    assert statuses(found, CheckName.WORDS, CheckName.SPEECH_MODEL, CheckName.CALL_STORE) == [SKIPPED, FAILED, FAILED]
    assert found[CheckName.SPEECH_MODEL].advice == "Run calmline models install x."
