"""What is said of where things are stored and who can read them."""

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.core.checkup import Check, CheckStatus
from app.core.disks import Disk
from app.core.keeping import Keep
from app.core.privacy import (
    Entry,
    OpenSockets,
    PrivacyFacts,
    PrivacyName,
    exposed_entries,
    part_of,
    privacy_checks,
    privacy_conclusion,
    privacy_to_json,
)
from app.core.store_key import KeyPlace

STORE = Entry(path="calls.sqlite3", size_bytes=36_864, mode=0o600)
FACTS = PrivacyFacts(
    home="/home/ann/calmline",
    is_there=True,
    mode=0o700,
    disk=Disk(file_system="ext4"),
    stored=(STORE,),
    calls=12,
    key_place=KeyPlace.FILE,
    sockets=(),
)


def file(path: str, mode: int | None = 0o600) -> Entry:
    return Entry(path=path, size_bytes=100, mode=mode)


def folder(path: str, mode: int = 0o700) -> Entry:
    return Entry(path=path, size_bytes=0, mode=mode, is_folder=True)


def found(facts: PrivacyFacts, name: PrivacyName) -> Check:
    (check,) = (check for check in privacy_checks(facts) if check.name is name)
    return check


def with_files(*stored: Entry, mode: int = 0o755) -> PrivacyFacts:
    return replace(FACTS, stored=stored, mode=mode)


def test_every_line_says_how_it_came_out_and_each_that_is_not_well_says_what_to_do() -> None:
    checks = list(privacy_checks(FACTS))
    assert [check.name for check in checks] == ["data_folder", "calls", "outside", "kept", "encryption", "sockets"]
    assert all(check.advice for check in checks if check.status is not CheckStatus.OK)
    assert privacy_conclusion(checks) == "Nothing that is kept was found open to others. Look at the warnings."


def test_the_store_is_told_with_size_and_number_of_calls() -> None:
    check = found(FACTS, PrivacyName.CALLS)
    assert "calls.sqlite3, 37 kB" in check.found
    assert "12 calls, for you alone" in check.found
    assert check.figures == {"files": 1, "bytes": 36_864, "calls": 12}


def test_a_key_that_lies_in_a_file_is_a_warning_that_says_who_has_both_and_names_each_systems_disk_encryption() -> None:
    check = found(FACTS, PrivacyName.ENCRYPTION)
    assert (check.status, "whoever has the whole disk" in check.found) == (CheckStatus.WARNING, True)
    told = ("calmline key keyring", "calmline key passphrase", "BitLocker", "FileVault", "LUKS")
    assert not [name for name in told if name not in check.advice]


@pytest.mark.parametrize(
    ("place", "said"), [(KeyPlace.KEYRING, "system's keyring"), (KeyPlace.PASSPHRASE, "by a passphrase")]
)
def test_a_key_in_the_keyring_or_behind_a_passphrase_is_well(place: KeyPlace, said: str) -> None:
    check = found(replace(FACTS, key_place=place), PrivacyName.ENCRYPTION)
    assert (check.status, said in check.found) == (CheckStatus.OK, True)


def test_before_the_first_call_there_is_no_key_yet() -> None:
    check = found(replace(FACTS, key_place=None), PrivacyName.ENCRYPTION)
    assert (check.status, check.found.startswith("Calls will be encrypted")) == (CheckStatus.OK, True)


def test_a_key_that_is_not_to_be_had_has_failed() -> None:
    check = found(replace(FACTS, is_key_there=False), PrivacyName.ENCRYPTION)
    assert (check.status, "not to be had" in check.found) == (CheckStatus.FAILED, True)


def test_a_file_that_is_still_plain_is_named() -> None:
    check = found(replace(FACTS, plain=("calls.sqlite3.before-repair-1",)), PrivacyName.ENCRYPTION)
    assert (check.status, "calls.sqlite3.before-repair-1" in check.found) == (CheckStatus.WARNING, True)


@pytest.mark.parametrize(
    ("disk", "status"),
    [
        (Disk(file_system="nfs4"), CheckStatus.FAILED),
        (Disk(file_system="9p"), CheckStatus.WARNING),
        (None, CheckStatus.WARNING),
        (Disk(file_system="apfs"), CheckStatus.OK),
    ],
)
def test_the_folder_has_to_be_on_this_computers_own_disk(disk: Disk | None, status: CheckStatus) -> None:
    check = found(replace(FACTS, disk=disk), PrivacyName.DATA_FOLDER)
    assert check.status is status
    assert FACTS.home in check.found


@pytest.mark.parametrize(
    ("mode", "status"),
    [(0o700, "ok"), (0o755, "warning"), (0o710, "warning"), (0o770, "failed"), (0o777, "failed"), (None, "warning")],
)
def test_a_folder_that_others_can_write_to_fails_and_one_that_is_open_is_told(mode: int | None, status: str) -> None:
    check = found(replace(FACTS, mode=mode), PrivacyName.DATA_FOLDER)
    assert check.status == status


