"""Keyrings at keyring's own port, and at Calmline's."""

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.compat import properties
from keyring.errors import KeyringLocked

from app.core.errors import StoreKeyError

FILE = "TEST_KEYRING_FILE"


class FileKeyring(KeyringBackend):
    """A keyring that a process of a test finds again: a file that a variable names. One that is not there is locked."""

    @properties.classproperty
    def priority(cls) -> float:  # noqa: N805 - a property of the class
        return 9.0

    def get_password(self, service: str, username: str) -> str | None:
        found = self._read().get(f"{service}/{username}")
        return None if found is None else str(found)

    def set_password(self, service: str, username: str, password: str) -> None:
        _file().write_text(json.dumps({**self._read(), f"{service}/{username}": password}), encoding="utf-8")

    def delete_password(self, service: str, username: str) -> None:
        kept = self._read()
        del kept[f"{service}/{username}"]
        _file().write_text(json.dumps(kept), encoding="utf-8")

    @staticmethod
    def _read() -> dict[str, str]:
        if not _file().exists():
            raise KeyringLocked("locked")
        return dict(json.loads(_file().read_text(encoding="utf-8")))


def _file() -> Path:
    return Path(os.environ[FILE])


class MemoryKeyring:
    """A keyring in memory, which can be locked."""

    def __init__(self) -> None:
        self.secrets: dict[str, str] = {}
        self.is_locked = False

    def get(self, name: str) -> str | None:
        self._check()
        return self.secrets.get(name)

    def put(self, name: str, secret: str) -> None:
        self._check()
        self.secrets[name] = secret

    def remove(self, name: str) -> None:
        self._check()
        del self.secrets[name]

    def _check(self) -> None:
        if self.is_locked:
            raise StoreKeyError("The system's keyring cannot be used.", "Unlock it, and try again.")
