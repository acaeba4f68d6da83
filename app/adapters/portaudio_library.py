"""The one PortAudio of this process: whatever captures or plays through it shares its look at the devices."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from app.core.errors import AudioError

WINDOWS_API = "Windows WASAPI"  # the others list the same devices again, with shorter names

_one_at_a_time = threading.RLock()
_open: set[Any] = set()


@contextmanager
def portaudio() -> Iterator[Any]:
    """The library's binding, for one thread at a time. Raises AudioError."""
    with _one_at_a_time:
        try:
            import sounddevice
        except OSError as error:
            raise AudioError("PortAudio is missing.", "Install it; on Debian the package is libportaudio2.") from error
        yield sounddevice


def look(library: Any) -> tuple[Any, Any]:
    """The systems and the devices there are. Raises AudioError.

    PortAudio looks for devices when it starts. It is started anew before each look, unless a stream is open
    anywhere in this process, which that would end.
    """
    try:
        if not _open:
            library._terminate()  # noqa: SLF001 - the only way to look again
            library._initialize()  # noqa: SLF001 - the same
        return library.query_hostapis(), library.query_devices()
    except library.PortAudioError as error:
        raise AudioError("The sound devices cannot be listed.", "Check the system's sound settings.") from error


def begin(make: Callable[..., Any], **options: Any) -> Any:
    """A stream that runs, to be ended with `end`. Raises what the library raises, and ValueError."""
    if sys.platform == "win32":
        import sounddevice

        options["extra_settings"] = sounddevice.WasapiSettings(auto_convert=True)
    with _one_at_a_time:
        stream = make(dtype="int16", **options)
        try:
            stream.start()
        except BaseException:
            stream.close(ignore_errors=True)
            raise
        _open.add(stream)
        return stream


def end(stream: Any) -> None:
    """Close a stream; ending it twice does nothing."""
    with _one_at_a_time:
        stream.close(ignore_errors=True)
        _open.discard(stream)


def is_usable(api: str) -> bool:
    """Whether devices of a system count."""
    return sys.platform != "win32" or api == WINDOWS_API
