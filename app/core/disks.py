"""What kind of disk a folder is on: calls are kept on the computer's own disks alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import StoreError

REMOTE_DRIVE = "remote drive"
"""What stands for the file system of a drive of which Windows says that it is a share."""

_SHARES = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "davfs", "ncpfs", "afs", "coda"),
        *("ceph", "glusterfs", "lustre", "gpfs", "beegfs", "fuse.sshfs", "fuse.glusterfs", "fuse.ceph-fuse"),
        *("fuse.rclone", "fuse.s3fs", "fuse.davfs2", "fuse.curlftpfs", "fuse.gvfsd-fuse", "fuse.smbnetfs"),
        *("orangefs", "pvfs2", "moosefs", "fuse.moosefs", "fuse.mfs", "fuse.mfsmount"),
        REMOTE_DRIVE,
    }
)
_LOCAL_FUSE = frozenset(
    {
        *("fuseblk", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs", "fuse.securefs", "fuse.veracrypt", "fuse.dislocker"),
        *("fuse.mergerfs", "fuse.unionfs", "fuse.unionfs-fuse", "fuse.fuse-overlayfs", "fuse.bindfs", "fuse.portal"),
        *("fuse.ntfs-3g", "fuse.exfat", "fuse.zfs", "fuse.apfs-fuse", "fuse.lxcfs"),
    }
)
"""Programs that keep what is written on a disk of this computer; of any other one nobody knows where that goes."""

_OF_THE_HOST = frozenset({"9p", "virtiofs", "vboxsf", "vmhgfs", "fuse.vmhgfs-fuse", "prl_fs", "drvfs"})
_ELSEWHERE = re.compile(r"//|\\\\|[^/]*:/|[a-z]+://")
"""The beginning of what is mounted where that is on another computer: //host/share, host:/path, https://host/path."""

_OCTAL = re.compile(r"\\([0-7]{3})")


class Reach(StrEnum):
    """Where the bytes of a disk lie, as far as it can be told."""

    LOCAL = "local"
    SHARE = "share"
    HOST = "host"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disk:
    """A mounted disk: its file system, and what is mounted."""

    file_system: str
    source: str = ""

    @property
    def reach(self) -> Reach:
        """Where its bytes lie. `HOST` is a folder of the computer that a virtual one runs on."""
        if self.file_system in _OF_THE_HOST:
            return Reach.HOST
        is_fuse = "fuse" in self.file_system
        if self.file_system in _SHARES or (is_fuse and _ELSEWHERE.match(self.source)):
            return Reach.SHARE
        return Reach.UNKNOWN if is_fuse and self.file_system not in _LOCAL_FUSE else Reach.LOCAL


def reach_of(disk: Disk | None) -> Reach:
    """Where the bytes of a disk lie, None being one that cannot be looked up."""
    return Reach.UNKNOWN if disk is None else disk.reach


def check_disk(disk: Disk | None, folder: str) -> None:
    """Raises StoreError where calls in a folder would leave the computer."""
    if reach_of(disk) is not Reach.SHARE:
        return
    raise StoreError(
        "{folder} is on a network share: calls would leave this computer, and the store could be damaged there.",
        "Set CALMLINE_HOME to a folder on this computer's own disk, or calmline settings set keep nothing.",
        folder=folder,
    )


def is_unc(path: str) -> bool:
    r"""Whether a path of Windows names another computer: \\host\share, \\?\UNC\host\share."""
    plain = path.replace("/", "\\").lower()
    return plain.startswith("\\\\?\\unc\\") or (plain.startswith("\\\\") and plain[2:4] not in {"?\\", ".\\"})


def mounted_at(mountinfo: str, path: str) -> Disk | None:
    """The disk that an absolute path without links is on, by Linux's /proc/self/mountinfo; None where none is told."""
    best, found = -1, None
    for point, disk in _mounts(mountinfo):
        inside = point in {"/", path} or path.startswith(f"{point}/")
        if inside and len(point) >= best:  # of two at one place the later one is seen
            best, found = len(point), disk
    return found


def _mounts(mountinfo: str) -> Iterator[tuple[str, Disk]]:
    for line in mountinfo.splitlines():
        place, _, what = line.partition(" - ")
        places, kinds = place.split(" "), what.split(" ")
        if len(places) > 4 and len(kinds) > 1:  # noqa: PLR2004 - the fifth is the mount point
            yield _plain(places[4]), Disk(file_system=kinds[0], source=_plain(kinds[1]))


def _plain(text: str) -> str:
    return _OCTAL.sub(lambda found: chr(int(found[1], 8)), text)
