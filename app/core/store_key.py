"""The key of the call store: where it is, what tells the right one, and how it is written down for a safe."""

import hmac
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from app.core.errors import InputError

KEY_BYTES = 32
_FORMAT = 1
_ABOUT = b"calmline call store"
_CHECK_DIGITS = 16
_GROUP = 8
_ID = re.compile(r"[0-9a-f]{8,64}")


class KeyPlace(StrEnum):
    """Where the key of a store is kept; the store itself never holds it."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 - names a place, and is none
    FILE = "file"


class KeyRule(StrEnum):
    """Where a key may be kept."""

    ANY = "any"
    STRICT = "strict"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyNote:
    """What lies beside a store about its key: never the key itself.

    `check` tells the right key from others, `journals` is the public key that closes journals for it, and `sealed` is
    the key closed by a passphrase, "" where there is none.
    """

    store_id: str
    place: KeyPlace
    check: str
    journals: str
    sealed: str = ""

    def fits(self, key: bytes) -> bool:
        """Whether this is the store's key."""
        return hmac.compare_digest(self.check, check_of(key))


def check_of(key: bytes) -> str:
    """What tells a key from others and says nothing of it."""
    return hmac.digest(key, _ABOUT, "sha256").hex()[:_CHECK_DIGITS]


def note_to_json(note: KeyNote) -> dict[str, Any]:
    """The note as it is written."""
    return {"format": _FORMAT, **asdict(note)}


def note_from_json(data: Mapping[str, Any]) -> KeyNote:
    """A note read back. Raises ValueError, KeyError or TypeError where it is damaged or a later version's."""
    if data["format"] != _FORMAT:
        raise ValueError(data["format"])
    store_id, check, sealed = str(data["store_id"]), str(data["check"]), str(data["sealed"])
    if not _ID.fullmatch(store_id):
        raise ValueError(store_id)
    place, journals = KeyPlace(data["place"]), str(data["journals"])
    return KeyNote(store_id=store_id, place=place, check=check, journals=journals, sealed=sealed)


def written_down(key: bytes) -> str:
    """A key as a person copies it: groups of eight digits."""
    digits = key.hex()
    return "-".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))


def key_from_text(text: str) -> bytes:
    """A key that was written down. Raises InputError, which holds nothing of it."""
    try:
        key = bytes.fromhex(re.sub(r"[\s-]", "", text))
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise InputError("That is no key of a call store.", "Copy all of what calmline key show printed.")
    return key
