"""The disk of a folder, asked of this system, and what opens a store or a journal on another's."""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.adapters.disks import SystemDisks
from app.compose import begin_journal, open_kept, open_store, open_team, purge_kept, store_notices
from app.compose.privacy import privacy_facts
from app.core.checkup import CheckStatus
from app.core.disks import Disk, Reach, reach_of
from app.core.errors import StoreError
from app.core.privacy import PrivacyName, privacy_checks
from app.settings import Settings
from tests.core.calls import document, started


class OnlyDisk:
    """A computer with one disk."""

    def __init__(self, file_system: str) -> None:
        self._disk = Disk(file_system=file_system)

    def disk_of(self, folder: str) -> Disk:
        del folder
        return self._disk


def test_the_disk_of_a_folder_that_is_not_there_yet_is_known(tmp_path: Path) -> None:
    disk = SystemDisks().disk_of(str(tmp_path / "not" / "there"))
    assert disk == SystemDisks().disk_of(str(tmp_path))
    assert reach_of(disk) in {Reach.LOCAL, Reach.HOST}


@pytest.mark.skipif(sys.platform != "linux", reason="Linux says what its kernel's own folders are")
def test_linux_names_the_file_system() -> None:
    assert SystemDisks().disk_of("/proc/self") == Disk(file_system="proc", source="proc")


def test_a_store_on_a_share_is_refused_and_nothing_is_made_there(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")
    for opened in (open_store, open_team):
        with pytest.raises(StoreError, match="network share"):
            opened(settings, OnlyDisk("nfs4"))
    assert not settings.home.exists()
    open_store(settings, OnlyDisk("ext4")).close()
    assert settings.store_file.exists()


def test_a_store_that_came_to_lie_on_a_share_can_still_be_read_and_emptied(tmp_path: Path) -> None:
    settings, share = Settings(home=tmp_path / "home"), OnlyDisk("nfs4")
    with pytest.raises(StoreError, match="network share"):
        open_kept(settings, share)
    assert not settings.home.exists()
    store = open_store(settings, OnlyDisk("ext4"))
    for day, call_id in ((1, "old"), (2, "other")):
        store.save(document(call=started(call_id, f"2026-01-0{day}T12:00:00+00:00")))
    store.close()
    kept = open_kept(settings, share)
    assert [row.call_id for row in kept.rows()] == ["other", "old"]
    kept.delete("other")
    kept.close()
    assert purge_kept(settings, datetime(2028, 1, 1, tzinfo=UTC), disks=share).whole == 1
    with pytest.raises(StoreError, match="network share"):
        open_store(settings, share)


def test_that_calls_are_not_kept_on_a_share_is_told_beforehand_unless_none_are_to_be_kept(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    (told,) = store_notices(settings, OnlyDisk("nfs4"))
    assert "network share" in told
    assert store_notices(replace(settings, keep="nothing"), OnlyDisk("nfs4")) == ()
    assert store_notices(settings, OnlyDisk("ext4")) == ()


def test_the_doctor_fails_a_folder_on_a_share(tmp_path: Path) -> None:
    checks = privacy_checks(privacy_facts(Settings(home=tmp_path), OnlyDisk("smb3")))
    assert [check.name for check in checks if check.status is CheckStatus.FAILED] == [PrivacyName.DATA_FOLDER]


def test_a_journal_on_a_share_is_refused_and_no_word_is_written_there(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")
    journal = begin_journal(settings, OnlyDisk("cifs"))
    with pytest.raises(StoreError, match="network share"):
        journal.write(started())
    journal.discard()
    assert not settings.home.exists()
