"""Lines that anybody can close and only the key of the store opens.

So a call can be written down while the keyring is locked or no passphrase was given. The note beside the store has a
public key (X25519), whose private half is made from the store's key. Each journal has a pair of its own: its public
half stands in the first line, and what the two share closes each further line (AES-256-GCM), under the line's number.
"""

import base64
import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from app.core.errors import StoreKeyError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

_FOR, _WITH = "sealed_for", "with"
_KEY_OF_PAIR, _KEY_OF_LINES = b"calmline journals", b"calmline journal lines"
_NONCE_BYTES = 12
_AHEAD = 64
"""So many numbers further a line is looked for: damage can take lines away, or make two of one."""


def public_key_of(key: bytes) -> str:
    """What closes lines for whoever has this key of a store, as hexadecimal digits."""
    return _private(key).public_key().public_bytes_raw().hex()


class LineSeal:
    """Closes the lines of one journal, in their order; `public` is what `public_key_of` gave. Raises ValueError."""

    def __init__(self, public: str) -> None:
        from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        own = X25519PrivateKey.generate()
        self._head = json.dumps({_FOR: public, _WITH: own.public_key().public_bytes_raw().hex()})
        self._cipher = AESGCM(_shared(own, X25519PublicKey.from_public_bytes(bytes.fromhex(public))))
        self._number = 0

    def __call__(self, line: str) -> str:
        """The line, closed; before the first one stands what is needed to open them all."""
        self._number += 1
        closed = base64.b64encode(self._cipher.encrypt(_nonce(self._number), line.encode(), None)).decode()
        return f"{self._head}\n{closed}" if self._number == 1 else closed


def opened_lines(lines: list[bytes], key: Callable[[], bytes]) -> list[bytes]:
    """What was written, without lines that are damaged; the key is asked for only where lines are closed.

    Raises what `key` raises, StoreKeyError where they were closed for another one, ValueError where none can be opened.
    """
    head = _head_of(lines[0]) if lines else {}
    if not head:
        return lines
    found = key()
    if head[_FOR] != public_key_of(found):
        advice = "With that key: calmline key restore"
        raise StoreKeyError("A call that was cut short here was closed for another key.", advice)
    opened = list(_opened(lines[1:], str(head.get(_WITH)), found))
    if not opened:
        raise ValueError("damaged")
    return opened


def _opened(lines: list[bytes], head: str, key: bytes) -> Iterator[bytes]:
    """Raises ValueError."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    cipher = AESGCM(_shared(_private(key), X25519PublicKey.from_public_bytes(bytes.fromhex(head))))
    last = 0
    for line in lines:
        for number in range(last + 1, last + _AHEAD):
            try:
                opened = cipher.decrypt(_nonce(number), base64.b64decode(line), None)
            except (ValueError, InvalidTag):
                continue
            last = number
            yield opened
            break


def _head_of(line: bytes) -> dict[str, Any]:
    """What the first line of a journal says of the others, nothing where they are not closed."""
    try:
        data: Any = json.loads(line)
    except ValueError:
        return {}
    return data if isinstance(data, dict) and _FOR in data else {}


def _private(key: bytes) -> "X25519PrivateKey":
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.from_private_bytes(_derived(key, _KEY_OF_PAIR))


def _shared(private: "X25519PrivateKey", public: "X25519PublicKey") -> bytes:
    return _derived(private.exchange(public), _KEY_OF_LINES)


def _derived(secret: bytes, purpose: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(secret)


def _nonce(number: int) -> bytes:
    return number.to_bytes(_NONCE_BYTES, "big")
