"""Commands without the time it takes to import what they use: forks of one process that has imported it.

All of `python -m app` happens in a fork but the start of Python, the imports, reading what judges and masks words, and
taking modules apart at the end. The process that is forked imports, and reads what the files of Calmline alone decide;
it remembers nothing else, and runs no thread that a fork would lose. Left out is what reads the environment when it is
imported: huggingface_hub, and faster_whisper, which imports it.
"""

import atexit
import gc
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, NoReturn

ROOT = Path(__file__).parents[2]
CAN_FORK = sys.platform == "linux"
"""Elsewhere there is no fork, or there are system libraries that do not outlive one."""

IMPORTED = (
    "alembic.command",
    "app.adapters.call_store",
    "app.adapters.dialogue_files",
    "app.adapters.heat.minilm",
    "app.adapters.heat.scorer",
    "app.adapters.heat.weights",
    "app.adapters.model_shelf",
    "app.adapters.music",
    "app.adapters.output_files",
    "app.adapters.portaudio",
    "app.adapters.pulse",
    "app.adapters.recording",
    "app.adapters.silero",
    "app.adapters.talk.reader",
    "app.adapters.team_store",
    "app.adapters.whisper.speech_model",
    "app.cli",
    "app.compose",
    "app.desktop",
    "app.runtime.checkup",
    "app.runtime.written",
    "app.show",
    "app.settings_form",
    "app.terminal.checkup",
    "app.terminal.view",
    "av",
    "ctranslate2",
    "sqlalchemy.dialects.sqlite",
    "tqdm.auto",
)
_WITHOUT_THREADS = {"ORT_DISABLE_TELEMETRY": "1"}  # else importing onnxruntime starts one
_LONGEST_ORDER = 1 << 17
_LONGEST_NUMBER = 32


class Forks:
    """The process that is forked, for one command at a time."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._orders, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.cli.forked", str(theirs.fileno())],
                cwd=ROOT,
                env={**environment, **_WITHOUT_THREADS},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                process_group=0,
            )

    def run(
        self, arguments: Sequence[str], environment: Mapping[str, str], given: bytes, within_s: float
    ) -> "subprocess.CompletedProcess[bytes]":
        """Have a command run, as `subprocess.run` would. Raises subprocess.TimeoutExpired."""
        with TemporaryFile() as into, TemporaryFile() as out, TemporaryFile() as err:
            into.write(given)
            into.seek(0)
            streams = (into.fileno(), out.fileno(), err.fileno())
            status = self.run_on(streams, arguments, environment, within_s)
            out.seek(0)
            err.seek(0)
            return subprocess.CompletedProcess(arguments, status, out.read(), err.read())

    def run_on(
        self, streams: Sequence[int], arguments: Sequence[str], environment: Mapping[str, str], within_s: float
    ) -> int:
        """Have a command run on three open files; its status. Raises subprocess.TimeoutExpired."""
        order = json.dumps({"arguments": arguments, "environment": dict(environment)}).encode()
        socket.send_fds(self._orders, [order], streams)
        return self._await_end(arguments, within_s)

    def _await_end(self, arguments: Sequence[str], within_s: float) -> int:
        group = self._number()
        self._orders.settimeout(within_s)
        try:
            return self._number()
        except TimeoutError:
            os.killpg(group, signal.SIGKILL)
            self._orders.settimeout(None)
            self._number()
            raise subprocess.TimeoutExpired(arguments, within_s) from None
        finally:
            self._orders.settimeout(None)

    def _number(self) -> int:
        return int(self._orders.recv(_LONGEST_NUMBER))

    def close(self) -> None:
        """End the process."""
        self._orders.close()
        self._process.wait()


@cache
def forks() -> Forks:
    """The one process of these tests, which ends with them."""
    started = Forks(os.environ | {"PYTHONUTF8": "1"})
    atexit.register(started.close)
    return started


def await_order(orders: socket.socket) -> None:
    """Fork for every order that comes; this returns in the fork, which is to carry it out."""
    while True:
        order, files, _, _ = socket.recv_fds(orders, _LONGEST_ORDER, 3)
        if not order:
            sys.exit()
        child = os.fork()
        if child == 0:
            _become(json.loads(order), files)
            orders.send(str(os.getpid()).encode())
            orders.close()
            return
        for file in files:
            os.close(file)
        _, status = os.waitpid(child, 0)
        orders.send(str(os.waitstatus_to_exitcode(status)).encode())


def _become(order: dict[str, Any], files: Sequence[int]) -> None:
    """Take over what a command is started with: a process group, standard streams, environment and arguments."""
    os.setpgrp()
    for stream, file in enumerate(files):
        os.dup2(file, stream)
        os.close(file)
    # those of the process that is forked know that they could be sought in, which a terminal cannot
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False)
    os.environ.clear()
    os.environ.update(order["environment"])
    sys.argv[1:] = order["arguments"]


class _Ending:
    """How this process ends: with the status of its command, its streams written out, its modules as they are."""

    status = 1

    def leave(self) -> NoReturn:
        """End now; threads were awaited, and everything else that is to happen at the end has happened."""
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(self.status)


def import_it() -> None:
    """Import what commands use."""
    for name in IMPORTED:
        import_module(name)


def read_it() -> None:
    """Read what judges words and what masks them: a second's work, whose sessions take no thread but their caller's."""
    from app.compose import load_judges, read_vocabulary  # noqa: PLC0415 - a test only asks for forks
    from app.core.masking import get_ready  # noqa: PLC0415 - the same

    load_judges()
    read_vocabulary()
    get_ready()


def main() -> None:
    """Be the process that is forked, and in each fork the command."""
    ending = _Ending()
    atexit.register(ending.leave)  # what is registered first comes last
    import_it()
    read_it()
    gc.collect()
    gc.freeze()  # else every fork looks through all that was imported
    await_order(socket.socket(fileno=int(sys.argv[1])))
    try:
        runpy.run_module("app", run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        ending.status = ended.code if isinstance(ended.code, int) else 0


if __name__ == "__main__":
    main()
