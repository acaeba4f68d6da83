"""Looks at what sockets a running Calmline has, by Linux's /proc."""

import sys
from collections.abc import Iterator
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path

from app.adapters.pipe_place import LOCK
from app.core.privacy import OpenSockets

_PROC = Path("/proc")
_TABLES = ("tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "raw", "raw6", "icmp", "icmp6")
_SOCKET = "socket:["


def sockets_of_running(home: Path) -> list[OpenSockets] | None:
    """What each process has open that takes calls from this folder; None where the system does not tell."""
    if sys.platform != "linux":
        return None
    lock = str((home / LOCK).resolve())
    return [sockets_of(process) for process in _processes() if lock in _open_files(process)]


def sockets_of(process: int) -> OpenSockets:
    """The sockets of a process by its number, as far as this user may look at them."""
    own = {name.removeprefix(_SOCKET).rstrip("]") for name in _open_files(process) if name.startswith(_SOCKET)}
    internet = {inode: line for table in _TABLES for inode, line in _listed(process, table) if inode in own}
    return OpenSockets(process=process, internet=tuple(internet.values()), local=len(own) - len(internet))


def _processes() -> list[int]:
    return sorted(int(path.name) for path in _PROC.iterdir() if path.name.isdecimal())


def _open_files(process: int) -> list[str]:
    """What the process has open; nothing where it is another user's, or gone."""
    found = []
    with suppress(OSError):
        for link in (_PROC / str(process) / "fd").iterdir():
            with suppress(OSError):
                found.append(str(link.readlink()))
    return found


def _listed(process: int, table: str) -> Iterator[tuple[str, str]]:
    """Inode and plain line of each socket that the process's network has in one of the kernel's tables."""
    try:
        lines = (_PROC / str(process) / "net" / table).read_text().splitlines()[1:]
    except OSError:
        return
    for line in lines:
        _, ours, theirs, *rest = line.split()
        yield rest[6], f"{table.removesuffix('6')} {_address(ours)} to {_address(theirs)}"


def _address(text: str) -> str:
    """An address as people write it, from the kernel's words of 32 bits in the computer's own order."""
    host, port = text.split(":")
    words = [int(host[at : at + 8], 16) for at in range(0, len(host), 8)]
    packed = b"".join(word.to_bytes(4, sys.byteorder) for word in words)
    plain = IPv4Address(packed) if len(words) == 1 else f"[{IPv6Address(packed)}]"
    return f"{plain}:{int(port, 16)}"
