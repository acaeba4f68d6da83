"""`calmline key`, and commands whose key is away, as a person at a desk meets them."""

import json
import os
import shutil
from pathlib import Path

import pytest

from app.adapters.store_keys import lock_file, note_file
from tests.adapters.keyrings import FILE, FileKeyring
from tests.adapters.sealed import make_plain
from tests.cli.commands import assert_refused, calmline, calmline_from_its_start, key_of

PROPOSE = ("lexicon", "propose", "the loyalty points", "--angrier")
SAID = "correct horse battery staple"


@pytest.fixture
def ring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A keyring of this test's own, as keyring's configuration chooses one."""
    file = tmp_path / "ring.json"
    file.write_text("{}")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", f"{FileKeyring.__module__}.{FileKeyring.__name__}")
    monkeypatch.setenv(FILE, str(file))
    return file


def proposals() -> str:
    return calmline("lexicon", "list").out


def test_with_a_keyring_the_key_is_there_and_nowhere_else(ring: Path, calmline_home: Path) -> None:
    assert "no key yet" in calmline("key").out
    assert not calmline_home.exists()
    assert calmline_from_its_start(*PROPOSE).status == 0
    assert "Calmline call store/" in ring.read_text()
    assert "in the system's keyring" in calmline("key").out
    assert "loyalty" in proposals()
    assert not (ring.parent / "calmline-keys").exists()
    assert calmline("doctor", "--privacy").status == 0


def test_a_keyring_that_is_locked_is_one_clear_line_and_the_call_still_runs(ring: Path, calmline_home: Path) -> None:
    assert calmline(*PROPOSE).status == 0
    locked = ring.rename(ring.with_name("locked"))
    before = (calmline_home / "calls.sqlite3").read_bytes()
    for command in (("calls", "list"), ("kept",), ("key",), ("lexicon", "list"), ("key", "show")):
        assert_refused(calmline(*command), "its key is in the system's keyring, which cannot be used. Unlock")
    scored = calmline("score", "-", given='{"speaker": "caller", "text": "This is a disgrace!"}')
    assert (scored.status, len(scored.lines)) == (0, 1)
    assert (calmline_home / "calls.sqlite3").read_bytes() == before
    locked.rename(ring)
    assert "loyalty" in proposals()


def test_without_a_keyring_it_says_where_the_key_lies_and_how_to_keep_it_better(tmp_path: Path) -> None:
    assert calmline(*PROPOSE).err == ""
    told = calmline("key").out
    assert str(tmp_path / "calmline-keys") in told
    assert "calmline key passphrase" in told


def test_a_passphrase_closes_the_calls_until_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    assert calmline(*PROPOSE).status == 0
    assert calmline("key", "passphrase", given=f"{SAID}\n").status == 0
    assert_refused(calmline("lexicon", "list"), "it needs its passphrase", "CALMLINE_PASSPHRASE")
    monkeypatch.setenv("CALMLINE_PASSPHRASE", "another one")
    assert_refused(calmline("lexicon", "list"), "not its passphrase")
    monkeypatch.setenv("CALMLINE_PASSPHRASE", SAID)
    assert "loyalty" in proposals()
    assert_refused(calmline("key", "passphrase", given="  \n"), "cannot be empty")
    assert calmline("key", "passphrase", given="a new one\n").status == 0
    assert_refused(calmline("lexicon", "list"), "not its passphrase")


def test_a_centre_can_have_no_call_kept_whose_key_would_lie_in_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calmline_home: Path
) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text('key_in = "strict"\n')
    monkeypatch.setenv("CALMLINE_POLICY", str(policy))
    assert_refused(calmline(*PROPOSE), "No call can be kept", "calmline key passphrase")
    assert not (calmline_home / "calls.sqlite3").exists()
    assert calmline("key", "passphrase", given=f"{SAID}\n").status == 0
    monkeypatch.setenv("CALMLINE_PASSPHRASE", SAID)
    assert calmline(*PROPOSE).status == 0


def test_a_key_that_was_written_down_brings_the_calls_back(calmline_home: Path, tmp_path: Path) -> None:
    assert calmline(*PROPOSE).status == 0
    shown = calmline("key", "show")
    assert "Keep it in a safe" in shown.err
    note_file(calmline_home / "calls.sqlite3").unlink()
    shutil.rmtree(tmp_path / "calmline-keys")
    assert_refused(calmline("lexicon", "list"), "calmline key restore")
    assert_refused(calmline("key", "restore", given="0123"), "no key of a call store")
    assert_refused(calmline("key", "restore", given=f"{'ab' * 32}\n"), "does not open")
    assert calmline("key", "restore", given=shown.out).status == 0
    assert "loyalty" in proposals()


def test_calls_whose_key_is_lost_are_put_aside_on_demand_and_a_new_store_begins(
    calmline_home: Path, tmp_path: Path
) -> None:
    assert calmline(*PROPOSE).status == 0
    data = (calmline_home / "calls.sqlite3").read_bytes()
    shutil.rmtree(tmp_path / "calmline-keys")
    assert_refused(calmline(*PROPOSE), "cannot be read")
    assert str(calmline_home / "aside-1") in calmline("key", "aside").out
    assert (calmline_home / "aside-1" / "calls.sqlite3").read_bytes() == data
    assert "loyalty" not in proposals()
    assert calmline(*PROPOSE).status == 0
    if os.name == "posix":
        assert {path.stat().st_mode & 0o077 for path in calmline_home.rglob("*")} == {0}
    assert lock_file(calmline_home / "calls.sqlite3").exists()


def test_what_an_older_version_stored_is_encrypted_by_the_first_command_that_opens_it(calmline_home: Path) -> None:
    assert calmline(*PROPOSE).status == 0
    store = calmline_home / "calls.sqlite3"
    make_plain(store, key_of(calmline_home))
    note_file(store).unlink()
    assert b"loyalty" in store.read_bytes()
    before = json.loads(calmline("doctor", "--privacy", "--json").out)
    [told] = [check for check in before["checks"] if check["check"] == "encryption"]
    assert (told["status"], "Not encrypted: calls.sqlite3." in told["found"]) == ("warning", True)
    assert b"loyalty" in store.read_bytes()
    assert "loyalty" in proposals()
    assert not [path for path in calmline_home.rglob("*") if path.is_file() and b"loyalty" in path.read_bytes()]
