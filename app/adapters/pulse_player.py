"""Plays a sound on Linux, through libpulse's simple interface to PulseAudio or PipeWire."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager

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
        if not device_id.startswith(_PLAYER):
            raise AudioError(
                "{device_id} plays nothing.", "Run calmline devices to see what does.", device_id=device_id
            )
        library = _library()
        with _stream(library, device_id.removeprefix(_PLAYER)) as stream:
            if library.pa_simple_write(stream, pcm, len(pcm), None) or library.pa_simple_drain(stream, None):
                raise AudioError("The sound server stopped playing.", "Check that the device is still there.")


@contextmanager
def _stream(library: ctypes.CDLL, sink: str) -> Iterator[ctypes.c_void_p]:
    spec = _SampleSpec(_S16LE, SAMPLE_RATE_HZ, 1)
    ahead = round(_LATENCY_S * SAMPLE_RATE_HZ) * SAMPLE_BYTES
    buffers = _Buffers(_NO_LIMIT, ahead, _NO_LIMIT, _NO_LIMIT, _NO_LIMIT)
    stream = ctypes.c_void_p(
        library.pa_simple_new(
            None, b"Calmline", _PLAYBACK, sink.encode(), b"tone", ctypes.byref(spec), None, ctypes.byref(buffers), None
        )
    )
    if not stream:
        raise AudioError(
            "The sound server does not play on {sink}.", "Run calmline devices to see what is there.", sink=sink
        )
    try:
        yield stream
    finally:
        library.pa_simple_free(stream)


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
