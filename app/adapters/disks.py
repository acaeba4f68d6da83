"""Asks the system which disk a folder is on."""

import ctypes
import os
import sys
from pathlib import Path

from app.adapters.win32 import library
from app.core.disks import REMOTE_DRIVE, Disk, is_unc, mounted_at
from app.core.errors import WindowError

_MOUNTS = Path("/proc/self/mountinfo")
_WINDOWS_REMOTE = 4


class SystemDisks:
    """The disks of this computer."""

    def disk_of(self, folder: str) -> Disk | None:
        """The disk that a folder is on, or will be; None where the system does not tell."""
        path = os.path.realpath(folder)
        try:
            if sys.platform == "win32":
                return _drive(path)
            if sys.platform == "darwin":
                return _file_system(path)
            return mounted_at(os.fsdecode(_MOUNTS.read_bytes()), path)
        except (OSError, AttributeError, WindowError):
            return None


def _drive(path: str) -> Disk | None:
    """The kind of a drive of Windows. Raises OSError, WindowError."""
    root = Path(path).anchor
    if is_unc(path):
        return Disk(file_system=REMOTE_DRIVE, source=root)
    kind = library("kernel32").GetDriveTypeW(ctypes.c_wchar_p(root))
    return Disk(file_system=REMOTE_DRIVE if kind == _WINDOWS_REMOTE else "drive", source=root)


class _Statfs(ctypes.Structure):
    """What `statfs` of macOS fills in, with inodes of 64 bits."""

    _fields_ = (
        ("f_bsize", ctypes.c_uint32),
        ("f_iosize", ctypes.c_int32),
        ("f_counts", ctypes.c_uint64 * 5),
        ("f_fsid", ctypes.c_int32 * 2),
        ("f_owner", ctypes.c_uint32),
        ("f_type", ctypes.c_uint32),
        ("f_flags", ctypes.c_uint32),
        ("f_fssubtype", ctypes.c_uint32),
        ("f_fstypename", ctypes.c_char * 16),
        ("f_mntonname", ctypes.c_char * 1024),
        ("f_mntfromname", ctypes.c_char * 1024),
        ("f_reserved", ctypes.c_uint32 * 8),
    )


def _file_system(path: str) -> Disk | None:
    """The file system of macOS that the nearest folder which is there is on. Raises AttributeError."""
    system = ctypes.CDLL(None, use_errno=True)
    statfs = getattr(system, "statfs$INODE64", None) or system.statfs
    there = next((it for it in (Path(path), *Path(path).parents) if it.exists()), Path("/"))
    about = _Statfs()
    if statfs(os.fsencode(there), ctypes.byref(about)):
        return None
    return Disk(file_system=about.f_fstypename.decode(), source=os.fsdecode(about.f_mntfromname))