def test_an_open_file_with_calls_in_an_open_folder_fails_and_names_the_file() -> None:
    facts = with_files(STORE, file("calls.sqlite3-wal", 0o644))
    check = found(facts, PrivacyName.CALLS)
    assert check.status is CheckStatus.FAILED
    assert "Others can read calls.sqlite3-wal (0644)" in check.found
    assert 'chmod go= "/home/ann/calmline"' in check.advice
    assert "not private yet" in privacy_conclusion(privacy_checks(facts))


def test_open_playbooks_are_a_warning_since_no_calls_are_in_them() -> None:
    facts = with_files(folder("playbooks", 0o755), file("playbooks/our_team.toml", 0o644))
    assert found(facts, PrivacyName.OWN_TEXTS).status is CheckStatus.WARNING


@pytest.mark.parametrize(
    ("facts", "exposed"),
    [
        (with_files(file("a", 0o644), file("b", 0o600)), ["a"]),
        (with_files(file("a", 0o644), mode=0o700), []),
        (with_files(folder("journals", 0o700), file("journals/a.jsonl", 0o644)), []),
        (with_files(folder("journals", 0o711), file("journals/a.jsonl", 0o604)), ["journals/a.jsonl"]),
        (with_files(file("a", None)), []),
    ],
)
def test_only_what_others_can_get_at_is_exposed(facts: PrivacyFacts, exposed: Sequence[str]) -> None:
    assert [entry.path for entry in exposed_entries(facts)] == exposed


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("calls.sqlite3-shm", PrivacyName.CALLS),
        ("calls.sqlite3.before-repair-1", PrivacyName.COPIES),
        ("calls.sqlite3.key", PrivacyName.KEY),
        ("analysis.lock", PrivacyName.RUNNING),
        ("window.closed", PrivacyName.RUNNING),
        ("journals/1.jsonl", PrivacyName.JOURNALS),
        ("settings.toml.bad", PrivacyName.SETTINGS),
        ("playbooks-last-good/ours/ours.toml", PrivacyName.OWN_TEXTS),
        ("models/base.en/model.bin", PrivacyName.MODELS),
        ("call.lock", PrivacyName.RUNNING),
        ("notes.txt", PrivacyName.OTHER_FILES),
        ("call.json/odd", PrivacyName.OTHER_FILES),
    ],
)
def test_every_file_is_told_with_what_it_is_for(path: str, part: PrivacyName) -> None:
    assert part_of(path) is part


@pytest.mark.parametrize("path", ["calls.sqlite3.before-repair-1", "journals/1.jsonl", "notes.txt"])
def test_what_lies_there_longer_than_needed_is_told_with_what_to_do(path: str) -> None:
    check = found(with_files(file(path), mode=0o700), part_of(path))
    assert (check.status, bool(check.advice)) == (CheckStatus.WARNING, True)


def test_the_journal_of_a_call_that_runs_is_well() -> None:
    running = OpenSockets(process=7, internet=(), local=1)
    facts = replace(with_files(file("journals/1.jsonl"), mode=0o700), sockets=(running,))
    assert found(facts, PrivacyName.JOURNALS).status is CheckStatus.OK


def test_what_is_kept_is_told_and_who_decided_it() -> None:
    assert "sound never" in found(FACTS, PrivacyName.KEPT).found
    nothing = found(replace(FACTS, keep=Keep.NOTHING, is_keep_locked=True), PrivacyName.KEPT)
    assert nothing.found == "Nothing of a call is kept. Your centre has set this."


def test_an_internet_socket_is_a_warning_that_names_it_and_none_is_well() -> None:
    calm = OpenSockets(process=7, internet=(), local=3)
    assert found(replace(FACTS, sockets=(calm,)), PrivacyName.SOCKETS).status is CheckStatus.OK
    leaky = replace(calm, internet=("tcp 10.0.0.1:50 to 192.0.2.1:443",))
    check = found(replace(FACTS, sockets=(leaky,)), PrivacyName.SOCKETS)
    assert (check.status, "192.0.2.1:443" in check.found) == (CheckStatus.WARNING, True)
    assert found(replace(FACTS, sockets=None), PrivacyName.SOCKETS).status is CheckStatus.SKIPPED


def test_where_it_is_not_known_what_is_written_elsewhere_nothing_is_claimed() -> None:
    assert found(replace(FACTS, outside=None), PrivacyName.OUTSIDE).status is CheckStatus.SKIPPED
    listed = found(replace(FACTS, outside=(folder("/home/ann/.cache/fontconfig"),)), PrivacyName.OUTSIDE)
    assert "/home/ann/.cache/fontconfig" in listed.found


def test_the_report_lists_every_file_with_size_and_mode() -> None:
    checks = list(privacy_checks(FACTS))
    report = json.loads(json.dumps(privacy_to_json(FACTS, checks, {"version": "1"})))
    assert (report["schema"], report["status"], report["version"]) == ("calmline/privacy/1", "warning", "1")
    assert (report["disk"], report["file_system"]) == ("local", "ext4")
    assert report["stored"] == [{"path": "calls.sqlite3", "bytes": 36_864, "mode": "0600", "folder": False}]
    assert [check["check"] for check in report["checks"]] == [check.name for check in checks]
