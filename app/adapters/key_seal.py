"""A key closed by a passphrase: AES-256-GCM under what scrypt makes of the passphrase.

So the store's own key stays the same when the passphrase changes, nothing is encrypted anew, and a wrong passphrase is
known for one. The costs of scrypt are 64 MB and about a fifth of a second for each try.
"""

import hashlib
import secrets

_SALT_BYTES, _NONCE_BYTES = 16, 12
_N, _R, _P = 1 << 16, 8, 1
_MEMORY = 1 << 27


def seal(key: bytes, passphrase: str) -> str:
    """The key, closed; as hexadecimal digits."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    return (salt + nonce + AESGCM(_stretched(passphrase, salt)).encrypt(nonce, key, None)).hex()


def unseal(sealed: str, passphrase: str) -> bytes | None:
    """The key, None where it is another passphrase's. Raises ValueError where what is sealed is damaged."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    data = bytes.fromhex(sealed)
    salt, nonce, closed = data[:_SALT_BYTES], data[_SALT_BYTES:][:_NONCE_BYTES], data[_SALT_BYTES + _NONCE_BYTES :]
    try:
        return AESGCM(_stretched(passphrase, salt)).decrypt(nonce, closed, None)
    except InvalidTag:
        return None


def _stretched(passphrase: str, salt: bytes) -> bytes:
    return hashlib.scrypt(
        passphrase.encode(errors="surrogateescape"), salt=salt, n=_N, r=_R, p=_P, maxmem=_MEMORY, dklen=32
    )
