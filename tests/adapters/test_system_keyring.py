"""The system's keyring at keyring's own port: what it does, and what it does not do."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null

from app.adapters.system_keyring import SystemKeyring
from app.core.errors import StoreKeyError
from tests.adapters.keyrings import FILE, FileKeyring


class Mute(FileKeyring):
    """A keyring that asks somebody who is not there."""

    answered = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:  # noqa: ARG002 - keyring's port
        self.answered.wait()
        return None


def use(backend: Callable[[], KeyringBackend]) -> None:
    """Have keyring use one of these."""
    keyring.set_keyring(backend())


@pytest.fixture(autouse=True)
def ring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file of a keyring that keyring uses."""
    file, before = tmp_path / "ring.json", keyring.get_keyring()
    file.write_text("{}")
    monkeypatch.setenv(FILE, str(file))
    Mute.answered.clear()
    use(FileKeyring)
    yield file
    Mute.answered.set()
    keyring.set_keyring(before)


def test_a_secret_is_kept_found_and_forgotten(ring: Path) -> None:
    system = SystemKeyring()
    assert system.get("one") is None
    system.put("one", "abc")
    assert system.get("one") == "abc"
    assert "Calmline call store/one" in ring.read_text()
    system.remove("one")
    assert system.get("one") is None
    with pytest.raises(StoreKeyError, match="cannot be used"):
        system.remove("one")


def test_one_that_is_locked_is_told(ring: Path) -> None:
    ring.unlink()
    acts: list[Callable[[], object]] = [lambda: SystemKeyring().get("one"), lambda: SystemKeyring().put("one", "abc")]
    for act in acts:
        with pytest.raises(StoreKeyError, match="cannot be used"):
            act()


@pytest.mark.parametrize("none", [fail.Keyring, null.Keyring], ids=["none", "null"])
def test_where_there_is_no_keyring_or_one_that_keeps_nothing_that_is_told(none: Callable[[], KeyringBackend]) -> None:
    use(none)
    with pytest.raises(StoreKeyError, match="There is no keyring here"):
        SystemKeyring().put("one", "abc")


def test_one_that_never_answers_is_not_waited_for() -> None:
    use(Mute)
    with pytest.raises(StoreKeyError, match="does not answer"):
        SystemKeyring(answer_s=0.01).get("one")
