"""Where the key of a store is kept: made once, found again, moved, brought back, and never replaced by another."""

import json
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.adapters import key_seal
from app.adapters.call_store import SqlCallStore
from app.adapters.store_keys import StoreKeys, note_file
from app.core.errors import InputError, StoreKeyError
from app.core.store_key import KeyPlace, key_from_text, written_down
from tests.adapters.keyrings import MemoryKeyring
from tests.core.calls import document, started

SAID = "correct horse battery staple"


class Desk:
    """One user's store and key places; every `keys()` is that of another start."""

    def __init__(self, folder: Path) -> None:
        self.store = folder / "home" / "calls.sqlite3"
        self.folder = folder / "keys"
        self.ring = MemoryKeyring()
        self.passphrase: str | None = None

    def keys(self) -> StoreKeys:
        return StoreKeys(self.ring, lambda: self.folder, lambda: self.passphrase)

    def keep_a_call(self) -> bytes:
        key = self.keys().key_of(self.store)
        opened = SqlCallStore(self.store, key)
        opened.save(document(call=started("c1")))
        opened.close()
        return key

    def files(self) -> bytes:
        return b"".join(path.read_bytes() for path in self.store.parent.rglob("*") if path.is_file())


@pytest.fixture(autouse=True)
def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a passphrase closes the key is tried here, not how long one takes to guess."""
    monkeypatch.setattr(key_seal, "_N", 1 << 4)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_key_of_a_new_store_is_in_the_keyring_and_found_at_the_next_start(desk: Desk) -> None:
    key = desk.keep_a_call()
    assert (len(key), desk.keys().place_of(desk.store)) == (32, KeyPlace.KEYRING)
    assert desk.keys().key_of(desk.store) == key
    assert [*desk.ring.secrets.values()] == [key.hex()]
    assert not desk.folder.exists()
    assert key.hex().encode() not in desk.files()
    assert key not in desk.files()


def test_without_a_keyring_a_passphrase_that_was_given_closes_the_key(desk: Desk) -> None:
    desk.ring.is_locked, desk.passphrase = True, SAID
    key = desk.keep_a_call()
    assert desk.keys().place_of(desk.store) is KeyPlace.PASSPHRASE
    assert desk.keys().key_of(desk.store) == key
    assert key.hex().encode() not in desk.files()
    assert SAID.encode() not in desk.files()
    assert not desk.folder.exists()


def test_without_either_the_key_lies_in_a_file_of_its_owner_alone_apart_from_the_calls(desk: Desk) -> None:
    desk.ring.is_locked = True
    key = desk.keep_a_call()
    [file] = desk.folder.iterdir()
    assert desk.keys().place_of(desk.store) is KeyPlace.FILE
    assert desk.keys().key_of(desk.store) == key
    assert key.hex().encode() not in desk.files()
    if os.name == "posix":
        assert {path.stat().st_mode & 0o077 for path in (desk.folder, file, note_file(desk.store))} == {0}


def test_where_no_file_may_hold_it_nothing_is_made_and_it_is_said_what_to_do(desk: Desk) -> None:
    desk.ring.is_locked = True
    with pytest.raises(StoreKeyError, match="No call can be kept") as caught:
        desk.keys().key_of(desk.store, is_strict=True)
    assert "calmline key passphrase" in caught.value.advice
    assert not note_file(desk.store).exists()
    assert not desk.folder.exists()


def test_where_no_file_may_hold_it_any_more_it_moves_as_soon_as_there_is_a_keyring(desk: Desk) -> None:
    desk.ring.is_locked = True
    key = desk.keep_a_call()
    with pytest.raises(StoreKeyError, match="No call can be kept"):
        desk.keys().key_of(desk.store, is_strict=True)
    assert desk.keys().key_of(desk.store) == key
    desk.ring.is_locked = False
    assert desk.keys().key_of(desk.store, is_strict=True) == key
    assert desk.keys().place_of(desk.store) is KeyPlace.KEYRING
    assert [*desk.folder.iterdir()] == []


def test_however_many_start_at_once_there_is_one_key(desk: Desk) -> None:
    with ThreadPoolExecutor(8) as threads:
        found = set(threads.map(lambda _: desk.keys().key_of(desk.store), range(8)))
    assert len(found) == 1


def test_a_locked_keyring_is_told_makes_no_other_key_and_costs_nothing(desk: Desk) -> None:
    key = desk.keep_a_call()
    desk.ring.is_locked = True
    before = desk.files()
    with pytest.raises(StoreKeyError, match="in the system's keyring, which cannot be used") as caught:
        desk.keys().key_of(desk.store)
    assert "Unlock" in caught.value.advice
    assert desk.files() == before
    desk.ring.is_locked = False
    assert desk.keys().key_of(desk.store) == key


def lose_from_ring(desk: Desk) -> None:
    desk.ring.secrets.clear()


def swap_in_ring(desk: Desk) -> None:
    desk.ring.secrets = dict.fromkeys(desk.ring.secrets, bytes(32).hex())


def spoil_in_ring(desk: Desk) -> None:
    desk.ring.secrets = dict.fromkeys(desk.ring.secrets, "no key")


def lose_note(desk: Desk) -> None:
    note_file(desk.store).unlink()


def spoil_note(desk: Desk) -> None:
    note_file(desk.store).write_bytes(b"\xff{")


def later_note(desk: Desk) -> None:
    note = json.loads(note_file(desk.store).read_bytes())
    note_file(desk.store).write_text(json.dumps({**note, "format": 2}))


@pytest.mark.parametrize("harm", [lose_from_ring, swap_in_ring, spoil_in_ring, lose_note, spoil_note, later_note])
def test_a_key_that_is_lost_or_another_ones_is_told_and_comes_back_from_what_was_written_down(
    desk: Desk, harm: Callable[[Desk], None]
) -> None:
    key = desk.keep_a_call()
    data = desk.store.read_bytes()
    harm(desk)
    with pytest.raises(StoreKeyError) as caught:
        desk.keys().key_of(desk.store)
    assert "calmline key restore" in caught.value.advice
    assert desk.store.read_bytes() == data
    with pytest.raises(InputError, match="does not open"):
        desk.keys().restore(desk.store, bytes(range(32)))
    desk.keys().restore(desk.store, key_from_text(written_down(key)))
    assert desk.keys().key_of(desk.store) == key


def test_a_key_in_a_file_that_is_gone_is_told(desk: Desk) -> None:
    desk.ring.is_locked = True
    desk.keep_a_call()
    for file in desk.folder.iterdir():
        file.unlink()
    with pytest.raises(StoreKeyError, match=r"its key in .* cannot be read"):
        desk.keys().key_of(desk.store)


def test_a_passphrase_is_asked_for_and_another_one_opens_nothing(desk: Desk) -> None:
    key = desk.keep_a_call()
    desk.keys().move(desk.store, KeyPlace.PASSPHRASE, SAID)
    assert desk.ring.secrets == {}
    keys = desk.keys()
    assert keys.needs_passphrase(desk.store)
    with pytest.raises(StoreKeyError, match="needs its passphrase"):
        keys.key_of(desk.store)
    with pytest.raises(StoreKeyError, match="not its passphrase"):
        keys.give(desk.store, "wrong")
    assert keys.needs_passphrase(desk.store)
    keys.give(desk.store, SAID)
    assert not keys.needs_passphrase(desk.store)
    assert keys.key_of(desk.store) == key


def test_a_key_moves_between_all_places_and_leaves_the_one_before(desk: Desk) -> None:
    key = desk.keep_a_call()
    places = (KeyPlace.PASSPHRASE, KeyPlace.KEYRING, KeyPlace.FILE, KeyPlace.PASSPHRASE, KeyPlace.PASSPHRASE)
    for number, place in enumerate(places):
        keys = desk.keys()
        keys.move(desk.store, place, f"{SAID} {number}")
        desk.passphrase = f"{SAID} {number}"
        assert desk.keys().place_of(desk.store) is place
        assert desk.keys().key_of(desk.store) == key
        assert bool(desk.ring.secrets) == (place is KeyPlace.KEYRING)
        assert bool(desk.folder.exists() and [*desk.folder.iterdir()]) == (place is KeyPlace.FILE)


def test_a_file_with_the_key_that_a_move_cut_short_left_goes_with_the_next_move(desk: Desk) -> None:
    desk.ring.is_locked = True
    key = desk.keep_a_call()
    [file] = desk.folder.iterdir()
    desk.ring.is_locked = False
    desk.keys().move(desk.store, KeyPlace.KEYRING)
    file.write_text(key.hex())
    desk.keys().move(desk.store, KeyPlace.KEYRING)
    assert not file.exists()
    assert desk.keys().key_of(desk.store) == key


@pytest.mark.skipif(os.name != "posix", reason="Windows has no modes")
def test_a_file_with_the_key_that_others_may_read_is_closed_to_them(desk: Desk) -> None:
    desk.ring.is_locked = True
    key = desk.keep_a_call()
    [file] = desk.folder.iterdir()
    file.chmod(0o644)
    assert desk.keys().key_of(desk.store) == key
    assert file.stat().st_mode & 0o077 == 0


def test_a_passphrase_that_is_no_text_of_the_system_is_another_one_and_can_be_chosen(desk: Desk) -> None:
    odd = os.fsdecode(b"\xff\xfe")
    key = desk.keep_a_call()
    desk.keys().move(desk.store, KeyPlace.PASSPHRASE, SAID)
    with pytest.raises(StoreKeyError, match="not its passphrase"):
        desk.keys().give(desk.store, odd)
    desk.passphrase = SAID
    desk.keys().move(desk.store, KeyPlace.PASSPHRASE, odd)
    desk.passphrase = odd
    assert desk.keys().key_of(desk.store) == key


def test_a_move_that_fails_leaves_the_key_where_it_was(desk: Desk) -> None:
    desk.ring.is_locked = True
    key = desk.keep_a_call()
    with pytest.raises(StoreKeyError):
        desk.keys().move(desk.store, KeyPlace.KEYRING)
    assert desk.keys().place_of(desk.store) is KeyPlace.FILE
    assert desk.keys().key_of(desk.store) == key


def test_a_store_that_is_moved_to_another_folder_keeps_its_key(desk: Desk) -> None:
    key = desk.keep_a_call()
    moved = desk.store.parent.rename(desk.store.parent.with_name("moved"))
    assert desk.keys().key_of(moved / desk.store.name) == key


@pytest.mark.parametrize("text", ["", "abc", "00" * 31, "zz" * 32])
def test_what_is_no_key_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(InputError) as caught:
        key_from_text(text)
    assert not text or text not in caught.value.line()
