"""A sound server of a test's own, with players that lead nowhere."""

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conditions import until

MISSING = "pulseaudio is not installed"
has_server = pytest.mark.skipif(shutil.which("pulseaudio") is None, reason=MISSING)


@dataclass(frozen=True)
class SoundServer:
    """Names the server to whoever is started with `environment`."""

    environment: dict[str, str]

    def control(self, *command: str) -> str:
        """What pactl answers."""
        done = subprocess.run(
            ["pactl", *command], env=os.environ | self.environment, capture_output=True, check=True, encoding="utf-8"
        )
        return done.stdout.strip()

    def add_player(self, name: str) -> str:
        """A null sink; the number of its module."""
        return self.control(
            "load-module", "module-null-sink", f"sink_name={name}", f"sink_properties=device.description={name}"
        )

    def add_microphone(self, name: str, hears: str) -> str:
        """An input that hears what a player plays; the number of its module."""
        return self.control(
            "load-module", "module-remap-source", f"source_name={name}", f"master={hears}.monitor",
            f"source_properties=device.description={name}",
        )  # fmt: skip

    def remove(self, module: str) -> None:
        """Take a module away, with its device."""
        self.control("unload-module", module)

    @contextmanager
    def playing(self, pcm: bytes, player: str, *, application: str = "softphone", rate: int = 16_000) -> Iterator[None]:
        """Play mono samples into a player; the end of the block ends what has not been played by then."""
        process = subprocess.Popen(
            ["pacat", "--raw", "--format=s16le", "--channels=1", f"--rate={rate}", f"--device={player}",
             "--latency-msec=20", f"--client-name={application}",
             f"--property=application.process.binary={application}"],
            env=os.environ | self.environment, stdin=subprocess.PIPE,
        )  # fmt: skip
        assert process.stdin is not None
        feeder = _Feeder(process, pcm)
        try:
            yield
        finally:
            process.terminate()
            process.wait()
            feeder.join()


class _Feeder:
    """Writes to a process beside the test, since a pipe holds little."""

    def __init__(self, process: "subprocess.Popen[bytes]", pcm: bytes) -> None:
        self._thread = threading.Thread(target=self._feed, args=(process, pcm))
        self._thread.start()
        self.join = self._thread.join

    @staticmethod
    def _feed(process: "subprocess.Popen[bytes]", pcm: bytes) -> None:
        assert process.stdin is not None
        with suppress(BrokenPipeError), process.stdin as pipe:
            pipe.write(pcm)


@contextmanager
def sound_server(folder: Path) -> Iterator[SoundServer]:
    """Start a server that nothing else knows, and end it."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700, parents=True)
    environment = {
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(runtime),
        "PULSE_RUNTIME_PATH": str(runtime),
        "PULSE_STATE_PATH": str(folder / "state"),
        "PULSE_SERVER": f"unix:{runtime / 'native'}",
    }
    command = [
        "pulseaudio", "--daemonize=no", "--exit-idle-time=-1", "--disable-shm=yes", "--log-level=error", "-n",
        "-L", f"module-native-protocol-unix socket={runtime / 'native'} auth-anonymous=1",
    ]  # fmt: skip
    process = subprocess.Popen(
        command, env=os.environ | environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        until(lambda: (runtime / "native").exists() or process.poll() is not None)
        assert process.poll() is None, "the sound server did not start"
        yield SoundServer(environment)
    finally:
        process.terminate()
        process.wait()
