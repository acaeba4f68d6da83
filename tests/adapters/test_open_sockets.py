"""What a process has open, as the kernel tells it."""

import os
import socket
import sys
from pathlib import Path

import pytest

from app.adapters.call_pipe import CallPipe
from app.adapters.open_sockets import sockets_of, sockets_of_running

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux tells it in /proc")


@pytest.mark.parametrize(
    ("family", "host", "shown"),
    [(socket.AF_INET, "127.0.0.1", "127.0.0.1"), (socket.AF_INET6, "::1", "[::1]")],
)
def test_an_internet_socket_is_found_with_its_address(family: socket.AddressFamily, host: str, shown: str) -> None:
    try:
        listening = socket.create_server((host, 0), family=family)
    except OSError:
        pytest.skip(f"{host} cannot be listened on here")
    with listening:
        port = listening.getsockname()[1]
        lines = sockets_of(os.getpid()).internet
    assert [line for line in lines if line.startswith(f"tcp {shown}:{port} to ")]
    assert not [line for line in sockets_of(os.getpid()).internet if f"{shown}:{port} " in line]


def test_local_sockets_are_counted_apart() -> None:
    before = sockets_of(os.getpid()).local
    with socket.socket(socket.AF_UNIX):
        assert sockets_of(os.getpid()).local == before + 1


def test_the_process_that_takes_calls_from_a_folder_is_found_while_it_does(tmp_path: Path) -> None:
    assert sockets_of_running(tmp_path / "home") == []
    with CallPipe(tmp_path / "home", ("end",), lambda *_: ""):
        assert [one.process for one in sockets_of_running(tmp_path / "home") or ()] == [os.getpid()]
    assert sockets_of_running(tmp_path / "home") == []


def test_a_process_that_is_gone_has_nothing_open() -> None:
    gone = sockets_of(2**22 + 1)
    assert (gone.internet, gone.local) == ((), 0)
