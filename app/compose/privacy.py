"""What there is to be told of privacy on this computer."""

from contextlib import suppress
from pathlib import Path

from app.adapters.disks import SystemDisks
from app.adapters.open_sockets import sockets_of_running
from app.adapters.store_copies import copies_of
from app.adapters.store_file import is_plain, is_sealed
from app.adapters.store_keys import StoreKeys
from app.adapters.stored_files import count_calls, entries_in, mode_of, outside_entries
from app.compose.stores import SYSTEM_KEYS
from app.core.errors import StoreKeyError
from app.core.keeping import Keep
from app.core.ports import Disks
from app.core.privacy import PrivacyFacts
from app.core.store_key import KeyPlace
from app.settings import Settings


def privacy_facts(settings: Settings, disks: Disks | None = None, keys: StoreKeys = SYSTEM_KEYS) -> PrivacyFacts:
    """Where things are stored, who can read them and what is open; nothing is changed, and no word is read."""
    home, store = settings.home.absolute(), settings.store_file
    key = _key(store, keys)
    return PrivacyFacts(
        home=str(home),
        is_there=home.is_dir(),
        mode=mode_of(home),
        disk=(disks or SystemDisks()).disk_of(str(home)),
        stored=tuple(entries_in(home)),
        outside=outside_entries(),
        calls=count_calls(store, None if is_plain(store) else key),
        key_place=_place(store, keys),
        is_key_there=key is not None or not is_sealed(store),
        plain=tuple(one.name for one in (store, *copies_of(store)) if is_plain(one)),
        keep=Keep(settings.keep),
        is_keep_locked=settings.is_locked("keep"),
        sockets=sockets_of_running(home),
    )


def _place(store: Path, keys: StoreKeys) -> KeyPlace | None:
    """Where the key is; a note that cannot be read says as little as none."""
    with suppress(StoreKeyError):
        return keys.place_of(store)
    return None


def _key(store: Path, keys: StoreKeys) -> bytes | None:
    """The key, where there is one and it is to be had; none is made."""
    with suppress(StoreKeyError):
        return keys.key_of(store) if keys.place_of(store) else None
    return None
