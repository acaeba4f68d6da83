"""What encryption costs the store of calls, beside the same store without it, in one run.

    python -m benchmarks.store [--calls 500] [--times 15]

From the root of a checkout. Both stores hold the same calls and go through the same code; only the key is missing in
one. Each act is timed on either store in turn. "again" is on a store that stays open, as that of a window does; "first"
opens it anew, as a command does. A search goes through the store's index of the words (SQLite's FTS5); reading every
call through with LIKE is shown to say why. The disk is warm. The bar is 1.3.
"""

import argparse
import secrets
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from statistics import median
from unittest.mock import patch

from app.adapters import database
from app.adapters.call_store import SqlCallStore
from app.adapters.store_file import connect
from app.core.call_search import CallFilter, CallOrder, said_in
from app.core.document import CallDocument
from app.core.events import Channel
from tests.core.calls import document, said, started, whole_call

BAR = 1.3
TURNS = 60
WORDS = 12
KEY = secrets.token_bytes(32)
PLAIN, SEALED = "plain.sqlite3", "sealed.sqlite3"

Act = Callable[[SqlCallStore, Path, str], object]


def main() -> None:
    """Print milliseconds on both stores, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", type=int, default=500)
    parser.add_argument("--times", type=int, default=15)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, patch.object(database, "connect", by_name):
        files = [Path(folder, PLAIN), Path(folder, SEALED)]
        for file in files:
            fill(file, options.calls)
        sizes = [file.stat().st_size / 1e6 for file in files]
        print(f"{options.calls} calls of {TURNS} turns; plain {sizes[0]:.1f} MB, encrypted {sizes[1]:.1f} MB")
        for name, act in ACTS.items():
            show(name, files, act, options.times)


def by_name(file: Path, key: bytes, *, is_shared: bool = False) -> sqlite3.Connection:
    """How the store opens its file, here without the key where it is the plain one."""
    return connect(file, None if file.name == PLAIN else key, is_shared=is_shared)


def fill(file: Path, calls: int) -> None:
    """Make a store; the same for one number of calls."""
    chance = Random(1)
    with opened(file) as store:
        for number in range(calls):
            store.save(call(number, chance))


def call(number: int, chance: Random) -> CallDocument:
    """A call of some minutes: its words are those of a small vocabulary, and one of its own."""
    turns = [
        said(
            Channel.CALLER if n % 2 else Channel.AGENT,
            60.0 + n,
            61.0 + n,
            " ".join(f"word{chance.randrange(4000)}" for _ in range(WORDS)) + f" own{number}x.",
            number=100 + n,
        )
        for n in range(TURNS)
    ]
    day = f"2026-{1 + number % 12:02}-{1 + number % 28:02}T09:15:00+00:00"
    return document(*whole_call(), *turns, call=started(f"call-{number:06}", day), duration_s=400.0)


@contextmanager
def opened(file: Path) -> Iterator[SqlCallStore]:
    """The store of a file."""
    store = SqlCallStore(file, KEY)
    try:
        yield store
    finally:
        store.close()


def read_through(store: SqlCallStore, value: str) -> list[object]:
    """The calls whose documents hold a text, through the store's own connection."""
    query = "select number from call_documents where document like ?"
    with store._database.session("read") as session:  # noqa: SLF001 - nothing of the store searches so
        return list(session.connection().exec_driver_sql(query, (value,)))


ACTS: dict[str, Act] = {
    "list of calls": lambda store, _, __: store.rows(),
    "one call opened": lambda store, _, number: store.load(f"call-{int(number):06}"),
    "search of a word": lambda store, _, number: store.find(CallFilter(said=said_in(f"own{number}x")), CallOrder()),
    "LIKE over all calls": lambda store, _, number: read_through(store, f"%own{number}x%"),
}


def show(name: str, files: list[Path], act: Act, times: int) -> None:
    """Time an act on both stores in turn, so that whatever else the computer does is shared."""
    first: list[list[float]] = [[], []]
    again: list[list[float]] = [[], []]
    with opened(files[0]) as plain, opened(files[1]) as sealed:
        for turn in range(times):
            for which, (store, file) in enumerate(zip((plain, sealed), files, strict=True)):
                again[which].append(timed(lambda: act(store, file, str(turn))))  # noqa: B023 - called at once
                first[which].append(timed(lambda: anew(act, file, str(turn))))  # noqa: B023 - the same
    for when, (one, other) in (("first", first), ("again", again)):
        ratio = median(other) / median(one)
        told = "" if name.startswith("LIKE") else f" (bar {BAR})"
        print(f"{name + ', ' + when:<28}{median(one):>9.2f} ms{median(other):>9.2f} ms{ratio:>7.2f} times{told}")


def anew(act: Act, file: Path, value: str) -> None:
    """Open, act, close."""
    with opened(file) as store:
        act(store, file, value)


def timed(act: Callable[[], object]) -> float:
    """Milliseconds that it takes."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
