"""A record stream of PulseAudio or PipeWire, made from pulsectl's bindings and the two that it has not."""

import ctypes
from collections.abc import Callable

import pulsectl
from pulsectl import _pulsectl as libpulse

from app.core.ports import SAMPLE_BYTES, SAMPLE_RATE_HZ

FRAGMENT_S = 0.02
"""How much audio the server is asked to hand over at a time."""

_S16LE = 3
_CREATING, _READY = 1, 2
_NO_LIMIT = 2**32 - 1
_NOTHING = libpulse.PA_STREAM_REQUEST_CB_T()
_FLAGS = libpulse.PA_STREAM_DONT_MOVE | libpulse.PA_STREAM_ADJUST_LATENCY

_library = ctypes.CDLL("libpulse.so.0")
_get_state = _library.pa_stream_get_state
_get_state.argtypes, _get_state.restype = [ctypes.POINTER(libpulse.PA_STREAM)], ctypes.c_int
_peek = _library.pa_stream_peek  # pulsectl's takes the size for an int
_peek.argtypes = [
    ctypes.POINTER(libpulse.PA_STREAM),
    ctypes.POINTER(ctypes.c_void_p),
    ctypes.POINTER(ctypes.c_size_t),
]
_peek.restype = ctypes.c_int

__all__ = ["FRAGMENT_S", "STREAM_ERRORS", "RecordStream", "pulsectl"]

STREAM_ERRORS = (pulsectl.PulseError, pulsectl.PulseDisconnected, libpulse.pa.CallError)


class RecordStream:
    """16 kHz mono from one source, or from one stream that is played into the sink of a monitor source.

    All of it belongs to the thread that polls `pulse`; `put` is called on that thread. A source that goes away ends the
    stream, which never moves to another one. Raises CallError.
    """

    def __init__(
        self, pulse: pulsectl.Pulse, source: str, put: Callable[[bytes | None], None], *, played: int | None = None
    ) -> None:
        self._put = put
        spec = libpulse.PA_SAMPLE_SPEC(format=_S16LE, rate=SAMPLE_RATE_HZ, channels=1)
        context = pulse._ctx  # noqa: SLF001 - pulsectl opens no streams of its own
        self._stream = libpulse.pa.stream_new_with_proplist(context, "call", ctypes.byref(spec), None, None)
        self._on_read = libpulse.PA_STREAM_REQUEST_CB_T(self._read)  # kept: libpulse holds no reference
        size = round(FRAGMENT_S * SAMPLE_RATE_HZ) * SAMPLE_BYTES
        buffers = libpulse.PA_BUFFER_ATTR(
            fragsize=size, maxlength=_NO_LIMIT, tlength=_NO_LIMIT, prebuf=_NO_LIMIT, minreq=_NO_LIMIT
        )
        try:
            if played is not None:
                libpulse.pa.stream_set_monitor_stream(self._stream, played)
            libpulse.pa.stream_set_read_callback(self._stream, self._on_read, None)
            libpulse.pa.stream_connect_record(self._stream, source.encode(), ctypes.byref(buffers), _FLAGS)
        except libpulse.pa.CallError:
            libpulse.pa.stream_unref(self._stream)
            raise

    @property
    def is_opening(self) -> bool:
        """Whether the server has not answered yet."""
        return bool(_get_state(self._stream) == _CREATING)

    @property
    def is_gone(self) -> bool:
        """Whether nothing will come any more."""
        return _get_state(self._stream) not in {_CREATING, _READY}

    def close(self) -> None:
        """Let go of the source; libpulse may keep the stream a little longer, and must not call what is freed here."""
        libpulse.pa.stream_set_read_callback(self._stream, _NOTHING, None)
        if not self.is_gone:
            libpulse.pa.stream_disconnect(self._stream)
        libpulse.pa.stream_unref(self._stream)

    def _read(self, stream: object, *_: object) -> None:
        """Copy what is there; None stands for a hole that the server left."""
        data, size = ctypes.c_void_p(), ctypes.c_size_t()
        while _peek(stream, data, size) == 0 and size.value:
            self._put(ctypes.string_at(data.value, size.value) if data.value else None)
            libpulse.pa.stream_drop(stream)
