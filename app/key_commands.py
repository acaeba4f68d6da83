"""`calmline key`: where the key of the stored calls is kept, moving it, and writing it down for a safe."""

import sys
from getpass import getpass
from typing import TYPE_CHECKING

import typer

from app.call_options import call_settings, unlock
from app.core.errors import InputError
from app.core.store_key import KeyPlace

if TYPE_CHECKING:
    from pathlib import Path

    from app.adapters.store_keys import StoreKeys

key_group = typer.Typer(
    name="key",
    help="Show where the key of the stored calls is kept, move it, write it down and bring it back.",
    rich_markup_mode=None,
)

_KEPT = {
    KeyPlace.KEYRING: "The key of the stored calls is in the system's keyring.",
    KeyPlace.PASSPHRASE: "The key of the stored calls is closed by a passphrase.",
    KeyPlace.FILE: "The key of the stored calls lies in a file in {folder}: whoever has the whole disk has both.",
}
_BETTER = "Keep it better: calmline key keyring, or calmline key passphrase"
_MOVED = "Copies of the folder from before open with the key alone: write it down once, with calmline key show."
_NO_KEY = "There is no key yet: it is made with the first call that is stored."
_BEWARE = "calmline: Whoever has this key can read every stored call. Keep it in a safe, not on this computer."


@key_group.callback(invoke_without_command=True)
def show_place(context: typer.Context) -> None:
    """Show where the key is kept, and whether it is to be had."""
    if context.invoked_subcommand is not None:
        return
    from app.paths import key_folder

    keys, store = _keys()
    place = keys.place_of(store)
    if place is not None or store.exists():
        keys.key_of(store)
    print(_NO_KEY if place is None else _KEPT[place].format(folder=key_folder()))
    if place is KeyPlace.FILE:
        print(_BETTER)


@key_group.command()
def keyring() -> None:
    """Keep the key in the system's keyring, which opens when you log in."""
    keys, store = _keys()
    keys.move(store, KeyPlace.KEYRING)
    print(_KEPT[KeyPlace.KEYRING], _MOVED)


@key_group.command()
def passphrase() -> None:
    """Close the key by a passphrase, or choose another one. It is asked for, or read from standard input.

    Calmline asks for it at each start; where nobody can be asked, set CALMLINE_PASSPHRASE.
    """
    keys, store = _keys()
    keys.move(store, KeyPlace.PASSPHRASE, _chosen())
    print(_KEPT[KeyPlace.PASSPHRASE], _MOVED)


@key_group.command()
def show() -> None:
    """Print the key, to be kept in a safe: where it is lost, so are the calls."""
    from app.core.store_key import written_down

    keys, store = _keys()
    key = keys.key_of(store)
    print(_BEWARE, file=sys.stderr)
    print(written_down(key))


@key_group.command()
def restore() -> None:
    """Bring back a key that calmline key show printed. It is asked for, or read from standard input."""
    from app.core.store_key import key_from_text

    keys, store, settings = *_keys(asks=False), call_settings()
    key = key_from_text(_asked("Key: "))
    keys.restore(store, key, is_strict=settings.is_key_strict)
    print("The stored calls can be opened again.")


@key_group.command()
def aside() -> None:
    """Put calls away whose key is lost, into a folder beside them, and begin with an empty store."""
    from app.adapters.store_copies import put_aside

    _, store = _keys(asks=False)
    print(f"The calls lie in {put_aside(store)}, and new ones are stored from now on.")


def _keys(*, asks: bool = True) -> "tuple[StoreKeys, Path]":
    from app.compose import SYSTEM_KEYS

    settings = call_settings()
    if asks:
        unlock(settings)
    return SYSTEM_KEYS, settings.store_file


def _chosen() -> str:
    """Raises InputError where it is empty, or not the same twice."""
    chosen = _asked("New passphrase: ")
    if sys.stdin.isatty() and getpass("Again: ") != chosen:
        raise InputError("The two are not the same.", "Try again.")
    if not chosen.strip():
        raise InputError("A passphrase cannot be empty.", "Choose one of several words.")
    return chosen


def _asked(prompt: str) -> str:
    return getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
