"""The system's own keyring: the Secret Service on Linux, Keychain on macOS, the Credential Manager on Windows."""

import sys
from typing import TYPE_CHECKING, TypeVar

from app.core.errors import StoreKeyError

if TYPE_CHECKING:
    from collections.abc import Callable

    from keyring.backend import KeyringBackend

Found = TypeVar("Found")
SERVICE = "Calmline call store"
_LEAST = 1.0
"""Below this priority keyring has no safe place: a file in plain text, or none at all."""


class SystemKeyring:
    """Secrets by name. Every call may ask the person to unlock the keyring, and takes as long as that does."""

    def get(self, name: str) -> str | None:
        """A secret, None where there is none of this name. Raises StoreKeyError."""
        return _tried(lambda keyring: keyring.get_password(SERVICE, name))

    def put(self, name: str, secret: str) -> None:
        """Keep a secret. Raises StoreKeyError."""
        _tried(lambda keyring: keyring.set_password(SERVICE, name, secret))

    def remove(self, name: str) -> None:
        """Forget a secret. Raises StoreKeyError, also where there is none of this name."""
        _tried(lambda keyring: keyring.delete_password(SERVICE, name))


def _tried(act: "Callable[[KeyringBackend], Found]") -> Found:
    """Raises StoreKeyError."""
    try:
        return act(_keyring())
    except StoreKeyError:
        raise
    except Exception as error:  # backends let through errors of D-Bus, of Windows and of macOS
        raise StoreKeyError("The system's keyring cannot be used.", "Unlock it, and try again.") from error


def _keyring() -> "KeyringBackend":
    """Raises StoreKeyError where there is none."""
    import keyring

    found = keyring.get_keyring()
    if found.priority < _LEAST:
        raise StoreKeyError("There is no keyring here.", "Log in at the desk itself, or set a passphrase.")
    if sys.platform == "win32" and hasattr(found, "persist"):
        found.persist = "local machine"  # else the key would go along with a roaming profile
    return found
