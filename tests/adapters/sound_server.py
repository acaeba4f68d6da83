"""A sound server of a test's own, with players that lead nowhere."""

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

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

    def add_player(self, name: str, *, description: str | None = None) -> str:
        """A null sink that renders every 50 ms, as a sound card would; the number of its module."""
        return self.control(
            "load-module",
            "module-null-sink",
            f"sink_name={name}",
            "norewinds=1",
            f"sink_properties=device.description={description or name}",
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

    def move(self, old: str, new: str) -> None:
        """Have all that plays on one player play on another from now on."""
        players = {name: number for number, name in map(_two, self.control("list", "short", "sinks").splitlines())}
        for stream, player in map(_two, self.control("list", "short", "sink-inputs").splitlines()):
            if player == players[old]:
                self.control("move-sink-input", stream, new)

    @contextmanager
    def playing(self, pcm: bytes, player: str, *, application: str = "softphone") -> Iterator[None]:
        """Play mono samples into a player; the end of the block ends what has not been played by then."""
        with self.playing_together({player: pcm}, application=application):
            yield

    @contextmanager
    def playing_together(self, sides: Mapping[str, bytes], *, application: str = "softphone") -> Iterator[None]:
        """Play mono samples into several players from one moment on."""
        with ExitStack() as feeding, ExitStack() as playing:
            before = self._streams()
            pipes = [playing.enter_context(self._pipe(player, application)) for player in sides]
            until(lambda: self._streams() == before + len(sides))
            for pipe, pcm in zip(pipes, sides.values(), strict=True):
                feeding.callback(_fed(pipe, pcm).join)
            yield

    def _streams(self) -> int:
        return len(self.control("list", "short", "sink-inputs").splitlines())

    @contextmanager
    def _pipe(self, player: str, application: str) -> Iterator[IO[bytes]]:
        """What plays the bytes that are written into it."""
        process = subprocess.Popen(
            ["pacat", "--raw", "--format=s16le", "--channels=1", "--rate=16000", f"--device={player}",
             "--latency-msec=200", f"--client-name={application}",
             f"--property=application.process.binary={application}"],
            env=os.environ | self.environment, stdin=subprocess.PIPE,
        )  # fmt: skip
        assert process.stdin is not None
        try:
            yield process.stdin
        finally:
            process.terminate()
            process.wait()


def _two(line: str) -> tuple[str, str]:
    """The first two columns of what pactl lists."""
    first, second, *_ = line.split("\t")
    return first, second


def _fed(pipe: IO[bytes], pcm: bytes) -> threading.Thread:
    """Writes beside the test, since a pipe holds little."""

    def feed() -> None:
        with suppress(BrokenPipeError), pipe:
            pipe.write(pcm)

    thread = threading.Thread(target=feed)
    thread.start()
    return thread


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


@contextmanager
def server_with_headset(folder: Path, monkeypatch: pytest.MonkeyPatch, *, speaks: str) -> Iterator[SoundServer]:
    """A server that this process uses too, with a headset that hears what is played into `speaks`."""
    with sound_server(folder) as running:
        for variable, value in running.environment.items():
            monkeypatch.setenv(variable, value)
        running.add_player(speaks)
        running.add_microphone("headset", hears=speaks)
        yield running
