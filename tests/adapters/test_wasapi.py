"""What a computer with Windows plays, with a library that stands in for PyAudioWPatch."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, Self

import numpy as np
import pytest

from app.adapters.wasapi import WasapiSystem
from app.core.errors import AudioError
from app.core.ports import DeviceKind
from tests.adapters.recordings import tone

HEADSET = {"index": 7, "name": "Headset [Loopback]", "defaultSampleRate": 48_000.0, "maxInputChannels": 2}
SPEAKERS = {"index": 8, "name": "Speakers [Loopback]", "defaultSampleRate": 44_100.0, "maxInputChannels": 2}
OVERFLOW = 2


@dataclass
class Stream:
    """A stream that delivers what the test says."""

    options: dict[str, Any]
    is_running: bool = True
    is_closed: bool = False

    def deliver(self, data: bytes, status: int = 0) -> object:
        callback: Callable[..., object] = self.options["stream_callback"]
        return callback(data, len(data) // 4, {}, status)

    def is_active(self) -> bool:
        return self.is_running

    def close(self) -> None:
        self.is_closed = True


@dataclass
class Library:
    """The devices of a computer, and what was opened of them."""

    devices: list[dict[str, Any]]
    opens: bool = True
    has_wasapi: bool = True
    streams: list[Stream] = field(default_factory=list)
    sessions: int = 0

    def __call__(self) -> Self:
        self.sessions += 1
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.terminate()

    def terminate(self) -> None:
        self.sessions -= 1

    def get_loopback_device_info_generator(self) -> Iterator[dict[str, Any]]:
        if not self.has_wasapi:
            raise OSError
        yield from self.devices

    def get_default_wasapi_loopback(self) -> dict[str, Any]:
        return self.devices[0]

    def open(self, **options: Any) -> Stream:
        if not self.opens:
            raise OSError
        self.streams.append(Stream(options))
        return self.streams[-1]


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Library:
    made = Library([HEADSET, SPEAKERS])
    module = ModuleType("pyaudiowpatch")
    for name, value in {"PyAudio": made, "paInt16": 8, "paContinue": 0, "paInputOverflow": OVERFLOW}.items():
        setattr(module, name, value)
    monkeypatch.setitem(sys.modules, "pyaudiowpatch", module)
    return made


def test_what_plays_is_listed_under_its_own_name(library: Library) -> None:
    found = WasapiSystem().devices()
    assert [(it.id, it.name, it.kind, it.is_default) for it in found] == [
        ("wasapi:Headset", "Headset", DeviceKind.PLAYBACK, True),
        ("wasapi:Speakers", "Speakers", DeviceKind.PLAYBACK, False),
    ]
    assert library.sessions == 0


def test_what_it_plays_is_heard_at_16_khz_and_idling_is_no_failure(library: Library) -> None:
    capture = WasapiSystem().open("wasapi:Headset")
    (stream,) = library.streams
    assert (stream.options["input_device_index"], stream.options["rate"]) == (7, 48_000)
    assert capture.idles
    assert capture.take() == b""
    stereo = np.repeat((tone(1.0, 48_000) * 32767).astype("<i2"), 2).tobytes()
    assert stream.deliver(stereo) == (None, 0)
    assert len(capture.take()) / 2 == pytest.approx(16_000, abs=400)
    assert capture.take() == b""
    capture.close()
    capture.close()
    assert stream.is_closed
    assert library.sessions == 0


def test_lost_audio_is_counted(library: Library) -> None:
    capture = WasapiSystem().open("wasapi:Headset")
    library.streams[0].deliver(bytes(3_840), OVERFLOW)
    assert capture.overflows() == 1
    capture.close()


@pytest.mark.parametrize("is_closed", [True, False])
def test_a_device_that_is_gone_says_so_after_its_last_audio(library: Library, *, is_closed: bool) -> None:
    capture = WasapiSystem().open("wasapi:Speakers")
    library.streams[0].deliver(bytes(44_100 * 4))
    library.streams[0].is_running = False
    if is_closed:
        capture.close()
    assert capture.take()
    with pytest.raises(AudioError, match="Speakers is gone"):
        capture.take()


def test_what_is_not_there_or_does_not_open_is_told_and_nothing_stays_open(library: Library) -> None:
    with pytest.raises(AudioError, match="wasapi:gone is not there"):
        WasapiSystem().open("wasapi:gone")
    library.opens = False
    with pytest.raises(AudioError, match="does not open"):
        WasapiSystem().open("wasapi:Headset")
    library.has_wasapi = False
    with pytest.raises(AudioError, match="cannot be listed"):
        WasapiSystem().devices()
    assert library.sessions == 0


def test_without_the_library_an_advice_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyaudiowpatch", None)
    with pytest.raises(AudioError, match="cannot be captured") as caught:
        WasapiSystem().devices()
    assert caught.value.advice == "Install PyAudioWPatch."
