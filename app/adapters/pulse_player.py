"""Plays a sound on Linux, through libpulse's simple interface to PulseAudio or PipeWire."""

import ctypes
from contextlib import closing

from app.adapters.pulse import PREFIX
from app.core.errors import AudioError
from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ, DeviceKind

_PLAYER = f"{PREFIX}:{DeviceKind.PLAYBACK}:"
_PLAYBACK, _S16LE = 1, 3
_LATENCY_S = 0.05
_NO_LIMIT = 2**32 - 1


class _SampleSpec(ctypes.Structure):
    _fields_ = (("format", ctypes.c_int), ("rate", ctypes.c_uint32), ("channels", ctypes.c_uint8))


class _Buffers(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_uint32) for name in ("maxlength", "tlength", "prebuf", "minreq", "fragsize"))


class PulsePlayer:
    """Plays on a sink by its name; a sink that is not there is an error, never another one."""

    def play(self, device_id: str, pcm: bytes) -> None:
        """Play the samples to their end. Raises AudioError."""
        with closing(self.open(device_id)) as playback:
            playback.write(pcm)
            playback.drain()

    def open(self, device_id: str | None) -> "PulsePlayback":
        """Play on a sink, the server's default one for None. Raises AudioError."""
        if device_id is not None and not device_id.startswith(_PLAYER):
            raise AudioError(
                "{device_id} plays nothing.", "Run calmline devices to see what does.", device_id=device_id
            )
        return PulsePlayback(None if device_id is None else device_id.removeprefix(_PLAYER))


class PulsePlayback:
    """One stream into a sink."""

    def __init__(self, sink: str | None) -> None:
        self._library = _library()
        spec = _SampleSpec(_S16LE, SAMPLE_RATE_HZ, 1)
        ahead = round(_LATENCY_S * SAMPLE_RATE_HZ) * SAMPLE_BYTES
        buffers = _Buffers(_NO_LIMIT, ahead, _NO_LIMIT, _NO_LIMIT, _NO_LIMIT)
        name, spec_at, buffers_at = sink.encode() if sink else None, ctypes.byref(spec), ctypes.byref(buffers)
        stream = self._library.pa_simple_new(
            None, b"Calmline", _PLAYBACK, name, b"sound", spec_at, None, buffers_at, None
        )
        if not stream:
            advice = "Run calmline devices to see what is there."
            if sink is None:
                raise AudioError("The sound server plays nothing.", advice)
            raise AudioError("The sound server does not play on {sink}.", advice, sink=sink)
        self._stream = ctypes.c_void_p(stream)

    def write(self, pcm: bytes) -> None:
        """Play these samples behind those before; returns once there is room for more. Raises AudioError."""
        self._check(self._library.pa_simple_write(self._stream, pcm, len(pcm), None))

    def drain(self) -> None:
        """Wait until all is played. Raises AudioError."""
        self._check(self._library.pa_simple_drain(self._stream, None))

    def close(self) -> None:
        """Let go of the sink at once."""
        self._library.pa_simple_free(self._stream)

    def _check(self, failed: int) -> None:
        if failed:
            raise AudioError("The sound server stopped playing.", "Check that the device is still there.")


def _library() -> ctypes.CDLL:
    try:
        library = ctypes.CDLL("libpulse-simple.so.0")
    except OSError as error:
        raise AudioError("PulseAudio's library is missing.", "Install libpulse0.") from error
    library.pa_simple_new.restype = ctypes.c_void_p
    library.pa_simple_new.argtypes = [
        ctypes.c_char_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_char_p,
        ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p,
    ]  # fmt: skip
    library.pa_simple_write.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_void_p]
    library.pa_simple_drain.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    library.pa_simple_free.argtypes = [ctypes.c_void_p]
    return library
