"""The system's own keyring: the Secret Service on Linux, Keychain on macOS, the Credential Manager on Windows."""

import sys
import threading
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from app.core.errors import StoreKeyError

if TYPE_CHECKING:
    from collections.abc import Callable

    from keyring.backend import KeyringBackend

Found = TypeVar("Found")
SERVICE = "Calmline call store"
_UNLOCK = "Unlock it, and try again."
_LEAST = 1.0
"""Below this priority keyring has no safe place: a file in plain text, or none at all."""


class SystemKeyring:
    """Secrets by name. Every call may ask the person to unlock the keyring, and waits so many seconds for that.

    Some keyrings never answer: those that ask where nobody can be asked.
    """

    def __init__(self, answer_s: float = 30.0) -> None:
        self._answer_s = answer_s

    def get(self, name: str) -> str | None:
        """A secret, None where there is none of this name. Raises StoreKeyError."""
        return self._tried(lambda keyring: keyring.get_password(SERVICE, name))

    def put(self, name: str, secret: str) -> None:
        """Keep a secret. Raises StoreKeyError."""
        self._tried(lambda keyring: keyring.set_password(SERVICE, name, secret))

    def remove(self, name: str) -> None:
        """Forget a secret. Raises StoreKeyError, also where there is none of this name."""
        self._tried(lambda keyring: keyring.delete_password(SERVICE, name))

    def _tried(self, act: "Callable[[KeyringBackend], Found]") -> Found:
        """Raises StoreKeyError. Whatever never answers goes with the process."""
        answers = SimpleQueue[Found | Exception]()

        def ask() -> None:
            try:
                answers.put(act(_keyring()))
            except Exception as error:  # noqa: BLE001 - backends let through errors of D-Bus, of Windows and of macOS
                answers.put(error)

        threading.Thread(target=ask, name="keyring", daemon=True).start()
        try:
            answer = answers.get(timeout=self._answer_s)
        except Empty:
            raise StoreKeyError("The system's keyring does not answer.", _UNLOCK) from None
        if isinstance(answer, StoreKeyError):
            raise answer
        if isinstance(answer, Exception):
            raise StoreKeyError("The system's keyring cannot be used.", _UNLOCK) from answer
        return answer


def _keyring() -> "KeyringBackend":
    """Raises StoreKeyError where there is none."""
    import keyring

    found = keyring.get_keyring()
    if found.priority < _LEAST:
        raise StoreKeyError("There is no keyring here.", "Log in at the desk itself, or set a passphrase.")
    if sys.platform == "win32" and hasattr(found, "persist"):
        found.persist = "local machine"  # else the key would go along with a roaming profile
    return found
