"""Which disks calls may lie on."""

import pytest

from app.core.disks import Disk, Reach, check_disk, is_unc, mounted_at, reach_of
from app.core.errors import StoreError

MOUNTS = r"""
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 27 0:40 / /home rw shared:1 - autofs systemd-1 rw
31 30 0:41 / /home rw,nosuid shared:2 master:1 - nfs4 files.example:/home rw
32 31 8:2 / /home/ann/own\040disk rw - btrfs /dev/sdb2 rw
33 27 0:50 / /mnt/box rw - fuse.sshfs ann@box: rw
damaged line
34 27 0:51 /
"""


@pytest.mark.parametrize(
    ("path", "file_system"),
    [
        ("/", "ext4"),
        ("/homestead/x", "ext4"),
        ("/home", "nfs4"),
        ("/home/ann/.local/share/calmline", "nfs4"),
        ("/home/ann/own disk/calmline", "btrfs"),
        ("/mnt/box", "fuse.sshfs"),
    ],
)
def test_the_innermost_mount_that_was_made_last_is_the_disk_of_a_folder(path: str, file_system: str) -> None:
    disk = mounted_at(MOUNTS, path)
    assert disk is not None
    assert disk.file_system == file_system


def test_where_no_mount_is_told_the_disk_is_unknown() -> None:
    assert mounted_at("", "/home") is None
    assert reach_of(None) is Reach.UNKNOWN


@pytest.mark.parametrize(
    "disk",
    [
        *(Disk(file_system=name) for name in ("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "remote drive")),
        Disk(file_system="fuse", source="https://cloud.example/dav"),
        Disk(file_system="fuse.unheard", source="ann@box:/srv"),
        Disk(file_system="fuse", source="//box/share"),
        Disk(file_system="macfuse", source="ann@box:/srv"),
    ],
)
def test_a_share_is_refused_in_one_line_that_says_why_and_what_to_do(disk: Disk) -> None:
    with pytest.raises(StoreError) as refused:
        check_disk(disk, "/home/ann/calmline")
    line = str(refused.value.line())
    assert len(line.splitlines()) == 1
    assert "/home/ann/calmline is on a network share" in line
    assert "leave this computer" in line
    assert "Set CALMLINE_HOME to a folder on this computer's own disk" in line


@pytest.mark.parametrize(
    "disk",
    [
        None,
        *(Disk(file_system=name) for name in ("ext4", "btrfs", "xfs", "overlay", "tmpfs", "apfs", "drive", "9p")),
        Disk(file_system="fuseblk", source="/dev/sdb1"),
        Disk(file_system="fuse.encfs", source="encfs"),
        Disk(file_system="macfuse", source="vault"),
    ],
)
def test_what_lies_on_this_computer_or_cannot_be_told_is_not_refused(disk: Disk | None) -> None:
    check_disk(disk, "/home/ann/calmline")


@pytest.mark.parametrize(
    "name",
    [
        *("fuse.goofys", "fuse.gcsfuse", "fuse.blobfuse2", "fuse.mount-s3", "fuse.onedriver", "fuse.juicefs"),
        *("fuse.google-drive-ocamlfuse", "fuse", "fuse.unheard", "macfuse", "osxfuse"),
    ],
)
def test_where_a_program_keeps_what_is_written_cannot_be_told(name: str) -> None:
    assert reach_of(Disk(file_system=name, source="whatever")) is Reach.UNKNOWN


@pytest.mark.parametrize(
    "name", ["fuseblk", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs", "fuse.mergerfs", "fuse.portal", "fuse.ntfs-3g"]
)
def test_programs_that_keep_it_on_this_computer_are_known(name: str) -> None:
    assert reach_of(Disk(file_system=name, source="vault")) is Reach.LOCAL


@pytest.mark.parametrize("name", ["orangefs", "pvfs2", "moosefs", "fuse.moosefs", "fuse.mfs"])
def test_file_systems_of_many_computers_are_shares(name: str) -> None:
    assert reach_of(Disk(file_system=name)) is Reach.SHARE


def test_a_folder_of_the_computer_around_a_virtual_one_is_told_apart() -> None:
    of_the_host = [Disk(file_system=name) for name in ("9p", "virtiofs", "vboxsf")]
    of_the_host.append(Disk(file_system="fuse.vmhgfs-fuse", source=".host:/"))
    assert {reach_of(disk) for disk in of_the_host} == {Reach.HOST}


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        (r"\\server\share\calmline", True),
        ("//server/share", True),
        (r"\\?\UNC\server\share", True),
        (r"\\?\C:\Users\ann", False),
        (r"\\.\C:", False),
        (r"C:\Users\ann", False),
    ],
)
def test_paths_of_windows_that_name_another_computer_are_known(path: str, is_one: bool) -> None:  # noqa: FBT001 - a case's outcome
    assert is_unc(path) is is_one
